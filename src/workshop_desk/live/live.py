"""The live room: one writer thread, frozen snapshots, receipts only for what is on disk."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import PictureId, Revision, Seconds, SessionId
from workshop_desk.live.changes import Changed, Stored
from workshop_desk.live.keeper import Keeper
from workshop_desk.live.moments import Moments
from workshop_desk.live.snapshot import Snapshot
from workshop_desk.live.wish import Wish
from workshop_desk.live.writer import Listeners, Writer

if TYPE_CHECKING:
    from workshop_desk.domain.commands import Actor, Command
    from workshop_desk.domain.room import Room

Listener = Callable[[Changed], None]


class Live:
    """Owns the truth. Any thread may ask; one thread decides and writes."""

    def __init__(self, path: Path, moments: Moments) -> None:
        """Name the file; nothing is opened before `start`."""
        self._path = path
        self._moments = moments
        self._listeners = Listeners()
        self._opening: Writer | None = None
        self._writer: Writer | None = None

    def begin(self) -> None:
        """Begin to open the file, for who has something else to do until `start`."""
        keeper = partial(Keeper, self._path, self._moments)
        self._opening = self._opening or Writer(keeper, self._listeners)

    def start(self) -> None:
        """Open and migrate the file, load what is open, start the writer; WorldError if it cannot."""
        self.begin()
        opening, self._opening = self._opening, None
        assert opening is not None
        opening.wait()
        self._writer = opening

    def prepare(self) -> None:
        """Load what decides, so that the first wish need not wait for it."""
        # Put off until here, or until that wish: a desk that only shows its home needs none of it.
        from workshop_desk.live import batch  # noqa: F401, PLC0415

    def stop(self) -> None:
        """Write what waits, end the thread, close the file; the snapshots stay readable."""
        for writer in (self._opening, self._writer):
            if writer is not None:
                writer.stop()

    @property
    def snapshot(self) -> Snapshot:
        """Everything below in one picture, for those who need its parts to fit each other."""
        return self._writer.snapshot if self._writer is not None else Snapshot()

    @property
    def room(self) -> "Room | None":
        """The open session, or the one closed last since the start; None before."""
        return self.snapshot.room

    @property
    def sessions(self) -> tuple[SessionLine, ...]:
        """All sessions, the newest first."""
        return self.snapshot.sessions

    @property
    def settings(self) -> Settings:
        """The desk's settings."""
        return self.snapshot.settings

    @property
    def revision(self) -> Revision:
        """The newest revision that is on disk."""
        return self.snapshot.revision

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the writer from storing, None while all is well."""
        return self.snapshot.trouble

    def ask(self, command: "Command", by: "Actor", key: str = "") -> Future[Stored]:
        """Wish for a change. The future gives a receipt, a Refusal or a WorldError, always one.

        `key` is the asker's own name for this wish: sent again, it is not done again. It should be
        unguessable, at least 64 bits by chance; only its hash is kept.
        """
        if self._writer is None:
            return _stopped()
        return self._writer.ask(Wish(command, by, key))

    def read(self, session: SessionId) -> "Future[Room]":
        """Read a session as it is on disk, open or not."""
        if self._writer is None:
            return _stopped()
        return self._writer.read(session)

    def past_times(self, method: str) -> "Future[Mapping[str, tuple[Seconds, ...]]]":
        """Read how long a method's steps took in the sessions that are over, by step, newest first."""
        if self._writer is None:
            return _stopped()
        return self._writer.past_times(method)

    def picture(self, wanted: PictureId) -> Future[bytes]:
        """Read a picture's bytes; the future may give a Refusal or a WorldError."""
        if self._writer is None:
            return _stopped()
        return self._writer.picture(wanted)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of changes, on the writer's thread, quickly please; returns how to stop."""
        return self._listeners.add(listener)


def _stopped() -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(WorldError(Trouble.STOPPED))
    return future
