"""Commands about signing: drawing a signature, and what the facilitator corrects by hand."""

from dataclasses import dataclass

from workshop_desk.domain.signatures import SignatureChannel, SignatureKind
from workshop_desk.domain.units import PersonId, SignatureId


@dataclass(frozen=True, slots=True)
class Sign:
    """Sign for the half-day that is open; `person` None is the trainer, who signs at the desk.

    `offset` is how many minutes the room's clocks are ahead of UTC: it says where days begin and end.
    """

    signature: SignatureId
    person: PersonId | None
    half_day: str
    ink: str
    offset: int
    channel: SignatureChannel
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CorrectSignature:
    """Note that someone signed on paper, or strike out what stands there, with the reason.

    It may be done after the half-day too, as long as the session is open: it says when it was written.
    """

    signature: SignatureId
    kind: SignatureKind
    person: PersonId | None
    half_day: str
    offset: int
    reason: str


SignatureCommand = Sign | CorrectSignature
