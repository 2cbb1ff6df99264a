"""What to make of time during which the laptop was not there."""

from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.absences import LEAST, Absence, AbsenceAnswer
from workshop_desk.domain.agenda_commands import AnswerAbsence, NoteAbsence
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, Entity, put
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import Moment, Seconds
from workshop_desk.domain.visits import moved


def note_absence(room: Room, command: NoteAbsence, now: Moment) -> Decision:
    """Write an absence down as it ends; it counts until the facilitator says otherwise."""
    if not command.seconds >= LEAST or command.absence in room.absences:
        raise Refusal(Why.BAD_VALUE)
    step = room.step
    ran = step is not None and _ran_through(step.timer, command.seconds, now)
    clocks = room.clocks.values()
    absence = Absence(
        id=command.absence,
        session=room.session.id,
        step=step.id if step is not None and ran else None,
        cause=command.cause,
        began=command.began,
        seconds=command.seconds,
        clocks=tuple(one.id for one in clocks if _ran_through(one.timer, command.seconds, now)),
    )
    absences = put(room.absences, absence.id, absence)
    counted = _counted_on(replace(room, absences=absences), command.seen, now)
    return Decision(counted.room, (absence, *counted.saved))


def _counted_on(room: Room, seen: Moment | None, now: Moment) -> Decision:
    """Let what runs since before the machine started again count by this boot's clock from now on.

    Up to when it was last seen the boot before counted; only from then to now the wall clock tells.
    """

    def settled(clock: Timer) -> Timer:
        if clock.anchor is None or clock.anchor.boot_id == now.boot_id:
            return clock
        if seen is not None and _no_earlier(seen, clock.anchor):
            clock = timer.settle(clock, seen)
        return timer.settle(clock, now)

    steps = tuple(replace(step, timer=settled(step.timer)) for step in room.steps)
    clocks = {key: replace(clock, timer=settled(clock.timer)) for key, clock in room.clocks.items()}
    saved: list[Entity] = [new for new, old in zip(steps, room.steps, strict=True) if new != old]
    saved += [clock for key, clock in clocks.items() if room.clocks[key] != clock]
    visits = room.visits
    if visits and visits[-1].entered.boot_id != now.boot_id:
        here = visits[-1].step
        if seen is not None and _no_earlier(seen, visits[-1].entered):
            visits = (*visits, moved(visits, room.session.id, here, seen))
        visits = (*visits, moved(visits, room.session.id, here, now))
        saved += visits[len(room.visits) :]
    return Decision(replace(room, steps=steps, clocks=clocks, visits=visits), tuple(saved))


def _no_earlier(seen: Moment, than: Moment) -> bool:
    return seen.boot_id == than.boot_id and seen.boot >= than.boot


def answer_absence(room: Room, command: AnswerAbsence, now: Moment) -> Decision:
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
            replace(step, timer=timer.give_back(step.timer, absence.seconds, now))
            if step.id == absence.step
            else step
            for step in room.steps
        )
        clocks = {
            key: replace(clock, timer=timer.give_back(clock.timer, absence.seconds, now))
            if key in absence.clocks
            else clock
            for key, clock in room.clocks.items()
        }
        saved += [new for new, old in zip(steps, room.steps, strict=True) if new != old]
        saved += [clock for key, clock in clocks.items() if room.clocks[key] != clock]
    absences = put(room.absences, absence.id, absence)
    return Decision(replace(room, steps=steps, clocks=clocks, absences=absences), tuple(saved))


def _ran_through(clock: Timer, seconds: Seconds, now: Moment) -> bool:
    """Tell whether a timer that runs had been going on since before an absence that ended just now.

    The wall clock's hours do not tell: it may have been set since. Half the time is enough, as how long
    the program was away is only known to a few seconds.
    """
    return clock.anchor is not None and now.since(clock.anchor) >= seconds / 2
