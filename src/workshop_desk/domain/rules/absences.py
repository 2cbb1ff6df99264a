"""What to make of time during which the laptop was not there."""

from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.absences import LEAST, Absence, AbsenceAnswer
from workshop_desk.domain.agenda_commands import AnswerAbsence, NoteAbsence
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, Entity, put
from workshop_desk.domain.timer import Timer, TimerState
from workshop_desk.domain.units import Instant


def note_absence(room: Room, command: NoteAbsence) -> Decision:
    """Write an absence down; it counts until the facilitator says otherwise."""
    if command.seconds < LEAST or command.absence in room.absences:
        raise Refusal(Why.BAD_VALUE)
    step = room.step
    ran = step is not None and _ran_through(step.timer, command.began)
    absence = Absence(
        id=command.absence,
        session=room.session.id,
        step=step.id if step is not None and ran else None,
        cause=command.cause,
        began=command.began,
        seconds=command.seconds,
    )
    absences = put(room.absences, absence.id, absence)
    return Decision(replace(room, absences=absences), (absence,))


def answer_absence(room: Room, command: AnswerAbsence) -> Decision:
    """Let an absence count, or take it out of every clock that ran through it."""
    absence = room.absences.get(command.absence)
    if absence is None or absence.answer is not AbsenceAnswer.OPEN:
        raise Refusal(Why.NOT_NOW)
    answer = AbsenceAnswer.GIVEN_BACK if command.give_back else AbsenceAnswer.COUNTED
    absence = replace(absence, answer=answer)
    saved: list[Entity] = [absence]
    steps, clocks = room.steps, room.clocks
    if command.give_back:
        steps = tuple(
            replace(step, timer=timer.give_back(step.timer, absence.seconds))
            if step.id == absence.step
            else step
            for step in room.steps
        )
        clocks = {
            key: replace(clock, timer=timer.give_back(clock.timer, absence.seconds))
            if _ran_through(clock.timer, absence.began)
            else clock
            for key, clock in room.clocks.items()
        }
        saved += [new for new, old in zip(steps, room.steps, strict=True) if new != old]
        saved += [clock for key, clock in clocks.items() if room.clocks[key] != clock]
    absences = put(room.absences, absence.id, absence)
    return Decision(replace(room, steps=steps, clocks=clocks, absences=absences), tuple(saved))


def _ran_through(clock: Timer, began: Instant) -> bool:
    """Tell whether a timer that runs had been going on since before an absence began."""
    anchor = clock.anchor
    return clock.state is TimerState.RUNNING and anchor is not None and anchor.utc <= began
