"""Rehearsals as the desk sees them: one at a time, in a program of its own."""

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_desk.desktop.desk.subject import Subject


class RehearsalState(StrEnum):
    """How a rehearsal is."""

    NONE = "none"
    PREPARING = "preparing"  # asked for, its windows are not there yet
    RUNNING = "running"
    FAILED = "failed"  # it ended without having been told to


class Rehearsals(Protocol):
    """Begins a rehearsal, and ends it. Every call returns at once."""

    @property
    def state(self) -> RehearsalState:
        """How the rehearsal is now."""
        ...

    def begin(self, subject: "Subject", people: int, speed: int) -> None:
        """Rehearse with pretended people, so many times faster than real."""
        ...

    def end(self) -> None:
        """End the rehearsal; forget one that failed."""
        ...
