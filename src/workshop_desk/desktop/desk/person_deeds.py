"""What can be done for one person besides who they are: a message, done, a table, taken out."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.base.ids import new_codes, new_id
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.edit_card import EditDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.phone_message import PhoneMessageDialog
from workshop_desk.desktop.desk.take_out import TakeOutDialog
from workshop_desk.domain.codes import OFFERED
from workshop_desk.domain.commands import MarkFinished
from workshop_desk.domain.control_commands import HideCards, LetBackIn, SitBeside, TakeOut
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import NAME_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.rules.moderation import written_by
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import PersonId


class PersonDeeds:
    """Adds its lines to a person's menu."""

    def __init__(self, face: Face, asking: Asking, parent: QWidget) -> None:
        self._face = face
        self._asking = asking
        self._parent = parent

    def add_to(self, menu: QMenu, room: Room, person: PersonId) -> None:
        """Add what can be done for someone now."""
        t = self._face.t
        if is_taken_out(room, person):
            menu.addAction(t("Let back in"), partial(self._let_in, person))
            return
        activity = room.action_for(person)
        if activity is not None and person in room.present:
            done = room.participation(activity.id, person).finished
            words = t("Has not finished") if done else t("Has finished")
            menu.addAction(words, partial(self._finish, person, not done))
        if room.attendees[person].channel is Channel.PHONE:
            menu.addAction(t("Message to their phone…"), partial(self._tell, person))
            menu.addAction(t("Share their phone with…"), partial(self._share, person))
        menu.addSeparator()
        if written := written_by(room, person):
            words = t.many("Hide their {n} text", "Hide their {n} texts", len(written))
            menu.addAction(words, partial(self._hide, person))
        menu.addAction(t("Take out of the room…"), partial(self._take_out, person))

    def _finish(self, person: PersonId, finished: bool) -> None:  # noqa: FBT001 - a menu's partial
        room, t = self._asking.room, self._face.t
        activity = room.action_for(person) if room else None
        if room is None or activity is None:
            return
        name = room.name_of(person)
        said = t("{name} has finished.", name=name) if finished else t("{name} goes on.", name=name)
        back = MarkFinished(activity.id, person, not finished)
        self._asking.ask(MarkFinished(activity.id, person, finished), said=said, undo=(back,))

    def _tell(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            PhoneMessageDialog(self._face, self._asking, room, person, self._parent).open()

    def _share(self, person: PersonId) -> None:
        title = self._face.t("Who shares this phone?")
        dialog = EditDialog(self._face, title, "", NAME_MAX, self._parent)
        dialog.kept.connect(partial(self._sit_beside, person))
        dialog.open()

    def _sit_beside(self, host: PersonId, name: str) -> None:
        said = self._face.t("{name} is in, on the same phone.", name=name.strip())
        beside, codes = PersonId(new_id()), new_codes(CODE_LETTERS, CODE_LENGTH, OFFERED)
        self._asking.ask(SitBeside(host, beside, name, codes), said=said, undo=(TakeOut(beside),))

    def _hide(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            cards = written_by(room, person)
            said = self._face.t("Hidden from the screen.")
            self._asking.ask(HideCards(cards), said=said, undo=(HideCards(cards, hidden=False),))

    def _take_out(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            TakeOutDialog(self._face, self._asking, room, person, self._parent).open()

    def _let_in(self, person: PersonId) -> None:
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("{name} may come in again.", name=name)
        self._asking.ask(LetBackIn(person), said=said, undo=(TakeOut(person),))
