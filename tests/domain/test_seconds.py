"""Every second is shown once: an hour on a fake event loop whose thread is blocked now and then."""

import heapq
import math
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.samples import START
from workshop_desk.domain import timer as clock
from workshop_desk.domain.timer import (
    Timer,
    TimerMode,
    to_next_second,
    whole_seconds,
    whole_seconds_taken,
)
from workshop_desk.domain.units import Instant, Moment, Seconds

HOUR = 3600.0
BLOCKED, EVERY = 0.7, 10.0


def moment(passed: float) -> Moment:
    return Moment(Instant(START + timedelta(seconds=passed)), Seconds(5000.0 + passed), "boot-1")


class Loop:
    """An event loop: single shots in milliseconds, rounded up, and a thread that is blocked at times.

    A shot that falls due while the thread is blocked fires right after.
    """

    def __init__(self, first_block: float) -> None:
        self.now = 0.0
        self._first = first_block
        self._due: list[float] = []

    def single_shot(self, seconds: float) -> None:
        heapq.heappush(self._due, self.now + math.ceil(seconds * 1000) / 1000)

    def blocked_until(self, when: float) -> float:
        """Return until when the thread is blocked at a moment; the moment itself if it is not."""
        begun = self._first + math.floor((when - self._first) / EVERY) * EVERY
        end = begun + BLOCKED
        return end if begun >= self._first and begun < when < end else when

    def next(self) -> float:
        self.now = self.blocked_until(heapq.heappop(self._due))
        return self.now


def watched(timer: Timer, first_block: float, until: float = HOUR) -> list[tuple[float, int]]:
    """Return when which second was shown, as a face does it: look, paint, wait for the next boundary."""
    loop, seen = Loop(first_block), []
    up = timer.mode is TimerMode.UP
    while loop.now <= until:
        shown = timer.shown(moment(loop.now))
        digits = math.floor(shown + 1e-9) if up else whole_seconds(Seconds(round(shown, 6)))
        seen.append((loop.now, digits))
        loop.single_shot(to_next_second(Seconds(round(shown, 6)), counts_up=up))
        loop.next()
    return seen


@pytest.mark.parametrize("first_block", [0.0, 3.3, 4.9, 9.65])
@pytest.mark.parametrize("mode", [TimerMode.DOWN, TimerMode.UP])
@pytest.mark.parametrize("begun", [0.0, 0.25, 0.999])
def test_every_second_is_shown_once_and_the_last_one_is_right(
    first_block: float, mode: TimerMode, begun: float
) -> None:
    timer = clock.start(Timer(Seconds(HOUR - 120), mode=mode), moment(0.0))
    timer = clock.backdate(timer, Seconds(begun), moment(0.0))  # not on the loop's own second
    seen = watched(timer, first_block)
    loop, up = Loop(first_block), mode is TimerMode.UP
    for (earlier, before), (later, after) in pairwise(seen):
        assert after - before == (1 if up else -1)  # none is left out, none is shown twice
        shown = Seconds(round(timer.shown(moment(earlier)), 6))
        due = earlier + to_next_second(shown, counts_up=up)
        end_of_block = loop.blocked_until(due)
        assert later == pytest.approx(max(due, end_of_block), abs=0.0011)
    end = moment(HOUR)
    ran = timer.elapsed(end)
    assert ran == HOUR + begun  # no error at all, whatever was blocked
    assert timer.remaining(end) == HOUR - 120 - ran


def test_a_long_stall_jumps_and_then_goes_on_by_the_second() -> None:
    timer = clock.start(Timer(Seconds(600.0)), moment(0.0))
    assert whole_seconds(timer.remaining(moment(10.0))) == 590
    assert whole_seconds(timer.remaining(moment(17.4))) == 583
    assert to_next_second(timer.remaining(moment(17.4))) == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("shown", "counts_up", "wait"),
    [
        (60.0, False, 1.0),
        (59.2, False, 0.2),
        (0.3, False, 0.3),
        (0.0, False, 1.0),
        (-0.4, False, 0.6),
        (-1.0, False, 1.0),
        (0.0, True, 1.0),
        (7.25, True, 0.75),
    ],
)
def test_how_long_the_digits_stay(shown: float, counts_up: bool, wait: float) -> None:
    assert to_next_second(Seconds(shown), counts_up=counts_up) == pytest.approx(wait)


def test_zero_lasts_as_long_as_any_other_second() -> None:
    timer = clock.start(Timer(Seconds(2.0)), moment(0.0))
    tenths = [whole_seconds(Seconds(round(timer.remaining(moment(n / 10)), 6))) for n in range(40)]
    assert [tenths.count(second) for second in (2, 1, 0, -1)] == [10, 10, 10, 10]


@pytest.mark.parametrize("passed", [0.0, 0.2, 1.0, 59.999, 60.0, 61.4])
def test_what_was_taken_and_what_is_left_make_up_the_length(passed: float) -> None:
    timer = clock.start(Timer(Seconds(600.0)), moment(0))
    now = moment(passed)
    assert whole_seconds_taken(timer.elapsed(now)) + whole_seconds(timer.remaining(now)) == 600


def test_when_the_time_is_up_if_all_goes_on() -> None:
    timer, end = Timer(Seconds(600.0)), Instant(START + timedelta(seconds=600))
    assert timer.ends(moment(0)) is None
    running = clock.start(timer, moment(0))
    assert {running.ends(moment(passed)) for passed in (0, 300, 900)} == {end}
    assert clock.pause(running, moment(10)).ends(moment(20)) is None
    assert clock.start(Timer(Seconds(0.0), mode=TimerMode.UP), moment(0)).ends(moment(5)) is None
    hour = Timer(Seconds(600.0), mode=TimerMode.UNTIL, until=end, added=Seconds(60.0))
    assert hour.ends(moment(700)) == end + timedelta(seconds=60)
