"""What the law keeps: the attendance record of a training action (Code du travail, L6362-6).

Everything else is erased on demand; this is restricted, and the person is told why and until when.
"""

from datetime import date

from workshop_desk.domain.erasure import ERASED_NAME
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Instant, PersonId

YEARS_OF_EVIDENCE = 6
"""How long evidence of a training action is kept, from its end; three after the payment is the least."""


def is_held(room: Room, person: PersonId) -> bool:
    """Tell whether the law keeps a person's name in the attendance record."""
    return room.session.training is not None and bool(room.presence.of(person))


def held_until(room: Room, now: Instant) -> date:
    """Return the day until which the attendance record of a training action is kept."""
    ended = (room.session.closed or now).date()
    try:
        return ended.replace(year=ended.year + YEARS_OF_EVIDENCE)
    except ValueError:  # 29 February
        return ended.replace(year=ended.year + YEARS_OF_EVIDENCE, day=28)


def recorded_name(room: Room, person: PersonId) -> str:
    """Return the name for the attendance record, also where it is shown nowhere else."""
    known = room.people.get(person)
    return known.name if known else ERASED_NAME
