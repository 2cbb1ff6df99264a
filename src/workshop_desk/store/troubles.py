"""From SQLite's error codes to the closed list of troubles."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from workshop_desk.base.trouble import Trouble, WorldError

_BY_CODE = {
    sqlite3.SQLITE_FULL: Trouble.DISK_FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.FILE_BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.FILE_BUSY,
    sqlite3.SQLITE_PROTOCOL: Trouble.FILE_BUSY,
    sqlite3.SQLITE_CORRUPT: Trouble.FILE_BROKEN,
    sqlite3.SQLITE_NOTADB: Trouble.FILE_BROKEN,
    sqlite3.SQLITE_CANTOPEN: Trouble.FILE_UNREADABLE,
    sqlite3.SQLITE_AUTH: Trouble.FILE_UNREADABLE,
    sqlite3.SQLITE_IOERR: Trouble.FILE_GONE,
    sqlite3.SQLITE_NOLFS: Trouble.DISK_FULL,
    sqlite3.SQLITE_NOMEM: Trouble.DISK_FULL,
}


def trouble_of(error: sqlite3.Error) -> Trouble | None:
    """Return what the world did, None where the error is our own mistake.

    The low byte of SQLite's extended codes is the plain code.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _BY_CODE.get(code & 0xFF)


@contextmanager
def troubles_told() -> Iterator[None]:
    """Turn what the world does into WorldError; our own mistakes pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise WorldError(trouble, str(error)) from error
