"""The world in the way: disk full, file locked, read-only or gone. Nothing is acknowledged that is not
stored, everyone is told, and the next success ends it."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.live.changes import Changed, Topic

Records = list[logging.LogRecord]


def pragma(desk: Desk, sql: str) -> None:
    """Run a pragma on the writer's own connection, on its own thread."""
    book = desk.live._writer._keeper._book
    done = []

    def run(_changed: Changed) -> None:
        done.append(book._conn.execute(sql).fetchone())

    forget = desk.live.subscribe(run)
    desk.do(ask.SetBlackout(not desk.room.session.blackout))
    forget()
    assert done


def trouble(desk: Desk, command: ask.Command) -> Trouble:
    with pytest.raises(WorldError) as told:
        desk.do(command)
    return told.value.trouble


def test_a_full_disk(desk: Desk, expected_log: Records) -> None:
    desk.open()
    pragma(desk, "PRAGMA max_page_count = 1")
    pragma_limit = desk.room
    heard: list[Changed] = []
    desk.live.subscribe(heard.append)
    with held_up(desk):
        desk.live.subscribe(heard.append)
        asked = [desk.live.ask(at_the_desk("P" * 80), FACILITATOR) for _ in range(200)]
    for one in asked:
        with pytest.raises(WorldError) as told:
            one.result(SOON)
        assert told.value.trouble is Trouble.DISK_FULL
    assert desk.live.trouble is Trouble.DISK_FULL
    assert heard[-1].topics == {Topic.TROUBLE}
    assert desk.room.people == pragma_limit.people
    assert desk.on_disk() == desk.room
    book = desk.live._writer._keeper._book
    assert not book.writing
    assert [one.levelno for one in expected_log] == [logging.WARNING]


def test_after_a_full_disk_all_goes_on(desk: Desk, expected_log: Records) -> None:
    desk.open()
    pragma(desk, "PRAGMA max_page_count = 1")
    notes = ask.SetNotes(desk.room.steps[0].id, "x" * 1900)
    steps = desk.room.steps
    told = [desk.live.ask(ask.SetNotes(one.id, "y" * 1900), FACILITATOR) for one in steps]
    failed = sum(1 for one in told if isinstance(one.exception(SOON), WorldError))
    assert failed
    assert expected_log
    # Reading still works, and what is small may fit: the room is never half written.
    assert desk.on_disk() == desk.room
    heard: list[Changed] = []
    forget = desk.live.subscribe(heard.append)
    desk.restart()
    forget()
    assert desk.live.trouble is None
    desk.do(notes)
    assert desk.on_disk() == desk.room


def test_another_program_writes_for_too_long(desk: Desk, expected_log: Records) -> None:
    desk.open()
    pragma(desk, "PRAGMA busy_timeout = 20")
    heard: list[Changed] = []
    desk.live.subscribe(heard.append)
    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trouble(desk, at_the_desk("Ana")) is Trouble.FILE_BUSY
        assert trouble(desk, at_the_desk("Bob")) is Trouble.FILE_BUSY
        assert desk.live.trouble is Trouble.FILE_BUSY
        assert len(heard) == 1
        other.execute("ROLLBACK")
    stored = desk.do(at_the_desk("Ana"))
    assert desk.live.trouble is None
    assert heard[-1].revision == stored.revision
    assert Topic.TROUBLE in heard[-1].topics
    assert len(expected_log) == 1


def test_a_file_that_became_read_only(desk: Desk, expected_log: Records) -> None:
    desk.open()
    pragma(desk, "PRAGMA query_only = ON")
    before = desk.room
    assert trouble(desk, at_the_desk("Ana")) is Trouble.READ_ONLY
    assert desk.room == before
    assert expected_log


def test_a_file_that_was_taken_away(desk: Desk, tmp_path: Path, expected_log: Records) -> None:
    """Linux would go on writing into a file without a name, and lose it all at the end."""
    desk.open()
    away = tmp_path / "away.sqlite"
    desk.path.rename(away)
    assert trouble(desk, at_the_desk("Ana")) is Trouble.FILE_GONE
    away.rename(desk.path)
    desk.do(at_the_desk("Ana"))
    assert desk.live.trouble is None
    assert len(expected_log) == 1


def test_a_refusal_is_not_told_while_nothing_can_be_stored(desk: Desk, expected_log: Records) -> None:
    """It may rest on something that was then not stored: here, a name taken in the same batch."""
    desk.open()
    pragma(desk, "PRAGMA query_only = ON")
    # The one that holds the writer up fails itself, so hold it up by a listener of the trouble.
    asked = [desk.live.ask(command, FACILITATOR) for command in (at_the_desk("Ana"), at_the_desk("Bob"))]
    for one in asked:
        assert isinstance(one.exception(SOON), WorldError)
    assert expected_log
