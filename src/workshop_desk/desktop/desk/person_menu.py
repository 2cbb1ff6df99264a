"""What can be done for a person: the menu of their row."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.desktop.desk.answer_erasure import AnswerErasureDialog
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.checking_in import CheckingIn
from workshop_desk.desktop.desk.controls import plain_caption
from workshop_desk.desktop.desk.edit_card import EditDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.namesakes import make_one, others
from workshop_desk.desktop.desk.people_list import PersonLine
from workshop_desk.desktop.desk.person_deeds import PersonDeeds
from workshop_desk.desktop.desk.person_hours import PersonHours
from workshop_desk.domain.codes import apart
from workshop_desk.domain.commands import AssignRole, RenamePerson
from workshop_desk.domain.identity_commands import AddRegistrations, DropRegistrations
from workshop_desk.domain.plaintext import NAME_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.units import PersonId
from workshop_desk.domain.wording import Wording


class PersonMenu:
    """Makes the menu, and does what is chosen; dialogs stand over `over`."""

    def __init__(self, face: Face, asking: Asking, checking_in: CheckingIn, over: QWidget) -> None:
        self._face = face
        self._asking = asking
        self._checking_in = checking_in
        self._over = over
        self._deeds = PersonDeeds(face, asking, over)

    def menu_for(self, room: Room, line: PersonLine) -> QMenu:
        """Make the menu of what can be done for a person, or for someone awaited."""
        menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if line.person is not None:
            menu.setObjectName("person_menu")
            self._fill(menu, room, line.person)
        else:
            menu.setObjectName("expected_menu")
            menu.addAction(self._face.t("Check in"), partial(self._checking_in.turn_line, line))
            menu.addAction(self._face.t("Take off the list"), partial(self._drop, line))
        return menu

    def _fill(self, menu: QMenu, room: Room, person: PersonId) -> None:
        t, say = self._face.t, self._face.say
        current = room.role_of(person)
        for role in room.session.roles:
            action = menu.addAction(plain_caption(say(role.title)))
            action.setCheckable(True)
            action.setChecked(role.id == current)
            action.triggered.connect(partial(self._give_role, person, "" if role.ordinary else role.id))
        if room.session.roles:
            menu.addSeparator()
        if code := apart(room.attendees[person].code):
            menu.addAction(t("Personal code: {code}", code=code), partial(self._say_code, person))
        menu.addAction(t("Correct the name"), partial(self._rename, person))
        if len(room.attendees) > 1:
            same = menu.addMenu(t("Same person as"))
            for other, words in others(room, person):
                same.addAction(plain_caption(words), partial(self._make_one, person, other))
        menu.addAction(t("Arrivals and departures…"), partial(self._hours, person))
        if person in room.present:
            menu.addAction(t("Has left"), partial(self._checking_in.let_out, person))
        elif not is_taken_out(room, person):
            menu.addAction(t("Is back"), partial(self._checking_in.let_in, person))
        self._deeds.add_to(menu, room, person)
        wish = room.erasures.get(person)
        if wish is None or not wish.hides:
            menu.addSeparator()
            menu.addAction(t("Erase the name"), partial(self._erase, person))

    def _erase(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            AnswerErasureDialog(self._face, self._asking, room, person, self._over).open()

    def _drop(self, line: PersonLine) -> None:
        """Expect someone no more who is on the list."""
        room = self._asking.room
        place = room.registrations.get(line.place) if room and line.place else None
        if place is None:
            return
        said = self._face.t("{name} is not expected any more.", name=place.name)
        back = AddRegistrations(place.session, (place,))
        self._asking.ask(DropRegistrations(place.session, (place.id,)), said=said, undo=(back,))

    def _give_role(self, person: PersonId, role: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        room = self._asking.room
        if room is None:
            return
        before = room.attendees[person].role
        holder = next((one for one in room.in_role(role) if one != person), None) if role else None
        back = [AssignRole(person, before)]
        if holder is not None:
            back.append(AssignRole(holder, role))
        given = next((self._face.say(one.title) for one in room.session.roles if one.id == role), "")
        given = given or self._face.say(ordinary_title(room))
        said = self._face.t("{name}: {role}.", name=room.name_of(person), role=given)
        self._asking.ask(AssignRole(person, role), said=said, undo=tuple(back))

    def _make_one(self, person: PersonId, other: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            make_one(self._face, self._asking, room, person, other)

    def _say_code(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            code = apart(room.attendees[person].code)
            name = room.name_of(person)
            said = self._face.t("{name} comes back with {code}.", name=name, code=code)
            self._asking.toasts.tell(said)

    def _hours(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            PersonHours(self._face, self._asking, room, person, self._over).open()

    def _rename(self, person: PersonId) -> None:
        room = self._asking.room
        if room is None:
            return
        before = room.name_of(person)
        dialog = EditDialog(self._face, self._face.t("Correct the name"), before, NAME_MAX, self._over)
        dialog.kept.connect(partial(self._keep_name, person, before))
        dialog.open()

    def _keep_name(self, person: PersonId, before: str, name: str) -> None:
        said = self._face.t("Name corrected.")
        self._asking.ask(RenamePerson(person, name), said=said, undo=(RenamePerson(person, before),))


def ordinary_title(room: Room) -> Wording:
    """Return what people without a special role are called."""
    return next((role.title for role in room.session.roles if role.ordinary), Wording())
