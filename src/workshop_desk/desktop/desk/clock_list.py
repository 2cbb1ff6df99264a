"""A list of clocks with what can be done to them: to the chosen one, or to all together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.clock_rows import ClockLine, ClockPainter, clock_line
from workshop_desk.desktop.desk.controls import button, column, elided, plain_caption, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.rows import RowList, Rows
from workshop_desk.desktop.desk.seat_people import SeatPeople
from workshop_desk.domain.agenda_commands import (
    AddToClocks,
    DropClocks,
    PauseClocks,
    ResetClocks,
    StartClocks,
)
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.commands import Command
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import MINUTE, ClockId, Moment, Seconds

_ROW = 44


class ClockRows(RowList):
    """Clocks of which one may be chosen; a second click lets it go, and all are meant again."""

    def __init__(self, face: Face, name: str) -> None:
        self.lines: Rows[ClockLine] = Rows()
        super().__init__(self.lines, ClockPainter(face.palette), name=name)
        self.lines.setParent(self)
        self.setProperty("kind", "plain")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; what is chosen already is let go."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.selectionModel().isSelected(index):
            self.let_go()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.chosen():
            self.let_go()
            return
        super().keyPressEvent(event)

    def let_go(self) -> None:
        """Choose none."""
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    def show_lines(self, lines: tuple[ClockLine, ...], most: int) -> None:
        """Show these clocks, as high as they need up to so many rows."""
        chosen = self.chosen()
        self.lines.show(lines)
        if chosen and self.chosen() != chosen:
            place = self.lines.place(chosen)
            if place >= 0:
                self.setCurrentIndex(self.lines.index(place))
        self.setFixedHeight(min(len(lines), most) * _ROW + 2)

    def chosen(self) -> str:
        """Return which clock is chosen, '' for none."""
        found = self.selectionModel().selectedIndexes()
        line = self.lines.line(found[0].row()) if found else None
        return line.key if line else ""


class ClockList(QWidget):
    """The clocks of one role and their buttons."""

    def __init__(self, face: Face, asking: Asking, role: ClockRole, name: str, most: int) -> None:
        super().__init__()
        self._face = face
        self._asking = asking
        self._role = role
        self._most = most
        t, look = face.t, face.palette
        self.rows = ClockRows(face, f"{name}_rows")
        self._whom = elided("label", name=f"{name}_whom")
        start = button(
            t("Start"), self.start, name=f"{name}_start", size="small", glyph="play", palette=look
        )
        pause = button(
            t("Pause"), self.pause, name=f"{name}_pause", size="small", glyph="pause", palette=look
        )
        more = button("+ 1", partial(self.add, 1), name=f"{name}_plus_1", size="small")
        more.setAccessibleName(t.many("{n} minute more", "{n} minutes more", 1))
        self._menu = QMenu(self)
        for key, words, do in self._deeds():
            action = self._menu.addAction(plain_caption(words))
            action.setObjectName(f"{name}_{key}")
            action.triggered.connect(lambda _checked=False, do=do: do())
        others = button("", name=f"{name}_more", size="small", glyph="dots-three", palette=look)
        others.setProperty("square", True)
        others.setAccessibleName(t("More"))
        others.setMenu(self._menu)
        self.setLayout(
            column(self._whom, row(start, pause, more, others, None, gap=6), self.rows, gap=6)
        )
        self.rows.selectionModel().selectionChanged.connect(self._say_whom)

    def refresh(self, room: Room, now: Moment) -> None:
        """Show the clocks as they are now."""
        clocks = clocks_of(room, self._role)
        self.setVisible(bool(clocks))
        lines = tuple(clock_line(self._face, room, clock, now) for clock in clocks)
        self.rows.show_lines(lines, self._most)
        self._say_whom()

    def start(self) -> None:
        """Start, or go on after a pause; all at one moment."""
        self._do(StartClocks, self._face.t("started"))

    def pause(self) -> None:
        """Hold."""
        self._do(PauseClocks, self._face.t("paused"))

    def add(self, minutes: int) -> None:
        """Give a minute, or take one."""
        t, seconds = self._face.t, Seconds(minutes * MINUTE)
        if minutes > 0:
            said = t.many("{n} minute more", "{n} minutes more", minutes)
        else:
            said = t.many("{n} minute less", "{n} minutes less", -minutes)
        self._do(lambda ids: AddToClocks(ids, seconds), said)

    def meant(self) -> tuple[Clock, ...]:
        """Return the chosen clock, or all."""
        room = self._asking.room
        clocks = clocks_of(room, self._role) if room is not None else ()
        chosen = self.rows.chosen()
        return tuple(one for one in clocks if one.id == chosen) or clocks

    def _deeds(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        t = self._face.t
        usual: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("minus_1", t.many("{n} minute less", "{n} minutes less", 1), partial(self.add, -1)),
            ("plus_5", t.many("{n} minute more", "{n} minutes more", 5), partial(self.add, 5)),
            ("reset", t("Back to before the start"), self._reset),
            ("drop", t("Take away"), self._drop),
        )
        if self._role is not ClockRole.GROUP:
            return usual
        return (("people", t("Whose phones show it…"), self._seat), *usual)

    def _reset(self) -> None:
        self._do(ResetClocks, self._face.t("back to before the start"))

    def _drop(self) -> None:
        self._do(DropClocks, self._face.t("taken away"))

    def _seat(self) -> None:
        room, meant = self._asking.room, self.meant()
        if room is not None and meant:
            SeatPeople(self._face, self._asking, room, meant[0], self).open()

    def _do(self, wish: Callable[[tuple[ClockId, ...]], Command], what: str) -> None:
        meant = self.meant()
        if meant:
            t = self._face.t
            said = t("{name}: {what}", name=self._name(meant), what=what)
            self._asking.change(wish(tuple(one.id for one in meant)), said)

    def _name(self, meant: tuple[Clock, ...]) -> str:
        if len(meant) == 1:
            return meant[0].name
        return self._face.t.many("{n} clock", "All {n} clocks", len(meant))

    def _say_whom(self, *_selection: object) -> None:
        self._whom.setText(self._name(self.meant()))


def clock_ids(count: int) -> tuple[ClockId, ...]:
    """Return ids for so many new clocks."""
    return tuple(ClockId(new_id()) for _ in range(count))
