"""Units in types: instants, durations and the ids of things."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NewType

Instant = NewType("Instant", datetime)
"""A point in time, always aware and always UTC."""

Seconds = NewType("Seconds", float)
"""A duration in seconds."""

Revision = NewType("Revision", int)
"""How many journal lines the file holds: it only grows."""

SessionId = NewType("SessionId", str)
StepId = NewType("StepId", str)
ActivityId = NewType("ActivityId", str)
PersonId = NewType("PersonId", str)
DeviceId = NewType("DeviceId", str)
CardId = NewType("CardId", str)
BallotId = NewType("BallotId", str)
RatingId = NewType("RatingId", str)
ActionId = NewType("ActionId", str)
CertificateId = NewType("CertificateId", str)
ClockId = NewType("ClockId", str)
AbsenceId = NewType("AbsenceId", str)
PictureId = NewType("PictureId", str)
RemoteId = NewType("RemoteId", str)
RegistrationId = NewType("RegistrationId", str)
EventId = NewType("EventId", str)
"""Of one coming or going."""
SignatureId = NewType("SignatureId", str)

Language = NewType("Language", str)
"""A two-letter language code: 'fr' or 'en'."""

MINUTE = Seconds(60.0)
DAY = Seconds(86_400.0)
"""The longest time that a clock is set to."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as two clocks saw it: the wall clock and the one that no one can set.

    `boot` counts seconds since the machine `boot_id` started, sleep included. Two moments of the
    same boot are apart by their boot clocks; otherwise only the wall clocks can tell. `slept` is how
    many of those seconds the machine was asleep since the program began.
    """

    utc: Instant
    boot: Seconds
    boot_id: str
    slept: Seconds = field(default=Seconds(0), compare=False)

    def since(self, earlier: "Moment") -> Seconds:
        """Return the seconds from an earlier moment to this one, never negative."""
        if self.boot_id and self.boot_id == earlier.boot_id:
            gap = self.boot - earlier.boot
        else:
            gap = (self.utc - earlier.utc).total_seconds()
        return Seconds(max(0.0, gap))

    def back(self, seconds: Seconds) -> "Moment":
        """Return the moment `seconds` before this one."""
        earlier = Instant(self.utc - timedelta(seconds=seconds))
        return replace(self, utc=earlier, boot=Seconds(self.boot - seconds))
