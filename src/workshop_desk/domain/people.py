"""People, the devices they hold, and what they do in one session."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import DeviceId, Instant, Language, PersonId, SessionId
from workshop_desk.domain.wording import Wording


class Channel(StrEnum):
    """How someone takes part, and how an answer came."""

    PHONE = "phone"
    TABLE = "table"  # a phone that several people share
    DESK = "desk"  # said aloud, and written down by the facilitator
    PAPER = "paper"  # written on paper, and typed in by the facilitator

    @property
    def by_phone(self) -> bool:
        """Tell whether a phone sent it, so that nobody has looked at it yet."""
        return self in {Channel.PHONE, Channel.TABLE}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the community knows."""

    id: PersonId
    name: str
    email: str | None
    created: Instant


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person's place in one session: their role ('' = the method's ordinary one) and channel.

    `code` is their personal one, which brings them back from another browser; '' in sessions from
    before there were any. `taken_out` is when the facilitator took them out of the room, None for who
    may be in it. `host` is who holds the phone that speaks for this person too, at a table that shares
    one. `same_as` is who a person turned out to be; such a place stays in the file for the way back, and
    is in no room.
    """

    session: SessionId
    person: PersonId
    role: str
    channel: Channel
    language: Language
    joined: Instant
    code: str = ""
    taken_out: Instant | None = None
    host: PersonId | None = None
    same_as: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that may speak for a person; only the SHA-256 of its token is kept."""

    id: DeviceId
    session: SessionId
    person: PersonId
    token_hash: str
    created: Instant


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a method knows. `limit` 0 = no limit; `private_sheet`: gets a paper of their own."""

    id: str
    title: Wording
    limit: int = 0
    ordinary: bool = False
    private_sheet: bool = False
