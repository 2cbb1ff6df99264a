"""Strokes that the lists of the desk share: chips, initials, state marks, elided text."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout

from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.icons import icon_pixmap
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.plaintext import one_line

CHIP_HEIGHT = 24
_PAD = 9
_LONG_NAME = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip in a list: words, tone as of the style sheet's chips, and an icon for a state."""

    text: str
    tone: str = "neutral"
    glyph: str = ""


@lru_cache(maxsize=256)
def _picture(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    return icon_pixmap(name, QColor.fromRgba(rgba), size, ratio)


def draw_icon(painter: QPainter, name: str, left: int, top: int, size: int, ink: QColor) -> None:
    """Draw an icon in a list, from a picture that is kept."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(left, top, _picture(name, ink.rgba(), size, ratio))


def chip_colours(palette: Palette, tone: str) -> tuple[QColor, QColor]:
    """Return ground and ink of a chip."""
    match tone:
        case "marker":
            return palette.marker, palette.ink
        case "primary":
            return palette.primary_soft, palette.primary
        case "success" | "warning" | "danger" | "info":
            return getattr(palette, f"{tone}_soft"), getattr(palette, tone)
        case _:
            return palette.sunken, palette.ink_2


def chip_width(mark: Mark) -> int:
    """Return how wide a chip is."""
    words = QFontMetrics(fonts.text(13, 600)).horizontalAdvance(mark.text)
    return words + 2 * _PAD + 3 + (22 if mark.glyph else 0)


def draw_chip(
    painter: QPainter, palette: Palette, mark: Mark, right: int, middle: int, most: int
) -> int:
    """Draw a chip that ends at `right`, at most `most` wide; return its left edge."""
    width = min(chip_width(mark), most)
    box = QRect(right - width, middle - CHIP_HEIGHT // 2, width, CHIP_HEIGHT)
    ground, ink = chip_colours(palette, mark.tone)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 6, 6)
    inner = box.adjusted(_PAD, -1, 1 - _PAD, 0)
    if mark.glyph:
        draw_icon(painter, mark.glyph, inner.left(), middle - 8, 16, ink)
        inner.setLeft(inner.left() + 22)
    draw_text(painter, inner, mark.text, fonts.text(13, 600), ink)
    return box.left()


def draw_text(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line in the middle of a box, with … where it does not fit."""
    painter.setFont(font)
    painter.setPen(ink)
    line = one_line(text[:600])
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), shown)


def fit_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines; the last one ends in … where words are left over."""
    words = one_line(text[:600])
    layout = QTextLayout(words, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = words[start:]
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(words[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines


def draw_lines(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw a text in one line or two, in the middle of a box."""
    lines = fit_lines(text, font, box.width(), 2)
    high = round(font.pixelSize() * 1.3)
    top = box.center().y() - high * len(lines) // 2
    for place, line in enumerate(lines):
        one = QRect(box.left(), top + place * high, box.width() + 1, high)
        draw_text(painter, one, line, font, ink, align)


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalnum()]
    if not words:
        return name.strip()[:1].upper()
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def short_name(name: str) -> str:
    """Return a name short enough for a column: the first word of a long one."""
    return name.split(" ", maxsplit=1)[0] if len(name) > _LONG_NAME else name


def draw_disc(
    painter: QPainter, palette: Palette, name: str, box: QRect, *, special: bool, here: bool
) -> None:
    """Draw a person's disc: filled while here, dashed while awaited; the special seat stands out."""
    circle = QRectF(box).adjusted(1, 1, -1, -1)
    if here:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.marker_deep if special else palette.primary_soft)
    else:
        painter.setPen(QPen(palette.line_strong, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    ink = palette.primary if here else palette.ink_2
    if special and here:
        ink = palette.notes[0].ink
    painter.setFont(fonts.text(12, 700))
    painter.setPen(ink)
    painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), initials(name))


def draw_done(painter: QPainter, palette: Palette, centre: QPointF) -> None:
    """Draw the mark of a step that is done: a tick on a disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.success)
    painter.drawEllipse(centre, 9.5, 9.5)
    pen = QPen(palette.bg, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y = centre.x(), centre.y()
    painter.drawPolyline([QPointF(x - 4, y + 0.3), QPointF(x - 1.2, y + 3), QPointF(x + 4, y - 2.8)])


def draw_ahead(painter: QPainter, palette: Palette, centre: QPointF) -> None:
    """Draw the mark of a step that is ahead: an empty ring."""
    painter.setPen(QPen(palette.line_strong, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 9, 9)
