"""People who seem to have come in twice: said over the list, and made one in a click."""

from PySide6.QtWidgets import QFrame

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, column, isolated, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.codes import apart
from workshop_desk.domain.identity_commands import MergePeople, SplitPeople
from workshop_desk.domain.namesakes import namesakes, to_keep
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId


class Namesakes(QFrame):
    """Two of one name at a time; takes no room while there are none."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("namesakes")
        self.setProperty("banner", "info")
        self._face, self._asking = face, asking
        self._pair: tuple[PersonId, PersonId] | None = None
        self._told_apart: set[frozenset[PersonId]] = set()
        t = face.t
        self._words = label("", "body", wrap=True, name="namesakes_words")
        one = button(t("One person"), self._merge, name="namesakes_one", size="small")
        two = button(t("Two people"), self._keep_apart, name="namesakes_two", kind="text", size="small")
        self.setLayout(column(self._words, row(one, two, None), gap=6, margins=(12, 8, 12, 8)))
        self.hide()

    def refresh(self, room: Room) -> None:
        """Show the first two who share a name and were not told apart."""
        pairs = (
            (first, other)
            for first, *others in namesakes(room)
            for other in others
            if frozenset((first, other)) not in self._told_apart
        )
        self._pair = next(pairs, None)
        self.setVisible(self._pair is not None)
        if self._pair is not None:
            name = isolated(room.name_of(self._pair[0]))
            self._words.setText(self._face.t("{name} is here twice.", name=name))

    def _merge(self) -> None:
        room = self._asking.room
        if room is not None and self._pair is not None:
            make_one(self._face, self._asking, room, *self._pair)

    def _keep_apart(self) -> None:
        room = self._asking.room
        if room is not None and self._pair is not None:
            self._told_apart.add(frozenset(self._pair))
            self.refresh(room)


def make_one(face: Face, asking: Asking, room: Room, one: PersonId, other: PersonId) -> None:
    """Make one person of two; the way back makes them two again."""
    if not {one, other} <= room.attendees.keys():
        return
    keep, gone = to_keep(room, one, other)
    said = face.t("{name} is one person now.", name=room.name_of(keep))
    asking.ask(MergePeople(keep, gone), said=said, undo=(SplitPeople(gone),))


def others(room: Room, person: PersonId) -> list[tuple[PersonId, str]]:
    """Return who else someone may be, those of the same name first, each with their code."""
    same = {one for group in namesakes(room) if person in group for one in group}
    found = sorted(
        (one for one in room.attendees if one != person),
        key=lambda one: (one not in same, room.name_of(one).casefold()),
    )
    return [(one, _named(room, one)) for one in found]


def _named(room: Room, person: PersonId) -> str:
    code = apart(room.attendees[person].code)
    name = room.name_of(person)
    return f"{name} · {code}" if code else name
