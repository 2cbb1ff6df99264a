"""How stays became a log of comings and goings. Frozen: what a migration made is never changed."""

import hashlib
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection

TABLE = (
    """CREATE TABLE presence_events (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        at TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('in', 'out', 'void')),
        source TEXT NOT NULL
            CHECK (source IN ('phone', 'desk', 'walk_in', 'badge', 'automatic', 'correction')),
        written TEXT NOT NULL,
        corrects TEXT REFERENCES presence_events (id),
        reason TEXT NOT NULL,
        CHECK (corrects IS NULL OR source = 'correction'),
        CHECK (way <> 'void' OR corrects IS NOT NULL)
    )""",
    "CREATE INDEX presence_events_by_session ON presence_events (session)",
    "CREATE INDEX presence_events_by_person ON presence_events (person)",
    # What was corrected is corrected again by naming the correction: nobody's correction is lost.
    "CREATE UNIQUE INDEX presence_corrected_once ON presence_events (corrects)",
    """CREATE TRIGGER presence_keeps_events BEFORE UPDATE ON presence_events
        BEGIN SELECT RAISE(ABORT, 'presence is only added to'); END""",
)
"""Rows go with their session or person only; none is changed."""

GONE = ("DROP TABLE presence",)

_STAYS = """
    SELECT presence.session, presence.person, entered, "left",
           coalesce(attendees.channel, 'desk'), sessions.closed
    FROM presence
    JOIN sessions ON sessions.id = presence.session
    LEFT JOIN attendees
        ON attendees.session = presence.session AND attendees.person = presence.person
    ORDER BY presence.rowid
"""
_ADD = """
    INSERT INTO presence_events (id, session, person, at, way, source, written, corrects, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, NULL, '')
"""

Row = tuple[str, int, int, str, str, str, str]


def convert(conn: Connection) -> None:
    """Write an event for each beginning and end of a stay, in the order of their hours.

    How they were noted is told from how the person took part; who left as the session was closed did
    not say so. When they were written down is taken to be when they happened.
    """
    numbers: dict[str, int] = {}
    for at, _, _, session, person, way, source in sorted(_events(conn)):
        number = numbers.get(session, 0)
        numbers[session] = number + 1
        conn.execute(_ADD, (_id(session, person, at, number), session, person, at, way, source, at))


def _events(conn: Connection) -> list[Row]:
    """Return what sorts by hour, then in the order of the stays, each begun before it is ended."""
    events: list[Row] = []
    come: set[tuple[str, str]] = set()
    rows = conn.execute(_STAYS).fetchall()
    for place, (session, person, entered, left, channel, closed) in enumerate(rows):
        by_phone = channel == "phone"
        first = (session, person) not in come
        come.add((session, person))
        came = "phone" if by_phone else "walk_in" if first else "desk"
        events.append((entered, place, 0, session, person, "in", came))
        if left is not None:
            went = "automatic" if left == closed else "phone" if by_phone else "desk"
            events.append((max(left, entered), place, 1, session, person, "out", went))
    return events


def _id(session: str, person: str, at: str, number: int) -> str:
    """Return a UUIDv7 (RFC 9562) of an instant, the same each time the same file is converted."""
    passed = (datetime.fromisoformat(at) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    named = f"{session}\n{person}\n{at}\n{number}"
    rest = int.from_bytes(hashlib.sha256(named.encode()).digest()[:8]) >> 2
    digits = f"{passed << 80 | 7 << 76 | (number & 0xFFF) << 64 | 2 << 62 | rest:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
