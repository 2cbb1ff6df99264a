"""Sessions with their roles, and the lines of the list of sessions."""

from sqlite3 import Connection

from workshop_desk.domain.people import Role
from workshop_desk.domain.sessions import Place, Session, SessionLine, SessionState
from workshop_desk.domain.units import Language, Seconds, SessionId
from workshop_desk.domain.wording import Wording
from workshop_desk.store import wordings
from workshop_desk.store.values import instant_text, select, to_instant, to_maybe_instant, upsert
from workshop_desk.store.wordings import Wordings, pick

_COLUMNS = (
    "code", "title", "language", "method", "preset", "facilitator", "organisation", "location",
    "contact", "keep_months", "expected", "margin_seconds", "created", "planned_start", "state",
    "place", "blackout", "clock_only", "opened", "closed", "next_date",
)  # fmt: skip
_SAVE = upsert("sessions", ("id",), _COLUMNS)
_LOAD = select("sessions", _COLUMNS, "WHERE id = ?")
_LINES = """
    SELECT id, code, title, method, state, language, created, planned_start, opened, closed, expected,
        (SELECT count(*) FROM attendees WHERE attendees.session = sessions.id),
        margin_seconds
            + coalesce((SELECT sum(planned_seconds) FROM steps WHERE steps.session = sessions.id), 0),
        (SELECT count(*) FROM actions
            WHERE actions.session = sessions.id AND actions.state = 'open' AND NOT actions.private)
    FROM sessions
"""


def save(conn: Connection, session: Session) -> None:
    """Write a session whole, with its roles and their titles."""
    conn.execute(
        _SAVE,
        (
            session.id,
            session.code,
            session.title,
            session.language,
            session.method,
            session.preset,
            session.facilitator,
            session.organisation,
            session.location,
            session.contact,
            session.keep_months,
            session.expected,
            session.margin,
            instant_text(session.created),
            instant_text(session.planned_start),
            session.state,
            session.place,
            session.blackout,
            session.clock_only,
            instant_text(session.opened),
            instant_text(session.closed),
            session.next_date,
        ),
    )
    conn.execute("DELETE FROM roles WHERE session = ?", (session.id,))
    conn.executemany(
        "INSERT INTO roles (session, position, role, most_people, ordinary, private_sheet)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (session.id, position, role.id, role.limit, role.ordinary, role.private_sheet)
            for position, role in enumerate(session.roles)
        ],
    )
    texts = {("method_title", ""): session.method_title}
    texts |= {("role", role.id): role.title for role in session.roles}
    wordings.save(conn, session.id, session.id, texts)


def load(conn: Connection, session: SessionId, texts: Wordings) -> Session | None:
    """Read a session, None where there is no such one."""
    row = conn.execute(_LOAD, (session,)).fetchone()
    if row is None:
        return None
    found = dict(zip(_COLUMNS, row, strict=True))
    return Session(
        id=session,
        code=found["code"],
        title=found["title"],
        language=Language(found["language"]),
        method=found["method"],
        method_title=pick(texts, session, "method_title"),
        preset=found["preset"],
        facilitator=found["facilitator"],
        organisation=found["organisation"],
        location=found["location"],
        contact=found["contact"],
        keep_months=found["keep_months"],
        expected=found["expected"],
        margin=Seconds(found["margin_seconds"]),
        roles=_roles(conn, session, texts),
        created=to_instant(found["created"]),
        planned_start=to_maybe_instant(found["planned_start"]),
        state=SessionState(found["state"]),
        place=Place(found["place"]),
        blackout=bool(found["blackout"]),
        clock_only=bool(found["clock_only"]),
        opened=to_maybe_instant(found["opened"]),
        closed=to_maybe_instant(found["closed"]),
        next_date=found["next_date"],
    )


def _roles(conn: Connection, session: SessionId, texts: Wordings) -> tuple[Role, ...]:
    rows = conn.execute(
        "SELECT role, most_people, ordinary, private_sheet FROM roles"
        " WHERE session = ? ORDER BY position",
        (session,),
    )
    return tuple(
        Role(role, pick(texts, session, "role", role), most, bool(ordinary), bool(private_sheet))
        for role, most, ordinary, private_sheet in rows
    )


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
        )
        for row in conn.execute(_LINES + " ORDER BY rowid")
    )
