"""Dots: each person's ballot is one whole, and the count is their sum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActivityId, BallotId, CardId, PersonId, SessionId


@dataclass(frozen=True, slots=True)
class Choice:
    """Some dots on one card, at least 1."""

    card: CardId
    dots: int


@dataclass(frozen=True, slots=True)
class Ballot:
    """All of one person's dots; `voter` and `channel`, how they came, are None for anonymous ones."""

    id: BallotId
    session: SessionId
    activity: ActivityId
    voter: PersonId | None
    choices: tuple[Choice, ...]
    channel: Channel | None = None


def dots_per_person(options: int) -> int:
    """Return the usual number of dots: a quarter of the options, 1 to 8 (methods.md 4.8)."""
    return max(1, min(8, round(options / 4)))


def count(ballots: Iterable[Ballot]) -> Mapping[CardId, int]:
    """Return card → dots over all ballots."""
    totals: dict[CardId, int] = {}
    for ballot in ballots:
        for choice in ballot.choices:
            totals[choice.card] = totals.get(choice.card, 0) + choice.dots
    return totals
