"""Where the time of a session went: a line per step, then the whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QStackedWidget, QWidget

from workshop_desk.desktop.desk.controls import column, frame, label, row, rule
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.domain.room import Room
from workshop_desk.exports.times import whole_times
from workshop_desk.exports.timing import TimeLine, lines, total


class TimeTable(QFrame):
    """Real and planned time of each step with what was added and when no clock ran."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.setObjectName("time_table")
        self._face = face
        self._whole = label("", "muted", name="time_whole", wrap=True)
        self._area = QScrollArea()
        self._area.setObjectName("time_lines")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(face.t("Where the time went"))
        card = frame("card")
        card.setLayout(column(self._area, gap=0, margins=(18, 10, 18, 8)))
        body = column(label(face.t("Where the time went"), "title"), self._whole, 6, card, gap=2)
        body.setStretch(3, 1)
        self.setLayout(body)

    def show_room(self, room: Room) -> None:
        """Show the times of this session."""
        self._whole.setText(total(self._face.t, whole_times(room)))
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(8)
        table.setContentsMargins(0, 6, 0, 6)
        table.setColumnStretch(0, 1)
        for place, line in enumerate(lines(self._face.t, room)):
            if place:
                table.addWidget(rule(), 2 * place - 1, 0, 1, 3)
            table.addWidget(_named(line), 2 * place, 0)
            real = label(line.taken, "strong", name="time_real")
            for column_, cell in enumerate((real, label(line.planned, "muted", name="time_plan")), 1):
                cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                table.addWidget(cell, 2 * place, column_)
        table.setRowStretch(table.rowCount(), 1)
        inside = QWidget()
        inside.setLayout(table)
        self._area.setWidget(inside)


class PeopleOrTimes(QWidget):
    """What a closed session has to show: its people, or where its time went."""

    def __init__(self, face: Face, people: QWidget) -> None:
        super().__init__()
        self._times = TimeTable(face)
        self._shown = QStackedWidget()
        self._shown.addWidget(people)
        self._shown.addWidget(self._times)
        choices = (("people", face.t("Certificates")), ("times", face.t("Where the time went")))
        self._choice = Segments(choices, self._choose)
        self.setLayout(column(row(self._choice, None), self._shown, gap=14))

    def show_room(self, room: Room) -> None:
        """Show the times of this session."""
        self._times.show_room(room)

    def _choose(self) -> None:
        self._shown.setCurrentIndex(int(self._choice.chosen == "times"))


def _named(line: TimeLine) -> QWidget:
    name = label(line.name, "body", name="time_step", wrap=True)
    notes: list[QLabel] = []
    if line.notes:
        notes.append(label(" · ".join(line.notes), "small", name="time_notes", wrap=True))
    made = QWidget()
    made.setLayout(column(name, *notes, gap=0))
    return made
