"""The band above a rehearsed stage: whatever is shown below, nobody takes it for the real one."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.stage.canvas import STRONG
from workshop_desk.desktop.theme import stage_palette

_HEIGHT = 64.0
"""Of 1080 units of the stage's height."""


class RehearsalMark(QWidget):
    """A band in the colour of the felt pen with one word, as large as the stage's letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal_band")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dark = False
        self._word = ""

    def say(self, word: str, *, dark: bool) -> None:
        """Show the word, for a bright or a dim room."""
        if (word, dark) != (self._word, self._dark):
            self._word, self._dark = word, dark
            self.setAccessibleName(word)
            self.update()

    def fit(self, whole: QSize) -> None:
        """Take the band's share of a window."""
        self.setFixedHeight(max(16, round(_HEIGHT * self._unit(whole))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            palette = stage_palette(dark=self._dark)
            painter.fillRect(self.rect(), palette.marker)
            unit = self.height() / _HEIGHT
            painter.scale(unit, unit)
            sheet = Sheet(painter, palette)
            sheet.centred(self._word, STRONG, QRectF(0, 0, self.width() / unit, _HEIGHT), palette.ink)

    @staticmethod
    def _unit(whole: QSize) -> float:
        """Return a unit of the stage, which is 1080 of them high, or wide where it stands upright."""
        return min(whole.width(), whole.height()) / 1080
