"""The keeper of the file: decides a batch of wishes, writes them in one transaction, tells the outcome.

It knows nothing of threads; the writer's thread owns it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workshop_desk.base.ids import new_id
from workshop_desk.base.trouble import WorldError
from workshop_desk.domain.commands import Actor, Command
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Revision, SessionId
from workshop_desk.live import lines
from workshop_desk.live.changes import Changed, Stored, Topic
from workshop_desk.live.listing import line_of, newest_first
from workshop_desk.live.moments import Moments
from workshop_desk.live.outcomes import Outcome, Standing, outcome
from workshop_desk.live.snapshot import Snapshot
from workshop_desk.live.topics import topics_of
from workshop_desk.store.connect import open_file
from workshop_desk.store.workbook import Workbook

_log = logging.getLogger(__name__)

Answer = Stored | Exception
"""A receipt, a Refusal, a WorldError, or a bug."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A command, who asks, and the asker's own name for it ('' for none)."""

    command: Command
    by: Actor
    key: str = ""


@dataclass(slots=True)
class _Draft:
    """The state while a batch is being written; it becomes the snapshot once all is on disk."""

    room: Room | None
    lines: dict[SessionId, SessionLine]
    settings: Settings
    revision: Revision
    topics: set[Topic]

    def standing(self) -> Standing:
        return Standing(self.room, self.lines, self.settings)

    def accept(self, brought: Outcome, revision: Revision) -> None:
        self.revision = revision
        room = brought.room
        if room is not None:
            if self.room is None or self.room.session.id != room.session.id:
                self.topics |= set(Topic) - {Topic.TROUBLE, Topic.SETTINGS}
            self.room = room = replace(room, revision=revision)
            for entity in brought.saved:
                self.topics |= topics_of(room, entity)
            if Topic.SESSIONS in self.topics:
                self.lines[room.session.id] = line_of(room)
        if brought.planned is not None:
            self.lines[brought.planned.session.id] = line_of(brought.planned)
            self.topics.add(Topic.SESSIONS)
        if brought.dropped is not None:
            del self.lines[brought.dropped]
            self.topics.add(Topic.SESSIONS)
        if brought.settings is not None:
            self.settings = brought.settings
            self.topics.add(Topic.SETTINGS)


class Keeper:
    """Holds the open file and the newest snapshot."""

    def __init__(self, path: Path, moments: Moments) -> None:
        """Open the file and load the session that is open; WorldError if it cannot be."""
        self._moments = moments
        self._book = open_file(path)
        try:
            self._desk = self._book.desk_id(new_id())
            self._snapshot = _first(self._book)
            self._untidy = self._tidy_soon = False
        except BaseException:
            self._book.close()
            raise

    @property
    def snapshot(self) -> Snapshot:
        """What holds now, all of it on disk."""
        return self._snapshot

    def close(self) -> None:
        """Close the file, with nothing left in it of the order in which answers came."""
        try:
            self._tidy()
        finally:
            self._book.close()

    def rest(self) -> None:
        """Do what nobody waits for: after a session, take the traces of its order out of the file."""
        if self._tidy_soon:
            self._tidy_soon = False
            self._tidy()

    def _tidy(self) -> None:
        if not self._untidy:
            return
        try:
            self._book.tidy()
        except WorldError as error:  # a full disk: it is tried again when the file is closed
            _log.warning("the file could not be tidied: %s", error)
        else:
            self._untidy = False

    def read(self, session: SessionId) -> Room:
        """Read a session from the file, or refuse."""
        room = self._book.room(session)
        if room is None:
            raise Refusal(Why.NO_SESSION)
        return room

    def store(self, wishes: Sequence[Wish]) -> tuple[list[Answer], Changed | None]:
        """Do what is wished, in one transaction: an answer for each, and the notice to give."""
        before = self._snapshot
        draft = _Draft(
            before.room,
            {line.id: line for line in before.sessions},
            before.settings,
            before.revision,
            set(),
        )
        try:
            answers: list[Answer] = [self._answer(wish, draft) for wish in wishes]
            wrote = self._book.writing
            if wrote:
                self._book.commit()
        except WorldError as error:
            answers = [WorldError(error.trouble, error.detail) for _ in wishes]
            return answers, self._failed(error)
        finally:
            self._book.rollback()
        if not wrote:
            return answers, None
        self._untidy = True
        self._tidy_soon = self._tidy_soon or _closes(before.room, draft.room)
        return answers, self._accept(draft)

    def _accept(self, draft: _Draft) -> Changed | None:
        before = self._snapshot
        if before.trouble is not None:
            draft.topics.add(Topic.TROUBLE)
            _log.info("the file can be written again")
        listed = Topic.SESSIONS in draft.topics
        self._snapshot = Snapshot(
            room=draft.room,
            sessions=newest_first(draft.lines.values()) if listed else before.sessions,
            settings=draft.settings,
            revision=draft.revision,
        )
        return Changed(draft.revision, frozenset(draft.topics)) if draft.topics else None

    def _failed(self, error: WorldError) -> Changed | None:
        if self._snapshot.trouble is error.trouble:
            return None
        _log.warning("nothing can be stored: %s", error)
        self._snapshot = replace(self._snapshot, trouble=error.trouble)
        return Changed(self._snapshot.revision, frozenset({Topic.TROUBLE}))

    def _answer(self, wish: Wish, draft: _Draft) -> Answer:
        """Do one wish; a refusal or a bug undoes this one only, the world stops all."""
        try:
            return self._do(wish, draft)
        except WorldError:
            raise
        except Refusal as refusal:
            return refusal
        except Exception as bug:  # noqa: BLE001 - one asker's bug must not cost the others theirs
            _log.exception("a bug in %s", type(wish.command).__name__)
            return bug

    def _do(self, wish: Wish, draft: _Draft) -> Stored:
        if wish.key:
            known = self._book.known_key(lines.key_hash(wish.key))
            if known is not None:
                revision, content = known
                if content != lines.content_hash(wish.command, wish.by, wish.key):
                    raise Refusal(Why.KEY_REUSED)
                return Stored(revision, again=True)
        now = self._moments.now()
        brought = outcome(draft.standing(), wish.command, wish.by, now, self._book.room)
        if not brought.changes and not wish.key:
            return Stored(draft.revision)
        revision = Revision(draft.revision + 1)
        line = lines.line(
            revision,
            now.utc,
            self._desk,
            wish.command,
            wish.by,
            wish.key,
            session=brought.session,
            room=draft.room,
        )
        if not self._book.writing:
            self._book.begin()
        with self._book.part():
            self._write(brought)
            self._book.add_line(line)
        change = _change(draft.room, brought.room)
        draft.accept(brought, revision)
        return Stored(revision, change=change)

    def _write(self, brought: Outcome) -> None:
        self._book.save(brought.saved)
        if brought.dropped is not None:
            self._book.drop_session(brought.dropped)
        if brought.settings is not None:
            self._book.save_settings(brought.settings)


def _change(before: Room | None, now: Room | None) -> int:
    """Return the number of the change that a wish made, 0 where there is nothing to take back."""
    if before is None or now is None or now.session.id != before.session.id:
        return 0
    return now.changes if now.changes > before.changes else 0


def _closes(before: Room | None, now: Room | None) -> bool:
    """Tell whether the session that was open is not any more; in one batch another may have opened."""
    if before is None or now is None or before.session.state is not SessionState.OPEN:
        return False
    return now.session.id != before.session.id or now.session.state is SessionState.CLOSED


def _first(book: Workbook) -> Snapshot:
    """Return how things stand in the file: a session that is open goes on."""
    running = book.open_session()
    return Snapshot(
        room=book.room(running) if running else None,
        sessions=newest_first(book.lines()),
        settings=book.settings(),
        revision=book.revision(),
    )
