"""People who may have come in twice."""

from workshop_desk.domain.names import name_words
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId


def namesakes(room: Room) -> tuple[tuple[PersonId, ...], ...]:
    """Return those who share a name, but for accents, case and order: each group by arrival."""
    named: dict[tuple[str, ...], list[PersonId]] = {}
    for person in room.attendees:
        if room.attendees[person].taken_out is None:
            name = room.name_of(person)
            named.setdefault(name_words(name) or (name,), []).append(person)
    return tuple(tuple(group) for group in named.values() if len(group) > 1)


def to_keep(room: Room, one: PersonId, other: PersonId) -> tuple[PersonId, PersonId]:
    """Return who of two is kept, and who becomes them: who has signed, else who came first."""
    signed = {link.person for link in room.signatures}
    order = [person for person in room.attendees if person in (one, other)]
    first, second = sorted(order, key=lambda person: person not in signed)
    return first, second
