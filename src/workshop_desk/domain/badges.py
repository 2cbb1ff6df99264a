"""Badges: what their QR code holds, and whose one is that a scanner or a camera has read.

A badge holds `WB:<code of the session>:<code of the person>`, in the letters that make a small QR code.
The second code is the person's own, or that of their ticket. A code alone does as well: a scanner reads
tickets of others, and a personal code can be typed. Scanners that are set to another keyboard may write
the colons as something else, so any sign will do.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.codes import holder, read_code
from workshop_desk.domain.names import folded
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import CODE_LENGTH
from workshop_desk.domain.units import PersonId, RegistrationId

_BADGE = re.compile(rf"WB[^A-Z0-9](?P<session>[A-Z0-9]{{{CODE_LENGTH}}})[^A-Z0-9](?P<code>.+)")
_CERTIFICATE = "WD1:"
_ADDRESS = re.compile(r"(HTTPS?:|WIFI:)")


class Unread(StrEnum):
    """Why a code lets nobody in."""

    OTHER_SESSION = "other_session"
    NOBODYS = "nobodys"  # one of our badges, and nobody here has its code
    CERTIFICATE = "certificate"
    ADDRESS = "address"  # the code to join by, or any other address
    NO_CODE = "no_code"  # nothing that we know to be a code


@dataclass(frozen=True, slots=True)
class Badge:
    """Whose code it is: someone who has been here, or someone who is awaited."""

    person: PersonId | None = None
    registration: RegistrationId | None = None


def badge_payload(session: str, code: str) -> str:
    """Return what the QR code of a badge holds."""
    return f"WB:{session}:{code}".upper()


def read_badge(room: Room, text: str) -> Badge | Unread:
    """Return whose badge was read, or why it lets nobody in."""
    read = text.strip().upper()
    badge = _BADGE.fullmatch(read)
    if badge is None:
        whose = _holder(room, read)
        return whose or _strange(read)
    if badge["session"] != room.session.code:
        return Unread.OTHER_SESSION
    return _holder(room, badge["code"]) or Unread.NOBODYS


def _holder(room: Room, code: str) -> Badge | None:
    person = holder(room.attendees.values(), read_code(code))
    if person is not None:
        return Badge(person)
    ticket = folded(code.strip())
    listed = (one for one in room.registrations.values() if ticket and folded(one.code) == ticket)
    place = next(listed, None)
    if place is None:
        return None
    return Badge(place.person) if place.person is not None else Badge(registration=place.id)


def _strange(read: str) -> Unread:
    if read.startswith(_CERTIFICATE):
        return Unread.CERTIFICATE
    return Unread.ADDRESS if _ADDRESS.match(read) else Unread.NO_CODE
