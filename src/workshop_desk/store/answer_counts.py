"""How many anonymous answers came by each channel."""

from sqlite3 import Connection

from workshop_desk.domain.answer_counts import AnswerCount
from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActivityId, SessionId
from workshop_desk.store.values import upsert

_SAVE = upsert("answer_counts", ("activity", "channel"), ("answers",))


def save(conn: Connection, count: AnswerCount) -> None:
    """Write a sum."""
    conn.execute(_SAVE, (count.activity, count.channel, count.answers))


def load(conn: Connection, session: SessionId) -> dict[tuple[ActivityId, Channel], AnswerCount]:
    """Read a session's sums, in no telling order."""
    rows = conn.execute(
        "SELECT answer_counts.activity, channel, answers FROM answer_counts"
        " JOIN activities ON activities.id = answer_counts.activity"
        " JOIN steps ON steps.id = activities.step"
        " WHERE steps.session = ? ORDER BY answer_counts.activity, channel",
        (session,),
    )
    found = (
        AnswerCount(ActivityId(activity), Channel(channel), answers)
        for activity, channel, answers in rows
    )
    return {(one.activity, one.channel): one for one in found}
