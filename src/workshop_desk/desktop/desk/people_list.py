"""The list of people: disc, name, one fact, and what they hold in their hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import plain_tip
from workshop_desk.desktop.desk.paint import draw_disc, draw_icon, draw_text
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.units import PersonId

ROW = 40
PERSON_ROLE = Qt.ItemDataRole.UserRole


class Hand(StrEnum):
    """How someone takes part right now."""

    PHONE = "phone"
    ASLEEP = "asleep"
    DESK = "desk"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row: `special` marks the role with a paper of its own; `device` says the mark in words."""

    person: PersonId
    name: str
    fact: str
    hand: Hand
    device: str
    special: bool = False


class PersonLines(QAbstractListModel):
    """Rows of people; rows are told apart by person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[PersonLine, ...] = ()

    def show(self, lines: Sequence[PersonLine]) -> None:
        """Show these people."""
        old, new = self._lines, tuple(lines)
        if old == new:
            return
        if [line.person for line in old] != [line.person for line in new[: len(old)]]:
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

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a role asks of a row."""
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{line.name} · {line.device}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (line.name, line.fact, line.device) if part)
            case _:
                return line if role == PERSON_ROLE else None


class PersonPainter(QStyledItemDelegate):
    """Paints a person."""

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of all rows."""
        del index
        return QSize(option.rect.width(), ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one person."""
        line = index.data(PERSON_ROLE)
        if not isinstance(line, PersonLine):
            return
        look, box = self._palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.sunken)
            painter.drawRoundedRect(box, 8, 8)
        middle = box.center().y()
        here = line.hand is not Hand.GONE
        disc = QRect(box.left() + 4, middle - 13, 28, 28)
        draw_disc(painter, look, line.name, disc, special=line.special, here=here)
        right = box.right() - 6
        glyph, tone = _MARKS[line.hand]
        if glyph:
            draw_icon(painter, glyph, right - 18, middle - 9, 18, getattr(look, tone))
        right -= 28
        wide = QFontMetrics(fonts.text(13)).horizontalAdvance(line.fact)
        free = right - box.left() - 54
        name_wide = QFontMetrics(fonts.text(15)).horizontalAdvance(line.name[:80])
        wide = min(wide, max(free - name_wide, free // 3)) + 2
        fact = QRect(right - wide, box.top(), wide, box.height())
        draw_text(painter, fact, line.fact, fonts.text(13), look.ink_2, Qt.AlignmentFlag.AlignRight)
        name = QRect(box.left() + 42, box.top(), right - wide - 8 - box.left() - 42, box.height())
        draw_text(painter, name, line.name, fonts.text(15), look.ink if here else look.ink_2)
        painter.restore()


_MARKS = {
    Hand.PHONE: ("device-mobile", "success"),
    Hand.ASLEEP: ("moon", "ink_2"),
    Hand.DESK: ("pencil-simple", "ink_2"),
    Hand.GONE: ("", "ink_2"),
}
