"""The place of the capture panels: one per activity that is open now, with a switch between them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture
from workshop_desk.desktop.desk.controls import column, frame, plain_caption, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.kinds import panel_for
from workshop_desk.desktop.desk.write_for import WriteFor
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, StepKind
from workshop_desk.domain.units import ActivityId


class Workbench(QWidget):
    """Shows the activity that matters most; those that run meanwhile are one click away."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("workbench")
        self._face = face
        self._asking = asking
        self._panels: dict[StepKind, Capture] = {}
        self._open: tuple[ActivityId, ...] = ()
        self._chosen: ActivityId | None = None
        self._pages = QStackedWidget()
        self._blank = QWidget()
        self._pages.addWidget(self._blank)
        self._choice: QFrame = frame("segments", name="activities")
        self._segments: QHBoxLayout = row(gap=2, margins=(3, 3, 3, 3))
        self._choice.setLayout(self._segments)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._choice.hide()
        self.setLayout(column(self._pages, gap=0))

    def refresh(self, room: Room) -> None:
        """Show the chosen activity of those open now."""
        activities = room.open_activities
        ids = tuple(one.id for one in activities)
        if ids != self._open:
            self._open = ids
            self._chosen = _most_to_do(activities)
            self._offer(activities)
        chosen = next((one for one in activities if one.id == self._chosen), None)
        if chosen is None:
            self._pages.setCurrentWidget(self._blank)
            return
        panel = self._panel(chosen.kind)
        focus = QApplication.focusWidget()
        several = len(activities) > 1
        self._choice.setVisible(several)
        panel.lead_with(self._choice if several else None)
        panel.show_activity(room, chosen)
        self._pages.setCurrentWidget(panel)
        if several and focus is not None and self._choice.isAncestorOf(focus):
            # The switch moves from one panel to the next, and the focus with it.
            focus.setFocus(Qt.FocusReason.TabFocusReason)

    def park(self) -> None:
        """Set the chosen question aside."""
        panel = self._current()
        if panel is not None:
            panel.park()

    def write_for(self) -> None:
        """Write for someone in the activity that is shown."""
        panel = self._current()
        if panel is not None:
            panel.write_for()

    def _current(self) -> Capture | None:
        panel = self._pages.currentWidget()
        return panel if isinstance(panel, Capture) else None

    def _panel(self, kind: StepKind) -> Capture:
        if kind not in self._panels:
            panel = panel_for(kind, self._face, self._asking, self._open_dialog)
            self._panels[kind] = panel
            self._pages.addWidget(panel)
        return self._panels[kind]

    def _open_dialog(self, activity: Activity) -> None:
        room = self._asking.room
        if room is not None:
            WriteFor(self._face, self._asking, room, activity, self).open()

    def _offer(self, activities: tuple[Activity, ...]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._segments.removeWidget(old)
            old.deleteLater()
        for place, activity in enumerate(activities):
            segment = QPushButton(plain_caption(self._face.say(activity.title)))
            segment.setObjectName(f"activity_{place + 1}")
            segment.setProperty("segment", True)
            segment.setCheckable(True)
            segment.setChecked(activity.id == self._chosen)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            segment.clicked.connect(partial(self._choose, activity.id))
            self._group.addButton(segment)
            self._segments.addWidget(segment)

    def _choose(self, activity: ActivityId, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self._chosen = activity
        room = self._asking.room
        if room is not None:
            self.refresh(room)


def _most_to_do(activities: tuple[Activity, ...]) -> ActivityId | None:
    """Return the leading activity, unless it is talk while others write."""
    typed = [one for one in activities if one.kind.asks]
    if activities and activities[0].kind.asks:
        return activities[0].id
    found = next(iter(typed), next(iter(activities), None))
    return found.id if found else None
