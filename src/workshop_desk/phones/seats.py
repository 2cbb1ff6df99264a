"""The ring of seats as discs of a drawing: the first at 12 o'clock, the rest clockwise."""

import math
from dataclasses import dataclass
from functools import lru_cache

_MIDDLE, _REACH = 50.0, 44.0
_LARGEST, _OF_ARC = 5.0, 0.42
"""A seat is no larger than this, and no wider than this share of the way to the next."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One disc on a drawing 100 wide and high; `taken` ones are filled."""

    x: float
    y: float
    r: float
    taken: bool


@lru_cache(maxsize=64)
def seats(taken: int, of: int) -> tuple[Seat, ...]:
    """Return so many seats, the first ones taken."""
    count = max(1, taken, of)
    radius = min(_LARGEST, _OF_ARC * 2 * math.pi * _REACH / count)
    angles = (2 * math.pi * number / count for number in range(count))
    return tuple(
        Seat(
            round(_MIDDLE + _REACH * math.sin(angle), 2),
            round(_MIDDLE - _REACH * math.cos(angle), 2),
            round(radius, 2),
            number < taken,
        )
        for number, angle in enumerate(angles)
    )
