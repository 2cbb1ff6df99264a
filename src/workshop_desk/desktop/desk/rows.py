"""Lists of rows: a model that only says what changed, a painter for all rows, and the list itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from workshop_desk.desktop.desk.controls import plain_tip
from workshop_desk.desktop.theme import Palette

ROW_ROLE = Qt.ItemDataRole.UserRole
"""What gives the row itself."""


class Row(Protocol):
    """One row: told apart by `key`, seen as `shown`, hinted at by `tip`, read aloud as `spoken`."""

    @property
    def key(self) -> str:
        """What tells it apart."""
        ...

    @property
    def shown(self) -> str:
        """Its words."""
        ...

    @property
    def tip(self) -> str:
        """What shows under the mouse."""
        ...

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        ...


R = TypeVar("R", bound=Row)


class Rows(QAbstractListModel, Generic[R]):
    """Rows by key. What is appended is inserted, what changed is repainted, else all is new."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows and no others."""
        old, new = self._rows, tuple(rows)
        if old == new:
            return
        if [row.key for row in new[: len(old)]] != [row.key for row in old]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        if len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._rows = (*old, *new[len(old) :])
            self.endInsertRows()
        self._rows = new
        changed = [place for place, row in enumerate(old) if row != new[place]]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def line(self, place: int) -> R | None:
        """Return the row at a place."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, key: str | None) -> int:
        """Return where a key is, -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a role asks of a row."""
        row = self.line(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.shown
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.tip)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None


@dataclass(frozen=True, slots=True)
class Stand:
    """How a row stands in its list.

    The list is asked, not the option's state: with that all kinds of all styles would load, which
    costs more than the rest of a list.
    """

    first: bool = False
    chosen: bool = False
    under_mouse: bool = False

    @property
    def marked(self) -> bool:
        """Tell whether it differs from the rows around it."""
        return self.chosen or self.under_mouse


class RowPainter(QStyledItemDelegate, Generic[R]):
    """Paints rows of one kind; `height` is that of all rows."""

    height = 34

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette

    def tall(self, row: R | None) -> int:
        """Return a row's height."""
        del row
        return self.height

    def draw(self, painter: QPainter, row: R, box: QRect, stand: Stand) -> None:
        """Paint one row."""
        raise NotImplementedError

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return a row's size."""
        return QSize(option.rect.width(), self.tall(index.data(ROW_ROLE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row, smoothly, and leave the painter as it was."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        view = option.widget
        there = view if isinstance(view, RowList) else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, row, QRect(option.rect), there.stand(index) if there else Stand())
        painter.restore()
        if there is not None and there.by_keys and there.hasFocus() and there.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
            painter.restore()


_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class RowList(QListView):
    """A list that scrolls smoothly, never sideways, and where nothing is edited in place.

    `by_keys` tells that the keyboard came here: the row it stands on is ringed then.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        painter: QStyledItemDelegate,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.by_keys = False
        self.setObjectName(name)
        self.setModel(model)
        painter.setParent(self)
        self.setItemDelegate(painter)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def stand(self, index: QModelIndex | QPersistentModelIndex) -> Stand:
        """Return how a row stands."""
        port = self.viewport()
        over = port.underMouse() and self.indexAt(port.mapFromGlobal(QCursor.pos())) == index
        return Stand(index.row() == 0, self.selectionModel().isSelected(index), over)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note how the focus came."""
        self.by_keys = self.by_keys or event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note that the keyboard moves here."""
        self.by_keys = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that the mouse is in charge."""
        self.by_keys = False
        super().mousePressEvent(event)
