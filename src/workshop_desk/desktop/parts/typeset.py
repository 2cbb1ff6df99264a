"""Text measured before it is drawn: wrapped to a width, cut at an edge, reported with its box.

Nothing here ever makes a text smaller. What does not fit goes to a further page or is cut with an
ellipsis, and the report says so.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout, QTextOption

from workshop_desk.desktop import fonts
from workshop_desk.domain.plaintext import one_line

ELLIPSIS = "…"
_ASCENT, _DESCENT = 0.76, 0.18
_HALF_CAPITAL = 0.33
_OUTLINED = 64.0
_ENDLESS = 1e6
_LOOSE = re.compile(r"(?<=\S) (?=[:;!?»](?:\s|$))|(?<=«) (?=\S)")


@dataclass(frozen=True, slots=True)
class Style:
    """A face, a size and a line height, in the units of whoever paints."""

    face: str  # "display", "text" or "code"
    size: float
    line: float
    weight: int = 700

    def at(self, size: float) -> "Style":
        """Return the same style at another size, its lines in proportion."""
        return Style(self.face, size, self.line * size / self.size, self.weight)


@cache
def font_of(style: Style) -> QFont:
    """Return the font of a style."""
    pixels = max(1, round(style.size))
    match style.face:
        case "display":
            return fonts.display(pixels, style.weight)
        case "code":
            return fonts.code(pixels)
        case _:
            return fonts.text(pixels, style.weight)


@cache
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(font_of(style))


@lru_cache(maxsize=4096)
def width_of(text: str, style: Style) -> float:
    """Return how wide one line of text is."""
    return _metrics(style).horizontalAdvance(text)


@lru_cache(maxsize=16384)
def wrap(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Return the lines of a text within a width; a word longer than a line is broken."""
    return tuple(line for part in text.split("\n") for line in _wrap_one(part, style, width))


def _wrap_one(text: str, style: Style, width: float) -> Iterator[str]:
    if not text.strip():
        return
    # People type an ordinary space before a colon or inside guillemets: a line must not break there.
    layout = QTextLayout(_LOOSE.sub("\u00a0", text), font_of(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts UTF-16 units, Python counts characters: an emoji is two of theirs and one of ours.
    units = text.encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        begin = line.textStart() * 2
        piece = units[begin : begin + line.textLength() * 2]
        yield piece.decode("utf-16-le", "replace").strip(" ")
    layout.endLayout()


def cut(text: str, style: Style, width: float) -> str:
    """Return one line that fits, shortened with an ellipsis where it must be."""
    line = one_line(text)
    if width_of(line, style) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(line[:middle].rstrip() + ELLIPSIS, style) <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + ELLIPSIS


def cut_parts(text: str, style: Style, width: float, between: str = " · ") -> str:
    """Return one line that fits: parts that do not are left out whole, and only the first is cut."""
    parts = text.split(between)
    for count in range(len(parts), 0, -1):
        line = between.join(parts[:count])
        if count < len(parts):
            line += between + ELLIPSIS
        if width_of(line, style) <= width:
            return line
    return cut(text, style, width)


def cut_lines(text: str, style: Style, width: float, most: int) -> tuple[str, ...]:
    """Return at most so many lines, the last one ending in an ellipsis where some were left out."""
    lines = wrap(text, style, width)
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    shortened = cut(rest, style, width)
    return (*lines[: most - 1], shortened)


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter that has a direction runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def baseline(top: float, style: Style) -> float:
    """Return where the baseline of a line lies whose line box begins at `top`."""
    metrics = _metrics(style)
    free = style.line - metrics.ascent() - metrics.descent()
    return top + free / 2 + metrics.ascent()


def top_for_middle(y: float, style: Style) -> float:
    """Return where the line box begins whose capitals and digits have their middle at `y`."""
    return y + style.size * _HALF_CAPITAL - baseline(0.0, style)


def draw_line(painter: QPainter, left: float, base: float, text: str, style: Style) -> None:
    """Draw one line of text from the left end of its baseline, in the painter's pen.

    Qt fills the outlines of large letters anew each time, all letters of a line at once, which takes
    several times as long as one after the other.
    """
    painter.setFont(font_of(style))
    if painter.deviceTransform().m22() * style.size > _OUTLINED:
        letters, ascent = _letters(text, style)
        for letter in letters:
            painter.drawGlyphRun(QPointF(left, base - ascent), letter)
        if letters:
            return
    painter.drawText(QPointF(left, base), text)


@lru_cache(maxsize=512)
def _letters(text: str, style: Style) -> tuple[tuple[QGlyphRun, ...], float]:
    """Return the letters of a line and its ascent; none where it needs more than one font."""
    layout = QTextLayout(text, font_of(style))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    runs = layout.glyphRuns()
    if len(runs) != 1:
        return (), 0.0
    letters = []
    for index, place in zip(runs[0].glyphIndexes(), runs[0].positions(), strict=True):
        letter = QGlyphRun()
        letter.setRawFont(runs[0].rawFont())
        letter.setGlyphIndexes([index])
        letter.setPositions([place])
        letters.append(letter)
    return tuple(letters), line.ascent()


def ink_box(x: float, base: float, width: float, style: Style) -> QRectF:
    """Return the box that a line's letters may fill."""
    return QRectF(x, base - style.size * _ASCENT, width, style.size * (_ASCENT + _DESCENT))


@dataclass(frozen=True, slots=True)
class TextBox:
    """One drawn line: its text, the box it fills, the room it was given and its size in units."""

    text: str
    used: QRectF
    room: QRectF
    size: float

    @property
    def fits(self) -> bool:
        """Tell whether the line lies inside its room."""
        return self.room.adjusted(-1, -1, 1, 1).contains(self.used)


@dataclass(slots=True)
class Report:
    """What a painter drew: every line of text with its box, and how many pages there are."""

    boxes: list[TextBox] = field(default_factory=list)
    pages: int = 1

    @property
    def clipped(self) -> tuple[TextBox, ...]:
        """Return the lines that stick out of their room."""
        return tuple(box for box in self.boxes if not box.fits)

    @property
    def smallest(self) -> float:
        """Return the smallest text's size."""
        return min((box.size for box in self.boxes), default=0.0)

    @property
    def words(self) -> str:
        """Return all that can be read, in the order of drawing."""
        return " ".join(box.text for box in self.boxes)

    def overlaps(self) -> tuple[tuple[TextBox, TextBox], ...]:
        """Return the pairs of lines that lie over each other."""
        # The letters of neighbouring lines may touch in their unused ascent: shrink before asking.
        boxes = [(box, _heart(box)) for box in self.boxes]
        return tuple(
            (one, other)
            for place, (one, heart) in enumerate(boxes)
            for other, heart_2 in boxes[place + 1 :]
            if heart.intersects(heart_2)
        )


def _heart(box: TextBox) -> QRectF:
    inset = box.size * 0.12
    return box.used.adjusted(2, inset, -2, -inset)
