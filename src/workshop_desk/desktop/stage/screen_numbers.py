"""A large number on each screen for a moment, so that one sees which is which."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.parts.sheet import CENTRE, Sheet
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.screens import Screen, Screens
from workshop_desk.desktop.stage.placing import put_over
from workshop_desk.desktop.theme import stage_palette

SHOWN_MS = 3000


class ScreenNumber(QWidget):
    """One number, and the screen's name below it."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setObjectName(f"screen_number_{number}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.number = number
        self._name = name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number."""
        del event
        palette, side = stage_palette(dark=False), float(min(self.width(), self.height()))
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), palette.primary)
            sheet = Sheet(painter, palette)
            figure = Style("display", side * 0.6, side * 0.6, 800)
            room = QRectF(0, 0, self.width(), self.height() * 0.76)
            sheet.centred(str(self.number), figure, room, palette.on_primary)
            words = Style("text", max(15.0, side * 0.075), max(20.0, side * 0.1), 600)
            line = QRectF(12, self.height() * 0.76, self.width() - 24, words.line)
            sheet.line(self._name, words, line, palette.on_primary, CENTRE)


class ScreenNumbers(QObject):
    """Shows the numbers and takes them away again."""

    def __init__(self, screens: Screens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens = screens
        self.shown: list[ScreenNumber] = []
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(SHOWN_MS)
        self._over.timeout.connect(self.clear)

    def show(self, screens: Sequence[Screen]) -> None:
        """Number the screens from 1 on, from left to right."""
        self.clear()
        for number, screen in enumerate(screens, 1):
            native = self._screens.native(screen)
            if native is not None:
                mark = ScreenNumber(number, screen.title)
                put_over(mark, native)
                self.shown.append(mark)
        self._over.start()

    def clear(self) -> None:
        """Take the numbers away."""
        self._over.stop()
        for one in self.shown:
            one.close()
            one.deleteLater()
        self.shown.clear()
