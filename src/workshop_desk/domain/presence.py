"""Presence as a log of people coming and going; a stay is what two of its events make.

Nothing is overwritten: who corrects an hour, or takes something back, adds an event that names the one
it stands in for, and says why.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from workshop_desk.domain.spans import Span
from workshop_desk.domain.units import EventId, Instant, PersonId, SessionId


class Way(StrEnum):
    """Which way someone went through the door."""

    IN = "in"
    OUT = "out"
    VOID = "void"  # neither: what it names never happened


class Source(StrEnum):
    """How an event was noted."""

    PHONE = "phone"  # by the person's own phone
    DESK = "desk"  # by the facilitator, in the list of people
    WALK_IN = "walk_in"  # by the facilitator, who typed the name
    BADGE = "badge"  # by a badge, read at the desk
    AUTOMATIC = "automatic"  # by the end of the session: out, without having said so
    CORRECTION = "correction"  # by the facilitator afterwards


@dataclass(frozen=True, slots=True)
class PresenceEvent:
    """Someone came or left `at` an instant; it was `written` down then or later.

    `corrects` names the event that it stands in for, None for one of its own; only corrections have a
    `reason`, in the facilitator's words, '' for what was taken back at once.
    """

    id: EventId
    session: SessionId
    person: PersonId
    at: Instant
    way: Way
    source: Source
    written: Instant
    corrects: EventId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of presence; `left` is None while it lasts. The events that begin and end it."""

    session: SessionId
    person: PersonId
    entered: Instant
    left: Instant | None
    arrival: PresenceEvent
    departure: PresenceEvent | None = None

    def span(self, until: Instant) -> Span:
        """Return the stay as a span, one that lasts up to `until`."""
        return Span(self.entered, min(self.left or until, until))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTED = 0xFFF


def event_id(session: SessionId, person: PersonId, written: Instant, number: int) -> EventId:
    """Return the id of a session's event by its number: a UUIDv7 (RFC 9562) of when it was written.

    It is made from what it names instead of by chance: one closing makes hundreds of events, and
    whoever asks for it need not know how many.
    """
    named = f"{session}\n{person}\n{written.isoformat()}\n{number}"
    rest = int.from_bytes(hashlib.sha256(named.encode()).digest()[:8]) >> 2
    passed = (written - Instant(_EPOCH)) // timedelta(milliseconds=1)
    digits = f"{passed << 80 | 7 << 76 | (number & _COUNTED) << 64 | 2 << 62 | rest:032x}"
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return EventId("-".join(parts))
