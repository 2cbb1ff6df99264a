"""Phones that steer, and offers to become one; of secrets and tokens only hashes."""

from sqlite3 import Connection

from workshop_desk.domain.remotes import Remote, RemoteRole
from workshop_desk.domain.units import RemoteId, SessionId
from workshop_desk.store.values import instant_text, select, to_instant, to_maybe_instant, upsert

_COLUMNS = ("session", "role", "offered", "offer_hash", "token_hash", "name", "paired", "revoked")
_SAVE = upsert("remotes", ("id",), _COLUMNS)
_LOAD = select("remotes", ("id", *_COLUMNS[1:]), "WHERE session = ? ORDER BY rowid")


def save(conn: Connection, remote: Remote) -> None:
    """Write a remote."""
    hashes = (remote.offer_hash, remote.token_hash)
    times = (instant_text(remote.paired), instant_text(remote.revoked))
    about = (remote.session, remote.role, instant_text(remote.offered), *hashes, remote.name, *times)
    conn.execute(_SAVE, (remote.id, *about))


def load(conn: Connection, session: SessionId) -> dict[RemoteId, Remote]:
    """Read a session's remotes in the order in which they were offered."""
    return {
        RemoteId(identity): Remote(
            RemoteId(identity),
            session,
            RemoteRole(role),
            to_instant(offered),
            offer_hash,
            token_hash,
            name,
            to_maybe_instant(paired),
            to_maybe_instant(revoked),
        )
        for identity, role, offered, offer_hash, token_hash, name, paired, revoked in conn.execute(
            _LOAD, (session,)
        )
    }
