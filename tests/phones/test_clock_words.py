"""What pages say of the clock without their script."""

from workshop_desk.i18n.words import Words
from workshop_desk.phones.clock_words import back_at, beside_it, time_left
from workshop_desk.phones.shapes import RoundShape, TimerShape, TurnShape

T = Words("en")


def clock(**changed: object) -> TimerShape:
    plain = TimerShape(
        name="",
        state="running",
        mode="down",
        remaining_ms=61_200,
        elapsed_ms=59_900,
        length_ms=120_000,
        soon_ms=30_000,
        last_ms=15_000,
        at_zero="keep",
        notice_ms=0,
        hard=False,
        questions_ms=0,
        round=None,
        turn=None,
        back_at="",
        sequence=1,
    )
    return {**plain, **changed}  # type: ignore[typeddict-item]


def test_the_time_is_a_sentence() -> None:
    assert time_left(T, clock()) == "1:02 left"
    assert time_left(T, clock(state="waiting")) == "Not started"
    assert time_left(T, clock(state="waiting", mode="until")) == "1:02 left"
    assert time_left(T, clock(mode="up")) == "0:59 so far"
    assert time_left(T, clock(mode="up", elapsed_ms=60_000)) == "1:00 so far"
    assert time_left(T, clock(remaining_ms=-5000)) == "The time is up"
    assert time_left(T, clock(remaining_ms=-5000, hard=True)) == "Time! Thank you"


def test_the_round_and_the_speaker_are_said() -> None:
    turn = RoundShape(
        number=1, count=3, changing=False, left_ms=9000, change_ms=5000, lengths_ms=[10_000] * 3
    )
    assert time_left(T, clock(round=turn)) == "0:09 left"
    assert beside_it(T, clock(round=turn)) == "Round 1 of 3"
    assert beside_it(T, clock(name="Lyon", round={**turn, "changing": True})) == "Lyon · Round 2 of 3"
    assert beside_it(T, clock()) == ""
    mine = TurnShape(speaker="Zoé", yours=True, next="Ana", next_is_you=False)
    assert beside_it(T, clock(turn=mine)) == "Your turn · Next: Ana"
    hers = TurnShape(speaker="Ana", yours=False, next="Zoé", next_is_you=True)
    assert beside_it(T, clock(turn=hers)) == "Ana speaks · You are next"
    last = TurnShape(speaker="", yours=False, next="", next_is_you=False)
    assert beside_it(T, clock(turn=last)) == ""


def test_the_end_of_a_break_is_said() -> None:
    assert back_at(T, clock()) == ""
    assert back_at(T, clock(back_at="2026-11-26T14:20:00Z")).startswith("Back at ")
