"""When the next second of any clock that runs begins: the desk repaints then, and not before."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

from workshop_desk.desktop.parts.timer_view import round_now, round_timer, seconds_to_digits
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import Moment

_LEAST_MS = 20
"""Boundaries closer together than this are painted as one."""


def next_beat(room: Room, now: Moment) -> float:
    """Return how many seconds the desk may stay as it is: to the next boundary of a clock it shows.

    The wall clock counts among them, since lateness follows it.
    """
    waits = [seconds_to_digits(timer, now) for timer in _shown(room, now)]
    wall = 1.0 - now.utc.microsecond / 1_000_000
    return min([wall, *(wait for wait in waits if wait is not None)])


def _shown(room: Room, now: Moment) -> Iterator[Timer]:
    step = room.step
    if step is not None:
        place = round_now(step, now)
        yield step.timer if place is None else round_timer(step.timer, place, now)
    for clock in room.clocks.values():
        if clock.role is ClockRole.SIDE or (step is not None and clock.step == step.id):
            yield clock.timer


class Beats(QTimer):
    """Calls `beat` at each boundary: a single shot each time, so that no delay adds up."""

    def __init__(
        self,
        room: Callable[[], Room | None],
        now: Callable[[], Moment],
        beat: Callable[[Room, Moment], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._now = now
        self._beat = beat
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self._strike)

    def follow(self) -> None:
        """Wait for the next boundary from now on: after a change it may come sooner."""
        room = self._room()
        wait = next_beat(room, self._now()) if room is not None else 1.0
        # A millisecond more: Qt may be early by less than one, and would see the second before.
        self.start(max(_LEAST_MS, round(wait * 1000) + 1))

    def _strike(self) -> None:
        room = self._room()
        if room is not None:
            self._beat(room, self._now())
        self.follow()
