"""Someone's place in the session: known or not, and whether they may be in the room."""

from workshop_desk.domain.people import Attendee
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId


def known_attendee(room: Room, person: PersonId) -> Attendee:
    """Return someone's place in the session, or refuse."""
    known = room.attendees.get(person)
    if known is None:
        raise Refusal(Why.UNKNOWN_PERSON)
    return known


def is_taken_out(room: Room, person: PersonId) -> bool:
    """Tell whether the facilitator took someone out of the room."""
    attendee = room.attendees.get(person)
    return attendee is not None and attendee.taken_out is not None


def check_may_be_in(room: Room, person: PersonId) -> None:
    """Refuse whoever was taken out and not let in again."""
    if is_taken_out(room, person):
        raise Refusal(Why.TAKEN_OUT)


def name_taken_out(room: Room, name: str) -> bool:
    """Tell whether someone was taken out under this name: another browser is no way around that."""
    out = {room.name_of(one).casefold() for one in room.attendees if is_taken_out(room, one)}
    return name.casefold() in out
