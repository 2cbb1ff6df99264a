"""Rehearsals as the desk sees them: one at a time, in a program of its own."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from workshop_desk.domain.units import SessionId


@dataclass(frozen=True, slots=True)
class Subject:
    """What to rehearse: a planned `session`, or a method that nothing was planned from."""

    title: str
    expected: int
    session: SessionId | None = None
    method: str = ""
    preset: str = ""
    language: str = ""


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

    def begin(self, subject: Subject, people: int, speed: int) -> None:
        """Rehearse with pretended people, so many times faster than real."""
        ...

    def end(self) -> None:
        """End the rehearsal; forget one that failed."""
        ...
