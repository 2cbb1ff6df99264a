"""Visits: which part of the session the room was in, from when."""

from sqlite3 import Connection

from workshop_desk.domain.units import Moment, Seconds, SessionId, StepId
from workshop_desk.domain.visits import Visit
from workshop_desk.store.values import moment_columns, select, to_instant, upsert

_COLUMNS = ("step", "entered_utc", "entered_boot", "entered_boot_id")
_SAVE = upsert("visits", ("session", "position"), _COLUMNS)
_LOAD = select("visits", ("position", *_COLUMNS), "WHERE session = ? ORDER BY position")


def save(conn: Connection, visit: Visit) -> None:
    """Write a visit."""
    conn.execute(_SAVE, (visit.session, visit.position, visit.step, *moment_columns(visit.entered)))


def load(conn: Connection, session: SessionId) -> tuple[Visit, ...]:
    """Read a session's visits in their order."""
    return tuple(
        Visit(
            session,
            position,
            StepId(step) if step is not None else None,
            Moment(to_instant(utc), Seconds(boot), boot_id),
        )
        for position, step, utc, boot, boot_id in conn.execute(_LOAD, (session,))
    )
