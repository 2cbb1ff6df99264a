"""Coming in, and who is who in the room."""

from dataclasses import replace

from workshop_desk.domain.codes import first_free, holder, read_code
from workshop_desk.domain.commands import AssignRole, Join, RenamePerson
from workshop_desk.domain.identity_commands import ClaimPlace
from workshop_desk.domain.people import Attendee, Channel, Device, Person
from workshop_desk.domain.plaintext import NAME_MAX, clean_email, clean_line
from workshop_desk.domain.presence import Source
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import known_attendee, name_taken_out
from workshop_desk.domain.rules.decision import Decision, put
from workshop_desk.domain.rules.presence import came
from workshop_desk.domain.rules.registrations import place_for, taken_up
from workshop_desk.domain.units import Moment

MOST_PEOPLE = 500
"""More people than any room this is made for; it bounds what strangers can store."""

MOST_DEVICES = 20
"""Browsers that one person may have come in with; it bounds what a code that is known can do."""


def join(room: Room, command: Join, now: Moment) -> Decision:
    """Let someone in; a person who is in already stays as they are."""
    if command.person in room.attendees:
        return came(room, command.person, _source(command, listed=True), now)
    by_phone = command.channel is Channel.PHONE
    if by_phone and room.session.control.locked:
        raise Refusal(Why.JOINING_LOCKED)
    if len(room.attendees) >= MOST_PEOPLE:
        raise Refusal(Why.ROOM_FULL, most=MOST_PEOPLE)
    place = place_for(room, command)
    name = place.name if place else clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
    if by_phone and name_taken_out(room, name):
        raise Refusal(Why.TAKEN_OUT)
    email = clean_email(command.email) or (place.email if place else None)
    session = room.session.id
    person = Person(command.person, name, email, now.utc)
    code = first_free(command.codes, room.attendees.values())
    attendee = Attendee(
        session, person.id, "", command.channel, command.language, joined=now.utc, code=code
    )
    known = replace(
        room,
        people=put(room.people, person.id, person),
        attendees=put(room.attendees, person.id, attendee),
    )
    inside = came(known, person.id, _source(command, listed=place is not None), now)
    decision = Decision(inside.room, (person, attendee, *inside.saved))
    if command.device and command.token_hash:
        device = Device(command.device, session, person.id, command.token_hash, now.utc)
        decision = _with_device(decision, device)
    return taken_up(decision, place, person.id) if place else decision


def claim(room: Room, command: ClaimPlace, now: Moment) -> Decision:
    """Let someone back in by their personal code, on a device more; being away ends with it."""
    person = holder(room.attendees.values(), read_code(command.code))
    if person is None:
        raise Refusal(Why.WRONG_OWN_CODE)
    held = sum(one.person == person for one in room.devices.values())
    if held >= MOST_DEVICES:
        raise Refusal(Why.TOO_MANY_DEVICES, most=MOST_DEVICES)
    back = came(room, person, Source.PHONE, now)
    device = Device(command.device, room.session.id, person, command.token_hash, now.utc)
    return _with_device(back, device)


def rename(room: Room, command: RenamePerson) -> Decision:
    """Correct a person's name."""
    known_attendee(room, command.person)
    person = room.people[command.person]
    wish = room.erasures.get(command.person)
    if wish is not None and wish.hides:
        raise Refusal(Why.NAME_ERASED)
    name = clean_line(command.name, NAME_MAX, Why.NAME_MISSING)
    changed = replace(person, name=name)
    return Decision(replace(room, people=put(room.people, person.id, changed)), (changed,))


def assign_role(room: Room, command: AssignRole) -> Decision:
    """Give a role. A role for one passes on; a fuller one is refused when it is taken."""
    known_attendee(room, command.person)
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


def _source(command: Join, *, listed: bool) -> Source:
    """Return how a coming in was noted; `listed`: the desk knew the name and had not to type it."""
    if command.channel is Channel.PHONE:
        return Source.PHONE
    if command.by_badge:
        return Source.BADGE
    return Source.DESK if listed else Source.WALK_IN


def _with_device(before: Decision, device: Device) -> Decision:
    room = before.room
    devices = put(room.devices, device.token_hash, device)
    return Decision(replace(room, devices=devices), (*before.saved, device))
