"""The plan beside the run: what was, is and will be, and what can be changed in it."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, label, row, rule
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.insert import InsertDialog
from workshop_desk.desktop.desk.plan_rows import StepLines, StepList, step_line
from workshop_desk.desktop.desk.step_menu import StepMenu, move_step
from workshop_desk.domain.forecast import Forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import Moment


class Plan(QFrame):
    """The left column of the run view."""

    step_wanted = Signal(str)

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("plan")
        self.setFixedWidth(316)
        self._face = face
        self._asking = asking
        self._shown = -1
        self._carried = ""
        t = face.t
        self._lines = StepLines(self)
        self._list = StepList(self._lines, face.palette)
        self._list.setAccessibleName(t("Plan"))
        self._list.wanted.connect(self.step_wanted)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.moved.connect(self._move)
        self._planned_end = label("", "strong", name="planned_end")
        self._expected_end = label("", "strong", name="expected_end")
        self._insert = button(
            t("Insert a step or a break"),
            self._open_insert,
            name="insert_step",
            glyph="plus",
            palette=face.palette,
        )
        top = row(label(t("Plan"), "heading"), None, label(t("actual, then planned"), "small"))
        top.setContentsMargins(12, 0, 12, 6)
        ends = row(self._planned_end, None, self._expected_end)
        foot = column(ends, self._insert, gap=12, margins=(12, 12, 12, 14))
        body = column(top, self._list, rule(), foot, gap=0, margins=(14, 18, 14, 0))
        body.setStretch(1, 1)
        self.setLayout(body)

    def refresh(self, room: Room, expected: Forecast, now: Moment) -> None:
        """Show the plan as it stands."""
        face = self._face
        here = self._lines.line(self._list.currentIndex().row())
        kept = self._carried or (here.step if here else "")
        before = [self._lines.line(place) for place in range(self._lines.rowCount())]
        self._lines.show(tuple(step_line(face, step, expected, now) for step in room.steps))
        steps = [line.step if line else "" for line in before]
        if steps != [step.id for step in room.steps]:
            self._stand_on(kept)
        current = self._lines.current()
        if current != self._shown:
            self._shown = current
            self._list.scrollTo(self._lines.index(max(0, current)))
        planned = face.t("Planned end {hour}", hour=face.hour(expected.planned_end))
        self._planned_end.setText(planned)
        self._expected_end.setText(face.t("about {hour}", hour=face.about(expected.expected_end)))
        self._insert.setEnabled(room.session.state is SessionState.OPEN)

    def _stand_on(self, step: str) -> None:
        """Stay on a step when the rows around it changed; a new list stands on none."""
        self._carried = ""
        place = self._lines.place(step)
        if place >= 0:
            self._list.setCurrentIndex(self._lines.index(place))

    def _step(self, wanted: str) -> tuple[Room, Step] | None:
        room = self._asking.room
        if room is None:
            return None
        found = next((step for step in room.steps if step.id == wanted), None)
        return (room, found) if found is not None else None

    def _open_menu(self, wanted: str, corner: QPoint) -> None:
        found = self._step(wanted)
        if found is not None:
            menu = StepMenu(self._face, self._asking, *found, self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(corner)

    def _move(self, wanted: str, by: int) -> None:
        found = self._step(wanted)
        if found is not None:
            self._carried = wanted
            move_step(self._face, self._asking, found[1], by)

    def _open_insert(self) -> None:
        room = self._asking.room
        if room is not None:
            InsertDialog(self._face, self._asking, room, self).open()
