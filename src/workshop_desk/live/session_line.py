"""The line of one session, made from its room."""

from workshop_desk.domain.actions import ActionState
from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.forecast import planned_length
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine


def line_of(room: Room) -> SessionLine:
    """Return the line of a session as its room is now."""
    session = room.session
    open_actions = [
        one for one in room.actions.values() if one.state is ActionState.OPEN and not one.private
    ]
    return SessionLine(
        id=session.id,
        code=session.code,
        title=session.title,
        method=session.method,
        method_title=session.method_title,
        state=session.state,
        language=session.language,
        created=session.created,
        planned_start=session.planned_start,
        opened=session.opened,
        closed=session.closed,
        people=len(room.attendees),
        expected=expected_count(room),
        planned=planned_length(room),
        open_actions=len(open_actions),
        prepared=session.readiness.at,
        open_points=session.readiness.open_points,
    )
