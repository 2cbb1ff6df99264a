"""What is said of the log of presence afterwards: that it is wrong, and how it was."""

from dataclasses import dataclass

from workshop_desk.domain.presence import Way
from workshop_desk.domain.units import EventId, Instant, PersonId


@dataclass(frozen=True, slots=True)
class UndoPresence:
    """Take back that someone came or left, if it is the last thing that they did."""

    person: PersonId
    way: Way


@dataclass(frozen=True, slots=True)
class PresenceChange:
    """One hour set right: `corrects` None adds an event, `way` VOID takes one away."""

    corrects: EventId | None
    way: Way
    at: Instant


@dataclass(frozen=True, slots=True)
class CorrectPresence:
    """Set someone's hours right, all at once, and say why."""

    person: PersonId
    changes: tuple[PresenceChange, ...]
    reason: str


PresenceCommand = UndoPresence | CorrectPresence
