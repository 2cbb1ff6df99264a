"""The log of who came and left when; it is only added to."""

from sqlite3 import Connection

from workshop_desk.domain.presence import PresenceEvent, Source, Way
from workshop_desk.domain.presence_log import PresenceLog, log_of
from workshop_desk.domain.units import EventId, PersonId, SessionId
from workshop_desk.store.values import instant_text, select, to_instant

# An event that is there already stays as it is: it is the same one.
_COLUMNS = ("id", "person", "at", "way", "source", "written", "corrects", "reason")
_SAVE = (
    "INSERT INTO presence_events (session, id, person, at, way, source, written, corrects, reason)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
)
_LOAD = select("presence_events", _COLUMNS, "WHERE session = ? ORDER BY rowid")


def save(conn: Connection, event: PresenceEvent) -> None:
    """Add an event."""
    when, written = instant_text(event.at), instant_text(event.written)
    values = (
        event.id,
        event.person,
        when,
        event.way,
        event.source,
        written,
        event.corrects,
        event.reason,
    )
    conn.execute(_SAVE, (event.session, *values))


def load(conn: Connection, session: SessionId) -> PresenceLog:
    """Read a session's log."""
    return log_of(
        PresenceEvent(
            EventId(identity),
            session,
            PersonId(person),
            to_instant(at),
            Way(way),
            Source(source),
            to_instant(written),
            EventId(corrects) if corrects is not None else None,
            reason,
        )
        for identity, person, at, way, source, written, corrects, reason in conn.execute(
            _LOAD, (session,)
        )
    )
