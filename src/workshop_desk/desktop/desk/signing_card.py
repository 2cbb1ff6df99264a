"""The line about signatures beside the people; only a training action has one."""

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, elided, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.signatures import Signatures
from workshop_desk.desktop.desk.signing_words import counted, standing
from workshop_desk.domain.room import Room


class SigningCard(QWidget):
    """How many have signed, and the way to the rest."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions) -> None:
        super().__init__()
        self.setObjectName("signing_card")
        self._face, self._asking, self._actions = face, asking, actions
        self._said = elided("muted", name="signing_said")
        opener = button(
            face.t("Signatures"),
            self.show_all,
            name="signing_open",
            size="small",
            glyph="pen-nib",
            palette=face.palette,
        )
        self.setLayout(row(self._said, opener, gap=8))
        self.hide()

    def refresh(self, room: Room) -> None:
        """Show how signing stands."""
        state = standing(self._face, room)
        self.setVisible(state is not None)
        if state is not None:
            self._said.setText(counted(self._face, state))

    def show_all(self) -> None:
        """Open the list of who has signed."""
        Signatures(self._face, self._asking, self._actions, self).open()
