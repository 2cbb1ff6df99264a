"""A person's wish that their name be erased, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Instant, PersonId, SessionId

ERASED_NAME = "—"
"""What stands where a name stood. Who is erased still counts as one."""


class ErasureState(StrEnum):
    """Where a wish is in its life."""

    ASKED = "asked"
    CALLED_OFF = "called_off"  # by whoever asked
    REFUSED = "refused"
    ERASED = "erased"
    RESTRICTED = "restricted"  # the law keeps the name in the attendance record, and only there


@dataclass(frozen=True, slots=True)
class Erasure:
    """One person's latest wish; only a refusal has a `reason`, in the facilitator's words."""

    session: SessionId
    person: PersonId
    state: ErasureState
    asked: Instant
    answered: Instant | None = None
    reason: str = ""

    @property
    def waits(self) -> bool:
        """Tell whether it is still to be answered."""
        return self.state is ErasureState.ASKED

    @property
    def hides(self) -> bool:
        """Tell whether the name is shown no more."""
        return self.state in (ErasureState.ERASED, ErasureState.RESTRICTED)
