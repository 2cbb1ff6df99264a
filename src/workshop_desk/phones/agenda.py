"""The session, its current step and its plan, as phones are told of them."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.units import MINUTE, Language
from workshop_desk.phones.shapes import PlanLine, SessionShape, StepShape


def session_shape(room: Room, language: Language) -> SessionShape:
    """Return the session."""
    session = room.session
    return SessionShape(
        code=session.code,
        title=session.title,
        method=session.method_title.in_language(language),
        language=session.language,
        facilitator=session.facilitator,
        state=session.state.value,
        place=session.place.value,
        next_date=session.next_date,
        open=not session.control.locked,
        look=session.curtain.look_here,
    )


def step_shape(room: Room, language: Language) -> StepShape | None:
    """Return the current step, None in the lobby and at the closing."""
    step = room.step
    if step is None:
        return None
    return StepShape(
        id=step.id,
        key=step.key,
        label=step.label,
        title=step.title.in_language(language),
        rules=step.rules.in_language(language),
        instruction=step.long_prompt.in_language(language),
        position=step.position + 1,
        of=len(room.steps),
    )


def plan_lines(room: Room, language: Language) -> list[PlanLine]:
    """Return the plan, a line per step, with planned minutes, or those of a step put in under way."""
    return [
        PlanLine(
            id=step.id,
            label=step.label,
            title=step.title.in_language(language),
            minutes=round((step.timer.planned or step.longest) / MINUTE),
            state=step.state.value,
        )
        for step in room.steps
    ]
