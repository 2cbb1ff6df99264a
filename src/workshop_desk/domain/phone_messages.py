"""A few words from the facilitator to the phones: to all of them, or to those of one person."""

from dataclasses import dataclass
from datetime import timedelta

from workshop_desk.domain.units import Instant, Moment, PersonId, Seconds, SessionId

PHONE_MESSAGE_MAX = 160
"""Characters: what a small phone shows above the step without pushing it away."""

LONGEST_STAY = Seconds(3600.0)
"""How long a message may stay that ends by itself."""


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """One message; `person` None is for everyone. `stays` seconds from `sent`, 0 until taken away."""

    session: SessionId
    person: PersonId | None
    text: str
    sent: Instant
    stays: Seconds = Seconds(0.0)

    def left(self, now: Moment) -> Seconds | None:
        """Return how long it still stays, None where it stays until it is taken away."""
        if not self.stays:
            return None
        end = self.sent + timedelta(seconds=self.stays)
        return Seconds(max(0.0, (end - now.utc).total_seconds()))

    def stands(self, now: Moment) -> bool:
        """Tell whether it is still to be read."""
        left = self.left(now)
        return left is None or left > 0
