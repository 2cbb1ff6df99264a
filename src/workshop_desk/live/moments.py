"""Now, from the machine's clocks; tests bring their own."""

import threading
from typing import Protocol, runtime_checkable

from workshop_desk.base import clock
from workshop_desk.domain.ticks import Reading, weigh
from workshop_desk.domain.units import Instant, Moment, Seconds

USUAL = Seconds(1.0)
"""Seconds between two looks at the clocks while a session is open: the writer looks that often."""

LEAST_WAIT = 0.1
"""Real seconds between two looks at clocks that are hurried: ten pictures a second are enough."""


class Moments(Protocol):
    """Whatever tells the time."""

    def now(self) -> Moment:
        """Return now."""
        ...


@runtime_checkable
class Hurried(Protocol):
    """Moments that pass so many times faster than the machine's own."""

    @property
    def speed(self) -> float:
        """How many of these seconds pass in a real one."""
        ...


def pace(moments: Moments) -> float:
    """Return how many of these moments' seconds pass in a real one: who sets a timer has to know."""
    return moments.speed if isinstance(moments, Hurried) else 1.0


class MachineMoments:
    """The machine's own clocks, none of them trusted alone; any thread may ask.

    Each look is weighed against the one before: what passed is counted on from there, so that a wall
    clock that was set changes nothing, and sleep counts even where the boot clock missed it.
    """

    def __init__(self) -> None:
        """Begin at the boot clock's time."""
        self._lock = threading.Lock()
        self._last = reading()
        self._boot = float(self._last.boot)
        self._slept = 0.0

    def now(self) -> Moment:
        """Return now, by the wall clock and by what has passed."""
        with self._lock:
            # Read inside: two threads must not weigh their looks in the wrong order.
            now = reading()
            tick = weigh(self._last, now, USUAL)
            self._last = now
            self._boot += tick.passed
            self._slept += tick.slept
            return Moment(now.wall, Seconds(self._boot), clock.boot_id(), Seconds(self._slept))


def reading() -> Reading:
    """Return the machine's clocks as they are."""
    return Reading(
        Seconds(clock.now_awake()),
        Seconds(clock.now_boot()),
        Instant(clock.now_utc()),
        clock.tells_sleep(),
    )
