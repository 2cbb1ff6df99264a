"""Bars of a scale: one per level, the middle answer's stands out."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.paint import draw_lines, draw_text
from workshop_desk.desktop.theme import Palette

_FOOT, _HEAD = 42, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A level in words and how many chose it."""

    words: str
    count: int


class Bars(QWidget):
    """Upright bars with their count above and their level below, and one sentence beside them."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("bars")
        self._palette = palette
        self._bars: tuple[Bar, ...] = ()
        self._sentence = ""
        self._middle = 0

    def show_bars(self, bars: tuple[Bar, ...], sentence: str, middle: int) -> None:
        """Show these counts; `middle` is the number of the level that stands out, 0 for none."""
        self._bars, self._sentence, self._middle = bars, sentence, middle
        counts = ", ".join(f"{bar.words}: {bar.count}" for bar in bars)
        self.setAccessibleName(f"{sentence}. {counts}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return the least height at which bars can be told apart."""
        return QSize(240, 96)

    def paintEvent(self, event: object) -> None:
        """Paint the bars."""
        del event
        if not self._bars:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = self._palette
            box = QRect(0, 0, self.width(), min(self.height(), 260))
            if self._sentence:
                top = QRect(0, 0, self.width(), 24)
                draw_text(painter, top, self._sentence, fonts.text(15, 600), look.ink)
                box.setTop(26)
            most = max(bar.count for bar in self._bars) or 1
            wide = box.width() / len(self._bars)
            room = max(4, box.height() - _FOOT - _HEAD)
            centre = Qt.AlignmentFlag.AlignHCenter
            for place, bar in enumerate(self._bars):
                left = round(place * wide)
                high = max(3.0, room * bar.count / most)
                bottom = box.bottom() - _FOOT
                body = QRectF(left + wide * 0.2, bottom - high, wide * 0.6, high)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.primary if place + 1 == self._middle else look.quiet)
                painter.drawRoundedRect(body, 4, 4)
                count = QRect(left, round(body.top()) - _HEAD, round(wide), _HEAD)
                draw_text(painter, count, str(bar.count), fonts.text(15, 700), look.ink, centre)
                words = QRect(left + 2, bottom + 4, round(wide) - 4, _FOOT - 4)
                draw_lines(painter, words, bar.words, fonts.text(13), look.ink_2, centre)
