"""How many people are expected."""

from workshop_desk.domain.room import Room


def expected_count(room: Room) -> int:
    """Return how many are expected: as many as was said, or as are on the list; 0 for unknown."""
    return max(room.session.expected, len(room.registrations))
