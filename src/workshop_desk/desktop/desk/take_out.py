"""Taking someone out of the room: asked first, with a way back."""

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import isolated, label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.domain.commands import Command, Return
from workshop_desk.domain.control_commands import HideCards, LetBackIn, TakeOut
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.moderation import written_by
from workshop_desk.domain.units import PersonId
from workshop_desk.live.changes import Stored


class TakeOutDialog(DeskDialog):
    """Says what it means; what they wrote stays, unless it is hidden with it."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, person: PersonId, parent: QWidget
    ) -> None:
        t, name = face.t, isolated(room.name_of(person))
        title = t("Take {name} out of the room?", name=name)
        super().__init__(face, title, name="take_out_dialog", parent=parent, width=460)
        self._asking = asking
        self._person = person
        self._name = room.name_of(person)
        self._there = person in room.present
        self._cards = written_by(room, person)
        words = t(
            "Their phone stops at once and says whom to ask. They come back only when you let them in, "
            "from the list of people."
        )
        self.add(label(words, "muted", wrap=True))
        hide = t.many("Hide their {n} text as well", "Hide their {n} texts as well", len(self._cards))
        self._hide = Tick(hide, face.palette, name="take_out_hide")
        self._hide.setVisible(bool(self._cards))
        self.add(self._hide)
        self.buttons(t("Not now"), t("Take out"), self._send, kind="danger", safe_first=True)

    def _send(self) -> None:
        back: list[Command] = [LetBackIn(self._person)]
        if self._there:
            back.append(Return(self._person))
        if self._hide.isChecked():
            self._asking.ask(HideCards(self._cards), refused=self._not)
            back.append(HideCards(self._cards, hidden=False))
        said = self.face.t("{name} is out of the room.", name=self._name)
        wish = TakeOut(self._person)
        self._asking.ask(wish, said=said, undo=tuple(back), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
