"""Opening files of every kind: new, ours, foreign, broken, newer, locked away, held by another."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store.connect import open_file, open_reader
from workshop_desk.store.integrity import complaints
from workshop_desk.store.migrations import MIGRATIONS
from workshop_desk.store.versions import APPLICATION_ID, STEPS, applied
from workshop_desk.store.workbook import Workbook


def trouble(path: Path, **more: float) -> Trouble:
    with pytest.raises(WorldError) as told:
        open_file(path, **more)
    return told.value.trouble


def test_a_new_file_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "desk.sqlite"
    with closing(open_file(path)) as book:
        assert book.revision() == 0
        assert complaints(path) == ()
    assert [one.name for one in path.parent.iterdir()] == [
        "desk.sqlite",
        "desk.sqlite.lock",
    ] or path.exists()


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.touch()
    with closing(open_file(path)) as book:
        assert book.lines() == ()


def test_the_desk_keeps_its_id(path: Path) -> None:
    with closing(open_file(path)) as book:
        assert book.desk_id(lambda: "one") == "one"
    with closing(open_file(path)) as book:
        assert book.desk_id(lambda: "two") == "one"


def _text(path: Path) -> None:
    path.write_text("Liste des participants\n" * 500, encoding="utf-8")


def _few_bytes(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE sessions (id INTEGER)")


def _foreign_wal(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("CREATE TABLE sessions (id INTEGER)")


def _truncated(path: Path) -> None:
    open_file(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _scribbled(path: Path) -> None:
    open_file(path).close()
    whole = bytearray(path.read_bytes())
    whole[4096 : 4096 * 3] = b"\xff" * 4096 * 2
    path.write_bytes(whole)


def _newer(path: Path) -> None:
    open_file(path).close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('workshop_desk', 'from_the_future', 'one day')"
        )
        conn.commit()


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (_text, Trouble.FILE_FOREIGN),
        (_few_bytes, Trouble.FILE_FOREIGN),
        (_foreign, Trouble.FILE_FOREIGN),
        (_foreign_wal, Trouble.FILE_FOREIGN),
        (_truncated, Trouble.FILE_BROKEN),
        (_scribbled, Trouble.FILE_BROKEN),
        (_newer, Trouble.FILE_NEWER),
    ],
)
def test_what_is_not_ours_to_open_stays_untouched(path: Path, make: object, wanted: Trouble) -> None:
    make(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert trouble(path) is wanted
    with pytest.raises(WorldError) as told:
        open_reader(path)
    assert told.value.trouble is wanted
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not path.with_name(path.name + "-wal").exists()


def test_a_newer_file_that_was_never_closed_stays_untouched(path: Path, tmp_path: Path) -> None:
    with closing(open_file(path)) as book:
        book._conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('workshop_desk', 'from_the_future', 'one day')"
        )
        killed = tmp_path / "killed.sqlite"
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{killed}{end}")
    before = killed.read_bytes()
    assert trouble(killed) is Trouble.FILE_NEWER
    assert killed.read_bytes() == before


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert trouble(tmp_path) is Trouble.FILE_UNREADABLE


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert trouble(tmp_path / "file" / "desk.sqlite") in (
        Trouble.FOLDER_UNWRITABLE,
        Trouble.FILE_UNREADABLE,
    )


def test_one_desk_per_file(path: Path) -> None:
    with closing(open_file(path)):
        assert trouble(path) is Trouble.FILE_BUSY
    open_file(path).close()


def test_another_program_that_holds_the_file(path: Path) -> None:
    open_file(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert trouble(path, patience=0.05) is Trouble.FILE_BUSY
    open_file(path).close()


def test_readers_see_what_a_desk_writes(path: Path, book: Workbook) -> None:
    with closing(open_reader(path)) as reader:
        book.begin()
        book.save_settings(book.settings())
        book.commit()
        assert reader._conn.execute("SELECT count(*) FROM settings").fetchone()[0] > 0
        with pytest.raises(WorldError) as told, reader.part():
            reader.save_settings(book.settings())
        assert told.value.trouble is Trouble.READ_ONLY


def test_reading_what_is_not_there(path: Path) -> None:
    with pytest.raises(WorldError) as told:
        open_reader(path)
    assert told.value.trouble is Trouble.FILE_GONE
    assert not path.exists()


def test_a_file_killed_at_birth_is_still_ours(path: Path, tmp_path: Path) -> None:
    with closing(open_file(path)):
        copy = tmp_path / "copy.sqlite"
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{copy}{end}")
    with closing(open_file(copy)) as book:
        assert book.revision() == 0
    assert complaints(copy) == ()


NEXT_STEPS = (*STEPS, "with_moods")


def _next_version() -> Migrations:
    """Return our migrations and one more, as the next release would have them."""
    later = Migrations("workshop_desk")
    for one in MIGRATIONS.pending(Database(memory=True, execute_plugins=False)):
        later(name=one.name)(one.fn)

    @later()
    def with_moods(db: Database) -> None:
        db.execute("CREATE TABLE moods (id TEXT PRIMARY KEY)")

    return later


@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")
def test_a_copy_is_made_before_a_migration(path: Path) -> None:
    with closing(open_file(path)) as book:
        book.begin()
        book.save_settings(book.settings())
        book.commit()
    with closing(open_file(path, steps=NEXT_STEPS, migrations=_next_version())) as book:
        assert book._conn.execute("SELECT count(*) FROM moods").fetchone() == (0,)
    copy = path.with_name("desk-before-with_moods.sqlite")
    with closing(open_file(copy)) as old:
        assert old.settings() is not None
        assert "moods" not in {row[0] for row in old._conn.execute("SELECT name FROM sqlite_master")}
    assert trouble(path) is Trouble.FILE_NEWER


@pytest.mark.filterwarnings("ignore:unclosed database:ResourceWarning")
def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    open_file(path).close()
    later = _next_version()

    @later()
    def broken(db: Database) -> None:
        db.execute("CREATE TABLE half (id TEXT)")
        db.execute("CREATE TABLE half (id TEXT)")

    with pytest.raises(sqlite3.OperationalError):
        open_file(path, steps=(*NEXT_STEPS, "broken"), migrations=later)
    with closing(open_reader_raw(path)) as conn:
        names = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
    assert "half" not in names


def test_the_names_of_the_steps_are_those_of_the_migrations(path: Path) -> None:
    pending = MIGRATIONS.pending(Database(memory=True, execute_plugins=False))
    assert tuple(one.name for one in pending) == STEPS
    open_file(path).close()
    with closing(open_reader_raw(path)) as conn:
        assert applied(conn) == STEPS
        ours = MIGRATIONS.applied(Database(conn, execute_plugins=False))
        assert tuple(one.name for one in ours) == STEPS


_OPEN_AND_TELL = """
import sys
from pathlib import Path
from workshop_desk.store.connect import open_file, open_reader
from workshop_desk.store.integrity import complaints
open_reader(Path(sys.argv[1])).close()
assert complaints(Path(sys.argv[1])) == ()
open_file(Path(sys.argv[1])).close()
print("sqlite_utils" in sys.modules)
"""


def test_a_file_that_is_up_to_date_opens_without_what_makes_new_ones(path: Path) -> None:
    for wanted in ("True", "False"):
        if wanted == "True":
            open_file(path, steps=()).close()
        told = subprocess.run(
            [sys.executable, "-c", _OPEN_AND_TELL, str(path)], capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == wanted


def open_reader_raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path)


def test_no_new_file_needs_a_copy(path: Path) -> None:
    open_file(path).close()
    assert not list(path.parent.glob("*-before-*"))
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Give a folder that other users of the machine can enter; pytest's own ones are closed to them."""
    folder = Path(tempfile.mkdtemp(prefix="workshop-desk-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


_OPEN_AS_NOBODY = """
import os, sys
from pathlib import Path
from workshop_desk.base.trouble import WorldError
from workshop_desk.store.connect import open_file
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    open_file(Path(sys.argv[1])).close()
except WorldError as error:
    print(error.trouble.value)
else:
    print("opened")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file modes")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "wanted"),
    [
        (0o444, 0o777, "read_only"),
        (0o000, 0o777, "file_unreadable"),
        (0o444, 0o555, "read_only"),
        (0o666, 0o777, "opened"),
    ],
)
def test_a_file_that_may_not_be_written_or_read(
    shared_folder: Path, file_mode: int, folder_mode: int, wanted: str
) -> None:
    path = shared_folder / "desk.sqlite"
    open_file(path).close()
    path.with_name("desk.sqlite.lock").unlink()
    before = path.read_bytes()
    path.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    answer = subprocess.run(
        [sys.executable, "-c", _OPEN_AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    path.chmod(0o644)
    assert answer.stdout.strip() == wanted, answer.stderr
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_folder_that_cannot_be_made() -> None:
    assert trouble(Path("/proc/workshop-desk/desk.sqlite")) is Trouble.FOLDER_UNWRITABLE


def test_no_place_for_the_lock(path: Path) -> None:
    path.with_name("desk.sqlite.lock").mkdir()
    assert trouble(path) is Trouble.READ_ONLY
    assert not path.exists()


def test_a_reader_of_an_old_file_brings_it_up_to_date(path: Path) -> None:
    for _ in range(2):
        path.unlink(missing_ok=True)
        open_file(path, steps=()).close()
        with closing(open_reader(path)) as book:
            assert book.lines() == ()
    copies = {one.name for one in path.parent.glob("*-before-*")}
    assert copies == {"desk-before-first_session.sqlite", "desk-before-first_session-2.sqlite"}


def test_a_reader_cannot_begin_to_write(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    open_file(path).close()
    reader = open_reader(path)
    with pytest.raises(WorldError) as caught:
        reader.begin()
    assert caught.value.trouble is Trouble.READ_ONLY
    reader.close()
