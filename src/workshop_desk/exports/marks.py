"""A few signs drawn as strokes on a grid of 24, in the manner of the icons on screens."""

import math
from collections.abc import Sequence

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.typeset.paragraphs import Ink

_GRID = 24.0
_WEIGHT = 1.6
Point = tuple[float, float]


def _arc(radius: float) -> tuple[Point, ...]:
    """Return a wave of the Wi-Fi: a quarter of a circle, and a little more, above its source."""
    turns = (math.radians(225 + 90 * step / 12) for step in range(13))
    return tuple((12 + radius * math.cos(turn), 19 + radius * math.sin(turn)) for turn in turns)


MARKS: dict[str, tuple[tuple[Point, ...], ...]] = {
    "phone": (((7, 2), (17, 2), (17, 22), (7, 22), (7, 2)), ((7, 18.5), (17, 18.5)), ((7, 5), (17, 5))),
    "wifi": (_arc(5), _arc(9.5), _arc(14), ((11.9, 19), (12.1, 19))),
    "pencil": (
        ((4, 20), (4, 15.5), (16, 3.5), (20.5, 8), (8.5, 20), (4, 20)),
        ((13, 6.5), (17.5, 11)),
    ),
    "shield": (
        ((4.5, 4.5), (19.5, 4.5), (19.5, 11), (17.5, 16), (12, 20.5), (6.5, 16), (4.5, 11), (4.5, 4.5)),
        ((8.5, 11.8), (11, 14.3), (15.5, 9.7)),
    ),
}
"""Strokes by the name of a sign."""


def mark(canvas: Canvas, name: str, corner: Point, size: float, ink: Ink) -> None:
    """Draw a sign into a square."""
    scale, (x, y) = size / _GRID, corner
    for stroke in MARKS[name]:
        points: Sequence[Point] = [(x + scale * left, y + scale * top) for left, top in stroke]
        canvas.stroke(points, ink, _WEIGHT * scale)
