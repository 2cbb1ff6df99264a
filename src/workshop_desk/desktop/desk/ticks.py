"""Boxes to tick and choices to make, painted so that they are seen in light and dark."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.paint import draw_text
from workshop_desk.desktop.theme import Palette

_BOX, _GAP, _HIGH = 20, 10, 30
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Tick(QCheckBox):
    """A box that is ticked or not."""

    def __init__(self, words: str, palette: Palette, *, name: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setObjectName(name)
        self._words = words
        self._palette = palette
        self.setMinimumHeight(_HIGH)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Return the room for box and words."""
        return _size(self._words)

    def hitButton(self, pos: object) -> bool:
        """Take clicks on the whole row."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and words."""
        del event
        with QPainter(self) as painter:
            box = _ground(painter, self, self._palette, radius=5)
            if self.isChecked():
                pen = QPen(self._palette.on_primary, 2.4)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                middle = box.center()
                points = ((-4.5, 0.3), (-1.4, 3.4), (4.6, -3.4))
                painter.drawPolyline([middle + QPointF(x, y) for x, y in points])
            _words(painter, self, self._palette, self._words)


class Dot(QRadioButton):
    """One of several choices."""

    def __init__(self, words: str, palette: Palette, *, name: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setObjectName(name)
        self._words = words
        self._palette = palette
        self.setMinimumHeight(_HIGH)
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what an arrow key reaches, even while none of the choices is made."""
        super().keyPressEvent(event)
        reached = QApplication.focusWidget()
        if event.key() in _ARROWS and isinstance(reached, Dot) and reached.group() is self.group():
            reached.setChecked(True)

    def sizeHint(self) -> QSize:
        """Return the room for dot and words."""
        return _size(self._words)

    def hitButton(self, pos: object) -> bool:
        """Take clicks on the whole row."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dot and words."""
        del event
        with QPainter(self) as painter:
            box = _ground(painter, self, self._palette, radius=10)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._palette.on_primary)
                painter.drawEllipse(box.center(), 4, 4)
            _words(painter, self, self._palette, self._words)


def _size(words: str) -> QSize:
    wide = QFontMetrics(fonts.text(15)).horizontalAdvance(words)
    return QSize(_BOX + _GAP + wide + 10, _HIGH)


def _ground(painter: QPainter, on: QAbstractButton, palette: Palette, *, radius: int) -> QRectF:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(2, (on.height() - _BOX) / 2, _BOX, _BOX).adjusted(1, 1, -1, -1)
    chosen = on.isChecked()
    painter.setBrush(palette.primary if chosen else palette.surface)
    painter.setPen(QPen(palette.primary if chosen else palette.line_strong, 1.5))
    if on.hasFocus():
        painter.setPen(QPen(palette.focus, 2.5))
    painter.drawRoundedRect(box, radius, radius)
    return box


def _words(painter: QPainter, on: QAbstractButton, palette: Palette, words: str) -> None:
    left = _BOX + _GAP
    room = QRect(left, 0, on.width() - left, on.height())
    ink = palette.ink if on.isEnabled() else palette.ink_3
    draw_text(painter, room, words, fonts.text(15), ink)
