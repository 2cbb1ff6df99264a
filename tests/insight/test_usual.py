"""What is usual is the middle of what was, from two runs on."""

from workshop_desk.domain.units import Seconds
from workshop_desk.insight.usual import usual, usual_lengths


def runs(*minutes: float) -> tuple[Seconds, ...]:
    return tuple(Seconds(60 * one) for one in minutes)


def test_it_is_the_middle_in_whole_minutes() -> None:
    assert usual(()) is None
    assert usual(runs(36)) is None
    assert usual(runs(36, 31)) == 34
    assert usual(runs(36, 31, 35)) == 35
    assert usual(runs(5.2, 5.4, 90)) == 5
    assert usual(runs(0.2, 0.3)) == 1


def test_steps_of_which_too_little_is_known_are_left_out() -> None:
    assert usual_lengths({"a": runs(10, 12), "b": runs(7)}) == {"a": 11.0}
