"""Raised hands: a queue in the order in which they went up, one for each person."""

from dataclasses import dataclass

from workshop_desk.domain.units import Instant, PersonId, SessionId


@dataclass(frozen=True, slots=True)
class RaisedHand:
    """Someone who asks to speak; `floor` is since when they do, None while they wait."""

    session: SessionId
    person: PersonId
    raised: Instant
    floor: Instant | None = None
