"""Looking at a file before anything is written to it: whose is it, is it whole, how old is it.

Only SQLite itself ever opens the file: closing a handle of our own would take from this process the
locks that SQLite holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store.troubles import troubles_told
from workshop_desk.store.versions import APPLICATION_ID, STEPS, applied


def is_new(path: Path) -> bool:
    """Tell whether there is nothing yet at this place; WorldError where that cannot be known."""
    try:
        known = path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise WorldError(Trouble.FILE_UNREADABLE, str(error)) from error
    if not stat.S_ISREG(known.st_mode):
        raise WorldError(Trouble.FILE_UNREADABLE, f"{path} is no file")
    return known.st_size == 0


def check(path: Path, steps: Sequence[str] = STEPS) -> None:
    """Raise WorldError where the file is not ours, broken or from a newer version; write nothing."""
    with troubles_told(), closing(read_only(path)) as conn:
        if _application(conn) != APPLICATION_ID:
            raise WorldError(Trouble.FILE_FOREIGN, str(path))
        answer = conn.execute("PRAGMA quick_check(1)").fetchone()
        if answer != ("ok",):
            raise WorldError(Trouble.FILE_BROKEN, f"{path}: {answer[0]}")
        unknown = set(applied(conn)) - set(steps)
    if unknown:
        raise WorldError(Trouble.FILE_NEWER, str(path))


def _application(conn: sqlite3.Connection) -> int:
    try:
        return int(conn.execute("PRAGMA application_id").fetchone()[0])
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            return 0
        raise


def read_only(path: Path) -> sqlite3.Connection:
    """Open a file such that it stays as it is, byte for byte.

    Without a log beside it nothing can be in there that the file has not: then SQLite may take it as
    unchangeable and leaves no files of its own behind.
    """
    alone = not path.with_name(path.name + "-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    return sqlite3.connect(uri, uri=True, isolation_level=None)
