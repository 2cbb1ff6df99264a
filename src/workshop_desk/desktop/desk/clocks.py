"""More clocks, in the right column: one on the side, one per table, turns, and the stage's digits."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.clock_list import ClockList, clock_ids
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    label,
    row,
    rule,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.new_clocks import NewTables, NewTurns
from workshop_desk.desktop.desk.turns import Turns
from workshop_desk.desktop.desk.typed import TimeField, lasting, only_length
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.agenda_commands import AddClocks, NewClock, SetClockOnly
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import Moment
from workshop_desk.live.changes import Stored

_SIDE_ROWS, _TABLE_ROWS, _TURN_ROWS = 3, 8, 10


class NewSide(QWidget):
    """A name and a time make one more clock on the side."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self._face = face
        self._asking = asking
        t = face.t
        self._name = QLineEdit()
        self._name.setObjectName("side_name")
        self._name.setAccessibleName(t("What it is for"))
        self._name.setPlaceholderText(t("What it is for"))
        self._note = label("", "small", name="side_note", wrap=True)
        self._note.hide()
        self._time = TimeField(face, self._note, name="side_time", read=only_length, words=lasting)
        self._time.setAccessibleName(t("Minutes"))
        self._time.setPlaceholderText("10")
        self._time.setFixedWidth(76)
        self._time.given.connect(self._send)
        add = button(t("Add"), self._send, name="side_add")
        line = row(self._name, self._time, add, gap=6)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._note, gap=4))

    def _send(self, _typed: object = None) -> None:
        length = self._time.length()
        if length is None:
            return
        name = one_line(self._name.text()) or self._face.t("Side clock")
        clock = NewClock(clock_ids(1)[0], name, length)
        said = self._face.t("{name} is ready.", name=name)
        wish = AddClocks(ClockRole.SIDE, (clock,))
        self._asking.change(wish, said, done=self._taken, refused=self._not)

    def _taken(self, _receipt: Stored) -> None:
        self._name.clear()
        self._time.clear()

    def _not(self, setback: Setback) -> None:
        self._time.complain(setback_sentence(self._face.t, setback))


class Clocks(QWidget):
    """The whole page; it scrolls in a low window."""

    def __init__(self, face: Face, asking: Asking, shut: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("clocks")
        self._face = face
        self._asking = asking
        t, look = face.t, face.palette
        back = button("", shut, name="clocks_shut", kind="text", glyph="x", palette=look)
        back.setProperty("square", True)
        back.setAccessibleName(t("Back to the room"))
        head = row(label(t("More clocks"), "heading"), None, back)
        head.setContentsMargins(20, 12, 8, 0)
        self._digits = button(
            "", self._toggle_digits, name="clock_only", glyph="projector-screen", palette=look
        )
        self._new_side = NewSide(face, asking)
        self._side = ClockList(face, asking, ClockRole.SIDE, "side", _SIDE_ROWS)
        self._tables = ClockList(face, asking, ClockRole.GROUP, "tables", _TABLE_ROWS)
        self._turns = Turns(face, asking, _TURN_ROWS)
        self._new_tables = button(
            t("Add clocks"),
            self._ask_tables,
            name="tables_add",
            size="small",
            glyph="plus",
            palette=look,
        )
        self._new_turns = button(
            t("Add turns"), self._ask_turns, name="turns_add", size="small", glyph="plus", palette=look
        )
        self._none = label(t("These belong to a step: begin one first."), "small", wrap=True)
        self._inside = self._sections()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("kind", "words")
        area.setAccessibleName(t("More clocks"))
        area.setWidget(self._inside)
        body = column(head, area, gap=4)
        body.setStretch(1, 1)
        self.setLayout(body)

    def refresh(self, room: Room, now: Moment) -> None:
        """Show all clocks as they are now."""
        t, only = self._face.t, room.session.clock_only
        words = t("Show the scene again") if only else t("Only the time on the screen")
        if self._digits.accessibleName() != words:
            set_caption(self._digits, words)
            restyle(self._digits, "kind", "main" if only else "framed")
            set_button_icon(self._digits, "projector-screen", self._face.palette)
        running = room.session.state is SessionState.OPEN
        in_step = running and room.step is not None
        self._digits.setEnabled(running)
        self._new_side.setEnabled(running)
        self._side.refresh(room, now)
        self._tables.refresh(room, now)
        self._turns.refresh(room, now)
        for one in (self._new_tables, self._new_turns):
            one.setEnabled(in_step)
        self._new_turns.setVisible(not clocks_of(room, ClockRole.TURN))
        self._none.setVisible(not in_step)

    def _sections(self) -> QWidget:
        t = self._face.t
        inside = QWidget()
        tables = row(_title(t("One per table or team")), None, self._new_tables)
        turns = row(_title(t("One after the other")), None, self._new_turns)
        inside.setLayout(
            column(
                self._digits,
                rule(),
                _title(t("On the side")),
                self._new_side,
                self._side,
                rule(),
                self._none,
                tables,
                self._tables,
                rule(),
                turns,
                self._turns,
                None,
                gap=10,
                margins=(20, 6, 16, 12),
            )
        )
        return inside

    def _toggle_digits(self) -> None:
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetClockOnly(not room.session.clock_only))

    def _ask_tables(self) -> None:
        NewTables(self._face, self._asking, self).open()

    def _ask_turns(self) -> None:
        room = self._asking.room
        if room is not None:
            NewTurns(self._face, self._asking, room, self).open()


def _title(words: str) -> QLabel:
    return label(words, "strong")
