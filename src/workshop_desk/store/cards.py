"""Cards and their tags."""

from sqlite3 import Connection

from workshop_desk.domain.cards import Card
from workshop_desk.domain.units import ActivityId, CardId, PersonId, SessionId
from workshop_desk.store.channels import to_maybe_channel
from workshop_desk.store.values import (
    instant_text,
    select,
    to_instant,
    to_maybe_bool,
    upsert,
)

_COLUMNS = (
    "session", "activity", "author", "text", "written", "shareable", "parked", "starred", "hidden",
    "locked", "withdrawn", "waiting", "channel",
)  # fmt: skip
_SAVE = upsert("cards", ("id",), _COLUMNS)
_LOAD = select("cards", ("id", *_COLUMNS), "WHERE session = ? ORDER BY rowid")


def save(conn: Connection, card: Card) -> None:
    """Write a card whole."""
    conn.execute(
        _SAVE,
        (
            card.id,
            card.session,
            card.activity,
            card.author,
            card.text,
            instant_text(card.written),
            card.shareable,
            card.parked,
            card.starred,
            card.hidden,
            card.locked,
            card.withdrawn,
            card.waiting,
            card.channel,
        ),
    )
    conn.execute("DELETE FROM card_tags WHERE card = ?", (card.id,))
    if card.tags:
        conn.executemany(
            "INSERT INTO card_tags (card, position, tag) VALUES (?, ?, ?)",
            [(card.id, position, tag) for position, tag in enumerate(card.tags)],
        )


def load(conn: Connection, session: SessionId) -> dict[CardId, Card]:
    """Read a session's cards in the order in which they were written."""
    tags: dict[str, list[str]] = {}
    for card, tag in conn.execute(
        "SELECT card, tag FROM card_tags WHERE card IN (SELECT id FROM cards WHERE session = ?)"
        " ORDER BY card, position",
        (session,),
    ):
        tags.setdefault(card, []).append(tag)
    return {
        CardId(row[0]): Card(
            id=CardId(row[0]),
            session=session,
            activity=ActivityId(row[2]),
            author=None if row[3] is None else PersonId(row[3]),
            text=row[4],
            tags=tuple(tags.get(row[0], ())),
            written=to_instant(row[5]),
            shareable=to_maybe_bool(row[6]),
            parked=bool(row[7]),
            starred=bool(row[8]),
            hidden=bool(row[9]),
            locked=bool(row[10]),
            withdrawn=bool(row[11]),
            waiting=bool(row[12]),
            channel=to_maybe_channel(row[13]),
        )
        for row in conn.execute(_LOAD, (session,))
    }
