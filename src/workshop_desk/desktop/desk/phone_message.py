"""A few words on all phones, or on those of one person; they end by themselves or are taken away."""

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, isolated, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.domain.control_commands import TellPhones
from workshop_desk.domain.phone_messages import PHONE_MESSAGE_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId, Seconds
from workshop_desk.live.changes import Stored

_STAYS = ("60", "300", "0")
"""Seconds that a message may stay, as keys of the choice; 0 until it is taken away."""


class PhoneMessageDialog(DeskDialog):
    """Enter shows the words, Esc leaves everything as it is."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, person: PersonId | None, parent: QWidget
    ) -> None:
        t = face.t
        title = t("Message to the phones")
        if person is not None:
            title = t("Message to {name}", name=isolated(room.name_of(person)))
        super().__init__(face, title, name="phone_message_dialog", parent=parent)
        self._asking = asking
        self._person = person
        known = room.phone_messages.get(person)
        self._before = known if known is not None and known.stands(face.now()) else None
        self._text = QLineEdit(self._before.text if self._before else "")
        self._text.setObjectName("phone_message_text")
        self._text.setMaxLength(PHONE_MESSAGE_MAX)
        self._text.setPlaceholderText(t("Please come back in five minutes."))
        self._text.selectAll()
        self._text.textChanged.connect(self._count_up)
        self._count = label("", "small", name="phone_message_count")
        choices = (t("1 minute"), t("5 minutes"), t("until I take it away"))
        self._stays = Segments(tuple(zip(_STAYS, choices, strict=True)), lambda: None, chosen="300")
        self._away = button(t("Take it away"), self._take_away, name="phone_message_away", kind="text")
        self._away.setVisible(self._before is not None)
        words = t("What this phone shows") if person is not None else t("What every phone shows")
        self.field(words, self._text)
        self.add(row(label(t("It stays"), "label"), self._stays, None, self._count, gap=10))
        self.add(row(self._away, None))
        self.buttons(t("Not now"), t("Show it"), self._send)
        self._count_up()
        self._text.setFocus()

    def _count_up(self, *_text: str) -> None:
        used = len(self._text.text())
        self._count.setText(self.face.t("{n} of {most}", n=used, most=PHONE_MESSAGE_MAX))

    def _send(self) -> None:
        text, t = self._text.text().strip(), self.face.t
        if not text:
            self.complain(t("Write a few words first."), self._text)
            return
        wish = TellPhones(text, self._person, Seconds(float(self._stays.chosen)))
        said = t("The phones show your message.")
        if self._person is not None:
            said = t("Their phone shows your message.")
        self._ask(wish, said)

    def _take_away(self) -> None:
        self._ask(TellPhones("", self._person), self.face.t("The message is taken away."))

    def _ask(self, wish: TellPhones, said: str) -> None:
        before = self._before
        back = TellPhones(before.text, self._person, before.stays) if before else None
        undo = (back or TellPhones("", self._person),)
        self._asking.ask(wish, said=said, undo=undo, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
