"""What a timer shows in each of its modes, and when its digits change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workshop_desk.desktop import fonts
from workshop_desk.desktop.parts.timer_view import questions_left, seconds_to_digits, timer_view
from workshop_desk.desktop.parts.typeset import Style, width_of
from workshop_desk.domain.timer import AtZero, Timer, TimerMode, TimerPhase, minutes, pause, start, stop
from workshop_desk.domain.units import Instant, Moment, Seconds
from workshop_desk.i18n.dates import timer_digits
from workshop_desk.i18n.words import Words

NOON = Instant(datetime(2026, 11, 26, 12, 0, tzinfo=UTC))
EN = Words("en")


def at(seconds: float) -> Moment:
    return Moment(Instant(NOON + timedelta(seconds=seconds)), Seconds(1000.0 + seconds), "boot")


def running(planned: float = 10, **more: object) -> Timer:
    return start(replace(Timer(minutes(planned)), **more), at(0))  # type: ignore[arg-type]


UNTIL = Instant(NOON + timedelta(minutes=10))


def until(**more: object) -> Timer:
    return running(mode=TimerMode.UNTIL, until=UNTIL, **more)


@pytest.mark.parametrize(
    ("timer", "seconds", "digits", "word", "left"),
    [
        (running(mode=TimerMode.UP), 0.4, "0:00", "Running", 1.0),
        (running(mode=TimerMode.UP), 61.4, "1:01", "Running", 0.9),
        (running(mode=TimerMode.UP), 660.0, "11:00", "Over time", 0.0),
        (running(0, mode=TimerMode.UP), 3661.0, "1:01:01", "Running", 1.0),
        (until(), 299.5, "5:01", "Running", 0.5),
        (until(), 605.0, "+0:05", "Over time", 0.0),
        (
            running(mode=TimerMode.UNTIL, until=UNTIL, at_zero=AtZero.HOLD),
            605.0,
            "0:00",
            "Time is up",
            0.0,
        ),
        (running(at_zero=AtZero.HOLD), 600.0, "0:00", "Time is up", 0.0),
        (running(at_zero=AtZero.HOLD), 9000.0, "0:00", "Time is up", 0.0),
        (running(at_zero=AtZero.GO_ON), 600.0, "+0:00", "Over time", 0.0),
        (running(hard=True, questions=Seconds(120)), 599.5, "0:01", "Last minute", 0.0),
        (running(hard=True, questions=Seconds(120)), 630.0, "1:30", "Questions", 0.75),
        (running(hard=True, questions=Seconds(120)), 721.0, "0:00", "Time is up", 0.0),
        (running(hard=True), 601.0, "0:00", "Time is up", 0.0),
    ],
)
def test_each_mode_shows_its_time(
    timer: Timer, seconds: float, digits: str, word: str, left: float
) -> None:
    view = timer_view(timer, at(seconds), EN)
    assert (view.digits, view.word) == (digits, word)
    assert view.left == pytest.approx(left, abs=0.005)


def test_a_step_that_stands_at_zero_has_no_arc_of_overtime() -> None:
    assert timer_view(running(at_zero=AtZero.HOLD), at(900), EN).over == 0
    assert timer_view(running(), at(900), EN).over == 0.5
    assert timer_view(running(hard=True), at(900), EN).over == 0


TIMERS = [
    running(),
    running(0.5),
    running(7.3),
    running(mode=TimerMode.UP),
    until(),
    replace(Timer(minutes(10)), mode=TimerMode.UNTIL, until=UNTIL),
    running(at_zero=AtZero.HOLD),
    running(hard=True, questions=Seconds(45)),
]


@pytest.mark.parametrize("timer", TIMERS)
@pytest.mark.parametrize("begin", [0.0, 0.2, 29.9, 430.25, 595.5, 599.999, 600.3, 640.1])
def test_digits_change_when_it_is_said_and_not_before(timer: Timer, begin: float) -> None:
    wait = seconds_to_digits(timer, at(begin))
    before = timer_view(timer, at(begin), EN)
    if wait is None:
        assert timer_view(timer, at(begin + 5000), EN).digits == before.digits
        return
    assert 0 < wait <= 1
    assert timer_view(timer, at(begin + wait * 0.98), EN) == replace(
        timer_view(timer, at(begin + wait * 0.98), EN), digits=before.digits, left=before.left
    )
    assert timer_view(timer, at(begin + wait + 0.001), EN).digits != before.digits


def test_a_notice_after_a_hard_end_counts_on_though_the_digits_stand() -> None:
    pitch = running(hard=True, questions=Seconds(45), at_zero=AtZero.GO_ON)
    assert seconds_to_digits(pitch, at(650.25)) == pytest.approx(0.75)
    assert seconds_to_digits(replace(pitch, at_zero=AtZero.KEEP), at(650.25)) is None


def test_an_hour_stands_at_zero_where_it_is_told_to() -> None:
    timer = replace(until(), at_zero=AtZero.HOLD)
    assert timer_view(timer, at(5000), EN).digits == "0:00"
    assert seconds_to_digits(timer, at(5000)) is None


def test_digits_that_stand_need_nobody_to_wake() -> None:
    assert seconds_to_digits(Timer(minutes(10)), at(0)) is None
    assert seconds_to_digits(pause(running(), at(3)), at(5)) is None
    assert seconds_to_digits(stop(until(), at(3)), at(5)) is None
    assert questions_left(running(hard=True, questions=Seconds(5)), at(900)) == 0


@pytest.mark.parametrize("timer", TIMERS)
@pytest.mark.usefixtures("qapp")
def test_the_widest_digits_hold_all_others(timer: Timer) -> None:
    fonts.load_fonts()
    style = Style("text", 200, 200, 700)
    for seconds in (*range(0, 900, 7), 36000, 100 * 3600 + 59 * 60 + 59 + 600):
        view = timer_view(timer, at(seconds), EN)
        assert width_of(view.digits, style) <= width_of(view.widest, style) + 0.01


def test_a_hundred_hours_have_all_their_digits() -> None:
    late = 600 + 100 * 3600 + 59 * 60 + 59
    view = timer_view(running(), at(late), EN)
    assert view.digits == "+100:59:59"
    assert view.widest == "+000:00:00"
    assert timer_digits(-(99 * 3600 + 1)) == "+99:00:01"


def test_from_one_second_to_the_next_nothing_is_painted_anew() -> None:
    views = {timer_view(running(7.3), at(60 + share / 10), EN) for share in range(1, 10)}
    assert len(views) == 1
    assert timer_view(running(), at(0), EN).phase is TimerPhase.RUNNING
