"""Signatures: rows that are only added, each with its link of the chain."""

from sqlite3 import Connection

from workshop_desk.domain.signatures import Signature, SignatureChannel, SignatureKind, first_broken
from workshop_desk.domain.units import PersonId, SessionId, SignatureId
from workshop_desk.store.values import instant_text, select, to_instant

_COLUMNS = (
    "id", "session", "position", "kind", "person", "half_day", "at", "channel", "ink", "mark", "reason",
    "previous", "hash",
)  # fmt: skip
_ADD = (
    f"INSERT INTO signatures ({', '.join(_COLUMNS)}) "  # noqa: S608 - our own names
    f"VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT (id) DO NOTHING"
)
_LOAD = select("signatures", _COLUMNS, "WHERE session = ? ORDER BY position")

COMMANDS = ("Sign", "CorrectSignature")
"""What the journal calls that which adds a row here."""


def save(conn: Connection, signature: Signature) -> None:
    """Write a signature; one that is there already stays as it is."""
    one = signature
    about = (one.id, one.session, one.position, one.kind, one.person, one.half_day, instant_text(one.at))
    conn.execute(_ADD, (*about, one.channel, one.ink, one.mark, one.reason, one.previous, one.hash))


def load(conn: Connection, session: SessionId) -> tuple[Signature, ...]:
    """Read a session's signatures in their order."""
    return tuple(
        Signature(
            SignatureId(identity),
            SessionId(of),
            position,
            SignatureKind(kind),
            None if person is None else PersonId(person),
            half_day,
            to_instant(at),
            SignatureChannel(channel),
            *said,
        )
        for identity, of, position, kind, person, half_day, at, channel, *said in conn.execute(
            _LOAD, (session,)
        )
    )


def complaints(conn: Connection) -> tuple[str, ...]:
    """Return which chains are broken, and which have another length than the journal says."""
    known = conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'signatures'").fetchone()
    if known is None:  # a file that has not been opened since signatures came
        return ()
    found: list[str] = []
    marks = ", ".join("?" * len(COMMANDS))
    asked = f"SELECT count(*) FROM journal WHERE session = ? AND command IN ({marks})"  # noqa: S608
    for session, code in conn.execute("SELECT id, code FROM sessions WHERE training = 1").fetchall():
        links = load(conn, session)
        broken = first_broken(links)
        if broken is not None:
            found.append(f"signatures of {code}: the chain does not hold at no. {broken + 1}")
        (lines,) = conn.execute(asked, (session, *COMMANDS)).fetchone()
        if lines != len(links):
            found.append(f"signatures of {code}: {len(links)} in the file, {lines} in the journal")
    return tuple(found)
