"""Clocks besides the step's own: one per table or team, one for each speaker, or one on the side."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import ClockId, PersonId, SessionId, StepId

MOST_CLOCKS = 60
"""Clocks of one kind at a time: what a stage can page through."""


class ClockRole(StrEnum):
    """What a clock is for."""

    SIDE = "side"  # on the side, whatever the step
    GROUP = "group"  # one per table, team or round, several run at a time
    TURN = "turn"  # one per speaker, one runs at a time


@dataclass(frozen=True, slots=True)
class Clock:
    """One more clock.

    `step` is the step that it belongs to, None for one on the side. `people` see it on their phones
    instead of the step's. A turn's `planned` time is 0 until it begins, unless it was given one: those
    still to speak share what is left.
    """

    id: ClockId
    session: SessionId
    step: StepId | None
    role: ClockRole
    position: int
    name: str
    timer: Timer
    people: tuple[PersonId, ...] = ()

    @property
    def has_run(self) -> bool:
        """Tell whether it was ever started: of a turn, whether that person has spoken."""
        return self.timer.started is not None
