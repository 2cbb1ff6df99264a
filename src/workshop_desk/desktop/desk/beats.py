"""When the next second of any clock that runs begins: the desk repaints then, and not before."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

from workshop_desk.desktop.parts.timer_view import round_now, round_timer, seconds_to_digits
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import Moment
from workshop_desk.live.moments import LEAST_WAIT, Moments, pace

_TOGETHER = 0.25
"""Seconds within which the clocks of several tables are painted at once."""

_LEAST_MS = 20
"""Boundaries closer together than this are painted as one."""


def next_beat(room: Room, now: Moment) -> float:
    """Return how many seconds the desk may stay as it is: to the next boundary of a clock it shows.

    The wall clock counts among them, since lateness follows it.
    """
    waits = [1.0 - now.utc.microsecond / 1_000_000]
    waits += _waits(_of_step(room, now), now)
    waits += _waits(_beside(room, ClockRole.SIDE, ClockRole.TURN), now)
    groups = sorted(_waits(_beside(room, ClockRole.GROUP), now))
    # Tables that were started one by one change together: the last of those that are close.
    waits += [max(wait for wait in groups if wait <= groups[0] + _TOGETHER)] if groups else []
    return min(waits)


def _waits(timers: Iterable[Timer], now: Moment) -> list[float]:
    found = (seconds_to_digits(timer, now) for timer in timers)
    return [wait for wait in found if wait is not None]


def _of_step(room: Room, now: Moment) -> Iterator[Timer]:
    step = room.step
    if step is not None:
        place = round_now(step, now)
        yield step.timer if place is None else round_timer(step.timer, place, now)


def _beside(room: Room, *roles: ClockRole) -> Iterator[Timer]:
    for role in roles:
        yield from (clock.timer for clock in clocks_of(room, role))


class Beats(QTimer):
    """Calls `beat` at each boundary: a single shot each time, so that no delay adds up."""

    def __init__(
        self,
        room: Callable[[], Room | None],
        moments: Moments,
        beat: Callable[[Room, Moment], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._moments = moments
        self._beat = beat
        self.setSingleShot(True)
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self._strike)

    def follow(self) -> None:
        """Wait for the next boundary from now on: after a change it may come sooner."""
        room = self._room()
        wait = next_beat(room, self._moments.now()) if room is not None else 1.0
        speed = pace(self._moments)
        if speed > 1:
            wait = max(LEAST_WAIT, wait / speed)
        # A millisecond more: Qt may be early by less than one, and would see the second before.
        self.start(max(_LEAST_MS, round(wait * 1000) + 1))

    def _strike(self) -> None:
        room = self._room()
        if room is not None:
            self._beat(room, self._moments.now())
        self.follow()
