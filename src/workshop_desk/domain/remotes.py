"""Phones that steer: paired by a code that only the desk shows, each with rights of its own."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Instant, RemoteId, SessionId

MOST_REMOTES = 12
"""Offers and pairings of one session, revoked ones left out."""


class RemoteRole(StrEnum):
    """What a paired phone is for."""

    REMOTE = "remote"  # the clicker in the facilitator's hand
    CO = "co"  # someone who helps to lead


@dataclass(frozen=True, slots=True)
class Remote:
    """A phone that steers, or the offer to become one.

    `offer_hash` is the SHA-256 of the secret in the code at the desk, '' once it was used. `token_hash`
    is that of the phone's own token, '' until it is paired.
    """

    id: RemoteId
    session: SessionId
    role: RemoteRole
    offered: Instant
    offer_hash: str
    token_hash: str = ""
    name: str = ""
    paired: Instant | None = None
    revoked: Instant | None = None

    @property
    def steers(self) -> bool:
        """Tell whether it is paired and was not revoked."""
        return self.paired is not None and self.revoked is None
