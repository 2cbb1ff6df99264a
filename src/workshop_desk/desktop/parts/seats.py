"""The ring of seats, sign of the product: it counts people and shows who has finished; and the logo."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.theme import Palette

_LOGO_SEATS = 7
_LOGO_SEAT = 0.095
_SEAT = 0.05
_MOST_OF_ARC = 0.42
_USUAL_SEATS = 18
_MOST_SEATS = 72


def seat_radius(seats: int, width: float) -> float:
    """Return a seat's radius in a ring of this width: 0.05 of it, less when they would touch."""
    if seats <= 0:
        return 0.0
    share = _SEAT if seats >= _USUAL_SEATS else min(0.08, _SEAT * (_USUAL_SEATS / seats) ** 0.35)
    return min(share * width, _crowded(seats, width))


def _crowded(seats: int, width: float) -> float:
    # radius ≤ 0.42 of the arc, where the circle of centres itself is width / 2 − radius − rim
    arc = math.tau / seats
    return _MOST_OF_ARC * arc * (width / 2) / (1 + _MOST_OF_ARC * arc)


def paint_seats(
    sheet: Sheet, rect: QRectF, taken: int, seats: int, special: int = -1, rim: float = 0.0
) -> None:
    """Paint `seats` discs on a circle from 12 o'clock, clockwise, the first `taken` of them filled.

    `special` is the place of the seat in the marker's colour; `rim` the outline's thickness.
    """
    seats = max(seats, taken)
    if seats <= 0:
        return
    palette = sheet.palette
    width = min(rect.width(), rect.height())
    if seats > _MOST_SEATS:
        _paint_crowd(sheet, rect, width, taken / seats)
        return
    radius, centres = seat_places(rect, seats)
    rim = min(rim or max(1.5, width * 0.0086), radius * 0.45)
    for place, centre in enumerate(centres):
        if place == special:
            sheet.disc(centre, radius, palette.marker_deep)
        elif place < taken:
            sheet.disc(centre, radius, palette.primary)
        else:
            sheet.circle(centre, radius, palette.line_strong, rim)


def seat_places(rect: QRectF, seats: int) -> tuple[float, tuple[QPointF, ...]]:
    """Return the radius of the seats and their middles, from 12 o'clock, clockwise."""
    width = min(rect.width(), rect.height())
    radius = seat_radius(seats, width)
    distance = width / 2 - radius - width * 0.004
    angles = (math.tau * place / seats for place in range(seats))
    return radius, tuple(
        rect.center() + QPointF(math.sin(angle), -math.cos(angle)) * distance for angle in angles
    )


def _paint_crowd(sheet: Sheet, rect: QRectF, width: float, share: float) -> None:
    """Paint a round bench: with so many people single seats would be too small to see."""
    stroke = 2 * _SEAT * width * 0.8
    circle = QRectF(0, 0, width - stroke, width - stroke)
    circle.moveCenter(rect.center())
    for color, part in ((sheet.palette.track, 1.0), (sheet.palette.primary, share)):
        pen = QPen(color, stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        sheet.painter.setPen(pen)
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.drawArc(circle, 90 * 16, -round(360 * 16 * part))


def paint_logo(sheet: Sheet, rect: QRectF) -> None:
    """Paint the logo: seven seats, the second one special."""
    width = rect.width()
    radius = width * _LOGO_SEAT
    distance = width * 0.352
    for place in range(_LOGO_SEATS):
        angle = math.tau * place / _LOGO_SEATS
        centre = rect.center() + QPointF(math.sin(angle), -math.cos(angle)) * distance
        color = sheet.palette.marker_deep if place == 1 else sheet.palette.primary
        sheet.disc(centre, radius, color)


class Seats(QWidget):
    """The ring of seats as a widget of the desk, with the number inside where there is room."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._taken = 0
        self._seats = 0
        self._number = False
        self.setMinimumSize(36, 36)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def count(self, taken: int, seats: int, *, number: bool = False) -> None:
        """Show so many of so many seats taken."""
        if (taken, seats, number) != (self._taken, self._seats, self._number):
            self._taken, self._seats, self._number = taken, seats, number
            self.update()

    def sizeHint(self) -> QSize:
        """Return a small ring's size."""
        return QSize(40, 40)

    def paintEvent(self, event: object) -> None:
        """Paint the ring."""
        del event
        with QPainter(self) as painter:
            side = float(min(self.width(), self.height()))
            rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            sheet = Sheet(painter, self._palette)
            paint_seats(sheet, rect, self._taken, self._seats)
            if self._number:
                style = Style("display", side * 0.36, side, 800)
                sheet.centred(str(self._taken), style, rect, self._palette.ink)


class Logo(QWidget):
    """The logo as a widget."""

    def __init__(self, palette: Palette, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.setFixedSize(size, size)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def paintEvent(self, event: object) -> None:
        """Paint the logo."""
        del event
        with QPainter(self) as painter:
            paint_logo(Sheet(painter, self._palette), QRectF(self.rect()))
