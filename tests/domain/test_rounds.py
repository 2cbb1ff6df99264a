"""Rounds: which one runs follows from the time, and every change of it keeps them whole."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import refused
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rounds import MOST_ROUNDS, RoundNow, Rounds, lengthen, round_at, stretch
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import Instant, Seconds

FOUR = Rounds(4, Seconds(240.0), Seconds(20.0))
NAN, INFINITE = float("nan"), float("inf")


def at(rounds: Rounds, elapsed: float) -> tuple[int, bool, float]:
    now = round_at(rounds, Seconds(elapsed))
    return now.number, now.changing, now.left


def test_rounds_and_changes_follow_each_other() -> None:
    assert FOUR.length == 4 * 240 + 3 * 20
    assert at(FOUR, 0) == (0, False, 240)
    assert at(FOUR, 239.5) == (0, False, 0.5)
    assert at(FOUR, 240) == (0, True, 20)
    assert at(FOUR, 260) == (1, False, 240)
    assert at(FOUR, 3 * 260) == (3, False, 240)
    assert at(FOUR, FOUR.length + 42) == (3, False, -42)  # the last one runs over, no change after it
    assert round_at(FOUR, Seconds(245.0)) == RoundNow(0, True, Seconds(15.0), Seconds(20.0))
    assert round_at(Rounds(0, Seconds(9.0)), Seconds(4.0)).left == -4


many = st.builds(
    Rounds,
    st.integers(1, 9),
    st.integers(1, 400).map(Seconds),
    st.integers(0, 60).map(Seconds),
)


@given(many, st.floats(0, 5000))
def test_what_is_left_of_the_round_and_what_comes_after_is_what_is_left(
    rounds: Rounds, elapsed: float
) -> None:
    now = round_at(rounds, Seconds(elapsed))
    after = sum(rounds.length_of(number) for number in range(now.number + 1, rounds.count))
    changes = rounds.count - 1 - now.number - now.changing
    assert now.left + after + changes * rounds.change == pytest.approx(rounds.length - elapsed)
    assert 0 <= now.number < rounds.count
    assert not (now.changing and now.number + 1 == rounds.count)


@given(many, st.integers(0, 9), st.integers(-900, 900), st.integers(1, 4000))
def test_longer_and_stretched_rounds_stay_whole(
    rounds: Rounds, number: int, seconds: int, wanted: int
) -> None:
    number %= rounds.count
    longer = lengthen(rounds, number, Seconds(seconds))
    assert longer.length == pytest.approx(
        sum(map(longer.length_of, range(longer.count))) + (longer.count - 1) * longer.change
    )
    assert longer.length_of(number) == max(0, rounds.each + seconds)
    whole = stretch(longer, number, Seconds(wanted))
    assert all(whole.length_of(one) == longer.length_of(one) for one in range(number))
    least = whole.length - sum(whole.length_of(one) for one in range(number, whole.count))
    assert whole.length == pytest.approx(max(wanted, least))


def show_of_rounds(rounds: Rounds = FOUR) -> Show:
    show = Show({"a": 17, "b": 10})
    show.ask(ask.Advance())
    show.ask(plans.SetRounds(show.id("a"), rounds))
    show.ask(ask.StartTimer())
    return show


def test_a_step_in_rounds_is_as_long_as_they_are() -> None:
    show = show_of_rounds()
    assert show.step("a").timer.length == FOUR.length
    assert show.step("a").timer.planned == 17 * 60
    show.ask(plans.SetRounds(show.id("a"), None))
    assert show.step("a").rounds is None
    assert show.step("a").timer.length == FOUR.length
    before = show.room
    assert show.ask(plans.SetRounds(show.id("a"), None)) is before


def test_time_goes_to_the_round_that_runs() -> None:
    show = show_of_rounds()
    show.wait(seconds=270)
    show.ask(ask.AddTime(Seconds(60.0)))
    assert show.step("a").rounds.extra == ((1, Seconds(60.0)),)
    assert show.step("a").timer.length == FOUR.length + 60
    show.ask(ask.AddTime(Seconds(-500.0)))
    assert show.step("a").rounds.length_of(1) == 0
    assert show.step("a").timer.length == FOUR.length - 240


def test_a_minute_asked_for_while_places_change_goes_to_the_round_just_done() -> None:
    show = show_of_rounds()
    show.wait(seconds=250)
    show.ask(ask.AddTime(Seconds(60.0)))
    assert at(show.step("a").rounds, 250) == (0, False, 50)


def test_time_for_a_last_round_that_holds_begins_now() -> None:
    show = show_of_rounds()
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.HOLD))
    show.wait(seconds=FOUR.length + 300)
    show.ask(ask.AddTime(Seconds(60.0)))
    show.wait(seconds=20)
    timer = show.step("a").timer
    assert timer.remaining(show.now) == 40
    assert at(show.step("a").rounds, timer.elapsed(show.now)) == (3, False, 40)


def test_rounds_ahead_share_a_new_length() -> None:
    show = show_of_rounds()
    show.wait(seconds=270)
    show.ask(plans.SetLengths(((show.id("a"), Seconds(FOUR.length + 90)),)))
    rounds = show.step("a").rounds
    assert [rounds.length_of(number) for number in range(4)] == [240, 270, 270, 270]
    assert show.step("a").timer.length == rounds.length == FOUR.length + 90
    show.ask(plans.SetLengths(((show.id("a"), Seconds(10.0)),)))
    rounds = show.step("a").rounds
    assert [rounds.length_of(number) for number in range(4)] == [240, 0, 0, 0]
    assert show.step("a").timer.length == rounds.length == 300  # what is past, and the changes


def test_setting_the_same_again_changes_nothing() -> None:
    show = show_of_rounds()
    before = show.room
    assert show.ask(plans.SetRounds(show.id("a"), FOUR)) is before
    assert show.ask(plans.SetLengths(((show.id("a"), FOUR.length),))) == before
    assert show.room.changes == before.changes


@pytest.mark.parametrize(
    ("rounds", "why"),
    [
        (Rounds(0, Seconds(60.0)), Why.BAD_VALUE),
        (Rounds(-1, Seconds(60.0)), Why.BAD_VALUE),
        (Rounds(MOST_ROUNDS + 1, Seconds(60.0)), Why.BAD_VALUE),
        (Rounds(2, Seconds(0.0)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(-5.0)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(NAN)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(INFINITE)), Why.TIME_TOO_LONG),
        (Rounds(2, Seconds(60.0), Seconds(-1.0)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(60.0), Seconds(NAN)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(60.0), Seconds(INFINITE)), Why.TIME_TOO_LONG),
        (Rounds(2, Seconds(50_000.0)), Why.TIME_TOO_LONG),
        (Rounds(2, Seconds(60.0), extra=((2, Seconds(1.0)),)), Why.BAD_VALUE),
        (Rounds(2, Seconds(60.0), extra=((-1, Seconds(1.0)),)), Why.BAD_VALUE),
        (Rounds(2, Seconds(60.0), extra=((1, Seconds(1.0)), (1, Seconds(2.0)))), Why.BAD_VALUE),
        (Rounds(2, Seconds(60.0), extra=((1, Seconds(-61.0)),)), Why.TIME_NOT_POSITIVE),
        (Rounds(2, Seconds(60.0), extra=((1, Seconds(NAN)),)), Why.TIME_NOT_POSITIVE),
        (Rounds(1, Seconds(60.0), extra=((0, Seconds(-60.0)),)), Why.TIME_NOT_POSITIVE),
    ],
)  # fmt: skip
def test_rounds_that_cannot_be(rounds: Rounds, why: Why) -> None:
    show = Show({"a": 10})
    show.ask(ask.Advance())
    assert refused(show, plans.SetRounds(show.id("a"), rounds)) is why


def test_what_was_added_to_rounds_stands_in_their_order() -> None:
    extra = ((2, Seconds(10.0)), (0, Seconds(5.0)))
    show = show_of_rounds(Rounds(3, Seconds(60.0), extra=extra))
    assert show.step("a").rounds.extra == tuple(sorted(extra))


def test_a_step_that_has_passed_has_its_rounds() -> None:
    show = show_of_rounds()
    show.ask(ask.Advance(), minutes_later=5)
    assert refused(show, plans.SetRounds(show.id("a"), None)) is Why.STEP_PASSED


def test_an_hour_typed_into_rounds_is_when_the_last_one_ends() -> None:
    show = Show({"a": 10, "b": 12})
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    for key in "ab":
        show.ask(plans.SetRounds(show.id(key), Rounds(3, Seconds(200.0))))
    show.wait(2)
    at_twelve, at_forty = (Instant(show.now.utc + timedelta(minutes=one)) for one in (10, 40))
    show.ask(plans.SetPace(show.id("a"), TimerMode.UNTIL, at_twelve))
    now = show.step("a")
    assert (now.timer.mode, now.timer.remaining(show.now)) == (TimerMode.DOWN, 600)
    assert now.rounds.length == now.timer.length == 720
    show.ask(plans.SetPace(show.id("b"), TimerMode.UNTIL, at_forty))
    assert show.step("b").timer.length == show.step("b").rounds.length == 30 * 60
    too_soon = Instant(show.now.utc + timedelta(minutes=5))
    assert refused(show, plans.SetPace(show.id("b"), TimerMode.UNTIL, too_soon)) is Why.TIME_NOT_POSITIVE
    show.ask(plans.SkipStep(show.id("b")))
    show.ask(
        plans.SetPace(show.id("b"), TimerMode.UNTIL, at_forty)
    )  # left out: it has no start to count from
    assert show.step("b").timer.length == 40 * 60


def test_rounds_of_a_step_with_an_hour_have_lengths_instead() -> None:
    show = Show({"a": 10})
    show.ask(ask.Advance())
    until = Instant(show.now.utc + timedelta(minutes=17))
    show.ask(plans.SetPace(show.id("a"), TimerMode.UNTIL, until))
    show.ask(plans.SetRounds(show.id("a"), Rounds(3, Seconds(200.0))))
    step = show.step("a")
    assert (step.timer.mode, step.timer.target, step.timer.length) == (TimerMode.DOWN, None, 600)
