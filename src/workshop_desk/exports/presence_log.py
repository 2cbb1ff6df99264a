"""The log of presence as data: every coming and going with what corrected it, and the half-days."""

from datetime import tzinfo
from typing import Any

from workshop_desk.domain.attendance import time_in_half
from workshop_desk.domain.half_days import HalfDay, half_days
from workshop_desk.domain.hours import hours_so_far
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Instant, Moment, PersonId
from workshop_desk.exports.times import last_presence

Entry = dict[str, Any]


def half_days_of(room: Room, tz: tzinfo) -> tuple[tuple[HalfDay, ...], Moment]:
    """Return the half-days of a session in a time zone, and the moment up to which they are known."""
    until = last_presence(room)
    return half_days(hours_so_far(room, until), tz), until


def half_day_entries(room: Room, tz: tzinfo) -> list[Entry]:
    """Return the half-days, with how long each person was there in each."""
    halves, until = half_days_of(room, tz)
    return [
        {
            "day": half.day.isoformat(),
            "half": half.half.value,
            "begins": _instant(half.begins),
            "ends": _instant(half.ends),
            "present_seconds": {
                person: round(time_in_half(room, person, half, until)) for person in room.attendees
            },
        }
        for half in halves
    ]


def event_entries(room: Room, person: PersonId) -> list[Entry]:
    """Return someone's comings and goings as they were written, those that were corrected among them."""
    return [
        {
            "id": one.id,
            "way": one.way.value,
            "at": _instant(one.at),
            "source": one.source.value,
            "written": _instant(one.written),
            "corrects": one.corrects,
            "reason": one.reason,
        }
        for one in room.presence.of(person)
    ]


def _instant(instant: Instant) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"
