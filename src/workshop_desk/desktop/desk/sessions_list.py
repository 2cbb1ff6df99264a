"""The list of sessions: when, what, how, how many, and where in its life each is."""

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
    Signal,
)
from PySide6.QtGui import QPainter
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
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import Mark, draw_chip, draw_text
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.dates import short_date

ROW = 54
_ROLE = Qt.ItemDataRole.UserRole
_DATE, _METHOD, _PEOPLE, _CHIP = 92, 128, 58, 118
_NARROW = 620


@dataclass(frozen=True, slots=True)
class SessionWords:
    """One session as the list says it."""

    session: SessionId
    date: str
    title: str
    method: str
    people: str
    mark: Mark


def session_words(face: Face, line: SessionLine) -> SessionWords:
    """Put a session into words."""
    t = face.t
    when = line.planned_start or line.opened or line.created
    people = line.people or line.expected
    return SessionWords(
        session=line.id,
        date=_first_up(short_date(when, t.language, face.zone)),
        title=line.title,
        method=face.say(line.method_title),
        people=t.many("{n} pers.", "{n} pers.", people) if people else "",
        mark=state_mark(face, line),
    )


def state_mark(face: Face, line: SessionLine) -> Mark:
    """Return the chip of a session's state; open actions of a closed one come first."""
    t = face.t
    match line.state:
        case SessionState.OPEN:
            return Mark(t("open"), "success", "play")
        case SessionState.PLANNED:
            return Mark(t("planned"), "primary", "calendar-blank")
        case SessionState.CLOSED:
            if line.open_actions:
                words = t.many("{n} open action", "{n} open actions", line.open_actions)
                return Mark(words, "info", "flag")
            return Mark(t("closed"), "neutral", "archive-bold")


class SessionRows(QAbstractListModel):
    """Rows of sessions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SessionWords, ...] = ()

    def show(self, rows: Sequence[SessionWords]) -> None:
        """Show these sessions."""
        old, new = self._rows, tuple(rows)
        if old == new:
            return
        if [row.session for row in old] == [row.session for row in new]:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def place(self, session: SessionId | None) -> int:
        """Return where a session is, -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.session == session), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many sessions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a role asks of a row."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(
                    part for part in (row.title, row.date, row.method, row.people, row.mark.text) if part
                )
            case _:
                return row if role == _ROLE else None


class SessionPainter(QStyledItemDelegate):
    """Paints a session in five columns."""

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
        """Paint one session."""
        row = index.data(_ROLE)
        if not isinstance(row, SessionWords):
            return
        look, box = self._palette, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.primary_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.sunken)
        if index.row():
            painter.setPen(look.line)
            painter.drawLine(box.topLeft(), box.topRight())
        body, muted = fonts.text(15), look.ink_2
        left, right = box.left() + 16, box.right() - 16
        chip = draw_chip(painter, look, row.mark, right, box.center().y(), 2 * _CHIP)
        right = min(chip, right - _CHIP) - 12
        draw_text(painter, _span(box, right - _PEOPLE, _PEOPLE), row.people, body, muted)
        right -= _PEOPLE + 12
        if box.width() >= _NARROW:
            draw_text(painter, _span(box, right - _METHOD, _METHOD), row.method, body, muted)
            right -= _METHOD + 12
        draw_text(painter, _span(box, left, _DATE), row.date, body, muted)
        left += _DATE + 8
        draw_text(painter, _span(box, left, right - left), row.title, fonts.text(15, 600), look.ink)
        painter.restore()


class SessionsList(QListView):
    """The sessions; a choice is told, Enter or a double click opens."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, rows: SessionRows, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessions")
        self.setAccessibleName(face.t("Your sessions"))
        self.setModel(rows)
        self.setItemDelegate(SessionPainter(face.palette, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._want)

    def _tell(self, index: QModelIndex) -> None:
        row = index.data(_ROLE)
        if isinstance(row, SessionWords):
            self.chosen.emit(row.session)

    def _want(self, index: QModelIndex) -> None:
        row = index.data(_ROLE)
        if isinstance(row, SessionWords):
            self.wanted.emit(row.session)


def _span(box: QRect, left: int, width: int) -> QRect:
    return QRect(left, box.top(), width, box.height())


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
