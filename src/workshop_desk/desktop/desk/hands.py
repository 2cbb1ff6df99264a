"""Raised hands: who asks to speak, in the order in which the hands went up."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    elided,
    glyph,
    isolated,
    label,
    row,
    set_button_icon,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.control_commands import GiveFloor, LowerHand, RaiseHand, SetHandsShown
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.hands import queue, speaker
from workshop_desk.domain.units import PersonId

_ROW = 30
MOST_SHOWN, FEWEST_SHOWN = 3, 1
"""Rows, whoever speaks among them; the other hands are counted and move up."""


class Hands(QFrame):
    """A card that is only there while hands are up, or someone has the floor."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self.setObjectName("hands")
        self.setProperty("banner", "info")
        self._face = face
        self._asking = asking
        self._listed: tuple[tuple[PersonId, str, bool], ...] = ()
        mark = glyph("hand-bold", face.palette, "info", 20)
        self._count = label("", "strong", name="hands_count")
        self._show = button("", self.show_count, name="hands_shown", size="small")
        self._show.setProperty("square", True)
        self._rows: QVBoxLayout = column(gap=4)
        self._more = label("", "small", name="hands_more")
        body = column(row(mark, self._count, None, self._show, gap=8), self._rows, self._more, gap=6)
        body.setContentsMargins(14, 8, 10, 8)
        self.setLayout(body)
        self.hide()

    def refresh(self, room: Room, *, tight: bool) -> None:
        """Show who asks, and who speaks; in little room only one of them."""
        t = self._face.t
        waiting, speaks = queue(room), speaker(room)
        self.setVisible(bool(waiting) or speaks is not None)
        self._count.setText(t.many("{n} hand up", "{n} hands up", len(waiting)))
        shown = room.session.control.hands_shown
        words = t("Do not say on the screen how many hands are up")
        words = words if shown else t("Say on the screen how many hands are up")
        self._show.setAccessibleName(words)
        self._show.setToolTip(words)
        restyle(self._show, "kind", "main" if shown else "framed")
        set_button_icon(self._show, "projector-screen", self._face.palette)
        people = (*((speaks,) if speaks else ()), *waiting)
        most = FEWEST_SHOWN if tight else MOST_SHOWN
        if tight and waiting:
            people = waiting
        listed = tuple((one, room.name_of(one), one == speaks) for one in people[:most])
        rest = len(people) - most
        self._more.setText(t.many("{n} more after them", "{n} more after them", max(1, rest)))
        self._more.setVisible(rest > 0)
        if listed != self._listed:
            self._listed = listed
            self._fill()

    def next_hand(self) -> None:
        """Give the floor to whoever has waited longest; where nobody waits, the last one has spoken."""
        room = self._asking.room
        if room is None:
            return
        waiting, speaks = queue(room), speaker(room)
        if waiting:
            self._give(waiting[0])
        elif speaks is not None:
            self._lower(speaks)

    def show_count(self) -> None:
        """Say on the stage how many hands are up, or not."""
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetHandsShown(not room.session.control.hands_shown))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, (person, name, speaks) in enumerate(self._listed):
            self._rows.addWidget(self._row(place, person, name, speaks=speaks))

    def _row(self, place: int, person: PersonId, name: str, *, speaks: bool) -> QWidget:
        t, look = self._face.t, self._face.palette
        line = QWidget()
        line.setFixedHeight(_ROW)
        words = elided("strong" if speaks else "body", name=f"hand_{place}")
        words.setText(t("{name} speaks", name=isolated(name)) if speaks else name)
        give = button(t("Floor"), partial(self._give, person), name=f"floor_{place}", size="small")
        give.setAccessibleName(t("Give the floor to {name}", name=name))
        give.setVisible(not speaks)
        down = button(
            "",
            partial(self._lower, person),
            name=f"lower_{place}",
            size="small",
            glyph="x",
            palette=look,
        )
        down.setProperty("square", True)
        done = t("{name} has spoken", name=name) if speaks else t("Lower the hand of {name}", name=name)
        down.setAccessibleName(done)
        down.setToolTip(done)
        whole = row(words, give, down, gap=6)
        whole.setStretch(0, 1)
        line.setLayout(whole)
        return line

    def _give(self, person: PersonId) -> None:
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("{name} has the floor.", name=name)
        self._asking.ask(GiveFloor(person), said=said)

    def _lower(self, person: PersonId) -> None:
        room = self._asking.room
        name = room.name_of(person) if room else ""
        said = self._face.t("The hand of {name} is down.", name=name)
        self._asking.ask(LowerHand(person), said=said, undo=(RaiseHand(person),))
