"""Stays: who was there from when to when."""

from sqlite3 import Connection

from workshop_desk.domain.presence import Stay
from workshop_desk.domain.units import PersonId, SessionId
from workshop_desk.store.values import instant_text, to_instant, to_maybe_instant, upsert

_SAVE = upsert("presence", ("session", "person", "entered"), ('"left"',))


def save(conn: Connection, stay: Stay) -> None:
    """Write a stay."""
    conn.execute(_SAVE, (stay.session, stay.person, instant_text(stay.entered), instant_text(stay.left)))


def load(conn: Connection, session: SessionId) -> tuple[Stay, ...]:
    """Read a session's stays in the order in which they began."""
    rows = conn.execute(
        'SELECT person, entered, "left" FROM presence WHERE session = ? ORDER BY rowid', (session,)
    )
    return tuple(
        Stay(session, PersonId(person), to_instant(entered), to_maybe_instant(left))
        for person, entered, left in rows
    )
