"""The smallest letters of the stage: they grow with the room and never shrink."""

import pytest

from workshop_desk.domain.legibility import (
    DEPTHS,
    MOST,
    legibility,
    may_be,
    smallest_letters,
    wanted_legibility,
)


@pytest.mark.parametrize(
    ("depth", "width", "letters"),
    [
        (0, 0, 44),
        (9, 0, 44),
        (0, 2.4, 44),
        (8.1, 2.4, 44),  # 6 heights of 1.35 m
        (10.8, 2.4, 59),  # 8 heights
        (4, 3, 44),  # near: nothing gets smaller
        (30, 1, 79),  # too far for any picture of this width
    ],
)
def test_letters_grow_with_the_distance(depth: float, width: float, letters: int) -> None:
    assert smallest_letters(legibility(depth, width)) == letters


def test_a_higher_picture_of_the_same_width_is_read_from_further_away() -> None:
    assert legibility(10.8, 2.4, 16 / 9) == pytest.approx(4 / 3)
    assert legibility(10.8, 2.4, 4 / 3) == 1.0
    assert legibility(10.8, 2.4, 0) == 1.0


def test_what_is_wanted_may_be_more_than_there_can_be() -> None:
    assert wanted_legibility(30, 1) > MOST == legibility(30, 1)


def test_metres_make_sense_or_are_not_known() -> None:
    assert [may_be(metres, DEPTHS) for metres in (0, 1, 2, 60, 61, -4)] == [
        True,
        False,
        True,
        True,
        False,
        False,
    ]
