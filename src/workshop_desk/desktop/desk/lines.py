"""The list of what comes in: a model that only says what changed, and one painter for all rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import plain_tip
from workshop_desk.desktop.desk.paint import Mark, chip_width, draw_chip, draw_text
from workshop_desk.desktop.theme import Palette

ROW = 34
_NAME = 110
LINE_ROLE = Qt.ItemDataRole.UserRole


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
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ". ".join(
            part for part in (self.text, *(one.text for one in self.marks), self.name) if part
        )


class Lines(QAbstractListModel):
    """Rows by key. What is appended is inserted, what changed is repainted, else all is new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these rows and no others."""
        old, new = self._lines, tuple(lines)
        if old == new:
            return
        if [line.key for line in new[: len(old)]] != [line.key for line in old]:
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        if len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._lines = (*old, *new[len(old) :])
            self.endInsertRows()
        self._lines = new
        changed = [place for place, line in enumerate(old) if line != new[place]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def line(self, place: int) -> Line | None:
        """Return the row at a place."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place(self, key: str) -> int:
        """Return where a key is, -1 for nowhere."""
        return next((place for place, line in enumerate(self._lines) if line.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a role asks of a row."""
        line = self.line(index.row())
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(line.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _:
                return line if role == LINE_ROLE else None


class LinePainter(QStyledItemDelegate):
    """Paints a row: number, words, marks, name."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that all rows have."""
        del index
        return QSize(option.rect.width(), ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        look, box = self._palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
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
        painter.restore()

    def _marks(self, painter: QPainter, line: Line, left: int, right: int, middle: int) -> int:
        most = (right - left) // 2
        for mark in reversed(line.marks):
            if chip_width(mark) > most:
                break
            edge = draw_chip(painter, self._palette, mark, right, middle, most) - 8
            most -= right - edge
            right = edge
        return right


class LineList(QListView):
    """A list of rows that stays where it is while someone reads it."""

    def __init__(
        self, lines: Lines, palette: Palette, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "plain")
        self.setModel(lines)
        self.setItemDelegate(LinePainter(palette, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
