"""The live room: one writer thread, frozen snapshots, receipts only for what is on disk."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from workshop_desk.base.trouble import Trouble
from workshop_desk.domain.commands import Actor, Command
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Revision, SessionId
from workshop_desk.live.changes import Changed, Stored
from workshop_desk.live.moments import Moments

Listener = Callable[[Changed], None]


class Live:
    """Owns the truth. Any thread may ask; one thread decides and writes."""

    def __init__(self, path: Path, moments: Moments) -> None:
        """Name the file; nothing is opened before `start`."""
        raise NotImplementedError

    def start(self) -> None:
        """Open and migrate the file, load what is open, start the writer; WorldError if it cannot."""

    def stop(self) -> None:
        """Write what waits, end the thread, close the file."""

    @property
    def room(self) -> Room | None:
        """The open session, or the one closed last since the start; None before."""

    @property
    def sessions(self) -> tuple[SessionLine, ...]:
        """All sessions, the newest first."""

    @property
    def settings(self) -> Settings:
        """The desk's settings."""

    @property
    def revision(self) -> Revision:
        """The newest revision that is on disk."""

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the writer from storing, None while all is well."""

    def ask(self, command: Command, by: Actor, key: str = "") -> Future[Stored]:
        """Wish for a change. The future gives a receipt, a Refusal or a WorldError, always one.

        `key` is the asker's own name for this wish: sent again, it is not done again.
        """

    def read(self, session: SessionId) -> Future[Room]:
        """Read a session as it is on disk, open or not."""

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of changes, on the writer's thread, quickly please; returns how to stop."""
