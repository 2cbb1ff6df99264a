"""A dialog for what a training provider's papers say of it; nobody else needs any of this."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.plaintext import LINE_MAX, one_line
from workshop_desk.live.changes import Stored


class ProviderDialog(DeskDialog):
    """SIRET, number of the declaration of activity and address, all of them optional."""

    def __init__(self, face: Face, asking: Asking, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Training provider"), name="provider_dialog", parent=parent)
        self._asking = asking
        known = asking.bridge.settings
        words = t(
            "Only for training actions (French Labour Code): they stand on the sign-in sheet, beside "
            "the organisation. All of them may stay empty."
        )
        self.add(label(words, "muted", wrap=True))
        self._siret = _line("set_siret", known.siret)
        self._nda = _line("set_nda", known.nda)
        self._address = _line("set_address", known.address)
        self.pair((t("SIRET"), self._siret), (t("Declaration of activity no. (NDA)"), self._nda))
        self.field(t("Address"), self._address)
        self.buttons(t("Leave as it was"), t("Save"), self._send)

    def _send(self) -> None:
        wanted = replace(
            self._asking.bridge.settings,
            siret=one_line(self._siret.text()),
            nda=one_line(self._nda.text()),
            address=one_line(self._address.text()),
        )
        self._asking.ask(ChangeSettings(wanted), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setMaxLength(LINE_MAX)
    return made
