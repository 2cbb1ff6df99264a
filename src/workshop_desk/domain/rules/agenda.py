"""Moving through the plan: phases, steps, lobby and closing."""

from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.commands import GoTo, Reveal, SetNotes
from workshop_desk.domain.plaintext import TEXT_MAX, clean_text
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, with_activity, with_steps
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import Moment


def current(room: Room) -> Step:
    """Return the current step, or refuse in the lobby and at the closing."""
    step = room.step
    if step is None:
        raise Refusal(Why.NO_STEP)
    return step


def advance(room: Room, now: Moment) -> Decision:
    """Go on by one phase, one step, or to the closing."""
    step = room.step
    if step is None:
        if room.session.place is Place.CLOSING:
            raise Refusal(Why.AT_END)
        return _enter(room, 0, 0, now)
    if step.phase + 1 < len(step.phases):
        return with_steps(room, _opened(replace(step, phase=step.phase + 1), now))
    return _enter(room, step.position + 1, 0, now)


def go_back(room: Room, now: Moment) -> Decision:
    """Go back by one phase or one step, from the first step to the lobby."""
    step = room.step
    if step is None:
        if room.session.place is Place.LOBBY:
            raise Refusal(Why.AT_START)
        return _enter(room, len(room.steps) - 1, -1, now)
    if step.phase > 0:
        return with_steps(room, _opened(replace(step, phase=step.phase - 1), now))
    return _enter(room, step.position - 1, -1, now)


def go_to(room: Room, command: GoTo, now: Moment) -> Decision:
    """Go straight to a step; those jumped over are skipped."""
    for step in room.steps:
        if step.id == command.step:
            if step.state is StepState.CURRENT:
                return Decision(room)
            return _enter(room, step.position, 0, now)
    raise Refusal(Why.UNKNOWN_STEP)


def reveal(room: Room, command: Reveal) -> Decision:
    """Show or hold back what an activity captured."""
    activity = room.activity(command.activity)
    if activity.revealed == command.shown:
        return Decision(room)
    return with_activity(room, replace(activity, revealed=command.shown))


def set_notes(room: Room, command: SetNotes) -> Decision:
    """Keep the facilitator's notes of a step."""
    for step in room.steps:
        if step.id == command.step:
            notes = clean_text(command.text, TEXT_MAX) if command.text.strip() else ""
            return with_steps(room, replace(step, notes=notes))
    raise Refusal(Why.UNKNOWN_STEP)


def _enter(room: Room, position: int, phase: int, now: Moment) -> Decision:
    """Leave the current step and enter the one at a position: -1 is the lobby, past the last the end."""
    changed = []
    for step in room.steps:
        new = _passed(step, position, now)
        if step.position == position:
            count = len(step.phases)
            new = _opened(replace(new, phase=max(0, phase if phase >= 0 else count + phase)), now)
        if new != step:
            changed.append(new)
    place = _place(room, position)
    decision = with_steps(room, *changed)
    if place is room.session.place:
        return decision
    session = replace(room.session, place=place)
    return Decision(replace(decision.room, session=session), (session, *decision.saved))


def _place(room: Room, position: int) -> Place:
    if position < 0:
        return Place.LOBBY
    return Place.STEPS if position < len(room.steps) else Place.CLOSING


def _passed(step: Step, position: int, now: Moment) -> Step:
    """Return a step as it is once the run stands at another position."""
    if step.position == position:
        return replace(step, state=StepState.CURRENT, started=step.started or now.utc, ended=None)
    if step.state is StepState.CURRENT:
        if position < step.position:
            # The room went back: this step lies ahead again, with the time it has used.
            return replace(step, state=StepState.AHEAD, timer=timer.pause(step.timer, now))
        return replace(step, state=StepState.DONE, ended=now.utc, timer=timer.stop(step.timer, now))
    if step.state is StepState.AHEAD and step.position < position:
        return replace(step, state=StepState.SKIPPED)
    if step.state is StepState.SKIPPED and step.position > position:
        return replace(step, state=StepState.AHEAD)
    return step


def _opened(step: Step, now: Moment) -> Step:
    """Return the step with the activities of its phase opened for answers."""
    open_ids = {activity.id for activity in step.now_open}
    activities = tuple(
        replace(one, opened=now.utc) if one.id in open_ids and one.opened is None else one
        for one in step.activities
    )
    return replace(step, activities=activities)
