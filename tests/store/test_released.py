"""Files that released versions wrote are opened, brought up to date and understood."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.live.conftest import Desk
from tests.store import record
from workshop_desk.domain.sessions import SessionState
from workshop_desk.live.lookup import Lookup
from workshop_desk.store.connect import open_file
from workshop_desk.store.integrity import complaints

RELEASES = sorted(record.RELEASED.glob("*.sql"))


def test_there_are_some() -> None:
    assert RELEASES


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_a_released_file_is_understood(path: Path, release: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(release.read_text(encoding="utf-8"))
    open_file(path).close()
    assert complaints(path) == ()
    with Lookup(path) as file:
        (line,) = file.sessions()
        assert line.state is SessionState.CLOSED
        room = file.room(line.id)
    assert room.cards
    assert room.ballots
    assert room.ratings
    assert room.actions
    assert [one.name for one in room.certificates.values()] == ["Ana"]
    assert room.session.method_title.in_language(line.language)


def test_the_newest_one_has_the_shape_of_a_file_made_today(path: Path, tmp_path: Path) -> None:
    """Once released, a migration is never changed: the same tables come out of it for ever."""
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(RELEASES[-1].read_text(encoding="utf-8"))
    open_file(path).close()
    new = tmp_path / "new.sqlite"
    open_file(new).close()
    assert _shape(path) == _shape(new)


def _shape(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as conn:
        rows = conn.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        return {(name, sql) for name, sql in rows if not name.startswith("_sqlite_")}


def test_a_recording_has_a_row_in_every_table(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    record.play(desk)
    desk.live.stop()
    with closing(sqlite3.connect(desk.path)) as conn:
        names = [row[0] for row in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        empty = [one for one in names if not conn.execute(f"SELECT 1 FROM {one}").fetchone()]
    # Hands and messages are over with the session.
    over = {"raised_hands", "phone_messages"}
    assert set(empty) - over <= {"activity_roles", "roles", "sqlite_stat1"}
