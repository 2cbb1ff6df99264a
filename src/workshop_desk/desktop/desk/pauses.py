"""Break: nothing to type, the room is away."""

from collections.abc import Callable

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity


class PausePanel(Capture):
    """Says that it is a break, and until when."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._empty = Empty(face)
        self.body.addWidget(self._empty)

    def fill(self, room: Room, activity: Activity) -> None:
        """Say when the room will be back."""
        self.count.hide()
        t, end = self.face.t, room.step_of(activity).timer.ends(self.face.now())
        until = t("Back at {hour}", hour=self.face.about(end)) if end else ""
        self._empty.say(t("The room has a break"), until or t("Nothing to type here."), 0, 0)
