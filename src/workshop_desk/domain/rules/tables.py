"""A table that shares one phone: everyone there comes in by name and counts like everyone else."""

from dataclasses import replace

from workshop_desk.domain.codes import first_free
from workshop_desk.domain.commands import Join
from workshop_desk.domain.control_commands import SitBeside
from workshop_desk.domain.people import Attendee, Channel, Person
from workshop_desk.domain.plaintext import NAME_MAX, clean_line
from workshop_desk.domain.presence import Source
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import check_may_be_in, is_taken_out, known_attendee
from workshop_desk.domain.rules.decision import Decision, put
from workshop_desk.domain.rules.people import MOST_PEOPLE
from workshop_desk.domain.rules.presence import came
from workshop_desk.domain.rules.registrations import place_for, taken_up
from workshop_desk.domain.units import Moment, PersonId

MOST_AT_A_PHONE = 8
"""People who can share one phone, whoever holds it among them: a table's worth."""


def sit_beside(room: Room, command: SitBeside, now: Moment) -> Decision:
    """Let someone in on the phone of someone else."""
    host = known_attendee(room, command.host)
    check_may_be_in(room, command.host)
    if command.person in room.attendees:
        return Decision(room)
    if len(room.attendees) >= MOST_PEOPLE:
        raise Refusal(Why.ROOM_FULL, most=MOST_PEOPLE)
    # A phone that is shared with someone who shares it: it is the same phone.
    holder = host.host or host.person
    if len(at_phone(room, holder)) >= MOST_AT_A_PHONE:
        raise Refusal(Why.PHONE_FULL, most=MOST_AT_A_PHONE)
    session, language = room.session.id, host.language
    # Whether who comes is on the list was asked where a phone wished for it; the desk need not ask.
    place = place_for(room, Join(command.person, command.name, "", language, Channel.DESK))
    name = place.name if place else clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
    person = Person(command.person, name, None, now.utc)
    code = first_free(command.codes, room.attendees.values())
    attendee = Attendee(
        session, person.id, "", Channel.TABLE, language, joined=now.utc, code=code, host=holder
    )
    known = replace(
        room,
        people=put(room.people, person.id, person),
        attendees=put(room.attendees, person.id, attendee),
    )
    inside = came(known, person.id, Source.PHONE, now)
    decision = Decision(inside.room, (person, attendee, *inside.saved))
    return taken_up(decision, place, person.id) if place else decision


def at_phone(room: Room, holder: PersonId) -> tuple[PersonId, ...]:
    """Return whom a phone speaks for: who holds it first, then those who share it, none taken out."""
    sharing = (one.person for one in room.attendees.values() if one.host == holder)
    return tuple(one for one in (holder, *sharing) if not is_taken_out(room, one))
