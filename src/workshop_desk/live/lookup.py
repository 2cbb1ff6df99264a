"""Looking something up in a file without running it, also while a desk has it open."""

from pathlib import Path
from types import TracebackType
from typing import Self

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import SessionId
from workshop_desk.live.listing import newest_first
from workshop_desk.store.connect import open_reader


class Lookup:
    """A file opened to read. WorldError where it cannot be."""

    def __init__(self, path: Path) -> None:
        self._book = open_reader(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._book.close()

    def sessions(self) -> tuple[SessionLine, ...]:
        """Return all sessions, the newest first."""
        return newest_first(self._book.lines())

    def settings(self) -> Settings:
        """Return the desk's settings."""
        return self._book.settings()

    def room(self, session: SessionId) -> Room:
        """Return a session with all that belongs to it, or refuse."""
        room = self._book.room(session)
        if room is None:
            raise Refusal(Why.NO_SESSION)
        return room
