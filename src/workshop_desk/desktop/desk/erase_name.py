"""A name erased from a session that is over: who asks later asks by letter."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.domain.data_commands import EraseName
from workshop_desk.domain.legal_hold import held_until
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.i18n.dates import plain_date
from workshop_desk.live.changes import Stored


class EraseNameDialog(DeskDialog):
    """Whose name, and what becomes of it; `erased` hears that it was done."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, erased: Callable[[], None], parent: QWidget
    ) -> None:
        t = face.t
        super().__init__(face, t("Erase a name"), name="erase_name_dialog", parent=parent, width=600)
        self._asking, self._session, self._erased = asking, room.session.id, erased
        self._who = Picker(face.palette, name="erase_who")
        for person in room.attendees:
            wish = room.erasures.get(person)
            if wish is None or not wish.hides:
                self._who.addItem(room.name_of(person), person)
        self.field(t("Name"), self._who)
        words = t(
            "The name, the e-mail and notes for this person alone go; "
            "what was written for the room stays, without a name. "
            "They still count as one. It cannot be taken back."
        )
        self.add(label(words, wrap=True))
        if room.session.training is not None:
            until = plain_date(held_until(room, face.now().utc), t.language)
            held = t("The law keeps the name in the attendance record until {date}.", date=until)
            self.add(label(held, "strong", wrap=True))
        copies = t("Copies of the file that were made before still hold it: delete those too.")
        self.add(label(copies, "muted", wrap=True))
        do = self.buttons(t("Not now"), t("Erase the name"), self._send, safe_first=True)
        do.setEnabled(self._who.count() > 0)

    def _send(self) -> None:
        wish = EraseName(self._session, PersonId(str(self._who.currentData())))
        said = self.face.t("The name is erased.")
        self._asking.ask(wish, said=said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()
        self._erased()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
