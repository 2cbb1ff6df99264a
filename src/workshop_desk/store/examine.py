"""Looking at a file before anything is written to it: whose is it, is it whole, how old is it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store.migrations import APPLICATION_ID
from workshop_desk.store.troubles import troubles_told

_MAGIC = b"SQLite format 3\x00"
_ID_AT = 68  # https://www.sqlite.org/fileformat.html#the_database_header


def is_new(path: Path) -> bool:
    """Tell whether there is nothing yet; WorldError where the file cannot be read or is not ours."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise WorldError(Trouble.FILE_UNREADABLE, str(error)) from error
    if not header:
        return True
    if not header.startswith(_MAGIC):
        raise WorldError(Trouble.FILE_FOREIGN, str(path))
    if int.from_bytes(header[_ID_AT : _ID_AT + 4]) != APPLICATION_ID:
        raise WorldError(Trouble.FILE_FOREIGN, str(path))
    return False


def check(path: Path, migrations: Migrations) -> None:
    """Raise WorldError where the file is broken or from a newer version; write nothing."""
    with troubles_told(), closing(read_only(path)) as conn:
        answer = conn.execute("PRAGMA quick_check(1)").fetchone()
        if answer != ("ok",):
            raise WorldError(Trouble.FILE_BROKEN, f"{path}: {answer[0]}")
        applied = {one.name for one in migrations.applied(Database(conn, execute_plugins=False))}
    if applied - known_names(migrations):
        raise WorldError(Trouble.FILE_NEWER, str(path))


def known_names(migrations: Migrations) -> frozenset[str]:
    """Return the names of all migration steps that this program knows."""
    with Database(memory=True, execute_plugins=False) as empty:
        return frozenset(one.name for one in migrations.pending(empty))


def read_only(path: Path) -> sqlite3.Connection:
    """Open a file such that it stays as it is, byte for byte.

    Without a log beside it nothing can be in there that the file has not: then SQLite may take it as
    unchangeable and leaves no files of its own behind.
    """
    alone = not path.with_name(path.name + "-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)
