"""Opening the file: checked first, then migrated, with what SQLite must promise switched on."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.store import backup, examine
from workshop_desk.store.guard import Guard
from workshop_desk.store.migrations import APPLICATION_ID, MIGRATIONS
from workshop_desk.store.troubles import troubles_told
from workshop_desk.store.workbook import Workbook

PATIENCE = 3.0
"""Seconds to wait while another program holds the file."""


def open_file(path: Path, migrations: Migrations = MIGRATIONS, patience: float = PATIENCE) -> Workbook:
    """Open a file to write, made with its folders where there is none; WorldError if it cannot be."""
    new = examine.is_new(path)
    _make_folder(path.parent)
    guard = Guard(path)
    try:
        if not new:
            examine.check(path, migrations)
        with troubles_told():
            conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
            try:
                _prepare(conn, path, migrations, new=new)
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
    examine.check(path, MIGRATIONS)
    with troubles_told():
        conn = sqlite3.connect(path, timeout=patience, isolation_level=None)
        conn.execute("PRAGMA query_only = ON")
    if MIGRATIONS.pending(Database(conn, execute_plugins=False)):
        conn.close()
        return open_file(path)
    return Workbook(conn, path, None)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldError(Trouble.FOLDER_UNWRITABLE, str(error)) from error


def _prepare(conn: sqlite3.Connection, path: Path, migrations: Migrations, *, new: bool) -> None:
    """Switch on what every connection needs and bring the file up to date.

    The id is in the file's own first page before the log begins: only so can a file whose program
    was killed a moment later still be told from a foreign one.
    """
    if new:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    _try_to_write(conn)
    database = Database(conn, execute_plugins=False)
    pending = migrations.pending(database)
    if pending and not new:
        backup.copy(conn, backup.before(path, pending[0].name))
    if pending:
        migrations.apply(database)


def _try_to_write(conn: sqlite3.Connection) -> None:
    """Find out now, and change nothing: in a read-only file even BEGIN IMMEDIATE goes well."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
