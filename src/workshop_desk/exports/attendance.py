"""The annex of the summary: who was there, in which role, for how long."""

from dataclasses import replace

from workshop_desk.domain.attendance import time_there
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language, PersonId, Seconds
from workshop_desk.exports.blocks import Cell, heading, table_head, table_row
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.exports.times import last_presence
from workshop_desk.i18n.dates import duration
from workshop_desk.i18n.words import Words

_NAME, _ROLE, _TIME = 3.0, 2.0, 1.2


def who_came(room: Room) -> tuple[PersonId, ...]:
    """Return who was there at all, in order of arrival; once it is closed, who got a certificate."""
    came = {one.person for one in room.certificates.values()} or {
        stay.person for stay in room.presence.stays
    }
    return tuple(person for person in room.attendees if person in came)


def blocks(t: Words, room: Room) -> tuple[Block, ...]:
    """Return the list of people on a page of its own; nothing where nobody came."""
    people = who_came(room)
    if not people:
        return ()
    roles = {role.id: role.title.in_language(Language(t.language)) for role in room.session.roles}
    label = look().label
    head = [Cell(t("Name"), label, _NAME), Cell(t("Time present"), label, _TIME)]
    if roles:
        head.insert(1, Cell(t("Role"), label, _ROLE))
    first, *rest = heading(t("Annex: who was there"), t.many("{n} person", "{n} people", len(people)))
    found = (replace(first, page=True), *rest, *table_head(tuple(head), box=False))
    for person in people:
        present = duration(_present(room, person), t.language)
        cells = [
            Cell(room.name_of(person), look().strong, _NAME),
            Cell(present, look().body, _TIME),
        ]
        if roles:
            cells.insert(1, Cell(roles.get(room.role_of(person), ""), look().body, _ROLE))
        found += table_row(tuple(cells), box=False)
    return found


def _present(room: Room, person: PersonId) -> Seconds:
    """Return the time on the certificate, else what was there up to the last thing that is known."""
    for certificate in room.certificates.values():
        if certificate.person == person:
            return certificate.present
    return time_there(room, person, last_presence(room))
