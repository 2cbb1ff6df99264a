"""Ratings."""

from sqlite3 import Connection

from workshop_desk.domain.scales import Rating
from workshop_desk.domain.units import ActivityId, PersonId, RatingId, SessionId
from workshop_desk.store.channels import to_maybe_channel
from workshop_desk.store.values import upsert

_SAVE = upsert("ratings", ("id",), ("session", "activity", "rater", "value", "word", "channel"))


def save(conn: Connection, rating: Rating) -> None:
    """Write a rating."""
    conn.execute(
        _SAVE,
        (
            rating.id,
            rating.session,
            rating.activity,
            rating.rater,
            rating.value,
            rating.word,
            rating.channel,
        ),
    )


def remove(conn: Connection, rating: str) -> None:
    """Take a rating away, if there is one of this id."""
    conn.execute("DELETE FROM ratings WHERE id = ?", (rating,))


def load(conn: Connection, session: SessionId) -> dict[RatingId, Rating]:
    """Read a session's ratings, in no telling order."""
    rows = conn.execute(
        "SELECT id, activity, rater, value, word, channel FROM ratings WHERE session = ? ORDER BY id",
        (session,),
    )
    return {
        RatingId(rating): Rating(
            RatingId(rating),
            session,
            ActivityId(activity),
            None if rater is None else PersonId(rater),
            value,
            word,
            to_maybe_channel(channel),
        )
        for rating, activity, rater, value, word, channel in rows
    }
