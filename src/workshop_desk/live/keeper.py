"""The keeper of the file: has a batch of wishes decided and written in one transaction.

It knows nothing of threads; the writer's thread owns it.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_desk.base.ids import new_id
from workshop_desk.base.trouble import WorldError
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import PictureId, Seconds, SessionId
from workshop_desk.live.changes import Changed, Topic
from workshop_desk.live.listing import newest_first
from workshop_desk.live.moments import LEAST_WAIT, USUAL, Moments, pace
from workshop_desk.live.snapshot import Snapshot
from workshop_desk.live.wish import Answer, Wish
from workshop_desk.store.connect import open_file
from workshop_desk.store.workbook import Workbook

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room
    from workshop_desk.domain.units import Moment
    from workshop_desk.live.pulse import Pulse

_log = logging.getLogger(__name__)


class Keeper:
    """Holds the open file and the newest snapshot."""

    def __init__(self, path: Path, moments: Moments) -> None:
        """Open the file and load the session that is open; WorldError if it cannot be."""
        self._moments = moments
        self._book = open_file(path)
        try:
            self._desk = self._book.desk_id(new_id)
            self._snapshot = _first(self._book)
            self._untidy = self._tidy_soon = False
            self._pulse: Pulse | None = None
            self._feel(self._book.last_seen())
        except BaseException:
            self._book.close()
            raise

    @property
    def snapshot(self) -> Snapshot:
        """What holds now, all of it on disk."""
        return self._snapshot

    @property
    def patience(self) -> float | None:
        """In how many real seconds to look at the clocks, None while no session is open."""
        return max(LEAST_WAIT, USUAL / pace(self._moments)) if self._pulse is not None else None

    def close(self) -> None:
        """Close the file, with nothing left in it of the order in which answers came."""
        try:
            if self._pulse is not None:
                self._sign(self._pulse, self._moments.now())
            self._tidy()
        finally:
            self._book.close()

    def rest(self) -> Changed | None:
        """Do what nobody waits for; returns the notice to give.

        While a session is open, look at the clocks; after it, take the traces of its order out of the
        file.
        """
        if self._tidy_soon:
            self._tidy_soon = False
            self._tidy()
        if self._pulse is None or self._snapshot.room is None:
            return None
        now = self._moments.now()
        changed = None
        wishes = self._pulse.wishes(self._snapshot.room, now)
        if wishes:
            answers, changed = self.store(wishes)
            if self._pulse is not None and not any(isinstance(one, WorldError) for one in answers):
                self._pulse.told()
        if self._pulse is not None and self._pulse.sign_due(now):
            self._sign(self._pulse, now)
        return changed

    def _feel(self, seen: "Moment | None") -> None:
        """Begin to look at the clocks when a session is open, and end it with the session."""
        room = self._snapshot.room
        if room is None or room.session.state is not SessionState.OPEN:
            self._pulse = None
        elif self._pulse is None:
            # Loaded with the first session that is open: the desk's home has none.
            from workshop_desk.live.pulse import Pulse  # noqa: PLC0415

            self._pulse = Pulse(self._moments.now(), seen)

    def _sign(self, pulse: "Pulse", now: "Moment") -> None:
        """Write down that the program runs."""
        pulse.signed(now)
        try:
            self._book.begin()
            self._book.keep_seen(now)
            self._book.commit()
        except WorldError as error:  # the next answer that cannot be stored says so to everyone
            _log.info("no sign of life could be written: %s", error)
        finally:
            self._book.rollback()

    def _tidy(self) -> None:
        if not self._untidy:
            return
        try:
            self._book.tidy()
        except WorldError as error:  # a full disk: it is tried again when the file is closed
            _log.warning("the file could not be tidied: %s", error)
        else:
            self._untidy = False

    def read(self, session: SessionId) -> "Room":
        """Read a session from the file, or refuse."""
        room = self._book.room(session)
        if room is None:
            raise Refusal(Why.NO_SESSION)
        return room

    def past_times(self, method: str) -> "Mapping[str, tuple[Seconds, ...]]":
        """Read how long a method's steps took in the sessions that are over."""
        return self._book.durations.of(method)

    def picture(self, wanted: PictureId) -> bytes:
        """Read a picture's bytes, or refuse."""
        content = self._book.pictures.content(wanted)
        if content is None:
            raise Refusal(Why.UNKNOWN_PICTURE)
        return content

    def store(self, wishes: Sequence[Wish]) -> tuple[list[Answer], Changed | None]:
        """Do what is wished, in one transaction: an answer for each, and the notice to give."""
        # Loaded with the first wish, not with the file: the desk's home needs none of what decides.
        from workshop_desk.live.batch import Batch  # noqa: PLC0415

        before = self._snapshot
        batch = Batch(self._book, self._desk, self._moments, before)
        try:
            answers: list[Answer] = [batch.answer(wish) for wish in wishes]
            wrote = self._book.writing
            if wrote:
                self._book.keep_seen(self._moments.now())
                self._book.commit()
        except WorldError as error:
            answers = [WorldError(error.trouble, error.detail) for _ in wishes]
            return answers, self._failed(error)
        finally:
            self._book.rollback()
        if not wrote:
            return answers, None
        self._untidy = True
        self._snapshot, changed = batch.result()
        ends = _closes(before.room, self._snapshot.room)
        self._tidy_soon = self._tidy_soon or ends or batch.erased
        self._feel(None)
        if before.trouble is not None:
            _log.info("the file can be written again")
        return answers, changed

    def _failed(self, error: WorldError) -> Changed | None:
        if self._snapshot.trouble is error.trouble:
            return None
        _log.warning("nothing can be stored: %s", error)
        self._snapshot = replace(self._snapshot, trouble=error.trouble)
        return Changed(self._snapshot.revision, frozenset({Topic.TROUBLE}))


def _closes(before: "Room | None", now: "Room | None") -> bool:
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
