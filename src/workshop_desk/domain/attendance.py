"""How long people were there: their stays, within the hours at which the session really ran."""

from collections.abc import Mapping

from workshop_desk.domain.half_days import HalfDay
from workshop_desk.domain.hours import hours_so_far
from workshop_desk.domain.room import Room
from workshop_desk.domain.spans import Span, common, total
from workshop_desk.domain.units import Moment, PersonId, Seconds


def time_there(room: Room, person: PersonId, now: Moment) -> Seconds:
    """Return how long someone took part: lunch and night are not counted, whoever stayed in."""
    return total(common(hours_so_far(room, now), spans_of(room, person, now)))


def times_there(room: Room, now: Moment) -> Mapping[PersonId, Seconds]:
    """Return how long each person took part, in order of arrival."""
    hours = hours_so_far(room, now)
    return {person: total(common(hours, spans_of(room, person, now))) for person in room.attendees}


def spans_of(room: Room, person: PersonId, now: Moment) -> tuple[Span, ...]:
    """Return someone's stays as spans, one that lasts up to now."""
    return tuple(stay.span(now.utc) for stay in room.stays_of(person))


def time_in_half(room: Room, person: PersonId, half: HalfDay, now: Moment) -> Seconds:
    """Return how long someone took part in one half-day; all of them make up the whole."""
    return half.time_of(spans_of(room, person, now))
