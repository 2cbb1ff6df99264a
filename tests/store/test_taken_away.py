"""Files taken away while the desk works: the log, the lock, the file itself; nothing stored is lost."""

import logging
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.settings import Settings
from workshop_desk.store.connect import open_file
from workshop_desk.store.workbook import Workbook

Records = list[logging.LogRecord]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows takes no file away that is open"
)


def write(book: Workbook, name: str) -> None:
    book.begin()
    book.save_settings(Settings(facilitator=name))
    book.commit()


def refused(book: Workbook, name: str) -> Trouble:
    with pytest.raises(WorldError) as told:
        write(book, name)
    assert not book.writing
    return told.value.trouble


def log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def after_a_crash(path: Path, folder: Path) -> str:
    """Return whose name is in the file if the program is killed now."""
    folder.mkdir()
    for one in (path, log_of(path)):
        if one.exists():
            shutil.copy(one, folder / one.name)
    with closing(open_file(folder / path.name)) as book:
        return book.settings().facilitator


def test_without_its_log_the_file_goes_on_and_keeps_all(
    book: Workbook, path: Path, expected_log: Records, tmp_path: Path
) -> None:
    write(book, "Ana")
    log_of(path).unlink()
    write(book, "Bob")
    assert after_a_crash(path, tmp_path / "first") == "Bob"
    write(book, "Eve")
    assert after_a_crash(path, tmp_path / "second") == "Eve"
    assert len(expected_log) == 1


def test_without_its_log_and_with_a_reader_nothing_is_acknowledged(
    book: Workbook, path: Path, expected_log: Records
) -> None:
    write(book, "Ana")
    book._conn.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM settings").fetchone()
        log_of(path).unlink()
        assert refused(book, "Bob") is Trouble.FILE_BUSY
    write(book, "Bob")
    assert book.settings().facilitator == "Bob"
    assert len(expected_log) == 1


def test_a_lock_that_was_taken_away_is_taken_again(book: Workbook, path: Path) -> None:
    lock_of(path).unlink()
    write(book, "Ana")
    with pytest.raises(WorldError) as told:
        open_file(path)
    assert told.value.trouble is Trouble.FILE_BUSY


def test_two_desks_on_one_file_after_all(book: Workbook, path: Path) -> None:
    """Whoever came second holds the lock; the first one may not write, as it would not see the other."""
    lock_of(path).unlink()
    with closing(open_file(path)) as other:
        assert refused(book, "Ana") is Trouble.FILE_BUSY
        write(other, "Bob")
    write(book, "Ana")


def test_a_deleted_file_is_there_again_at_the_end(
    book: Workbook, path: Path, expected_log: Records
) -> None:
    write(book, "Ana")
    path.unlink()
    assert refused(book, "Bob") is Trouble.FILE_GONE
    book.close()
    with closing(open_file(path)) as again:
        assert again.settings().facilitator == "Ana"
    assert len(expected_log) == 1


def test_a_file_in_the_place_of_ours_is_left_alone(
    book: Workbook, path: Path, expected_log: Records
) -> None:
    write(book, "Ana")
    path.unlink()
    path.write_bytes(b"someone's letter")
    assert refused(book, "Bob") is Trouble.FILE_GONE
    book.close()
    assert path.read_bytes() == b"someone's letter"
    with closing(open_file(path.with_name("desk-rescued.sqlite"))) as rescued:
        assert rescued.settings().facilitator == "Ana"
    assert len(expected_log) == 1


def test_a_folder_that_is_gone_ends_quietly(book: Workbook, path: Path, expected_log: Records) -> None:
    write(book, "Ana")
    shutil.rmtree(path.parent)
    assert refused(book, "Bob") is Trouble.FILE_GONE
    book.close()
    assert not path.exists()
    assert "could not be written again" in expected_log[0].getMessage()


def test_a_file_that_others_use_is_not_tidied(book: Workbook, path: Path) -> None:
    write(book, "Ana")
    book._conn.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for held in ("BEGIN", "BEGIN IMMEDIATE"):
            other.execute(held)
            other.execute("SELECT count(*) FROM settings").fetchone()
            with pytest.raises(WorldError) as told:
                book.tidy()
            assert told.value.trouble is Trouble.FILE_BUSY
            other.execute("ROLLBACK")
    book.tidy()
    assert book.settings().facilitator == "Ana"


def test_nobody_else_on_the_machine_reads_it(book: Workbook, path: Path) -> None:
    write(book, "Ana")
    for one in path.parent.iterdir():
        assert stat.S_IMODE(one.stat().st_mode) == 0o600, one
