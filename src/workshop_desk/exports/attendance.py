"""The annex of the summary: who was there, in which role, from when to when, for how long."""

from dataclasses import replace
from datetime import tzinfo

from workshop_desk.domain.attendance import time_in_half, time_there
from workshop_desk.domain.half_days import HalfDay
from workshop_desk.domain.presence import Source
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language, Moment, PersonId, Seconds
from workshop_desk.exports.blocks import Cell, bullets, heading, prose, table_head, table_row
from workshop_desk.exports.flow import Block
from workshop_desk.exports.look import look
from workshop_desk.exports.presence_log import half_days_of
from workshop_desk.exports.presence_words import corrections, half_day_words, stays_in_words
from workshop_desk.exports.times import last_presence
from workshop_desk.i18n.dates import duration
from workshop_desk.i18n.words import Words

_NAME, _ROLE, _HOURS, _TIME = 2.3, 1.5, 2.3, 2.3


def who_came(room: Room) -> tuple[PersonId, ...]:
    """Return who was there at all, in order of arrival; once it is closed, who got a certificate."""
    came = {one.person for one in room.certificates.values()} or {
        stay.person for stay in room.presence.stays
    }
    return tuple(person for person in room.attendees if person in came)


def blocks(t: Words, room: Room, tz: tzinfo) -> tuple[Block, ...]:
    """Return the list of people on a page of its own; nothing where nobody came."""
    people = who_came(room)
    if not people:
        return ()
    roles = {role.id: role.title.in_language(Language(t.language)) for role in room.session.roles}
    label = look().label
    head = [
        Cell(t("Name"), label, _NAME),
        Cell(t("Came and left"), label, _HOURS),
        Cell(t("Time present"), label, _TIME),
    ]
    if roles:
        head.insert(1, Cell(t("Role"), label, _ROLE))
    first, *rest = heading(t("Annex: who was there"), t.many("{n} person", "{n} people", len(people)))
    found = (replace(first, page=True), *rest, *table_head(tuple(head), box=False))
    halves, until = half_days_of(room, tz)
    for person in people:
        hours = stays_in_words(t, room.presence, room.stays_of(person), tz)
        cells = [
            Cell(room.name_of(person), look().strong, _NAME),
            Cell("\n".join(hours), look().body, _HOURS),
            Cell("\n".join(_times(t, room, person, halves, until)), look().body, _TIME),
        ]
        if roles:
            cells.insert(1, Cell(roles.get(room.role_of(person), ""), look().body, _ROLE))
        found += table_row(tuple(cells), box=False)
    return (*found, *_notes(t, room, people), *_corrections(t, room, people, tz))


def _times(
    t: Words, room: Room, person: PersonId, halves: tuple[HalfDay, ...], until: Moment
) -> tuple[str, ...]:
    """Return how long someone was there; below it each half-day's part, where there are several."""
    whole = duration(_present(room, person), t.language)
    if len(halves) < 2:  # noqa: PLR2004 - one half-day is the whole
        return (whole,)
    parts = ((half, time_in_half(room, person, half, until)) for half in halves)
    return (
        whole,
        *(f"{duration(time, t.language)} · {half_day_words(t, half)}" for half, time in parts if time),
    )


def _notes(t: Words, room: Room, people: tuple[PersonId, ...]) -> tuple[Block, ...]:
    """Say what the hours of those mean who did not say that they left."""
    ends = (stay.departure for person in people for stay in room.stays_of(person))
    if not any(one is not None and one.source is Source.AUTOMATIC for one in ends):
        return ()
    words = t(
        "Where nobody noted a departure, the end of the session stands. Long breaks are not counted."
    )
    return prose(words, look().small, gap=8.0)


def _corrections(t: Words, room: Room, people: tuple[PersonId, ...], tz: tzinfo) -> tuple[Block, ...]:
    """Name the hours that were set right afterwards, with the reason."""
    lines = [
        f"{room.name_of(person)} · {line}"
        for person in people
        for line in corrections(t, room.presence, person, tz)
    ]
    if not lines:
        return ()
    return (*heading(t("Hours corrected by the facilitator")), *bullets(lines))


def _present(room: Room, person: PersonId) -> Seconds:
    """Return the time on the certificate, else what was there up to the last thing that is known."""
    for certificate in room.certificates.values():
        if certificate.person == person:
            return certificate.present
    return time_there(room, person, last_presence(room))
