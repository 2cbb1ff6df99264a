"""The answer to who asks that their name be erased: what happens, what the law keeps, or why not."""

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.data_commands import AnswerErasure
from workshop_desk.domain.legal_hold import held_until, is_held
from workshop_desk.domain.plaintext import LINE_MAX, one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.i18n.dates import plain_date
from workshop_desk.live.changes import Stored


class AnswerErasureDialog(DeskDialog):
    """Erase the name, or keep it with a reason that the person's phone shows."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, person: PersonId, parent: QWidget
    ) -> None:
        t, name = face.t, room.name_of(person)
        super().__init__(
            face, t("Erase the name {name}?", name=name), name="erasure_dialog", parent=parent, width=600
        )
        self._asking, self._person = asking, person
        words = t(
            "The name, the e-mail and notes for this person alone go; "
            "what was written for the room stays, without a name. "
            "They still count as one. It cannot be taken back."
        )
        self.add(label(words, wrap=True))
        held = is_held(room, person)
        if held:
            until = plain_date(held_until(room, face.now().utc), t.language)
            words = t(
                "The law keeps the name in the attendance record of this training until {date}, "
                "and nowhere else. Their phone says so.",
                date=until,
            )
            self.add(label(words, "strong", name="erasure_held", wrap=True))
            copies = t("Copies of the file that were made before still hold it: delete those too.")
        else:
            copies = t(
                "Papers and copies of the file that were made before still hold it: delete those too."
            )
        self.add(label(copies, "muted", wrap=True))
        self._reason = QLineEdit()
        self._reason.setObjectName("erasure_reason")
        self._reason.setMaxLength(LINE_MAX)
        self.field(t("Or why it is kept, as their phone will say"), self._reason)
        self.aside(button(t("Keep the name"), self._keep, name="erasure_keep"))
        self.buttons(t("Not now"), t("Erase the name"), self._erase, safe_first=True)

    def _erase(self) -> None:
        self._send(AnswerErasure(self._person, erase=True), self.face.t("The name is erased."))

    def _keep(self) -> None:
        reason = one_line(self._reason.text())
        if not reason:
            words = self.face.t("Please say why, in a few words: their phone shows it.")
            self.complain(words, self._reason)
            return
        wish = AnswerErasure(self._person, erase=False, reason=reason)
        self._send(wish, self.face.t("The name is kept. Their phone says why."))

    def _send(self, wish: AnswerErasure, said: str) -> None:
        self._asking.ask(wish, said=said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback), self._reason)
