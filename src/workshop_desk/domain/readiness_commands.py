"""The command that keeps what a look at the room found."""

from dataclasses import dataclass

from workshop_desk.domain.readiness import Check
from workshop_desk.domain.units import SessionId


@dataclass(frozen=True, slots=True)
class KeepReadiness:
    """Keep with a session what was found; it takes the place of what was found before."""

    session: SessionId
    checks: tuple[Check, ...]
