"""The journal: one line per change, only ever added to."""

from dataclasses import dataclass
from sqlite3 import Connection

from workshop_desk.domain.units import Instant, Revision, SessionId
from workshop_desk.store.values import instant_text

_ADD = (
    "INSERT INTO journal (revision, at, desk, actor, session, command, key_hash, content_hash, payload)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """What was done, when, where and by whom.

    `actor` is 'facilitator', 'newcomer', a person's id, or '' for anonymous answers. `session` is ''
    where none is meant. `key_hash` and `content_hash` tell a wish sent again; None without a key.
    `payload` is JSON.
    """

    revision: Revision
    at: Instant
    desk: str
    actor: str
    session: str
    command: str
    key_hash: str | None
    content_hash: str | None
    payload: str


def add(conn: Connection, line: Line) -> None:
    """Write a line."""
    conn.execute(
        _ADD,
        (
            line.revision,
            instant_text(line.at),
            line.desk,
            line.actor,
            line.session,
            line.command,
            line.key_hash,
            line.content_hash,
            line.payload,
        ),
    )


def known_key(conn: Connection, key_hash: str) -> tuple[Revision, str] | None:
    """Return the revision and content of the line with this key."""
    row = conn.execute(
        "SELECT revision, content_hash FROM journal WHERE key_hash = ?", (key_hash,)
    ).fetchone()
    return (Revision(row[0]), row[1]) if row else None


def newest(conn: Connection) -> Revision:
    """Return the newest revision, 0 for an empty journal."""
    return Revision(conn.execute("SELECT coalesce(max(revision), 0) FROM journal").fetchone()[0])


def newest_of(conn: Connection, session: SessionId) -> Revision:
    """Return the newest revision of one session, 0 for none."""
    row = conn.execute(
        "SELECT coalesce(max(revision), 0) FROM journal WHERE session = ?", (session,)
    ).fetchone()
    return Revision(row[0])
