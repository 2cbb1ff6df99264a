"""What seems to have been forgotten: a session not begun, a step whose clock stands still."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.forecast import put_off
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Moment, Seconds

PATIENCE = Seconds(60.0)
"""How long a step may be open with its clock not started before a word is said."""


class NudgeKind(StrEnum):
    """What was forgotten."""

    BEGIN = "begin"  # the session should have begun
    START = "start"  # the step is open, and its clock was not started


@dataclass(frozen=True, slots=True)
class Nudge:
    """Something forgotten, and for how long."""

    kind: NudgeKind
    since: Seconds


def nudge(room: Room, now: Moment) -> Nudge | None:
    """Return what should have been started by now, None if nothing."""
    session, step = room.session, room.step
    if session.state is not SessionState.OPEN:
        return None
    if session.place is Place.LOBBY and session.planned_start is not None and not put_off(room, now):
        late = Seconds((now.utc - session.planned_start).total_seconds())
        return Nudge(NudgeKind.BEGIN, late) if late >= PATIENCE else None
    if step is None or step.timer.state is not TimerState.WAITING:
        return None
    if step.is_break and step.timer.target is not None:
        return None  # Its hour comes whether a clock was started or not.
    entered = room.visits[-1].entered if room.visits else None
    waited = now.since(entered) if entered is not None else Seconds(0)
    return Nudge(NudgeKind.START, waited) if waited >= PATIENCE else None
