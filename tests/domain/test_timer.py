"""The timer: anchors only, so every order of pauses, additions and restarts must add up."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.domain import timer as clock
from workshop_desk.domain.timer import Timer, TimerPhase, TimerState
from workshop_desk.domain.units import Instant, Moment, Seconds

ZERO = Moment(Instant(datetime(2026, 1, 1, tzinfo=UTC)), Seconds(100.0), "boot-1")


def after(seconds: float, boot_id: str = "boot-1") -> Moment:
    """Return the moment so many seconds later, perhaps of another boot."""
    utc = Instant(ZERO.utc + timedelta(seconds=seconds))
    return Moment(utc, Seconds(ZERO.boot + seconds), boot_id)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["start", "pause", "add", "take", "stop", "nothing"]),
        st.integers(0, 400),
    ),
    max_size=30,
)


@given(MOVES, st.integers(0, 3600))
def test_any_order_of_moves_adds_up(moves: list[tuple[str, int]], planned: int) -> None:
    timer, now, ran, added, running = Timer(Seconds(planned)), 0, 0.0, 0.0, False
    for move, gap in moves:
        now += gap
        ran += gap if running else 0
        moment = after(now)
        match move:
            case "start":
                timer, running = clock.start(timer, moment), True
            case "pause":
                timer, running = clock.pause(timer, moment), False
            case "stop":
                timer, running = clock.stop(timer, moment), False
            case "add":
                timer, added = clock.add(timer, Seconds(60.0), moment), added + 60
            case "take":
                timer, added = clock.add(timer, Seconds(-45.0), moment), max(added - 45, -planned)
            case _:
                pass
        assert timer.elapsed(moment) == pytest.approx(ran)
        assert timer.length == pytest.approx(planned + added)
        assert timer.remaining(moment) == pytest.approx(planned + added - ran)
        assert timer.length >= 0
        assert (timer.anchor is not None) == running


@given(st.integers(1, 5000), st.integers(0, 5000))
def test_another_boot_counts_by_the_wall(first: int, then: int) -> None:
    timer = clock.start(Timer(Seconds(60.0)), after(0))
    assert timer.elapsed(after(first + then, "boot-2")) == first + then
    timer = clock.pause(timer, after(first, "boot-2"))
    assert timer.elapsed(after(first + then, "boot-3")) == first


def test_a_clock_set_back_never_runs_backwards() -> None:
    assert after(0).since(after(50)) == 0
    assert after(0, "boot-2").since(after(50)) == 0


@pytest.mark.parametrize(
    ("length", "soon", "last"),
    [(180, 36, 18), (600, 120, 60), (2700, 300, 60), (60, 30, 15), (0, 30, 15), (1500, 300, 60)],
)
def test_thresholds(length: float, soon: float, last: float) -> None:
    assert clock.thresholds(Seconds(length)) == (pytest.approx(soon), pytest.approx(last))


def test_the_phases_of_ten_minutes() -> None:
    timer = Timer(Seconds(600.0))
    assert timer.phase(after(0)) is TimerPhase.WAITING
    timer = clock.start(timer, after(0))
    seen = {seconds: timer.phase(after(seconds)) for seconds in (0, 479, 480, 539, 540, 599, 600, 700)}
    assert seen == {
        0: TimerPhase.RUNNING,
        479: TimerPhase.RUNNING,
        480: TimerPhase.SOON,
        539: TimerPhase.SOON,
        540: TimerPhase.LAST,
        599: TimerPhase.LAST,
        600: TimerPhase.OVER,
        700: TimerPhase.OVER,
    }
    assert clock.pause(timer, after(700)).phase(after(700)) is TimerPhase.PAUSED
    assert clock.stop(timer, after(700)).phase(after(700)) is TimerPhase.PAUSED


@pytest.mark.parametrize(
    ("remaining", "shown"),
    [(60.0, 60), (59.2, 60), (0.1, 1), (0.0, 0), (-0.4, 0), (-1.0, -1), (-1.9, -1)],
)
def test_every_face_rounds_alike(remaining: float, shown: int) -> None:
    assert clock.whole_seconds(Seconds(remaining)) == shown


def test_starting_twice_changes_nothing() -> None:
    timer = clock.start(Timer(Seconds(60.0)), after(0))
    assert clock.start(timer, after(10)) is timer
    assert clock.pause(Timer(Seconds(60.0)), after(0)).state is TimerState.WAITING


def test_a_paused_timer_stops_as_it_is() -> None:
    timer = clock.pause(clock.start(Timer(Seconds(60.0)), after(0)), after(20))
    stopped = clock.stop(timer, after(50))
    assert stopped.state is TimerState.STOPPED
    assert stopped.elapsed(after(99)) == 20


def test_going_on_keeps_the_first_start() -> None:
    timer = clock.pause(clock.start(Timer(Seconds(60.0)), after(0)), after(20))
    again = clock.start(timer, after(50))
    assert again.started == after(0)
    assert again.elapsed(after(60)) == 30


def test_started_ninety_seconds_ago() -> None:
    timer = clock.backdate(Timer(Seconds(600.0)), Seconds(90.0), after(100))
    assert timer.state is TimerState.RUNNING
    assert timer.elapsed(after(100)) == 90
    assert timer.started is not None
    assert timer.started.utc == after(10).utc
    earlier = clock.backdate(timer, Seconds(10.0), after(130))
    assert earlier.elapsed(after(130)) == 130


def test_minutes() -> None:
    assert clock.minutes(1.5) == 90
