"""The list of sessions: when, what, how, how many, and where in its life each is."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import Mark, draw_chip, draw_text
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList, RowPainter, Rows, Stand
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.dates import short_date

ROW = 54
_DATE, _METHOD, _PEOPLE, _CHIP = 92, 128, 58, 118
_NARROW, _ROOMY = 620, 640


@dataclass(frozen=True, slots=True)
class SessionWords:
    """One session as the list says it."""

    session: SessionId
    date: str
    title: str
    method: str
    people: str
    mark: Mark

    @property
    def key(self) -> str:
        """Which session it is."""
        return self.session

    @property
    def shown(self) -> str:
        """The title."""
        return self.title

    @property
    def tip(self) -> str:
        """The whole title, as the row may cut it."""
        return self.title

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        parts = (self.title, self.date, self.method, self.people, self.mark.text)
        return ", ".join(part for part in parts if part)


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


class SessionRows(Rows[SessionWords]):
    """The sessions, row by row."""


class SessionPainter(RowPainter[SessionWords]):
    """Paints a session in five columns."""

    height = ROW

    def draw(self, painter: QPainter, row: SessionWords, box: QRect, stand: Stand) -> None:
        """Paint one session."""
        look = self._palette
        if stand.chosen:
            painter.fillRect(box, look.primary_soft)
        elif stand.under_mouse:
            painter.fillRect(box, look.sunken)
        if not stand.first:
            painter.setPen(look.line)
            painter.drawLine(box.topLeft(), box.topRight())
        body, muted = fonts.text(15), look.ink_2
        left, right = box.left() + 16, box.right() - 16
        chip = draw_chip(painter, look, row.mark, right, box.center().y(), 2 * _CHIP)
        right = min(chip, right - _CHIP) - 12
        draw_text(painter, _span(box, right - _PEOPLE, _PEOPLE), row.people, body, muted)
        right -= _PEOPLE + 12
        if box.width() >= _NARROW:
            wide = _METHOD + max(0, min(box.width() - _ROOMY, _METHOD // 4))
            draw_text(painter, _span(box, right - wide, wide), row.method, body, muted)
            right -= wide + 12
        draw_text(painter, _span(box, left, _DATE), row.date, body, muted)
        left += _DATE + 8
        draw_text(painter, _span(box, left, right - left), row.title, fonts.text(15, 600), look.ink)


class SessionsList(RowList):
    """The sessions; a choice is told, Enter or a double click opens."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, rows: SessionRows, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(rows, SessionPainter(face.palette), name="sessions", parent=parent)
        self.setAccessibleName(face.t("Your sessions"))
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._want)

    def _tell(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SessionWords):
            self.chosen.emit(row.session)

    def _want(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SessionWords):
            self.wanted.emit(row.session)


def _span(box: QRect, left: int, width: int) -> QRect:
    return QRect(left, box.top(), width, box.height())


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
