"""Actions."""

from datetime import date
from sqlite3 import Connection

from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.units import ActionId, ActivityId, PersonId, SessionId
from workshop_desk.store.channels import to_maybe_channel
from workshop_desk.store.values import instant_text, select, to_instant, upsert

_COLUMNS = (
    "session", "activity", "what", "who", "due", "sign", "writer", "private", "written", "state",
    "waiting", "channel",
)  # fmt: skip
_SAVE = upsert("actions", ("id",), _COLUMNS)
_LOAD = select("actions", ("id", *_COLUMNS), "WHERE session = ? ORDER BY rowid")


def save(conn: Connection, action: Action) -> None:
    """Write an action whole."""
    conn.execute(
        _SAVE,
        (
            action.id,
            action.session,
            action.activity,
            action.what,
            action.who,
            action.due.isoformat() if action.due else None,
            action.sign,
            action.writer,
            action.private,
            instant_text(action.written),
            action.state,
            action.waiting,
            action.channel,
        ),
    )


def load(conn: Connection, session: SessionId) -> dict[ActionId, Action]:
    """Read a session's actions in the order in which they were noted."""
    return {
        ActionId(row[0]): Action(
            id=ActionId(row[0]),
            session=session,
            activity=None if row[2] is None else ActivityId(row[2]),
            what=row[3],
            who=row[4],
            due=None if row[5] is None else date.fromisoformat(row[5]),
            sign=row[6],
            writer=None if row[7] is None else PersonId(row[7]),
            private=bool(row[8]),
            written=to_instant(row[9]),
            state=ActionState(row[10]),
            waiting=bool(row[11]),
            channel=to_maybe_channel(row[12]),
        )
        for row in conn.execute(_LOAD, (session,))
    }
