"""A dialog that begins a rehearsal: with how many pretended people, and how fast."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Stepper
from workshop_desk.desktop.desk.rehearsing import SPEEDS
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.subject import Subject

FEWEST, USUAL, MOST = 3, 8, 60


class AskRehearsal(DeskDialog):
    """Asks for people and speed; `begin` is called with both."""

    def __init__(
        self, face: Face, subject: Subject, begin: Callable[[int, int], None], parent: QWidget
    ) -> None:
        t = face.t
        title = t("Rehearse alone")
        super().__init__(face, title, name="rehearsal_dialog", parent=parent, width=520)
        self._begin = begin
        self.add(label(subject.title, "strong", wrap=True))
        words = t("Desk and screen open as on the day, with simulated people on simulated phones.")
        self.add(label(words, wrap=True))
        kept = t("Nothing of it is kept: your sessions and figures stay as they are.")
        self.add(label(kept, "muted", wrap=True))
        self._people = Stepper(face.palette, FEWEST, MOST, name="rehearsal_people")
        self._people.show_number(min(max(subject.expected or USUAL, FEWEST), MOST))
        self._speed = Segments(tuple((str(one), f"{one}×") for one in SPEEDS), lambda: None)
        self.pair((t("Simulated people"), self._people), (t("Speed of time"), self._speed))
        self.buttons(t("Not now"), t("Rehearse"), self._send)

    def _send(self) -> None:
        self.accept()
        self._begin(self._people.value(), int(self._speed.chosen))
