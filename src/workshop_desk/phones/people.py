"""Coming in, leaving and coming back."""

from dataclasses import dataclass

from workshop_desk.base.ids import new_codes, new_id
from workshop_desk.domain.codes import OFFERED
from workshop_desk.domain.commands import Join, Leave, Return
from workshop_desk.domain.identity_commands import ClaimPlace
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.units import DeviceId, Language, PersonId
from workshop_desk.phones.keys import token_for, token_hash
from workshop_desk.phones.messages import key_field, maybe, words


@dataclass(frozen=True, slots=True)
class AskIn:
    """Come into the session."""

    code: str = words("The session's code, as the screen shows it; any case.", 16)
    name: str = words("The name that the room sees.")
    key: str = key_field()
    email: str = maybe("For the certificate, if one wants it sent.", "")
    language: str = maybe("fr or en; the browser's otherwise.", "", 8)
    ticket: str = maybe("The code of one's ticket, where there is a list.", "")


@dataclass(frozen=True, slots=True)
class AskBack:
    """Come back into one's place by one's personal code, from any browser."""

    code: str = words("The session's code, as the screen shows it; any case.", 16)
    own_code: str = words("One's personal code; any case, spaces do not matter.", 400)
    key: str = key_field()


@dataclass(frozen=True, slots=True)
class SayPresence:
    """Leave the room, or come back."""

    present: bool = words("False leaves, true comes back.")
    key: str = key_field()


def join(message: AskIn, language: Language, secret: str) -> Join:
    """Return the wish to come in, with the mark of the token that `secret` leads to."""
    return Join(
        person=PersonId(new_id()),
        name=message.name,
        email=message.email,
        language=language,
        channel=Channel.PHONE,
        device=DeviceId(new_id()),
        token_hash=token_hash(token_for(secret)),
        codes=new_codes(CODE_LETTERS, CODE_LENGTH, OFFERED),
        ticket=message.ticket,
    )


def claim(own_code: str, secret: str) -> ClaimPlace:
    """Return the wish to be who has this code, with the mark of the token that `secret` leads to."""
    return ClaimPlace(own_code, DeviceId(new_id()), token_hash(token_for(secret)))


def say(message: SayPresence, person: PersonId, _room: Room) -> Leave | Return:
    """Return the wish to leave or to come back."""
    return Return(person) if message.present else Leave(person)
