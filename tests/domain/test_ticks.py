"""The tick rule: what passed between two looks at clocks of which none may be trusted alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import START
from workshop_desk.domain.ticks import Reading, Tick, TickKind, weigh
from workshop_desk.domain.units import Instant, Seconds

USUAL = Seconds(1.0)
TELLS, UNSURE = True, False


def look(awake: float, boot: float, wall: float, tells: bool = TELLS) -> Tick:
    """Return what is made of clocks that went on by so much since the last look."""
    last = Reading(Seconds(100.0), Seconds(5000.0), Instant(START), tells)
    now = Reading(
        Seconds(100.0 + awake), Seconds(5000.0 + boot), Instant(START + timedelta(seconds=wall)), tells
    )
    return weigh(last, now, USUAL)


@pytest.mark.parametrize(
    ("case", "clocks", "tells", "kind", "passed", "slept", "shift"),
    [
        ("a quiet second", (1, 1, 1), TELLS, "regular", 1, 0, 0),
        ("a quiet second", (1, 1, 1), UNSURE, "regular", 1, 0, 0),
        ("the window hung for 700 ms", (1.7, 1.7, 1.7), TELLS, "regular", 1.7, 0, 0),
        ("the window hung for 700 ms", (1.7, 1.7, 1.7), UNSURE, "regular", 1.7, 0, 0),
        ("the window hung for 10 s", (11, 11, 11), TELLS, "regular", 11, 0, 0),
        ("the window hung for 5 s", (5, 5, 5), UNSURE, "regular", 5, 0, 0),
        ("a long hang may have been sleep", (9, 9, 9), UNSURE, "slept", 9, 8, 0),
        ("sleep, awake stops", (1, 361, 361), TELLS, "slept", 361, 360, 0),
        ("sleep, awake stops", (1, 361, 361), UNSURE, "slept", 361, 360, 0),
        ("sleep, both count", (361, 361, 361), UNSURE, "slept", 361, 360, 0),
        ("sleep, neither counts", (1, 1, 361), UNSURE, "slept", 361, 360, 0),
        ("the clock set forward looks like sleep", (1, 1, 3601), UNSURE, "slept", 3601, 3600, 0),
        ("sleep, boot counts, then a step", (1, 361, 400), UNSURE, "slept", 361, 360, 0),
        ("sleep over the change to winter", (1, 7201, 7201), TELLS, "slept", 7201, 7200, 0),
        ("sleep, and the clock is set on waking", (1, 361, 400), TELLS, "slept", 361, 360, 0),
        ("a nap too short to speak of", (1, 2.9, 2.9), TELLS, "regular", 2.9, 0, 0),
        ("the clock is set forward", (1, 1, 3601), TELLS, "clock_set", 1, 0, 3600),
        ("the clock is set back", (1, 1, -3599), TELLS, "clock_set", 1, 0, -3600),
        ("the clock is set back", (1, 1, -3599), UNSURE, "clock_set", 1, 0, -3600),
        ("a step by the network", (1, 1, 2.5), TELLS, "clock_set", 1, 0, 1.5),
        ("a step by the network", (1, 1, 2.5), UNSURE, "clock_set", 1, 0, 1.5),
        ("a clock being tuned", (1, 1, 1.0005), TELLS, "regular", 1, 0, 0),
        ("a clock being tuned", (60, 60, 60.03), TELLS, "regular", 60, 0, 0),
        ("a boot clock that went back", (-5, -5, 1), TELLS, "regular", 0, 0, 0),
        ("no time at all", (0, 0, 0), TELLS, "regular", 0, 0, 0),
    ],
)  # fmt: skip
def test_what_happened(
    case: str,
    clocks: tuple[float, float, float],
    tells: bool,
    kind: str,
    passed: float,
    slept: float,
    shift: float,
) -> None:
    tick = look(*clocks, tells)
    assert tick.kind is TickKind(kind), case
    assert tick.passed == pytest.approx(passed)
    assert tick.slept == pytest.approx(slept)
    assert tick.shift == pytest.approx(shift)


gaps = st.floats(0.0, 3.0)
jitter = st.floats(-0.2, 0.2)


@given(st.floats(0.0, 10.0), st.floats(-0.0006, 0.0006), st.integers(-90_000, 90_000))
def test_where_sleep_is_told_a_stall_is_none_whatever_the_wall_clock_says(
    gap: float, tuned: float, set_by: int
) -> None:
    quiet = look(gap, gap, gap * (1 + tuned))
    assert (quiet.kind, quiet.passed) == (TickKind.REGULAR, pytest.approx(gap))
    tick = look(gap, gap, gap + set_by)
    assert tick.passed == pytest.approx(gap)
    assert tick.slept == 0
    assert (tick.kind is TickKind.CLOCK_SET) == (set_by != 0 and abs(tick.shift) > 1)


@given(gaps, st.floats(3.0, 80_000.0), st.integers(-90_000, 90_000))
def test_where_sleep_is_told_it_is_counted_whatever_the_wall_clock_says(
    gap: float, slept: float, set_by: int
) -> None:
    tick = look(gap, gap + slept, gap + slept + set_by)
    assert tick.kind is TickKind.SLEPT
    assert tick.passed == pytest.approx(gap + slept)
    assert tick.slept == pytest.approx(slept)


@given(gaps, st.floats(8.0, 80_000.0), st.sampled_from(((0, 0), (0, 1), (1, 1))), jitter)
def test_where_nothing_tells_sleep_is_never_missed(
    gap: float, slept: float, counts: tuple[float, float], jitter: float
) -> None:
    awake, boot = (gap + slept * share for share in counts)
    tick = look(awake, boot, gap + slept + jitter, UNSURE)
    assert tick.kind is TickKind.SLEPT
    assert tick.passed == pytest.approx(gap + slept, abs=0.3)
    assert tick.slept == pytest.approx(slept, abs=2.3)


@given(
    st.lists(
        st.tuples(
            st.floats(0.9, 1.1),
            st.sampled_from((0.0, 0.0, 0.0, 0.7, 10.0)),  # the window hangs
            st.sampled_from((0.0, 0.0, 0.0, 0.0, 3.0, 300.0)),  # the laptop sleeps
            st.sampled_from((0.0, 0.0, 0.0, -3600.0, 1.5, 3600.0)),  # the clock is set
        ),
        max_size=200,
    ),
    st.floats(-0.0005, 0.0005),
)
def test_the_ticks_of_an_afternoon_add_up(
    told: list[tuple[float, float, float, float]], tuned: float
) -> None:
    awake = boot = wall = passed = 0.0
    slept = real_sleep = 0.0
    last = Reading(Seconds(0), Seconds(0), Instant(START))
    for usual, hung, nap, set_by in told:
        awake += usual + hung
        boot += usual + hung + nap
        wall += (usual + hung + nap) * (1 + tuned) + set_by
        real_sleep += nap
        now = Reading(Seconds(awake), Seconds(boot), Instant(START + timedelta(seconds=wall)))
        tick = weigh(last, now, USUAL)
        passed, slept, last = passed + tick.passed, slept + tick.slept, now
    assert passed == pytest.approx(boot, abs=1e-6)
    assert slept == pytest.approx(real_sleep, abs=1e-6)
