"""Names that no font here can draw are told beforehand."""

from dataclasses import replace

from tests.exports.rooms import full_room
from tests.samples import closed_room
from workshop_desk.exports.coverage import unprintable

UNKNOWN = "\U0010fffd"


def test_ordinary_names_can_be_printed() -> None:
    assert unprintable(closed_room()) == {}


def test_a_name_with_an_unknown_letter_is_told_with_the_letter() -> None:
    room = full_room()
    first = next(iter(room.certificates.values()))
    strange = replace(first, name=f"Zoé {UNKNOWN}")
    room = replace(room, certificates={first.id: strange})
    assert unprintable(room)[f"Zoé {UNKNOWN}"] == (UNKNOWN,)
