"""The way back: what a change of plan or clocks was made on, and how to return to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Earlier, Room
from workshop_desk.domain.rules.decision import Decision, Entity, GoneClock, GoneStep
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import ActivityId, ClockId, StepId
from workshop_desk.domain.visits import Visit

KEPT = 50
"""Changes that can be taken back: more than anyone remembers."""


def remember(before: Room, decision: Decision) -> Decision:
    """Return a decision whose room knows the way back to the room before it."""
    if not decision.saved:
        return decision
    number = before.changes + 1
    earlier = Earlier(
        number,
        before.session.place,
        before.session.held,
        before.steps,
        before.visits,
        before.clocks,
        before.absences,
    )
    past = (*before.past, earlier)[-KEPT:]
    return replace(decision, room=replace(decision.room, past=past, changes=number))


def undo(room: Room, number: int) -> Decision:
    """Return to how plan and clocks were; answers, notes and people stay as they are."""
    if not room.past:
        raise Refusal(Why.NOTHING_TO_UNDO)
    earlier = room.past[-1]
    if number not in (0, earlier.number):
        raise Refusal(Why.CHANGED_SINCE)
    steps, gone = _steps(room, earlier)
    visits = _visits(room.visits, earlier)
    session = replace(room.session, place=earlier.place, held=earlier.held)
    saved: list[Entity] = [session] if session != room.session else []
    saved += _changed(room.steps, steps)
    saved += [visit for visit in visits if visit not in room.visits]
    saved += _clocks(room.clocks, earlier.clocks)
    saved += [one for one in earlier.absences.values() if room.absences.get(one.id) != one]
    saved += [GoneStep(step) for step in gone]
    after = replace(
        room,
        session=session,
        steps=steps,
        visits=visits,
        clocks=earlier.clocks,
        absences={**room.absences, **earlier.absences},
        past=room.past[:-1],
    )
    return Decision(after, tuple(saved))


def captured(room: Room, step: Step) -> bool:
    """Tell whether anything was answered, or said to be finished, in a step."""
    within: set[ActivityId] = {activity.id for activity in step.activities}
    held = (room.cards, room.ballots, room.ratings, room.participations, room.actions)
    return any(entity.activity in within for kind in held for entity in kind.values())


def _steps(room: Room, earlier: Earlier) -> tuple[tuple[Step, ...], tuple[StepId, ...]]:
    """Return the steps as they were, with what was written into them since, and those to take out."""
    now = {step.id: step for step in room.steps}
    back = tuple(_as_it_was(now.get(step.id), step) for step in earlier.steps)
    known = {step.id for step in back}
    new = [step for step in room.steps if step.id not in known]
    if any(captured(room, step) for step in new):
        raise Refusal(Why.STEP_HAS_ANSWERS)
    return back, tuple(step.id for step in new)


def _as_it_was(now: Step | None, earlier: Step) -> Step:
    if now is None:
        return earlier
    return replace(earlier, activities=now.activities, notes=now.notes)


def _visits(now: Sequence[Visit], earlier: Earlier) -> tuple[Visit, ...]:
    """Return the visits as they were; time spent elsewhere since counts where the room is back now."""
    here = next((step.id for step in earlier.steps if step.state is StepState.CURRENT), None)
    since = now[len(earlier.visits) :]
    return (*earlier.visits, *(replace(one, step=here) for one in since))


def _clocks(now: Mapping[ClockId, Clock], earlier: Mapping[ClockId, Clock]) -> list[Entity]:
    saved: list[Entity] = [GoneClock(clock) for clock in now if clock not in earlier]
    return saved + [one for one in earlier.values() if now.get(one.id) != one]


def _changed(now: Sequence[Step], steps: Sequence[Step]) -> list[Step]:
    known = {step.id: step for step in now}
    return [step for step in steps if known.get(step.id) != step]
