"""Changing the plan while it runs: steps put in, taken out, left out, moved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from workshop_desk.domain.agenda_commands import DropStep, InsertStep, MoveStep, SkipStep
from workshop_desk.domain.forecast import planned_end
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.agenda import enter_next, position_of, step_by_id
from workshop_desk.domain.rules.decision import Decision, Entity, GoneStep, with_steps
from workshop_desk.domain.rules.timers import check_length, check_rounds
from workshop_desk.domain.rules.undo import captured
from workshop_desk.domain.sessions import Place, Session
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import TimerMode, TimerState
from workshop_desk.domain.units import Instant, Moment, Seconds
from workshop_desk.domain.wording import Wording

MOST_STEPS = 100


def insert_step(room: Room, command: InsertStep) -> Decision:
    """Put a new step in at a place that is still ahead; once the session runs, its time is added."""
    step = command.step
    known = {one.id for one in room.steps} | {one.id for s in room.steps for one in s.activities}
    clock = step.timer
    unused = clock == replace(
        clock, state=TimerState.WAITING, started=None, anchor=None, banked=Seconds(0)
    )
    fresh = step.state is StepState.AHEAD and step.phase == 0 and step.started is None and unused
    own = step.session == room.session.id and all(one.step == step.id for one in step.activities)
    ids = {one.id for one in step.activities}
    new = step.id not in known and not known & ids and len(ids) == len(step.activities)
    fits = step.rounds is None or clock.mode is not TimerMode.UNTIL
    if not (fresh and own and new and fits and step.activities):
        raise Refusal(Why.BAD_VALUE)
    if len(room.steps) >= MOST_STEPS:
        raise Refusal(Why.TOO_MANY_STEPS, most=MOST_STEPS)
    check_length(clock.length)
    if step.rounds is not None:
        check_rounds(step.rounds)
    place = _ahead(room, command.position, len(room.steps))
    if room.session.place is not Place.LOBBY:
        # The room was promised an end without this step: its whole time is added.
        target, length = clock.target, clock.length
        step = replace(step, longest=length)
        until = Instant(target - timedelta(seconds=length)) if target is not None else clock.until
        clock = replace(clock, planned=Seconds(0), added=length, until=until)
    step = replace(step, title=_clean(step.title), timer=clock)
    return _numbered(room, (*room.steps[:place], step, *room.steps[place:]))


def drop_step(room: Room, command: DropStep, now: Moment) -> Decision:
    """Take a step out: one that is under way ends first, one with answers stays."""
    step = step_by_id(room, command.step)
    if step.state is StepState.DONE:
        raise Refusal(Why.STEP_PASSED)
    if captured(room, step):
        raise Refusal(Why.STEP_HAS_ANSWERS)
    before = room
    if step.state is StepState.CURRENT:
        room = enter_next(room, now).room
    rest = tuple(one for one in room.steps if one.id != step.id)
    room = _numbered(room, rest).room
    visits = tuple(replace(v, step=None) if v.step == step.id else v for v in room.visits)
    clocks = {key: one for key, one in room.clocks.items() if one.step != step.id}
    absences = {
        key: replace(one, step=None) if one.step == step.id else one
        for key, one in room.absences.items()
    }
    room = replace(room, visits=visits, clocks=clocks, absences=absences)
    return Decision(room, _difference(before, room, step))


def skip_step(room: Room, command: SkipStep) -> Decision:
    """Leave a step ahead out, or take it in again."""
    step = step_by_id(room, command.step)
    if step.position <= position_of(room):
        raise Refusal(Why.STEP_PASSED)
    state = StepState.SKIPPED if command.skipped else StepState.AHEAD
    return with_steps(room, replace(step, state=state)) if step.state is not state else Decision(room)


def move_step(room: Room, command: MoveStep) -> Decision:
    """Move a step that is still ahead."""
    step = step_by_id(room, command.step)
    if step.position <= position_of(room):
        raise Refusal(Why.STEP_PASSED)
    others = [one for one in room.steps if one.id != step.id]
    place = _ahead(room, command.position, len(others))
    return _numbered(room, (*others[:place], step, *others[place:]))


def hold_end(before: Room, decision: Decision, now: Moment) -> Decision:
    """Return a change of plan that keeps the planned end which the room was promised.

    Until the session runs there is no promise: the plan may still become longer or shorter.
    """
    room = decision.room
    if before.session.place is Place.LOBBY or room.steps == before.steps:
        return decision
    moved = (planned_end(before, now) - planned_end(room, now)).total_seconds()
    if not moved:
        return decision
    session = replace(room.session, held=Seconds(room.session.held + moved))
    rest = (one for one in decision.saved if not isinstance(one, Session))
    return Decision(replace(room, session=session), (session, *rest))


def _ahead(room: Room, position: int, last: int) -> int:
    """Return a place that is still ahead, the nearest one to what is wanted at the end of the plan."""
    if position < min(position_of(room) + 1, last):
        raise Refusal(Why.STEP_PASSED)
    return min(position, last)


def _clean(title: Wording) -> Wording:
    return Wording(tuple((code, clean_line(text, LINE_MAX)) for code, text in title.texts))


def _numbered(room: Room, steps: Sequence[Step]) -> Decision:
    """Return the room with these steps, each at its place."""
    placed = tuple(
        step if step.position == place else replace(step, position=place)
        for place, step in enumerate(steps)
    )
    known = {step.id: step for step in room.steps}
    changed = tuple(step for step in placed if known.get(step.id) != step)
    return Decision(replace(room, steps=placed), changed)


def _difference(before: Room, now: Room, dropped: Step) -> tuple[Entity, ...]:
    """Return what has to be written to get from one room to the next, the dropped step last."""
    known = {step.id: step for step in before.steps}
    saved: list[Entity] = [now.session] if now.session != before.session else []
    saved += [step for step in now.steps if known.get(step.id) != step]
    saved += [visit for visit in now.visits if visit not in before.visits]
    saved += [clock for key, clock in now.clocks.items() if before.clocks.get(key) != clock]
    saved += [one for key, one in now.absences.items() if before.absences.get(key) != one]
    return (*saved, GoneStep(dropped.id))
