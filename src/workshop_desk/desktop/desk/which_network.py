"""The question which network the phones are on, where two would do equally well."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.address_rows import AddressRows
from workshop_desk.desktop.desk.controls import label, rule
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.network import Candidate, NetworkState


class WhichNetwork(DeskDialog):
    """All addresses with the names of their networks; `chosen` hears which one goes into the code."""

    def __init__(
        self, face: Face, state: NetworkState, chosen: Callable[[Candidate], None], parent: QWidget
    ) -> None:
        t = face.t
        super().__init__(
            face, t("Which network are the phones on?"), name="which_network", parent=parent, width=480
        )
        self._chosen = chosen
        words = t("This laptop is on several that would do. Your choice is kept for these networks.")
        self.add(label(words, "muted", wrap=True))
        self._rows = AddressRows(face, lambda _one: None)
        self._rows.show_candidates(state.candidates, state.address)
        self.add(rule(), self._rows)
        do = self.buttons(t("Leave as it was"), t("Put it into the code"), self._choose)
        do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        one = self._rows.candidate
        self.accept()
        if one is not None:
            self._chosen(one)
