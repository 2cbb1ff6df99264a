"""Leaving the desk while a session is open: nothing is lost, yet nobody does it by mistake."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face


class LeaveDialog(DeskDialog):
    """Says what becomes of the session; `leave` is called when the desk is left all the same."""

    def __init__(self, face: Face, leave: Callable[[], object], parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Leave the desk?"), name="leave_dialog", parent=parent)
        self._leave = leave
        words = t("The session stays open and the phones wait. Start again to go on where you are.")
        self.add(label(words, wrap=True))
        self.buttons(t("Stay"), t("Leave"), self._send, safe_first=True)

    def _send(self) -> None:
        self.accept()
        self._leave()
