"""Messages that phones show."""

from sqlite3 import Connection

from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.units import PersonId, Seconds, SessionId
from workshop_desk.store.values import instant_text, to_instant, upsert

_SAVE = upsert("phone_messages", ("session", "person"), ("text", "sent", "stays"))


def save(conn: Connection, message: PhoneMessage) -> None:
    """Write a message, in place of the one before for the same phones."""
    about = (message.text, instant_text(message.sent), message.stays)
    conn.execute(_SAVE, (message.session, message.person or "", *about))


def remove(conn: Connection, session: SessionId, person: PersonId | None) -> None:
    """Forget a message."""
    gone = (session, person or "")
    conn.execute("DELETE FROM phone_messages WHERE session = ? AND person = ?", gone)


def load(conn: Connection, session: SessionId) -> dict[PersonId | None, PhoneMessage]:
    """Read a session's messages by whose phones they are for."""
    rows = conn.execute(
        "SELECT person, text, sent, stays FROM phone_messages WHERE session = ? ORDER BY rowid",
        (session,),
    )
    found = (
        PhoneMessage(
            session, PersonId(person) if person else None, text, to_instant(sent), Seconds(stays)
        )
        for person, text, sent, stays in rows
    )
    return {one.person: one for one in found}
