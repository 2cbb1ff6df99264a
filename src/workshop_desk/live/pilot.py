"""Goes through a plan as a facilitator would, one wish at a time, from what the room shows."""

from workshop_desk.domain import commands as ask
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Moment, Seconds
from workshop_desk.live.conclusions import all_finished, conclusions

LATE = Seconds(120.0)
"""Pretended seconds after a phase's time that late answers are waited for."""


def next_wish(room: Room, now: Moment) -> ask.Command | None:
    """Return what to do now, None while there is nothing to do but wait.

    The phases of a step share its time equally. A clock that a hand has stopped is left alone, and so is
    the closing: nothing that cannot be taken back is done by itself.
    """
    if room.session.state is not SessionState.OPEN or room.session.place is Place.CLOSING:
        return None
    step = room.step
    if step is None:
        return ask.Advance() if len(room.present) >= room.session.expected else None
    if step.timer.state is TimerState.WAITING:
        return ask.StartTimer()
    if step.timer.state is not TimerState.RUNNING:
        return None
    over = step.timer.elapsed(now) - step.timer.length * (step.phase + 1) / len(step.phases)
    if over < 0 or (over < LATE and not all_finished(room)):
        return None
    todo = (wish for one in step.now_open for wish in conclusions(room, one))
    return next(todo, ask.Advance())
