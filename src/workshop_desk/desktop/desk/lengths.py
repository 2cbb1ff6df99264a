"""What a typed time asks of a step, and what to say of it afterwards."""

from datetime import timedelta
from typing import assert_never

from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.typed import instant_of, understood
from workshop_desk.domain.agenda_commands import SetLengths, SetPace
from workshop_desk.domain.commands import AddTime, Command
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerMode
from workshop_desk.domain.typed_time import Change, Length, TimeOfDay, TypedTime
from workshop_desk.domain.units import Instant


def time_command(face: Face, step: Step, typed: TypedTime, begins: Instant) -> Command:
    """Return the wish for a typed time; `begins` is when the step did begin, or will.

    A step that counts to an hour of the day keeps doing so: a length moves that hour.
    """
    match typed:
        case Length(seconds):
            if step.timer.mode is not TimerMode.UNTIL:
                return SetLengths(((step.id, seconds),))
            until = Instant(begins + timedelta(seconds=seconds))
            return SetPace(step.id, mode=TimerMode.UNTIL, until=until)
        case Change(seconds):
            return AddTime(seconds, step.id)
        case TimeOfDay():
            until = instant_of(face, typed, face.now().utc)
            return SetPace(step.id, mode=TimerMode.UNTIL, until=until)
        case _:
            assert_never(typed)


def time_said(face: Face, step: Step, typed: TypedTime) -> str:
    """Return what the toast says once a typed time holds."""
    return face.t("{name}: {what}", name=face.say(step.title), what=understood(face, typed))
