"""Times when the laptop was not there: asleep, or without the program."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import AbsenceId, ClockId, Instant, Seconds, SessionId, StepId

LEAST = Seconds(2.0)
"""Shorter absences are not worth a word."""


class AbsenceCause(StrEnum):
    """Why nobody counted."""

    SLEPT = "slept"  # the laptop slept
    CLOSED = "closed"  # the program had ended, or was killed


class AbsenceAnswer(StrEnum):
    """What the facilitator says of an absence."""

    OPEN = "open"  # nothing yet; it counts
    COUNTED = "counted"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True, slots=True)
class Absence:
    """One absence: it counts as time unless it is given back.

    `step` and `clocks` ran meanwhile, None and () if none did.
    """

    id: AbsenceId
    session: SessionId
    step: StepId | None
    cause: AbsenceCause
    began: Instant
    seconds: Seconds
    answer: AbsenceAnswer = AbsenceAnswer.OPEN
    clocks: tuple[ClockId, ...] = ()
