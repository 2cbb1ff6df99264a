"""Beside the step's own clock: who speaks, and the clock on the side, as two quiet chips."""

from PySide6.QtWidgets import QLabel, QWidget

from workshop_desk.desktop.desk.controls import chip, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.timer_view import timer_view
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.beside import side_now, turn_now
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import Timer, TimerPhase
from workshop_desk.domain.units import Moment
from workshop_desk.i18n.words import Words

_LONGEST = 16


def digits(clock: Timer, now: Moment, t: Words) -> str:
    """Return what a clock shows."""
    return timer_view(clock, now, t).digits


def tone(clock: Timer, now: Moment) -> str:
    """Return the colour of a clock's chip: calm while there is time."""
    match clock.phase(now):
        case TimerPhase.RUNNING:
            return "primary"
        case TimerPhase.SOON:
            return "warning"
        case TimerPhase.LAST | TimerPhase.OVER:
            return "danger"
        case _:
            return "neutral"


class Beside(QWidget):
    """Takes no room while nothing runs beside the step."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self._turn = chip("", name="turn_now")
        self._side = chip("", name="side_now")
        self.setLayout(row(self._turn, self._side, gap=6))

    def refresh(self, room: Room, now: Moment) -> None:
        """Show them as they are now."""
        self._show(self._turn, turn_now(room), now)
        self._show(self._side, side_now(room, now), now)

    def _show(self, on: QLabel, clock: Clock | None, now: Moment) -> None:
        on.setVisible(clock is not None)
        if clock is None:
            return
        name = clock.name if len(clock.name) <= _LONGEST else clock.name[: _LONGEST - 1] + "…"
        words = self._face.t("{name}: {what}", name=name, what=digits(clock.timer, now, self._face.t))
        if words != on.text():
            on.setText(words)
            restyle(on, "chip", tone(clock.timer, now))
