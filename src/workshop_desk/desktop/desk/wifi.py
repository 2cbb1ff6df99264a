"""The Wi-Fi of the room: its fields, and a small dialog that shows its code as one types."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import column, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.wifi import Wifi, check, payload
from workshop_desk.live.changes import Stored
from workshop_desk.live.sentences import refusal_sentence

_QR = 164
_TYPED = 80
"""More than any name or password may have: what is too long is said, not cut."""


class WifiFields(QWidget):
    """Name and password side by side, and below them whether the network hides its name."""

    def __init__(self, face: Face, known: Wifi) -> None:
        super().__init__()
        self._t = t = face.t
        self.name = _line("wifi_name", known.name)
        self.password = _line("wifi_password", known.password)
        self.password.setPlaceholderText(t("none: an open network"))
        self.hidden = Tick(t("The network hides its name"), face.palette, name="wifi_hidden")
        self.hidden.setChecked(known.hidden)
        self.hidden.setToolTip(t("Some iPhones do not join a hidden network by its code."))
        fields = row(gap=16)
        for words, line in ((t("Wi-Fi of the room"), self.name), (t("Its password"), self.password)):
            caption = label(words, "label")
            caption.setBuddy(line)
            line.setAccessibleName(words)
            fields.addLayout(column(caption, line, gap=4), 1)
        self.setLayout(column(fields, self.hidden, gap=6))

    def wifi(self) -> Wifi:
        """Return what is typed; spaces at the ends of a name are never part of it."""
        name = self.name.text().strip()
        return Wifi(name, self.password.text(), hidden=bool(name) and self.hidden.isChecked())

    def problem(self) -> tuple[str, QLineEdit] | None:
        """Return what must be corrected and where, None where it is a network or nothing at all."""
        try:
            check(self.wifi())
        except Refusal as refusal:
            wrong = self.password if refusal.why is Why.WIFI_KEY_LENGTH else self.name
            return refusal_sentence(self._t, refusal), wrong
        return None


class WifiDialog(DeskDialog):
    """The room's Wi-Fi and its code; what is saved is the Wi-Fi of the sessions to come as well."""

    def __init__(self, face: Face, asking: Asking, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Wi-Fi code"), name="wifi_dialog", parent=parent, width=560)
        self._asking = asking
        words = t("People in the room see name, password and code on the screen and on the poster.")
        self.add(label(words, "muted", wrap=True))
        self._fields = WifiFields(face, asking.bridge.settings.wifi)
        self._code = QrCode()
        self._code.setObjectName("wifi_qr")
        self._code.setFixedSize(_QR, _QR)
        self.add(self._fields, row(None, self._code, None))
        self._fields.name.textChanged.connect(self._show)
        self._fields.password.textChanged.connect(self._show)
        self._fields.hidden.toggled.connect(self._show)
        self.buttons(t("Leave as it was"), t("Save"), self._send)
        self._show()

    def _show(self, *_facts: object) -> None:
        """Show the code of what is typed, once it makes one."""
        self.complain("")
        self._code.show_payload("" if self._fields.problem() else payload(self._fields.wifi()))

    def _send(self) -> None:
        problem = self._fields.problem()
        if problem is not None:
            self.complain(*problem)
            return
        settings = replace(self._asking.bridge.settings, wifi=self._fields.wifi())
        self._asking.ask(ChangeSettings(settings), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setMaxLength(_TYPED)
    return made
