"""Presence as stays: when someone came, when they left, and how long that makes."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_desk.domain.units import Instant, PersonId, Seconds, SessionId


@dataclass(frozen=True, slots=True)
class Stay:
    """One stretch of presence; `left` is None while it lasts."""

    session: SessionId
    person: PersonId
    entered: Instant
    left: Instant | None = None


def time_present(stays: Iterable[Stay], until: Instant) -> Seconds:
    """Return how long one person was there, overlaps counted once, open stays up to `until`."""
    spans = sorted((stay.entered, min(stay.left or until, until)) for stay in stays)
    total, reached = 0.0, None
    for entered, left in spans:
        begin = entered if reached is None else max(entered, reached)
        total += max(0.0, (left - begin).total_seconds())
        reached = left if reached is None else max(reached, left)
    return Seconds(total)
