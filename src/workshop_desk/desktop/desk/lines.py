"""The list of what comes in: a model that only says what changed, and one painter for all rows."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.paint import Mark, chip_width, draw_chip, draw_text
from workshop_desk.desktop.desk.rows import RowList, RowPainter, Rows, Stand
from workshop_desk.desktop.theme import Palette

ROW = 34
_NAME = 110


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what was written, its marks and who wrote it. `quiet` rows step back."""

    key: str
    text: str
    number: str = ""
    marks: tuple[Mark, ...] = ()
    name: str = ""
    quiet: bool = False

    @property
    def shown(self) -> str:
        """What was written."""
        return self.text

    @property
    def tip(self) -> str:
        """All that was written, as the row may cut it."""
        return self.text

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ". ".join(
            part for part in (self.text, *(one.text for one in self.marks), self.name) if part
        )


class Lines(Rows[Line]):
    """What comes in, row by row."""


class LinePainter(RowPainter[Line]):
    """Paints a row: number, words, marks, name."""

    height = ROW

    def draw(self, painter: QPainter, row: Line, box: QRect, stand: Stand) -> None:
        """Paint one row."""
        line, look = row, self._palette
        if stand.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.primary_soft)
            painter.drawRoundedRect(box.adjusted(0, 1, 0, 0), 6, 6)
        painter.setPen(look.line)
        painter.drawLine(box.topLeft(), box.topRight())
        left, right = box.left() + 6, box.right() - 6
        if line.number:
            number = QRect(left, box.top(), 30, box.height())
            draw_text(painter, number, line.number, fonts.text(13), look.ink_2)
            left += 30
        if line.name:
            name = QRect(right - _NAME, box.top(), _NAME, box.height())
            draw_text(painter, name, line.name, fonts.text(13), look.ink_2, Qt.AlignmentFlag.AlignRight)
            right -= _NAME + 12
        right = self._marks(painter, line, left, right, box.center().y())
        ink = look.ink_2 if line.quiet else look.ink
        words = QRect(left, box.top(), right - left, box.height())
        draw_text(painter, words, line.text, fonts.text(15), ink)

    def _marks(self, painter: QPainter, line: Line, left: int, right: int, middle: int) -> int:
        most = (right - left) // 2
        for mark in reversed(line.marks):
            if chip_width(mark) > most:
                break
            edge = draw_chip(painter, self._palette, mark, right, middle, most) - 8
            most -= right - edge
            right = edge
        return right


class LineList(RowList):
    """A list of rows that stays where it is while someone reads it."""

    def __init__(
        self, lines: Lines, palette: Palette, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(lines, LinePainter(palette), name=name, parent=parent)
        self.setProperty("kind", "plain")
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        lines.rowsAboutToBeInserted.connect(self._remember)
        lines.rowsInserted.connect(self._follow)
        self._at_end = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of the chosen row with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.currentIndex().isValid():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        super().keyPressEvent(event)

    def _remember(self) -> None:
        bar = self.verticalScrollBar()
        self._at_end = bar.value() >= bar.maximum() - ROW

    def _follow(self) -> None:
        if self._at_end:
            self.scrollToBottom()
