"""Commands about who is who: the list of people awaited, and coming back by a personal code."""

from dataclasses import dataclass

from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.sessions import Joining
from workshop_desk.domain.units import DeviceId, PersonId, RegistrationId, SessionId


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Be the person whose personal code this is, on one more device; the others stay theirs."""

    code: str
    device: DeviceId
    token_hash: str


@dataclass(frozen=True, slots=True)
class MergePeople:
    """Say that two entries are one person: all that is of `gone` becomes that of `keep`."""

    keep: PersonId
    gone: PersonId


@dataclass(frozen=True, slots=True)
class SplitPeople:
    """Take back that someone is another: both have again what was theirs."""

    gone: PersonId


@dataclass(frozen=True, slots=True)
class SetJoining:
    """Say who may come into a session that is planned or open."""

    session: SessionId
    joining: Joining


@dataclass(frozen=True, slots=True)
class AddRegistrations:
    """Put people on the list of a session that is planned or open, all of them or none."""

    session: SessionId
    registrations: tuple[Registration, ...]


@dataclass(frozen=True, slots=True)
class DropRegistrations:
    """Take people off the list again; who has come in already stays in."""

    session: SessionId
    registrations: tuple[RegistrationId, ...]


IdentityCommand = ClaimPlace | MergePeople | SplitPeople
ListCommand = AddRegistrations | DropRegistrations | SetJoining
