"""A batch of wishes: each is decided and written, and all of them become one new picture.

This is what decides. It is loaded with the first wish, as the desk's home is shown without any.
"""

import logging
from dataclasses import dataclass, replace

from workshop_desk.base.trouble import WorldError
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import ErasedName
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Revision, SessionId
from workshop_desk.live import lines
from workshop_desk.live.changes import Changed, Stored, Topic
from workshop_desk.live.listing import newest_first
from workshop_desk.live.moments import Moments
from workshop_desk.live.outcomes import Outcome, Standing, outcome
from workshop_desk.live.session_line import line_of
from workshop_desk.live.snapshot import Snapshot
from workshop_desk.live.topics import topics_of
from workshop_desk.live.wish import Answer, Wish
from workshop_desk.store.workbook import Workbook

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Draft:
    """The state while a batch is being written; it becomes the snapshot once all is on disk."""

    room: Room | None
    lines: dict[SessionId, SessionLine]
    settings: Settings
    revision: Revision
    topics: set[Topic]
    erased: bool = False

    def standing(self) -> Standing:
        return Standing(self.room, self.lines, self.settings)

    def accept(self, brought: Outcome, revision: Revision) -> None:
        self.revision = revision
        self.erased = self.erased or any(isinstance(one, ErasedName) for one in brought.saved)
        room = brought.room
        if room is not None:
            if self.room is None or self.room.session.id != room.session.id:
                self.topics |= set(Topic) - {Topic.TROUBLE, Topic.SETTINGS}
            self.room = room = replace(room, revision=revision)
            for entity in brought.saved:
                self.topics |= topics_of(room, entity)
            line = line_of(room)
            if line != self.lines.get(room.session.id):
                # A step put in or taken out changes the line too, the same step again does not.
                self.lines[room.session.id] = line
                self.topics.add(Topic.SESSIONS)
        if brought.planned is not None:
            self.lines[brought.planned.session.id] = line_of(brought.planned)
            self.topics.add(Topic.SESSIONS)
        if brought.dropped is not None:
            del self.lines[brought.dropped]
            self.topics.add(Topic.SESSIONS)
        if brought.settings is not None:
            self.settings = brought.settings
            self.topics.add(Topic.SETTINGS)


class Batch:
    """Answers wishes one by one on top of a snapshot; who made it begins and ends the transaction."""

    def __init__(self, book: Workbook, desk: str, moments: Moments, before: Snapshot) -> None:
        self._book = book
        self._desk = desk
        self._moments = moments
        self._before = before
        self._draft = _Draft(
            before.room,
            {line.id: line for line in before.sessions},
            before.settings,
            before.revision,
            set(),
        )

    def answer(self, wish: Wish) -> Answer:
        """Do one wish; a refusal or a bug undoes this one only, the world stops all."""
        try:
            return self._do(wish)
        except WorldError:
            raise
        except Refusal as refusal:
            return refusal
        except Exception as bug:  # noqa: BLE001 - one asker's bug must not cost the others theirs
            _log.exception("a bug in %s", type(wish.command).__name__)
            return bug

    def result(self) -> tuple[Snapshot, Changed | None]:
        """Return what holds once all is on disk, and the notice to give."""
        before, draft = self._before, self._draft
        if before.trouble is not None:
            draft.topics.add(Topic.TROUBLE)
        listed = Topic.SESSIONS in draft.topics
        after = Snapshot(
            room=draft.room,
            sessions=newest_first(draft.lines.values()) if listed else before.sessions,
            settings=draft.settings,
            revision=draft.revision,
        )
        return after, Changed(draft.revision, frozenset(draft.topics)) if draft.topics else None

    @property
    def erased(self) -> bool:
        """Tell whether a name was erased: what is left of it in the file has to go at once."""
        return self._draft.erased

    def _do(self, wish: Wish) -> Stored:
        draft = self._draft
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
