"""A dialog that lets someone in who has no phone."""

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.base.ids import new_codes, new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.codes import OFFERED
from workshop_desk.domain.commands import Join
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import PersonId
from workshop_desk.live.changes import Stored


class AddPerson(DeskDialog):
    """Name, and an address if they wish."""

    def __init__(self, face: Face, asking: Asking, parent: QWidget, name: str = "") -> None:
        t = face.t
        super().__init__(face, t("Add a person"), name="add_person_dialog", parent=parent, width=420)
        self._asking = asking
        words = t("For people without a phone: you write for them here, and everything counts.")
        self.add(label(words, "muted", wrap=True))
        self._name = QLineEdit(name)
        self._name.setObjectName("person_name")
        self._email = QLineEdit()
        self._email.setObjectName("person_email")
        self._email.setPlaceholderText(t("optional"))
        self.field(t("First and last name"), self._name)
        self.field(t("E-mail"), self._email)
        self._warned = ""
        self.buttons(t("Not now"), t("Add"), self._send)

    def _send(self) -> None:
        room = self._asking.room
        if room is None:
            self.reject()
            return
        command = Join(
            PersonId(new_id()),
            self._name.text(),
            self._email.text(),
            room.session.language,
            Channel.DESK,
            codes=new_codes(CODE_LETTERS, CODE_LENGTH, OFFERED),
        )
        name = one_line(self._name.text())
        if self._warned != name and any(name.casefold() == one.casefold() for one in _names(room)):
            self._warned = name
            again = self.face.t("{name} is in the list already. Add once more?", name=name)
            self.complain(again, self._name)
            return
        said = self.face.t("{name} is in.", name=name)
        self._asking.ask(command, said=said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback), self._name)


def _names(room: Room) -> tuple[str, ...]:
    """Return the names of all who came, those who left among them."""
    return tuple(room.name_of(person) for person in room.attendees)
