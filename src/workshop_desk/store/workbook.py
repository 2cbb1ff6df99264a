"""The open file: transactions, rows and journal lines, with SQLite's troubles told as ours."""

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Moment, Revision, SessionId
from workshop_desk.store import backup, journal, session_lines, settings
from workshop_desk.store.durations import Durations
from workshop_desk.store.guard import Guard
from workshop_desk.store.journal import Line
from workshop_desk.store.picture_shelf import PictureShelf
from workshop_desk.store.troubles import trouble_of, troubles_told

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room
    from workshop_desk.domain.rules.decision import Entity

_log = logging.getLogger(__name__)


class Workbook:
    """One open file, for one thread. Every method may raise WorldError."""

    def __init__(self, conn: sqlite3.Connection, path: Path, guard: Guard | None) -> None:
        """Take over an open, migrated connection."""
        self._conn = conn
        self.durations = Durations(conn)
        self.pictures = PictureShelf(conn)
        self._path = path
        self._guard = guard
        self._log = path.with_name(path.name + "-wal")
        self._file, self._log_file = _identity(path), _identity(self._log)

    def close(self) -> None:
        """Close the file and let others have it; what is in one that was taken away is written again."""
        if self._guard is not None and _identity(self._path) != self._file:
            self._rescue()
        self._conn.close()
        if self._guard is not None:
            self._guard.release()
            self._guard = None

    def begin(self) -> None:
        """Begin a transaction that may write; nobody else writes until it ends."""
        if _identity(self._path) != self._file:
            # Writing would go well and be lost: the file we hold has no name any more.
            raise WorldError(Trouble.FILE_GONE, str(self._path))
        if self._guard is not None:
            self._guard.renew()
        if self._log_file is not None and _identity(self._log) != self._log_file:
            self._renew_log()
        with troubles_told():
            self._conn.execute("BEGIN IMMEDIATE")
        self._log_file = self._log_file or _identity(self._log)

    def commit(self) -> None:
        """Put all since `begin` on disk, in one go."""
        with troubles_told():
            self._conn.execute("COMMIT")

    def rollback(self) -> None:
        """Undo all since `begin`; nothing to do where SQLite has done so itself."""
        if self._conn.in_transaction:
            with troubles_told():
                self._conn.execute("ROLLBACK")

    def tidy(self) -> None:
        """Write the whole file anew by its keys and empty its log.

        SQLite puts rows into a page in the order in which they come and keeps old pages in the log:
        side by side, these could still tell whose anonymous answer is whose.
        """
        try:
            self._conn.execute("VACUUM")
            busy, _, _ = self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:  # whatever it is: nothing is lost, and it can be done later
            raise WorldError(trouble_of(error) or Trouble.FILE_BUSY, str(error)) from error
        if busy:
            raise WorldError(Trouble.FILE_BUSY, "another program reads the file")

    @property
    def writing(self) -> bool:
        """Tell whether a transaction is open."""
        return self._conn.in_transaction

    @contextmanager
    def part(self) -> Iterator[None]:
        """Undo what is inside, and only that, where it fails."""
        with troubles_told():
            self._conn.execute("SAVEPOINT part")
            try:
                yield
            except BaseException:
                # A full disk ends the whole transaction; then there is no savepoint to go back to.
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK TO part")
                    self._conn.execute("RELEASE part")
                raise
            self._conn.execute("RELEASE part")

    def _renew_log(self) -> None:
        """Put into the file what its log holds that someone has taken away, and begin another log."""
        with troubles_told():
            self._conn.execute("PRAGMA journal_mode = DELETE").fetchone()
            self._conn.execute("PRAGMA journal_mode = WAL").fetchone()
        _log.warning("the file's log was taken away; a new one was begun")
        self._log_file = None  # it is made with the next transaction

    def _rescue(self) -> None:
        there = _identity(self._path) is not None
        to = backup.free_name(self._path, "rescued") if there else self._path
        try:
            backup.copy(self._conn, to)
        except (WorldError, OSError) as error:
            _log.warning("the file was taken away and could not be written again: %s", error)
        else:
            _log.warning("the file was taken away; it was written again: %s", to)

    def save(self, entities: "tuple[Entity, ...]") -> None:
        """Write entities whole."""
        # Loaded with the first room or wish: the list of sessions can be read without any of it.
        from workshop_desk.store import rows  # noqa: PLC0415

        for entity in entities:
            rows.save(self._conn, entity)

    def add_line(self, line: Line) -> None:
        """Write a line in the journal."""
        journal.add(self._conn, line)

    def drop_session(self, session: SessionId) -> None:
        """Take a session away."""
        session_lines.drop(self._conn, session)

    def save_settings(self, wanted: Settings) -> None:
        """Write the settings."""
        settings.save(self._conn, wanted)

    def known_key(self, key_hash: str) -> tuple[Revision, str] | None:
        """Return the revision and content of the line with this key."""
        with troubles_told():
            return journal.known_key(self._conn, key_hash)

    def revision(self) -> Revision:
        """Return the newest revision."""
        with troubles_told():
            return journal.newest(self._conn)

    def room(self, session: SessionId) -> "Room | None":
        """Read a session with all that belongs to it, as of one moment."""
        from workshop_desk.store import rows  # noqa: PLC0415 - as above

        if self._conn.in_transaction:
            return rows.load_room(self._conn, session)
        with troubles_told():
            self._conn.execute("BEGIN")
            try:
                return rows.load_room(self._conn, session)
            finally:
                self._conn.execute("ROLLBACK")

    def open_session(self) -> SessionId | None:
        """Return the session that is open."""
        with troubles_told():
            return session_lines.open_one(self._conn)

    def lines(self) -> tuple[SessionLine, ...]:
        """Read the list of sessions."""
        with troubles_told():
            return session_lines.lines(self._conn)

    def settings(self) -> Settings:
        """Read the settings."""
        with troubles_told():
            return settings.load(self._conn)

    def last_seen(self) -> Moment | None:
        """Return when the program was last known to run on this file."""
        with troubles_told():
            return settings.last_seen(self._conn)

    def keep_seen(self, now: Moment) -> None:
        """Write down, in a transaction that is open, that the program runs."""
        with troubles_told():
            settings.keep_seen(self._conn, now)

    def desk_id(self, new_id: Callable[[], str]) -> str:
        """Return the desk's id; a new file gets one."""
        with troubles_told():
            known = settings.desk_id(self._conn)
            if known is None:
                known = new_id()
                settings.keep_desk_id(self._conn, known)
            return known


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        known = os.stat(path)  # noqa: PTH116 - one call, before every commit
    except OSError:
        return None
    return known.st_dev, known.st_ino
