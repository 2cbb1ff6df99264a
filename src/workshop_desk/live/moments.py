"""Now, from the machine's clocks; tests bring their own."""

from typing import Protocol

from workshop_desk.base import clock
from workshop_desk.domain.units import Instant, Moment, Seconds


class Moments(Protocol):
    """Whatever tells the time."""

    def now(self) -> Moment:
        """Return now."""
        ...


class MachineMoments:
    """The machine's own clocks."""

    def now(self) -> Moment:
        """Return now, by the wall clock and the boot clock."""
        return Moment(Instant(clock.now_utc()), Seconds(clock.now_boot()), clock.boot_id())
