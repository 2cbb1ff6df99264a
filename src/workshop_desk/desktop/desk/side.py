"""The right column: the stage made small, the network, the people; in a narrow window a strip."""

from typing import Literal, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.clock import next_on_stage
from workshop_desk.desktop.desk.clocks import Clocks
from workshop_desk.desktop.desk.controls import button, column, elided, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.holding import Holding
from workshop_desk.desktop.desk.keys import Deed
from workshop_desk.desktop.desk.network import NetworkCard
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.people import People
from workshop_desk.desktop.desk.signing_card import SigningCard
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Moment

OfRoom = Literal[Deed.FIND, Deed.LOOK, Deed.HAND, Deed.LET_THROUGH, Deed.HIDE]

WIDTH, STRIP = 324, 56
_PREVIEW = (284, 160)


class Side(QFrame):
    """Keeps the place of the right column in the layout; `full` lies over it, or beside the strip."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions, preview: QWidget) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setProperty("kind", "side")
        self._face = face
        self._asking = asking
        self._folded = False
        self._open = False
        t, look = face.t, face.palette
        self.network = NetworkCard(face, asking)
        self.signing = SigningCard(face, asking, actions)
        self.people = People(face, asking, actions)
        self.holding = Holding(face, asking, self.toggle)
        preview.setFixedSize(*_PREVIEW)
        self.full = QFrame()
        self.full.setObjectName("side_full")
        self.full.setProperty("kind", "side")
        self.full.setFixedWidth(WIDTH)
        self._clocks_opener = button("", self.turn, name="clocks_open", glyph="timer", palette=look)
        self._clocks_opener.setProperty("square", True)
        self._clocks_opener.setAccessibleName(t("More clocks"))
        self._clocks_opener.setToolTip(t("More clocks"))
        head = row(label(t("The screen in the room"), "heading"), None, self._clocks_opener)
        self._next = elided("small", name="stage_next")
        seen = column(preview, self._next, gap=4)
        parts = (self.network, self.holding, self.signing, self.people)
        body = column(head, seen, *parts, gap=14, margins=(20, 12, 19, 8))
        body.setStretch(5, 1)
        usual = QWidget()
        usual.setLayout(body)
        self.clocks = Clocks(face, asking, self.turn)
        self._pages = QStackedWidget()
        self._column = _scrolling(usual)
        self._pages.addWidget(self._column)
        self._pages.addWidget(self.clocks)
        self.full.setLayout(column(self._pages, gap=0))
        self._make_strip()
        self.setLayout(column(self._strip, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _make_strip(self) -> None:
        """Make what stands for the column in a narrow window."""
        t, look = self._face.t, self._face.palette
        self._opener = button("", self.toggle, name="side_open", glyph="users", palette=look)
        self._opener.setProperty("square", True)
        self._opener.setAccessibleName(t("Show people, network and screen"))
        self._number = label("", "strong", name="side_count")
        self._code = button("", self.network.show_code, name="side_qr", glyph="qr-code", palette=look)
        self._code.setProperty("square", True)
        self._code.setAccessibleName(t("Show the QR code"))
        self._timer = button("", self.turn, name="side_clocks", glyph="timer", palette=look)
        self._timer.setProperty("square", True)
        self._timer.setAccessibleName(t("More clocks"))
        self._strip = QWidget()
        number = row(None, self._number, None)
        strip = column(
            self._opener,
            number,
            self.holding.badge,
            8,
            self._code,
            8,
            self._timer,
            None,
            gap=4,
            margins=(9, 16, 9, 0),
        )
        self._strip.setLayout(strip)

    def refresh(self, room: Room, network: NetworkState) -> None:
        """Show people and network."""
        self.network.refresh(network)
        self.signing.refresh(room)
        self.people.refresh(room, network)
        self.holding.refresh(room)
        self._next.setText(next_on_stage(self._face, room))
        self._number.setText(str(len(room.present)))
        self._code.setVisible(network.running)

    def tick(self, room: Room, now: Moment) -> None:
        """Show the clocks as they are now, where they are looked at."""
        if self.clocks.isVisible():
            self.clocks.refresh(room, now)

    def do(self, deed: OfRoom) -> None:
        """Do what a key stands for that concerns people."""
        match deed:
            case Deed.FIND:
                self.find_person()
            case Deed.LOOK:
                self.holding.bar.look_up()
            case Deed.HAND:
                self.holding.hands.next_hand()
            case Deed.LET_THROUGH:
                self.holding.to_look_at.let_through()
            case Deed.HIDE:
                self.holding.to_look_at.hide_it()
            case _:
                assert_never(deed)

    def turn(self) -> None:
        """Show the clocks instead of the room, or the room again."""
        hidden = self._folded and not self._open
        to_clocks = hidden or self._pages.currentWidget() is not self.clocks
        self._pages.setCurrentIndex(1 if to_clocks else 0)
        self._open = to_clocks
        room = self._asking.room
        if room is not None:
            self.clocks.refresh(room, self._face.now())
        self.place()

    def find_person(self) -> None:
        """Show the people, and let the keyboard find one."""
        self._pages.setCurrentIndex(0)
        self._open = self._folded
        self.place()
        self._column.ensureWidgetVisible(self.people)
        self.people.find_person()

    def lie_over(self, over: QWidget) -> None:
        """Lay the column over a page that holds everything else: the Tab key comes here after it."""
        self.full.setParent(over)

    def fold(self, *, folded: bool) -> None:
        """Become a strip, or a column again."""
        if folded != self._folded:
            self._folded, self._open = folded, False

    def place(self) -> None:
        """Lay the column where it belongs now."""
        self.setFixedWidth(STRIP if self._folded else WIDTH)
        self._strip.setVisible(self._folded)
        self.full.setVisible(self._open or not self._folded)
        over = self.full.parentWidget()
        if over is None:
            return
        right = over.width() - (STRIP if self._folded else 0)
        self.full.setGeometry(right - WIDTH, self.y(), WIDTH, self.height())
        self.full.raise_()

    def toggle(self) -> None:
        """Open the people beside the strip, or shut them."""
        clocks = self._pages.currentWidget() is self.clocks
        self._pages.setCurrentIndex(0)
        self._open = clocks or not self._open
        self.place()


def _scrolling(inside: QWidget) -> QScrollArea:
    """Return the column such that it scrolls where a low window has too little room for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
