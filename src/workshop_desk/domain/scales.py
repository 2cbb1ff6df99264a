"""Ratings on a scale, and what may be shown of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActivityId, PersonId, RatingId, SessionId

FEWEST_TO_SHOW = 5
"""Below so many answers an anonymous chart could point at someone (methods.md 7.5)."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer from 1 to the scale's number of levels.

    `rater` and `channel`, how it came, are None for anonymous ones.
    """

    id: RatingId
    session: SessionId
    activity: ActivityId
    rater: PersonId | None
    value: int
    word: str = ""
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many chose each level, from level 1 up; `middle` is the lower median, None if empty."""

    counts: tuple[int, ...]
    middle: int | None

    @property
    def answers(self) -> int:
        """Return how many answered."""
        return sum(self.counts)

    @property
    def showable(self) -> bool:
        """Tell whether enough people answered to show it when answers are anonymous."""
        return self.answers >= FEWEST_TO_SHOW


def distribution(ratings: Iterable[Rating], levels: int) -> Distribution:
    """Count ratings per level."""
    values = sorted(rating.value for rating in ratings)
    counts = tuple(values.count(level) for level in range(1, levels + 1))
    return Distribution(counts, values[(len(values) - 1) // 2] if values else None)
