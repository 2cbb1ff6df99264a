"""Raised hands."""

from sqlite3 import Connection

from workshop_desk.domain.hands import RaisedHand
from workshop_desk.domain.units import PersonId, SessionId
from workshop_desk.store.values import instant_text, to_instant, to_maybe_instant, upsert

_SAVE = upsert("raised_hands", ("session", "person"), ("raised", "floor"))


def save(conn: Connection, hand: RaisedHand) -> None:
    """Write a raised hand."""
    times = (instant_text(hand.raised), instant_text(hand.floor))
    conn.execute(_SAVE, (hand.session, hand.person, *times))


def remove(conn: Connection, session: SessionId, person: PersonId) -> None:
    """Forget a hand that is up no more."""
    conn.execute("DELETE FROM raised_hands WHERE session = ? AND person = ?", (session, person))


def load(conn: Connection, session: SessionId) -> dict[PersonId, RaisedHand]:
    """Read a session's raised hands in the order in which they went up."""
    rows = conn.execute(
        "SELECT person, raised, floor FROM raised_hands WHERE session = ? ORDER BY rowid", (session,)
    )
    return {
        PersonId(person): RaisedHand(
            session, PersonId(person), to_instant(raised), to_maybe_instant(floor)
        )
        for person, raised, floor in rows
    }
