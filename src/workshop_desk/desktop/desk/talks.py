"""Talk: people speak; nothing is written, at most each says that they have done or agree."""

from collections.abc import Callable

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.capture import Capture
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity


class TalkPanel(Capture):
    """Shows who speaks, and how many have pressed the button that the method offers."""

    def __init__(self, face: Face, asking: Asking, write_for: Callable[[Activity], None]) -> None:
        super().__init__(face, asking, write_for)
        self._empty = Empty(face)
        self.body.addWidget(self._empty)

    def fill(self, room: Room, activity: Activity) -> None:
        """Count the confirmations, or say that there is nothing to type."""
        self.count.hide()
        t, lead = self.face.t, self.face.say(activity.lead)
        taking, done = len(room.taking_part(activity)), len(room.finished(activity))
        if activity.confirm:
            heading = t.many("{done} of {n} is ready", "{done} of {n} are ready", taking, done=done)
            button_words = self.face.say(activity.confirm)
            self._empty.say(heading, t("Their phone asks: {words}", words=button_words), done, taking)
        else:
            self._empty.say(t("The room talks"), lead or t("Nothing to type here."), 0, taking)
