"""Texts in several languages: one row per language, under the id of what they belong to."""

from collections.abc import Mapping
from sqlite3 import Connection

from workshop_desk.domain.units import Language, SessionId
from workshop_desk.domain.wording import Wording

Field = tuple[str, str]
"""Which text of its owner: the field's name, and the item where there are several ('' otherwise)."""

Wordings = Mapping[str, Mapping[Field, Wording]]
"""Owner's id → field → wording."""


def save(conn: Connection, session: SessionId, owner: str, texts: Mapping[Field, Wording]) -> None:
    """Write all texts of one owner in place of those before."""
    conn.execute("DELETE FROM wordings WHERE owner = ?", (owner,))
    conn.executemany(
        "INSERT INTO wordings (session, owner, field, item, language, text) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (session, owner, name, item, language, text)
            for (name, item), wording in texts.items()
            for language, text in wording.texts
        ],
    )


def of_session(conn: Connection, session: SessionId) -> Wordings:
    """Read all texts of a session, each wording in the order in which it was written."""
    rows = conn.execute(
        "SELECT owner, field, item, language, text FROM wordings WHERE session = ? ORDER BY rowid",
        (session,),
    )
    found: dict[str, dict[Field, list[tuple[Language, str]]]] = {}
    for owner, name, item, language, text in rows:
        found.setdefault(owner, {}).setdefault((name, item), []).append((Language(language), text))
    return {
        owner: {key: Wording(tuple(texts)) for key, texts in fields.items()}
        for owner, fields in found.items()
    }


def pick(wordings: Wordings, owner: str, name: str, item: str = "") -> Wording:
    """Return one wording, an empty one where nothing was written."""
    return wordings.get(owner, {}).get((name, item), Wording())
