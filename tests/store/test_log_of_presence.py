"""The stays of an older file become a log that says the same."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.store import record
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.units import PersonId
from workshop_desk.live.lookup import Lookup
from workshop_desk.store.connect import open_file
from workshop_desk.store.integrity import complaints

FIRST = min(record.RELEASED.glob("*.sql"))
DAY = "2026-11-26T"


def at(hour: str) -> str:
    """Return an instant as the file writes it."""
    return f"{DAY}{hour}:00.000000Z"


STAYS = (
    # in the order in which they were written, which is not that of their hours
    ("desk", "09:05", "10:00"),
    ("phone", "09:00", "11:20"),
    ("phone", "13:00", "17:00"),
    ("desk", "10:30", None),
    ("nobody", "09:10", "09:05"),
)
"""Who, from when, until when; `nobody` has no place in the session, and a clock was put back."""


def old_file(path: Path) -> str:
    """Make a file as the first release left it, with more stays; return its session's id."""
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(FIRST.read_text(encoding="utf-8"))
        (session,) = conn.execute("SELECT id FROM sessions").fetchone()
        conn.execute("DELETE FROM presence")
        conn.execute("UPDATE sessions SET closed = ?", (at("17:00"),))
        for person in ("desk", "phone", "nobody"):
            conn.execute("INSERT INTO people VALUES (?, ?, NULL, ?)", (person, person, at("09:00")))
            if person != "nobody":
                place = (session, person, "", person, "en", at("09:00"))
                conn.execute("INSERT INTO attendees VALUES (?, ?, ?, ?, ?, ?)", place)
        for person, entered, left in STAYS:
            row = (session, person, at(entered), at(left) if left else None)
            conn.execute("INSERT INTO presence VALUES (?, ?, ?, ?)", row)
        conn.commit()
    return str(session)


def told(path: Path, session: str) -> list[tuple[str, str, Way, Source]]:
    """Return the log of a file as person, hour, way and source."""
    with closing(sqlite3.connect(path)) as conn:
        rows = conn.execute(
            "SELECT person, substr(at, 12, 5), way, source, written = at, corrects, reason"
            " FROM presence_events WHERE session = ? ORDER BY rowid",
            (session,),
        ).fetchall()
    assert {row[4:] for row in rows} == {(1, None, "")}
    return [(person, hour, Way(way), Source(source)) for person, hour, way, source, *_ in rows]


def test_stays_become_events(path: Path) -> None:
    session = old_file(path)
    open_file(path).close()
    assert complaints(path) == ()
    assert told(path, session) == [
        ("phone", "09:00", Way.IN, Source.PHONE),
        ("desk", "09:05", Way.IN, Source.WALK_IN),
        ("nobody", "09:10", Way.IN, Source.WALK_IN),
        ("nobody", "09:10", Way.OUT, Source.DESK),
        ("desk", "10:00", Way.OUT, Source.DESK),
        ("desk", "10:30", Way.IN, Source.DESK),
        ("phone", "11:20", Way.OUT, Source.PHONE),
        ("phone", "13:00", Way.IN, Source.PHONE),
        ("phone", "17:00", Way.OUT, Source.AUTOMATIC),
    ]
    with Lookup(path) as file:
        (line,) = file.sessions()
        room = file.room(line.id)
    spans = [
        (f"{stay.entered:%H:%M}", stay.left and f"{stay.left:%H:%M}")
        for person in ("phone", "desk")
        for stay in room.stays_of(PersonId(person))
    ]
    assert spans == [("09:00", "11:20"), ("13:00", "17:00"), ("09:05", "10:00"), ("10:30", None)]


def test_the_same_file_makes_the_same_ids(path: Path, tmp_path: Path) -> None:
    found = []
    for one in (path, tmp_path / "again.sqlite"):
        old_file(one)
        open_file(one).close()
        with closing(sqlite3.connect(one)) as conn:
            found.append(conn.execute("SELECT id FROM presence_events ORDER BY rowid").fetchall())
    assert found[0] == found[1]
    assert len(set(found[0])) == 9
