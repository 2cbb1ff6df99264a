"""Who is here: the right column's list, and what can be done for each person."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from workshop_desk.desktop.badge_camera import can_see
from workshop_desk.desktop.desk.add_person import AddPerson
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.checking_in import CheckingIn
from workshop_desk.desktop.desk.controls import button, column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.find_person import FindPerson
from workshop_desk.desktop.desk.list_menu import ListMenu
from workshop_desk.desktop.desk.namesakes import Namesakes
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.people_list import ROW, Hand, PersonLine, PersonLines, PersonPainter
from workshop_desk.desktop.desk.person_menu import PersonMenu
from workshop_desk.desktop.desk.rows import ROW_ROLE, RowList
from workshop_desk.desktop.desk.scan_badges import ScanBadges
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.badges import Unread
from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.people import Channel
from workshop_desk.domain.plaintext import NAME_MAX, one_line
from workshop_desk.domain.registrations import Registration, awaited
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.search import NameIndex
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import PersonId, RegistrationId


class People(QWidget):
    """People present of those expected, one row each."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions) -> None:
        super().__init__()
        self.setObjectName("people")
        self._face = face
        self._asking = asking
        t = face.t
        self._count = label("", "strong", name="people_count")
        self._add = button(
            t("Add"),
            self.add_person,
            name="person_add",
            size="small",
            glyph="user-plus",
            palette=face.palette,
        )
        self._add.setAccessibleName(t("Add a person"))
        self._more = ListMenu(face, asking, actions, self)
        self._checking_in = CheckingIn(face, asking)
        self._menus = PersonMenu(face, asking, self._checking_in, self)
        self._network = NetworkState()
        self._named: tuple[tuple[str, str], ...] = ()
        self._index = NameIndex(())
        self._find = FindPerson(face)
        self._find.textChanged.connect(self._search)
        self._find.moved.connect(self._move)
        self._find.given.connect(self._given)
        self._actions = actions
        self._scan = self._camera()
        self._lines = PersonLines(self)
        self._list = RowList(self._lines, PersonPainter(face.palette), name="people_list")
        self._list.setAccessibleName(t("People in the room"))
        self._list.setProperty("kind", "plain")
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(ROW)
        # No 256 pixels, as Qt thinks: the column would scroll.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.clicked.connect(self._menu)
        self._list.activated.connect(self._menu)
        self._nobody = label("", "muted", wrap=True, name="people_nobody")
        self._twice = Namesakes(face, asking)
        head = row(self._count, None, self._add, self._more.button)
        body = column(head, row(self._find, self._scan), self._twice, self._nobody, self._list, gap=8)
        body.setStretch(4, 1)
        self.setLayout(body)

    def _camera(self) -> QPushButton:
        """Return the button that scans badges, hidden where nothing can see."""
        look, words = self._face.palette, self._face.t("Scan badges with the camera")
        made = button("", self.scan_badges, name="person_scan", glyph="camera", palette=look)
        made.setProperty("square", True)
        made.setAccessibleName(words)
        made.setToolTip(words)
        if not can_see():
            made.hide()
        return made

    def refresh(self, room: Room, network: NetworkState) -> None:
        """Show who is here, who has left, and who is awaited; of them, who answers to what is typed."""
        self._network = network
        self._count.setText(self._counted(room))
        self._twice.refresh(room)
        self._show(room)

    def find_person(self) -> None:
        """Let the keyboard find someone."""
        self._find.take_keyboard()

    def scan_badges(self) -> None:
        """Open the dialog that reads badges with the laptop's camera."""
        ScanBadges(self._face, self._asking, self._checking_in, self._actions, self).open()

    def menu_for(self, room: Room, person: PersonId) -> QMenu:
        """Make the menu of what can be done for a person."""
        there = person in room.presence.there
        return self._menus.menu_for(room, self._line(room, self._network, person, here=there))

    def list_menu(self, room: Room) -> QMenu:
        """Make the menu of what can be done with the whole list."""
        return self._more.menu_for(room)

    def _counted(self, room: Room) -> str:
        """Return how many are here; that there are more than expected is said, and stops nobody."""
        t, count, expected = self._face.t, len(room.present), expected_count(room)
        restyle(self._count, "tone", "warning" if expected and count > expected else None)
        if expected > count:
            return t.many(
                "{n} present of {expected}", "{n} present of {expected}", count, expected=expected
            )
        if expected and count > expected:
            return t.many(
                "{n} present for {expected}",
                "{n} present for {expected}",
                count,
                expected=expected,
            )
        return t.many("{n} present", "{n} present", count)

    def _show(self, room: Room) -> None:
        there, places = room.presence.there, awaited(room.registrations.values())
        everyone = sorted(room.attendees, key=lambda person: person not in there)
        named = (
            *((person, room.name_of(person)) for person in everyone),
            *((place.id, place.name) for place in places),
        )
        if named != self._named:
            self._named, self._index = named, NameIndex(named)
        by_id = {place.id: place for place in places}
        typed = self._find.text()
        kept = self._chosen() if typed.strip() else None
        found = [self._found(room, key, there, by_id) for key in self._index.find(typed)]
        self._nobody.setVisible(not found)
        self._nobody.setText(
            self._face.t("Nobody here or expected has this name. “Add” lets them in.")
            if named
            else self._face.t("Nobody is here yet. People come in with the code, or you add them.")
        )
        self._lines.show(found)
        if typed.strip():
            self._choose(max(0, self._lines.place(kept)))

    def _found(
        self,
        room: Room,
        key: str,
        there: Collection[PersonId],
        places: Mapping[RegistrationId, Registration],
    ) -> PersonLine:
        place = places.get(RegistrationId(key))
        if place is None:
            person = PersonId(key)
            return self._line(room, self._network, person, here=person in there)
        words = self._face.t("expected")
        fact = place.department or words
        return PersonLine(None, place.name, fact, Hand.EXPECTED, words, place=place.id)

    def _search(self) -> None:
        room = self._asking.room
        if room is None:
            return
        self._list.setCurrentIndex(QModelIndex())
        self._show(room)
        if not self._find.text().strip():
            self._list.setCurrentIndex(QModelIndex())
            self._list.clearSelection()

    def _chosen(self) -> str | None:
        """Return whose row is chosen."""
        line = self._list.currentIndex().data(ROW_ROLE)
        return line.key if isinstance(line, PersonLine) else None

    def _choose(self, place: int) -> None:
        last = self._lines.rowCount() - 1
        if last >= 0:
            self._list.setCurrentIndex(self._lines.index(min(max(0, place), last)))

    def _move(self, by: int) -> None:
        here = self._list.currentIndex()
        self._choose(here.row() + by if here.isValid() else 0)

    def _given(self) -> None:
        """Let in whose badge was read, else who is chosen: in, or out who is in."""
        typed = self._find.text()
        if typed.strip() and self._checking_in.scan(typed):
            self._find.clear()
            return
        line = self._list.currentIndex().data(ROW_ROLE)
        if isinstance(line, PersonLine):
            self._checking_in.turn_line(line)
            self._find.clear()
        elif typed.strip():
            # It stands there to be corrected; what comes next, from a scanner too, takes its place.
            self._checking_in.say_unread(Unread.NO_CODE, typed)
            self._find.selectAll()

    def add_person(self) -> None:
        """Open the dialog that lets someone in who has no phone; a name that nobody has is theirs."""
        typed = "" if self._lines.rowCount() else self._find.text()
        AddPerson(self._face, self._asking, self, one_line(typed)[:NAME_MAX]).open()
        self._find.clear()

    def _line(self, room: Room, network: NetworkState, person: PersonId, *, here: bool) -> PersonLine:
        t, attendee = self._face.t, room.attendees[person]
        hand, device = Hand.PHONE, t("phone connected")
        if not here:
            hand, device = Hand.GONE, t("out of the room") if is_taken_out(room, person) else t("left")
        elif attendee.host is not None:
            hand, device = Hand.TABLE, t("shares a phone")
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
        menu = self._menus.menu_for(room, line)
        at = self._list.visualRect(index).bottomLeft() + QPoint(40, 0)
        menu.popup(self._list.viewport().mapToGlobal(at))


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
