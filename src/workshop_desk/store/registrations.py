"""The list of who is awaited in a session."""

from sqlite3 import Connection

from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.units import PersonId, RegistrationId, SessionId
from workshop_desk.store.values import select, upsert

_COLUMNS = ("session", "name", "email", "department", "code", "person")
_SAVE = upsert("registrations", ("id",), _COLUMNS)
_LOAD = select("registrations", ("id", *_COLUMNS[1:]), "WHERE session = ? ORDER BY rowid")


def save(conn: Connection, one: Registration) -> None:
    """Write a place on the list."""
    about = (one.session, one.name, one.email, one.department, one.code, one.person)
    conn.execute(_SAVE, (one.id, *about))


def remove(conn: Connection, registration: RegistrationId) -> None:
    """Take a place off the list."""
    conn.execute("DELETE FROM registrations WHERE id = ?", (registration,))


def load(conn: Connection, session: SessionId) -> dict[RegistrationId, Registration]:
    """Read a session's list in the order in which it was made."""
    return {
        RegistrationId(identity): Registration(
            RegistrationId(identity),
            session,
            name,
            email,
            department,
            code,
            PersonId(person) if person else None,
        )
        for identity, name, email, department, code, person in conn.execute(_LOAD, (session,))
    }
