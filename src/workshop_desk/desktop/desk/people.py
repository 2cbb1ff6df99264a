"""Who is here: the right column's list, and what can be done for each person."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.desktop.desk.add_person import AddPerson
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, label, plain_caption, row
from workshop_desk.desktop.desk.edit_card import EditDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.people_list import Hand, PersonLine, PersonLines, PersonPainter
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList
from workshop_desk.domain.codes import apart
from workshop_desk.domain.commands import AssignRole, Leave, RenamePerson, Return
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import NAME_MAX
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.presence_commands import UndoPresence
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import PersonId
from workshop_desk.domain.wording import Wording


class People(QWidget):
    """People present of those expected, one row each."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("people")
        self._face = face
        self._asking = asking
        t = face.t
        self._count = label("", "heading", name="people_count")
        self._add = button(
            t("Add"),
            self.add_person,
            name="person_add",
            size="small",
            glyph="user-plus",
            palette=face.palette,
        )
        self._add.setAccessibleName(t("Add a person"))
        self._lines = PersonLines(self)
        self._list = RowList(self._lines, PersonPainter(face.palette), name="people_list")
        self._list.setAccessibleName(t("People in the room"))
        self._list.setProperty("kind", "plain")
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._menu)
        self._list.activated.connect(self._menu)
        self._nobody = label(
            t("Nobody is here yet. People come in with the code, or you add them."), "muted", wrap=True
        )
        body = column(row(self._count, None, self._add), self._nobody, self._list, gap=8)
        body.setStretch(2, 1)
        self.setLayout(body)

    def refresh(self, room: Room, network: NetworkState) -> None:
        """Show who is here."""
        t, present = self._face.t, set(room.present)
        expected = room.session.expected
        if expected > len(present):
            words = t.many(
                "{n} present of {expected}", "{n} present of {expected}", len(present), expected=expected
            )
        else:
            words = t.many("{n} present", "{n} present", len(present))
        self._count.setText(words)
        everyone = sorted(room.attendees, key=lambda person: person not in present)
        self._nobody.setVisible(not everyone)
        self._lines.show(
            [self._line(room, network, person, here=person in present) for person in everyone]
        )

    def add_person(self) -> None:
        """Open the dialog that lets someone in who has no phone."""
        AddPerson(self._face, self._asking, self).open()

    def _line(self, room: Room, network: NetworkState, person: PersonId, *, here: bool) -> PersonLine:
        t, attendee = self._face.t, room.attendees[person]
        hand, device = Hand.PHONE, t("phone connected")
        if not here:
            hand, device = Hand.GONE, t("left")
        elif attendee.channel is Channel.DESK and person not in network.awake:
            hand, device = Hand.DESK, t("no phone")
        elif person not in network.awake:
            hand, device = Hand.ASLEEP, t("phone asleep")
        special = any(
            role.private_sheet for role in room.session.roles if role.id == room.role_of(person)
        )
        fact = _fact(self._face, room, person) if here else device
        if not fact and hand is not Hand.PHONE:
            fact = device
        return PersonLine(person, room.name_of(person), fact, hand, device, special)

    def _menu(self, index: QModelIndex) -> None:
        line, room = index.data(ROW_ROLE), self._asking.room
        self._list.clearSelection()
        if not isinstance(line, PersonLine) or room is None:
            return
        menu = self.menu_for(room, line.person)
        at = self._list.visualRect(index).bottomLeft() + QPoint(40, 0)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def menu_for(self, room: Room, person: PersonId) -> QMenu:
        """Make the menu of what can be done for a person."""
        t, say = self._face.t, self._face.say
        menu = QMenu(self)
        menu.setObjectName("person_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        if person in room.present:
            menu.addAction(t("Has left"), partial(self._leave, person))
        else:
            menu.addAction(t("Is back"), partial(self._return, person))
        return menu

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

    def _say_code(self, person: PersonId) -> None:
        room = self._asking.room
        if room is not None:
            code = apart(room.attendees[person].code)
            name = room.name_of(person)
            said = self._face.t("{name} comes back with {code}.", name=name, code=code)
            self._asking.toasts.tell(said)

    def _rename(self, person: PersonId) -> None:
        room = self._asking.room
        if room is None:
            return
        before = room.name_of(person)
        dialog = EditDialog(self._face, self._face.t("Correct the name"), before, NAME_MAX, self)
        dialog.kept.connect(partial(self._keep_name, person, before))
        dialog.open()

    def _keep_name(self, person: PersonId, before: str, name: str) -> None:
        said = self._face.t("Name corrected.")
        self._asking.ask(RenamePerson(person, name), said=said, undo=(RenamePerson(person, before),))

    def _leave(self, person: PersonId) -> None:
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("{name} has left.", name=name)
        self._asking.ask(Leave(person, Source.DESK), said=said, undo=(UndoPresence(person, Way.OUT),))

    def _return(self, person: PersonId) -> None:
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("{name} is back.", name=name)
        self._asking.ask(Return(person, Source.DESK), said=said, undo=(UndoPresence(person, Way.IN),))


def _fact(face: Face, room: Room, person: PersonId) -> str:
    """Return the one fact beside a name: a special role, else what they did in the activity."""
    t, role = face.t, room.role_of(person)
    if role and role != room.session.ordinary_role:
        return next((face.say(one.title) for one in room.session.roles if one.id == role), role)
    activity = room.action_for(person)
    if activity is None:
        return ""
    done = room.participation(activity.id, person)
    if activity.kind is StepKind.QUEUE and done.answers:
        return t.many("{n} question", "{n} questions", done.answers)
    if activity.kind is StepKind.BOARD and done.answers:
        return t.many("{n} note", "{n} notes", done.answers)
    if done.finished:
        return t("has finished")
    if activity.kind is StepKind.QUEUE:
        return t("no question yet")
    return t("has written") if done.answers and activity.kind is StepKind.WRITE else ""


def ordinary_title(room: Room) -> Wording:
    """Return what people without a special role are called."""
    return next((role.title for role in room.session.roles if role.ordinary), Wording())
