"""Coming, leaving, and who is who in the room."""

from dataclasses import replace

from workshop_desk.domain.commands import AssignRole, Join, Leave, RenamePerson, Return
from workshop_desk.domain.people import Attendee, Device, Person
from workshop_desk.domain.plaintext import NAME_MAX, clean_email, clean_line
from workshop_desk.domain.presence import Stay
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, Entity, put
from workshop_desk.domain.units import Moment, PersonId

MOST_PEOPLE = 500
"""More people than any room this is made for; it bounds what strangers can store."""


def join(room: Room, command: Join, now: Moment) -> Decision:
    """Let someone in; a person who is in already stays as they are."""
    if command.person in room.attendees:
        return come_back(room, Return(command.person), now)
    if len(room.attendees) >= MOST_PEOPLE:
        raise Refusal(Why.ROOM_FULL, most=MOST_PEOPLE)
    name = clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
    session = room.session.id
    person = Person(command.person, name, clean_email(command.email), now.utc)
    attendee = Attendee(session, person.id, "", command.channel, command.language, joined=now.utc)
    stay = Stay(session, person.id, now.utc)
    saved: list[Entity] = [person, attendee, stay]
    devices = room.devices
    if command.device and command.token_hash:
        device = Device(command.device, session, person.id, command.token_hash, now.utc)
        devices = put(devices, device.token_hash, device)
        saved.append(device)
    room = replace(
        room,
        people=put(room.people, person.id, person),
        attendees=put(room.attendees, person.id, attendee),
        stays=(*room.stays, stay),
        devices=devices,
    )
    return Decision(room, tuple(saved))


def leave(room: Room, command: Leave, now: Moment) -> Decision:
    """End a person's stay."""
    _known(room, command.person)
    ended = tuple(
        replace(stay, left=now.utc)
        for stay in room.stays
        if stay.person == command.person and stay.left is None
    )
    by_start = {(stay.person, stay.entered): stay for stay in ended}
    stays = tuple(by_start.get((stay.person, stay.entered), stay) for stay in room.stays)
    return Decision(replace(room, stays=stays), ended)


def come_back(room: Room, command: Return, now: Moment) -> Decision:
    """Begin a new stay, unless the person is there."""
    _known(room, command.person)
    if command.person in room.present:
        return Decision(room)
    stay = Stay(room.session.id, command.person, now.utc)
    begun = [(one.person, one.entered) for one in room.stays]
    if (stay.person, stay.entered) in begun:
        # Out and in again within one tick of a coarse clock: the stay that began then goes on.
        place = begun.index((stay.person, stay.entered))
        stays = (*room.stays[:place], stay, *room.stays[place + 1 :])
        return Decision(replace(room, stays=stays), (stay,))
    return Decision(replace(room, stays=(*room.stays, stay)), (stay,))


def rename(room: Room, command: RenamePerson) -> Decision:
    """Correct a person's name."""
    person = _known(room, command.person)
    name = clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
    changed = replace(person, name=name)
    return Decision(replace(room, people=put(room.people, person.id, changed)), (changed,))


def assign_role(room: Room, command: AssignRole) -> Decision:
    """Give a role. A role for one passes on; a fuller one is refused when it is taken."""
    _known(room, command.person)
    roles = {role.id: role for role in room.session.roles}
    if command.role and command.role not in roles:
        raise Refusal(Why.UNKNOWN_ROLE)
    limit = roles[command.role].limit if command.role else 0
    holders = [one for one in room.in_role(command.role) if one != command.person]
    changed = [replace(room.attendees[command.person], role=command.role)]
    if limit == 1:
        changed += [replace(room.attendees[holder], role="") for holder in holders]
    elif limit and len(holders) >= limit:
        raise Refusal(Why.ROLE_TAKEN)
    attendees = {**room.attendees, **{one.person: one for one in changed}}
    return Decision(replace(room, attendees=attendees), tuple(changed))


def _known(room: Room, person: PersonId) -> Person:
    if person not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    return room.people[person]
