"""Moving through the plan: phases, steps, lobby and closing."""

from collections.abc import Sequence
from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.agenda_commands import GoOn
from workshop_desk.domain.commands import GoTo, Reveal, SetNotes
from workshop_desk.domain.notices import notice
from workshop_desk.domain.plaintext import TEXT_MAX, clean_text
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, Entity, with_activity, with_steps
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import AtZero
from workshop_desk.domain.units import Moment, StepId
from workshop_desk.domain.visits import moved


def current(room: Room) -> Step:
    """Return the current step, or refuse in the lobby and at the closing."""
    step = room.step
    if step is None:
        raise Refusal(Why.NO_STEP)
    return step


def step_by_id(room: Room, wanted: StepId) -> Step:
    """Return a step by id, or refuse."""
    for step in room.steps:
        if step.id == wanted:
            return step
    raise Refusal(Why.UNKNOWN_STEP)


def position_of(room: Room) -> int:
    """Return where the room is: a step's place, -1 in the lobby, past the last at the closing."""
    if room.step is not None:
        return room.step.position
    return -1 if room.session.place is Place.LOBBY else len(room.steps)


def advance(room: Room, now: Moment) -> Decision:
    """Go on by one phase, one step, or to the closing; steps left out are passed over."""
    step = room.step
    if step is None and room.session.place is Place.CLOSING:
        raise Refusal(Why.AT_END)
    if step is not None and step.phase + 1 < len(step.phases):
        return with_steps(room, _opened(replace(step, phase=step.phase + 1), now))
    return enter_next(room, now)


def enter_next(room: Room, now: Moment) -> Decision:
    """Enter the next step that is not left out, or the closing."""
    here = position_of(room)
    ahead = (step.position for step in room.steps if step.position > here)
    taken = (place for place in ahead if room.steps[place].state is not StepState.SKIPPED)
    return _enter(room, next(taken, len(room.steps)), 0, now)


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
    step = step_by_id(room, command.step)
    if step.state is StepState.CURRENT:
        return Decision(room)
    return _enter(room, step.position, 0, now)


def go_on(room: Room, command: GoOn, now: Moment) -> Decision:
    """Go on by itself, if the current step's notice has just run out; the next clock starts with it.

    Whoever lets a step go on by itself has no hand free for the next one.
    """
    step = current(room)
    left = notice(room, now)
    if step.id != command.step or left is None or left > 0:
        raise Refusal(Why.NOT_NOW)
    entered = enter_next(room, now)
    after = entered.room.step
    if after is None:
        return entered
    running = with_steps(entered.room, replace(after, timer=timer.start(after.timer, now)))
    return Decision(running.room, (*entered.saved, *running.saved))


def called_off(room: Room) -> Room:
    """Return the room with the current step told to keep counting instead of going on."""
    step = current(room)
    return with_steps(room, replace(step, timer=replace(step.timer, at_zero=AtZero.KEEP))).room


def reveal(room: Room, command: Reveal) -> Decision:
    """Show or hold back what an activity captured."""
    activity = room.activity(command.activity)
    if activity.revealed == command.shown:
        return Decision(room)
    return with_activity(room, replace(activity, revealed=command.shown))


def set_notes(room: Room, command: SetNotes) -> Decision:
    """Keep the facilitator's notes of a step."""
    step = step_by_id(room, command.step)
    notes = clean_text(command.text, TEXT_MAX) if command.text.strip() else ""
    return with_steps(room, replace(step, notes=notes))


def stop_clocks(room: Room, step: Step | None, now: Moment) -> Decision:
    """Stop the clocks of a step that is left."""
    changed = tuple(
        stopped
        for clock in room.clocks.values()
        if step is not None and clock.step == step.id
        if (stopped := replace(clock, timer=timer.pause(clock.timer, now))) != clock
    )
    clocks = {**room.clocks, **{clock.id: clock for clock in changed}}
    return Decision(replace(room, clocks=clocks) if changed else room, changed)


def _enter(room: Room, position: int, phase: int, now: Moment) -> Decision:
    """Leave the current step and enter the one at a position: -1 is the lobby, past the last the end."""
    here, left = position_of(room), stop_clocks(room, room.step, now)
    changed = []
    for step in room.steps:
        new = _passed(step, here, position, now)
        if step.position == position:
            count = len(step.phases)
            new = _opened(replace(new, phase=max(0, phase if phase >= 0 else count + phase)), now)
        if new != step:
            changed.append(new)
    place = _place(room.steps, position)
    entered = room.steps[position].id if place is Place.STEPS else None
    visit = moved(room.visits, room.session.id, entered, now)
    room = replace(left.room, visits=(*room.visits, visit))
    saved: tuple[Entity, ...] = (*left.saved, visit)
    decision = with_steps(room, *changed)
    if place is not room.session.place:
        session = replace(room.session, place=place)
        decision = Decision(replace(decision.room, session=session), (session, *decision.saved))
    return Decision(decision.room, (*decision.saved, *saved))


def _place(steps: Sequence[Step], position: int) -> Place:
    if position < 0:
        return Place.LOBBY
    return Place.STEPS if position < len(steps) else Place.CLOSING


def _passed(step: Step, here: int, position: int, now: Moment) -> Step:
    """Return a step as it is once the run has gone from one position to another."""
    if step.position == position:
        return replace(step, state=StepState.CURRENT, started=step.started or now.utc, ended=None)
    if step.state is StepState.CURRENT:
        if position < step.position:
            # The room went back: this step lies ahead again, with the time it has used.
            return replace(step, state=StepState.AHEAD, timer=timer.pause(step.timer, now))
        return replace(step, state=StepState.DONE, ended=now.utc, timer=timer.stop(step.timer, now))
    if step.state is StepState.AHEAD and step.position < position:
        return replace(step, state=StepState.SKIPPED)
    if step.state is StepState.SKIPPED and position < step.position < here:
        # It had been jumped over; what was left out on purpose lies further ahead.
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
