"""Certificates."""

from sqlite3 import Connection

from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.units import CertificateId, PersonId, Seconds, SessionId
from workshop_desk.store.values import instant_text, to_instant, upsert

_SAVE = upsert(
    "certificates", ("id",), ("session", "person", "number", "name", "present_seconds", "issued")
)


def save(conn: Connection, one: Certificate) -> None:
    """Write a certificate."""
    issued = instant_text(one.issued)
    conn.execute(_SAVE, (one.id, one.session, one.person, one.number, one.name, one.present, issued))


def load(conn: Connection, session: SessionId) -> dict[CertificateId, Certificate]:
    """Read a session's certificates in the order of their numbers."""
    rows = conn.execute(
        "SELECT id, person, number, name, present_seconds, issued FROM certificates"
        " WHERE session = ? ORDER BY rowid",
        (session,),
    )
    return {
        CertificateId(identity): Certificate(
            CertificateId(identity),
            session,
            PersonId(person),
            number,
            name,
            Seconds(present),
            to_instant(issued),
        )
        for identity, person, number, name, present, issued in rows
    }
