"""A clock for rehearsals: the machine's, run so many times faster, at a speed that may change."""

import threading

from workshop_desk.base import clock
from workshop_desk.domain.units import Instant, Moment, Seconds


class FastMoments:
    """Pretended moments from a given start. Whatever its speed becomes, time never jumps."""

    def __init__(self, speed: float, start: Instant) -> None:
        self._turn = threading.Lock()
        self._begin = Moment(start, Seconds(0), f"rehearsal {start.isoformat()}")
        self._speed = speed
        self._from = clock.now_boot()
        self._passed = 0.0

    @property
    def speed(self) -> float:
        """How many pretended seconds pass in a real one."""
        return self._speed

    @speed.setter
    def speed(self, wanted: float) -> None:
        with self._turn:
            here = clock.now_boot()
            self._passed += (here - self._from) * self._speed
            self._from, self._speed = here, wanted

    def now(self) -> Moment:
        """Return the pretended now."""
        with self._turn:
            passed = self._passed + (clock.now_boot() - self._from) * self._speed
        return self._begin.back(Seconds(-passed))
