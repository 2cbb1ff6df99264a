"""Dialogs that make clocks: one per table or team, or one per speaker."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.clock_list import clock_ids
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Stepper
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.desk.typed import TimeField, lasting, only_length, time_note
from workshop_desk.domain.agenda_commands import AddClocks, NewClock
from workshop_desk.domain.clocks import MOST_CLOCKS, ClockRole
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId, Seconds
from workshop_desk.live.changes import Stored

_USUAL = 4


class NewTables(DeskDialog):
    """How many, their names one per line, and the time of each."""

    def __init__(self, face: Face, asking: Asking, parent: QWidget) -> None:
        t = face.t
        title = t("A clock for each table or team")
        super().__init__(face, title, name="tables_dialog", parent=parent, width=460)
        self._asking = asking
        self._count = Stepper(face.palette, 1, MOST_CLOCKS, name="tables_count")
        self._note = time_note("tables_note")
        self._time = TimeField(face, self._note, name="tables_time", read=only_length, words=lasting)
        self._time.setText("10")
        self._time.given.connect(self._send)
        self._names = _lines_field("tables_names")
        self.pair((t("How many"), self._count), (t("Minutes for each"), self._time))
        self.add(self._note)
        self.field(t("Names, one per line"), self._names)
        self._count.changed(self._fill)
        self._count.show_number(_USUAL)
        self._fill()
        self.buttons(t("Not now"), t("Add the clocks"), self._send)

    def _fill(self) -> None:
        """Name the tables that have no name yet; names that were typed stay."""
        t, count = self.face.t, self._count.value()
        known = self._names.toPlainText().splitlines()[:count]
        more = [t("Table {number}", number=place + 1) for place in range(len(known), count)]
        self._names.setPlainText("\n".join([*known, *more]))

    def _send(self, _typed: object = None) -> None:
        names, length = _lines(self._names), self._time.length()
        if length is None:
            return
        if not names:
            self.complain(self.face.t("Please add a name."), self._names)
            return
        clocks = tuple(
            NewClock(clock, name, length)
            for clock, name in zip(clock_ids(len(names)), names, strict=True)
        )
        said = self.face.t.many("{n} clock is ready.", "{n} clocks are ready.", len(names))
        wish = AddClocks(ClockRole.GROUP, clocks)
        self._asking.change(wish, said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self._time.complain(setback_sentence(self.face.t, setback))


class NewTurns(DeskDialog):
    """Who speaks, in which order; equal shares of the time or minutes for each; pitches end hard."""

    def __init__(self, face: Face, asking: Asking, room: Room, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("One after the other"), name="turns_dialog", parent=parent, width=460)
        self._asking = asking
        self._known = tuple((room.name_of(person), person) for person in room.present)
        shares = (("equal", t("Equal shares of what is left")), ("fixed", t("Minutes for each")))
        self._shares = Segments(shares, self._turn)
        self._note = time_note("turns_note")
        self._time = TimeField(face, self._note, name="turns_time", read=only_length, words=lasting)
        self._time.setText("3")
        self._time.given.connect(self._send)
        self._names = _lines_field("turns_names")
        self._names.setPlainText("\n".join(name for name, _ in self._known))
        self._hard = Tick(t("Pitches: a hard end, then questions"), face.palette, name="turns_hard")
        self._hard.toggled.connect(self._turn)
        self._asked = time_note("turns_questions_note")
        self._questions = TimeField(
            face, self._asked, name="turns_questions", read=only_length, words=lasting
        )
        self._questions.setText("2")
        self._questions.given.connect(self._send)
        self.field(t("Who, one per line, in this order"), self._names)
        self.add(self._shares)
        self.field(t("Minutes for each"), self._time)
        self.add(self._note, self._hard)
        self.field(t("Time for questions"), self._questions)
        self.add(self._asked)
        self.buttons(t("Not now"), t("Add the turns"), self._send)
        self._turn()

    def _turn(self, _checked: object = None) -> None:
        self._time.setEnabled(self._shares.chosen == "fixed")
        self._note.setVisible(self._shares.chosen == "fixed")
        self._questions.setEnabled(self._hard.isChecked())
        self._asked.setVisible(self._hard.isChecked())

    def _send(self, _typed: object = None) -> None:
        names = _lines(self._names)
        length: Seconds | None = Seconds(0)
        if self._shares.chosen == "fixed":
            length = self._time.length()
        hard = self._hard.isChecked()
        questions = self._questions.length_or_none() if hard else Seconds(0)
        if length is None or questions is None:
            return
        if not names:
            self.complain(self.face.t("Please add a name."), self._names)
            return
        clocks = tuple(
            NewClock(clock, name, length, people)
            for clock, name, people in zip(
                clock_ids(len(names)), names, self._people(names), strict=True
            )
        )
        said = self.face.t.many("{n} turn is ready.", "{n} turns are ready.", len(names))
        wish = AddClocks(ClockRole.TURN, clocks, hard, questions)
        self._asking.change(wish, said, done=self._done, refused=self._not)

    def _people(self, names: Sequence[str]) -> list[tuple[PersonId, ...]]:
        """Return whose turns these are, where a name is someone's in the room: two may have the same."""
        left = list(self._known)
        found: list[tuple[PersonId, ...]] = []
        for name in names:
            one = next((known for known in left if known[0] == name), None)
            found.append((one[1],) if one is not None else ())
            if one is not None:
                left.remove(one)
        return found

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback), self._names)


def _lines_field(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(150)
    return made


def _lines(editor: QPlainTextEdit) -> list[str]:
    lines = (one_line(line) for line in editor.toPlainText().splitlines())
    return [line for line in lines if line]
