"""What happened between two looks at the machine's clocks: time, sleep, or a clock that was set.

No clock of any system may be trusted alone: one stops while the laptop sleeps, another can be set.
"""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Instant, Seconds

SLEEP_LEAST = 2.0
"""Seconds between the clocks that can only be sleep, or a clock set by hand (behaviours.md 2.2)."""

SILENCE = 5.0
"""Seconds without a tick that only sleep explains where no clock can tell."""

STEP_LEAST = 1.0
"""Seconds between boot and wall clock from which the wall clock was set; less is a clock being tuned."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The machine's clocks at one moment.

    `awake` should stop during sleep and `boot` should not; `wall` can be set. `tells_sleep` says that
    this system is known to keep the first two apart.
    """

    awake: Seconds
    boot: Seconds
    wall: Instant
    tells_sleep: bool = True


class TickKind(StrEnum):
    """What a tick turned out to be."""

    REGULAR = "regular"
    SLEPT = "slept"
    CLOCK_SET = "clock_set"


@dataclass(frozen=True, slots=True)
class Tick:
    """What passed since the last reading; `slept` of it is sleep, `shift` is how far a clock was set."""

    kind: TickKind
    passed: Seconds
    slept: Seconds = Seconds(0)
    shift: Seconds = Seconds(0)


def weigh(last: Reading, now: Reading, usual: Seconds) -> Tick:
    """Return what happened between two readings that are `usual` seconds apart in quiet times.

    Where boot and awake clock are known to differ in sleep, only their difference is sleep, and a wall
    clock that disagrees with both was set. Where they are not, a wall clock that is ahead of both, or a
    long silence, is taken as sleep: counted, said, and to be given back by a click if it was not.
    """
    awake = max(0.0, now.awake - last.awake)
    boot = max(0.0, now.boot - last.boot)
    wall = (now.wall - last.wall).total_seconds()
    if boot - awake > SLEEP_LEAST:
        return Tick(TickKind.SLEPT, Seconds(boot), Seconds(boot - awake))
    if not now.tells_sleep:
        if wall - boot > SLEEP_LEAST:
            return Tick(TickKind.SLEPT, Seconds(wall), Seconds(wall - boot))
        if boot > usual + SILENCE:
            return Tick(TickKind.SLEPT, Seconds(boot), Seconds(boot - usual))
    if abs(wall - boot) > STEP_LEAST:
        return Tick(TickKind.CLOCK_SET, Seconds(boot), shift=Seconds(wall - boot))
    return Tick(TickKind.REGULAR, Seconds(boot))
