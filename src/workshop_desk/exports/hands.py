"""What a hand drew, on paper: its strokes as large as fits into a box, in the ink of pens."""

from collections.abc import Sequence

from workshop_desk.domain.signatures import WIDE, Stroke
from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.look import look, mix

_LINE = 1.1
_LEAST_WIDE = WIDE * 0.45
"""A small signature stays small: it is not blown up to fill its box."""


def drawn(
    canvas: Canvas, strokes: Sequence[Stroke], corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a signature, its own shape kept, in the middle of the box's height."""
    colours = look()
    across = [x for stroke in strokes for x, _ in stroke]
    down = [y for stroke in strokes for _, y in stroke]
    left, top = min(across), min(down)
    wide, high = max(across) - left, max(down) - top
    scale = min(size[0] / max(wide, _LEAST_WIDE), size[1] / max(high, 1))
    x, y = corner[0], corner[1] + (size[1] - high * scale) / 2
    placed = [
        [(x + (across - left) * scale, y + (down - top) * scale) for across, down in stroke]
        for stroke in strokes
    ]
    with canvas.tagged("Figure"):
        canvas.pen(placed, mix(colours.ink("info"), colours.ink("ink"), 0.45), _LINE)
