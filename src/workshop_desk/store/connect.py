"""Opening the file: checked first, then migrated, with what SQLite must promise switched on."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store import backup, examine
from workshop_desk.store.guard import Guard
from workshop_desk.store.troubles import troubles_told
from workshop_desk.store.versions import APPLICATION_ID, STEPS, applied
from workshop_desk.store.workbook import Workbook

if TYPE_CHECKING:
    from sqlite_utils import Migrations

PATIENCE = 3.0
"""Seconds to wait while another program holds the file."""


def open_file(
    path: Path,
    patience: float = PATIENCE,
    *,
    steps: Sequence[str] = STEPS,
    migrations: "Migrations | None" = None,
) -> Workbook:
    """Open a file to write, made with its folders where there is none; WorldError if it cannot be.

    `steps` and `migrations` are those of today's program; tests give those of another release.
    """
    new = examine.is_new(path)
    _make_folder(path.parent)
    guard = Guard(path)
    try:
        if not new:
            examine.check(path, steps)
        with troubles_told():
            if new:
                _make_private(path)
            conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
            try:
                _prepare(conn, new=new)
                _bring_up_to_date(conn, path, steps, migrations, new=new)
            except BaseException:
                conn.close()
                raise
    except BaseException:
        guard.release()
        raise
    return Workbook(conn, path, guard)


def open_reader(path: Path, patience: float = PATIENCE) -> Workbook:
    """Open a file to read only, also while another program writes to it; WorldError if it cannot be."""
    if examine.is_new(path):
        raise WorldError(Trouble.FILE_GONE, str(path))
    examine.check(path)
    with troubles_told():
        conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
        conn.execute("PRAGMA query_only = ON")
        old = not set(STEPS) <= set(applied(conn))
    if old:
        conn.close()
        return open_file(path)
    return Workbook(conn, path, None)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldError(Trouble.FOLDER_UNWRITABLE, str(error)) from error


def _make_private(path: Path) -> None:
    """Make the file such that nobody else on the machine reads it; SQLite does the same for its log."""
    with contextlib.suppress(OSError):  # SQLite is about to say more about it
        path.touch(mode=backup.PRIVATE)


def _prepare(conn: sqlite3.Connection, *, new: bool) -> None:
    """Switch on what every connection needs, and find out whether the file can be written.

    The id is in the file's own first page before the log begins: only so can a file whose program
    was killed a moment later still be told from a foreign one.
    """
    if new:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    _try_to_write(conn)


def _bring_up_to_date(
    conn: sqlite3.Connection,
    path: Path,
    steps: Sequence[str],
    migrations: "Migrations | None",
    *,
    new: bool,
) -> None:
    known = applied(conn)
    pending = [one for one in steps if one not in known]
    if not pending:
        return
    if not new:
        backup.copy(conn, backup.before(path, pending[0]))
    # Loaded for new and old files only: sqlite-utils takes longer to load than the rest of the store.
    from workshop_desk.store.migrations import migrate  # noqa: PLC0415

    migrate(conn, migrations)


def _try_to_write(conn: sqlite3.Connection) -> None:
    """Find out now, and change nothing: in a read-only file even BEGIN IMMEDIATE goes well."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
