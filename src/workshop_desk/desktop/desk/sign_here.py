"""A dialog to sign in at the desk: whoever facilitates, or someone without a phone."""

from PySide6.QtWidgets import QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.sign_pad import SignPad
from workshop_desk.domain.half_days import HalfDay
from workshop_desk.domain.signature_commands import Sign
from workshop_desk.domain.signatures import SignatureChannel
from workshop_desk.domain.signing import evidence_number
from workshop_desk.domain.units import PersonId, SignatureId
from workshop_desk.exports.presence_words import half_day_words
from workshop_desk.live.changes import Stored


class SignHere(DeskDialog):
    """The field, what it is in law, and the way to begin again."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        who: tuple[PersonId | None, str],
        half: HalfDay,
        offset: int,
        parent: QWidget,
    ) -> None:
        t = face.t
        person, name = who
        super().__init__(face, t("Sign here"), name="sign_here_dialog", parent=parent)
        self._asking, self._person, self._half, self._offset = asking, person, half, offset
        room = asking.room
        self.add(
            label(t("{name}, {half}", name=name, half=half_day_words(t, half)), "strong", wrap=True)
        )
        self._pad = SignPad(face.palette, name="sign_pad")
        self._pad.setAccessibleName(t("Field to sign in"))
        again = button(t("Start again"), self._pad.clear, name="sign_again", kind="text")
        self.add(row(self._pad, None), row(label(t("With mouse, finger or pen"), "muted"), None, again))
        if room is not None:
            words = t(
                "Electronic sign-in – simple electronic signature (eIDAS regulation), "
                "evidence no. {number}.",
                number=evidence_number(room),
            )
            self.add(label(words, "small", wrap=True))
        self._do = self.buttons(t("Not now"), t("Sign"), self._send)
        self._do.setEnabled(False)
        self._pad.drawn.connect(self._do.setEnabled)

    def _send(self) -> None:
        command = Sign(
            SignatureId(new_id()),
            self._person,
            self._half.key,
            self._pad.ink,
            self._offset,
            SignatureChannel.DESK,
        )
        said = self.face.t("Signed.")
        self._asking.ask(command, said=said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
