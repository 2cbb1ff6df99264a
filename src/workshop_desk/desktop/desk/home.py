"""The home: what is next, all sessions, and the methods to start from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, frame, label, row
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.home_frame import HomeNav, HomeTop
from workshop_desk.desktop.desk.method_card import MethodCard
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.session_card import SessionCard
from workshop_desk.desktop.desk.sessions_list import ROW, SessionRows, SessionsList, session_words
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.dates import long_date
from workshop_desk.methods.shelf import Shelf

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room

ALL, COMING, PAST = "all", "coming", "past"
_FEW_METHODS = 4
_SEEN_MS = 50
"""How long after it was painted the home reads a plan: what that loads must not keep the paint back."""


class Home(QWidget):
    """The first page."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        shelf: Shelf,
        *,
        enter: Callable[[SessionLine], None],
        drop: Callable[[SessionLine], None],
        rehearse: Callable[[SessionLine], None],
        listed: Callable[[SessionLine], None],
        prepare: Callable[[SessionLine], None],
        new: Callable[[str], None],
        settings: Callable[[], None],
        keys: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("home")
        self._face = face
        self._asking = asking
        self._enter = enter
        self._chosen: SessionId | None = None
        self._plan_wanted = False
        t = face.t
        self._greeting = label("", "title", name="greeting")
        self._today = label("", "muted", name="today")
        self._card = SessionCard(
            face,
            act=enter,
            drop=drop,
            rehearse=rehearse,
            listed=listed,
            prepare=prepare,
        )
        self._new = new
        self._empty: QFrame | None = None
        self._top = QStackedWidget()
        self._top.addWidget(self._card)
        self._top.setFixedHeight(290)
        self._rows = SessionRows(self)
        self._list = SessionsList(self._rows, face)
        self._list.chosen.connect(self._choose)
        self._list.wanted.connect(self._open)
        self._filter = Segments(
            ((ALL, t("All")), (COMING, t("Coming")), (PAST, t("Past"))), self.refresh
        )
        self._filter.setObjectName("sessions_filter")
        self._lay_out(shelf, new, settings, keys)

    def _lay_out(
        self,
        shelf: Shelf,
        new: Callable[[str], None],
        settings: Callable[[], None],
        keys: Callable[[], None],
    ) -> None:
        face, t = self._face, self._face.t
        self._head = QWidget()
        self._head.setLayout(row(label(t("Your sessions"), "heading"), None, self._filter))
        left = column(self._top, 10, self._head, self._list, gap=10)
        left.setStretch(3, 100)
        left.addStretch(1)
        columns = row(left, self._start_from(shelf, new), gap=24)
        columns.setStretch(0, 712)
        columns.setStretch(1, 428)
        main = column(
            column(self._greeting, self._today, gap=0), columns, gap=18, margins=(32, 24, 32, 24)
        )
        main.setStretch(1, 1)
        inside = row(HomeNav(face, settings, keys), main, gap=0)
        inside.setStretch(1, 1)
        body = column(HomeTop(face, lambda: new("")), inside, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)

    def refresh(self) -> None:
        """Show the sessions as they are."""
        face, t = self._face, self._face.t
        lines = self._asking.bridge.sessions
        name = self._asking.bridge.settings.facilitator.strip().split(" ")[0]
        self._greeting.setText(t("Hello {name}", name=name) if name else t("Hello"))
        hint = t("Give your name under Settings: it stands in what people read, and on the papers.")
        self._today.setText(_today(face, lines) if name else f"{_today(face, lines)} {hint}")
        wanted = self._filter.chosen
        shown = [line for line in lines if wanted == ALL or (wanted == PAST) == _past(line)]
        self._rows.show([session_words(face, line) for line in shown])
        self._head.setVisible(bool(lines))
        self._list.setVisible(bool(lines))
        self._list.setMaximumHeight(len(shown) * ROW + 4)
        card = self._line_for_card(lines)
        if card is None:
            self._show_nothing()
            return
        self._top.setCurrentWidget(self._card)
        changed = self._card.session != card.id
        self._card.show_session(card)
        if changed:
            self._plan_wanted = True
            self.update()

    def choose(self, session: SessionId) -> None:
        """Bring a session to the card."""
        self._chosen = session
        self.refresh()

    def _line_for_card(self, lines: tuple[SessionLine, ...]) -> SessionLine | None:
        chosen = next((line for line in lines if line.id == self._chosen), None)
        return chosen or next_session(lines)

    def _choose(self, session: str) -> None:
        self.choose(SessionId(session))

    def _open(self, session: str) -> None:
        line = next((one for one in self._asking.bridge.sessions if one.id == session), None)
        if line is not None:
            self._enter(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Read the plan once all is painted: the first one loads what a whole session is made of."""
        super().paintEvent(event)
        if self._plan_wanted:
            self._plan_wanted = False
            QTimer.singleShot(_SEEN_MS, self, self._read_plan)

    def _read_plan(self) -> None:
        if self._card.session is not None:
            self._asking.bridge.read(self._card.session, self._show_plan, self._asking.tell_setback)

    def _show_plan(self, room: "Room") -> None:
        self._card.show_plan(room)

    def _show_nothing(self) -> None:
        if self._empty is None:
            self._empty = self._nothing()
            self._top.addWidget(self._empty)
        self._top.setCurrentWidget(self._empty)

    def _nothing(self) -> QFrame:
        t = self._face.t
        card = frame("card", name="no_sessions")
        empty = Empty(self._face, upright=True)
        empty.say(t("No session yet"), t("Choose a method on the right, or begin here."))
        first = button(
            t("New session"),
            lambda: self._new(""),
            name="first_session",
            kind="main",
            glyph="plus",
            palette=self._face.palette,
        )
        body = column(None, empty, row(None, first, None), None, gap=12, margins=(24, 20, 24, 20))
        card.setLayout(body)
        return card

    def _start_from(self, shelf: Shelf, new: Callable[[str], None]) -> QWidget:
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setContentsMargins(0, 0, 0, 0)
        by_name = sorted(shelf.covers, key=lambda one: self._face.say(one.name).casefold())
        for place, cover in enumerate(by_name):
            card = MethodCard(self._face, cover)
            card.clicked.connect(lambda _checked=False, wanted=cover.id: new(wanted))
            across = 1 if len(by_name) <= _FEW_METHODS else 2
            grid.addWidget(card, place // across, place % across)
        grid.setRowStretch(grid.rowCount(), 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        right = QWidget()
        body = column(label(self._face.t("Start from a method"), "heading"), area, gap=10)
        body.setStretch(1, 1)
        right.setLayout(body)
        right.setMinimumWidth(300)
        return right


def next_session(lines: tuple[SessionLine, ...]) -> SessionLine | None:
    """Return the session that matters now: the open one, the next planned, else the newest."""
    opened = next((line for line in lines if line.state is SessionState.OPEN), None)
    if opened is not None:
        return opened
    planned = [line for line in lines if line.state is SessionState.PLANNED]
    dated = [line for line in planned if line.planned_start is not None]
    if dated:
        return min(dated, key=lambda line: line.planned_start or line.created)
    return next(iter(planned), next(iter(lines), None))


def _past(line: SessionLine) -> bool:
    return line.state is SessionState.CLOSED


def _today(face: Face, lines: tuple[SessionLine, ...]) -> str:
    t, now = face.t, face.now().utc
    day = long_date(now, t.language, face.zone)
    local = now.astimezone(face.zone).date()
    today = sum(
        1
        for line in lines
        if line.planned_start is not None
        and line.planned_start.astimezone(face.zone).date() == local
        and not _past(line)
    )
    sentence = f"{day[:1].upper()}{day[1:]}."
    if not today:
        return sentence
    more = t.many("{n} session today.", "{n} sessions today.", today)
    return f"{sentence} {more}"
