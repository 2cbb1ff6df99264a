"""A dialog that says whose phones show a clock instead of the step's own."""

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.closing import scrolling
from workshop_desk.desktop.desk.controls import column, isolated, label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.domain.agenda_commands import SeatAtClock
from workshop_desk.domain.beside import clock_of
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.live.changes import Stored


class SeatPeople(DeskDialog):
    """One tick for each person who is there."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, clock: Clock, parent: QWidget | None
    ) -> None:
        t = face.t
        title = t("Whose phones show {name}?", name=clock.name)
        super().__init__(face, title, name="seat_dialog", parent=parent, width=420)
        self._asking = asking
        self._clock = clock
        self._ticks: dict[PersonId, Tick] = {}
        for place, person in enumerate(room.present):
            other = clock_of(room, person)
            words = isolated(room.name_of(person))
            if other is not None and other.id != clock.id:
                words = f"{words} · {t('now at {name}', name=other.name)}"
            tick = Tick(words, face.palette, name=f"seat_{place + 1}")
            tick.setChecked(person in clock.people)
            self._ticks[person] = tick
        if self._ticks:
            self.add(label(t("A person sees one of these clocks at a time."), "muted", wrap=True))
            self.add(scrolling(column(*self._ticks.values(), gap=0), len(self._ticks)))
        else:
            self.add(label(t("Nobody is here yet."), "muted"))
        self.buttons(t("Not now"), t("Show it to them"), self._send)

    def _send(self) -> None:
        people = tuple(person for person, tick in self._ticks.items() if tick.isChecked())
        t = self.face.t
        said = t.many("{name}: {n} phone", "{name}: {n} phones", len(people), name=self._clock.name)
        self._asking.change(SeatAtClock(self._clock.id, people), said, done=self._done)

    def _done(self, _receipt: Stored) -> None:
        self.accept()
