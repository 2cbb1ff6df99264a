"""What the facilitator does with the current step's timer."""

from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.commands import AddTime, BackdateStart
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.agenda import current
from workshop_desk.domain.rules.decision import Decision, with_steps
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import Instant, Moment, Seconds

LONGEST = Seconds(24 * 3600.0)


def start_timer(room: Room, now: Moment) -> Decision:
    """Start, or go on after a pause."""
    return _with_timer(room, timer.start(current(room).timer, now))


def pause_timer(room: Room, now: Moment) -> Decision:
    """Hold."""
    return _with_timer(room, timer.pause(current(room).timer, now))


def add_time(room: Room, command: AddTime) -> Decision:
    """Add or take time."""
    _check(command.seconds)
    return _with_timer(room, timer.add(current(room).timer, command.seconds))


def backdate_start(room: Room, command: BackdateStart, now: Moment) -> Decision:
    """Say that the step started earlier, or take that back; its real start moves with it."""
    _check(command.seconds)
    step = current(room)
    before = step.timer.started
    if command.seconds < 0 and (before is None or step.timer.banked + command.seconds < 0):
        raise Refusal(Why.BAD_VALUE)
    clock = timer.backdate(step.timer, command.seconds, now)
    assert clock.started is not None
    together = before is not None and step.started == before.utc
    earliest = min(step.started or clock.started.utc, clock.started.utc)
    started = clock.started.utc if together else earliest
    return with_steps(room, replace(step, timer=clock, started=Instant(started)))


def _check(seconds: Seconds) -> None:
    if not -LONGEST <= seconds <= LONGEST:
        raise Refusal(Why.BAD_VALUE)


def _with_timer(room: Room, changed: Timer) -> Decision:
    step = current(room)
    if step.timer == changed:
        return Decision(room)
    return with_steps(room, replace(step, timer=changed))
