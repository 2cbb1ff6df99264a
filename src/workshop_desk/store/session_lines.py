"""The list of sessions: its lines, which one is open, and how one leaves it."""

from sqlite3 import Connection

from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import Language, Seconds, SessionId
from workshop_desk.domain.wording import Wording
from workshop_desk.store.readiness import open_points
from workshop_desk.store.values import to_instant, to_maybe_instant

_LINES = """
    SELECT id, code, title, method, state, language, created, planned_start, opened, closed,
        max(expected, (SELECT count(*) FROM registrations WHERE registrations.session = sessions.id)),
        (SELECT count(*) FROM attendees
            WHERE attendees.session = sessions.id AND attendees.same_as IS NULL),
        margin_seconds + held_seconds + coalesce((
            SELECT sum(planned_seconds + iif(hard_end AND planned_seconds > 0, questions_seconds, 0))
            FROM steps WHERE steps.session = sessions.id
        ), 0),
        (SELECT count(*) FROM actions
            WHERE actions.session = sessions.id AND actions.state = 'open' AND NOT actions.private),
        prepared, readiness
    FROM sessions
"""


def drop(conn: Connection, session: SessionId) -> None:
    """Take a session away, with its plan."""
    conn.execute("DELETE FROM sessions WHERE id = ?", (session,))


def open_one(conn: Connection) -> SessionId | None:
    """Return the session that is open."""
    row = conn.execute("SELECT id FROM sessions WHERE state = 'open'").fetchone()
    return SessionId(row[0]) if row else None


def lines(conn: Connection) -> tuple[SessionLine, ...]:
    """Read the list of sessions, in the order in which they were planned."""
    titles: dict[str, list[tuple[Language, str]]] = {}
    for session, language, text in conn.execute(
        "SELECT session, language, text FROM wordings WHERE field = 'method_title' ORDER BY rowid"
    ):
        titles.setdefault(session, []).append((Language(language), text))
    return tuple(
        SessionLine(
            id=SessionId(row[0]),
            code=row[1],
            title=row[2],
            method=row[3],
            method_title=Wording(tuple(titles.get(row[0], ()))),
            state=SessionState(row[4]),
            language=Language(row[5]),
            created=to_instant(row[6]),
            planned_start=to_maybe_instant(row[7]),
            opened=to_maybe_instant(row[8]),
            closed=to_maybe_instant(row[9]),
            expected=row[10],
            people=row[11],
            planned=Seconds(row[12]),
            open_actions=row[13],
            prepared=to_maybe_instant(row[14]),
            open_points=open_points(row[15]),
        )
        for row in conn.execute(_LINES + " ORDER BY rowid")
    )
