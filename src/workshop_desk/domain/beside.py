"""Which of the clocks besides the step's own matter now, and for whom."""

from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Moment, PersonId


def clocks_of(room: Room, role: ClockRole) -> tuple[Clock, ...]:
    """Return the clocks of a role in their order: the current step's, or those on the side."""
    step = room.step.id if room.step and role is not ClockRole.SIDE else None
    if step is None and role is not ClockRole.SIDE:
        return ()
    found = (one for one in room.clocks.values() if one.role is role and one.step == step)
    return tuple(sorted(found, key=lambda clock: clock.position))


def clock_of(room: Room, person: PersonId) -> Clock | None:
    """Return the group clock that is this person's now, None for the step's own."""
    return next((one for one in clocks_of(room, ClockRole.GROUP) if person in one.people), None)


def turn_now(room: Room) -> Clock | None:
    """Return the turn of whoever has the floor, held or not; None before and after all of them."""
    turns = clocks_of(room, ClockRole.TURN)
    for state in (TimerState.RUNNING, TimerState.PAUSED):
        begun = [one for one in turns if one.timer.state is state]
        if begun:
            return begun[-1]
    return None


def turns_to_come(room: Room) -> tuple[Clock, ...]:
    """Return the turns of those who have not spoken, the next one first."""
    return tuple(one for one in clocks_of(room, ClockRole.TURN) if not one.has_run)


def side_now(room: Room, now: Moment) -> Clock | None:
    """Return the clock on the side that runs; of several, the one that ends first."""
    sides = clocks_of(room, ClockRole.SIDE)
    running = (one for one in sides if one.timer.state is TimerState.RUNNING)
    return min(running, key=lambda one: one.timer.remaining(now), default=None)
