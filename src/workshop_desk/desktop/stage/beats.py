"""When the picture changes next, so that the stage wakes for it and at no other time."""

from workshop_desk.desktop.parts.timer_view import round_now, round_timer, seconds_to_digits
from workshop_desk.domain.beside import clocks_of, turn_now
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import MINUTE, Moment, Seconds

TOGETHER = Seconds(0.25)
"""Clocks side by side whose seconds end within this time change at once: eyes are drawn less often."""


def seconds_to_change(room: Room | None, now: Moment) -> Seconds:
    """Return how long the picture stays right: to the next second of any clock that is shown.

    Without one it is the next minute of the clock on the wall.
    """
    minute = MINUTE - now.utc.second - now.utc.microsecond / 1e6
    waits = [minute]
    if room is None:
        return Seconds(minute)
    if room.step is not None:
        waits += _of_step(room, room.step, now)
    for clock in clocks_of(room, ClockRole.SIDE):
        side = seconds_to_digits(clock.timer, now)
        waits += [] if side is None else [side]
    waits += _together(room, now)
    return Seconds(min(waits))


def _of_step(room: Room, step: Step, now: Moment) -> list[float]:
    """Return when the digits of a step change, of its round and of the turn in it."""
    place = round_now(step, now)
    timers = [step.timer if place is None else round_timer(step.timer, place, now)]
    turn = turn_now(room)
    if turn is not None:
        timers.append(turn.timer)
    found = (seconds_to_digits(one, now) for one in timers)
    return [wait for wait in found if wait is not None]


def _together(room: Room, now: Moment) -> list[float]:
    """Return when the clocks of groups change next: the last of those that change about then."""
    found = (seconds_to_digits(one.timer, now) for one in clocks_of(room, ClockRole.GROUP))
    waits = sorted(wait for wait in found if wait is not None)
    return [max(wait for wait in waits if wait <= waits[0] + TOGETHER)] if waits else []
