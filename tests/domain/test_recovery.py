"""Ways to end on time after all, and what was forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import START
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.nudges import PATIENCE, NudgeKind, nudge
from workshop_desk.domain.recovery import Recovery, recoveries
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.timer import TimerMode
from workshop_desk.domain.units import Seconds


def ways(show: Show) -> list[dict[str, float]]:
    """Return what each way takes off which step, in minutes."""
    return [
        {cut.step.removeprefix("step-"): (cut.before - cut.after) / 60 for cut in way.cuts}
        for way in recoveries(show.room, show.now)
    ]


def late(minutes: float, show: Show) -> Show:
    show.wait(minutes)
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    return show


def apply(show: Show, way: Recovery) -> None:
    show.ask(plans.SetLengths(tuple((cut.step, cut.after) for cut in way.cuts)))


def test_nothing_is_proposed_while_the_end_is_in_reach() -> None:
    assert ways(late(0.9, Show({"a": 10, "b": 10}))) == []
    assert ways(late(4, Show({"a": 10, "b": 10}, margin=5))) == []


def test_first_the_step_that_can_best_then_all_then_the_others() -> None:
    show = late(9, Show({"a": 10, "b": 20, "c": 40, "d": 10}))
    assert ways(show) == [{"c": 9}, {"b": 3, "c": 5, "d": 1}, {"b": 9}]
    assert all(way.enough for way in recoveries(show.room, show.now))


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_way_really_ends_on_time_and_can_be_taken_back(number: int) -> None:
    show = late(9, Show({"a": 10, "b": 20, "c": 40, "d": 10}))
    before = [step.timer for step in show.room.steps]
    apply(show, recoveries(show.room, show.now)[number])
    assert forecast(show.room, show.now).behind <= 0
    assert recoveries(show.room, show.now) == ()
    show.ask(plans.Undo())
    assert [step.timer for step in show.room.steps] == before


def test_decisions_breaks_rounds_and_what_has_begun_never_shrink() -> None:
    breaks = {"pause": START + timedelta(minutes=40)}
    show = Show({"a": 20, "pause": 20, "b": 20, "c": 20}, breaks=breaks, decisions=("c",))
    show.ask(plans.SetRounds(show.id("b"), Rounds(2, Seconds(600.0))))
    assert ways(late(55, show)) == []


def test_what_is_not_enough_is_said() -> None:
    show = late(30, Show({"a": 10, "b": 20, "c": 10}))
    (way,) = recoveries(show.room, show.now)
    assert ways(show) == [{"b": 10, "c": 5}]
    assert not way.enough
    assert way.late == 15 * 60


def test_one_step_alone_is_offered_once() -> None:
    show = late(5, Show({"a": 10, "b": 20, "c": 10}, decisions=("c",)))
    assert ways(show) == [{"b": 5}]


def test_minutes_before_a_break_that_would_only_make_it_longer_are_not_asked_for() -> None:
    breaks = {"pause": START + timedelta(minutes=40)}
    show = Show({"a": 10, "b": 20, "pause": 10, "c": 20, "d": 10}, breaks=breaks)
    show.ask(ask.Advance())
    show.ask(plans.SetLengths(((show.id("d"), Seconds(15 * 60.0)),)))
    assert ways(show) == [{"c": 5}, {"c": 3, "d": 2}, {"d": 5}]
    tight = {"c": 20.0, "d": 15.0}
    show = Show({"a": 10, "b": 20, "pause": 10, "c": 20, "d": 10}, breaks=breaks, least=tight)
    show.ask(ask.Advance())
    show.ask(plans.SetLengths(((show.id("d"), Seconds(15 * 60.0)),)))
    assert ways(show) == []


def test_a_break_takes_part_of_what_is_cut_before_it() -> None:
    breaks = {"pause": START + timedelta(minutes=40)}
    steps = {"a": 10, "b": 20, "pause": 10, "c": 20}
    show = late(13, Show(steps, breaks=breaks, least={"c": 18.0, "pause": 5.0}))
    # 14:13 + 10 + 20 + 5: the break ends at 14:48, 8 minutes late.
    assert forecast(show.room, show.now).behind == 8 * 60
    assert ways(show) == [{"b": 8}, {"b": 7, "c": 1}]
    show.ask(plans.SetLengths(((show.id("c"), Seconds(24 * 60.0)),)))
    # 12 late in all: b can give 8 before the break, the others must come after it.
    proposed = recoveries(show.room, show.now)
    assert [way.enough for way in proposed] == [True]
    apply(show, proposed[0])
    assert forecast(show.room, show.now).behind <= 0


def test_more_is_cut_where_a_break_takes_some_of_it() -> None:
    breaks = {"pause": START + timedelta(minutes=40)}
    steps = {"a": 10, "b": 20, "pause": 10, "c": 20}
    show = late(8, Show(steps, breaks=breaks, least={"b": 1.0}))
    show.ask(plans.SetLengths(((show.id("c"), Seconds(25 * 60.0)),)))
    # 3 minutes late at the break and 5 after it: what b gives beyond 3 only makes the break longer.
    proposed = recoveries(show.room, show.now)
    assert ways(show) == [{"c": 8}, {"b": 6, "c": 5}]
    assert all(way.enough for way in proposed)


minutes = st.integers(1, 60)


@given(
    st.lists(st.tuples(minutes, minutes, st.booleans()), min_size=2, max_size=8),
    st.floats(0, 90),
    st.one_of(st.none(), st.integers(10, 90)),
)
def test_no_way_goes_too_far(plan: list[tuple[int, int, bool]], delay: float, back: int | None) -> None:
    keys = "abcdefgh"[: len(plan)]
    steps = {key: float(max(one[:2])) for key, one in zip(keys, plan, strict=True)}
    least = {key: float(min(one[:2])) for key, one in zip(keys, plan, strict=True)}
    decisions = tuple(key for key, one in zip(keys, plan, strict=True) if one[2])
    breaks = {keys[len(keys) // 2]: START + timedelta(minutes=back)} if back else None
    show = late(delay, Show(steps, breaks=breaks, decisions=decisions, least=least))
    before = forecast(show.room, show.now)
    for way in recoveries(show.room, show.now):
        assert way.cuts
        for cut in way.cuts:
            step = next(one for one in show.room.steps if one.id == cut.step)
            assert not step.decides
            assert step.timer.target is None
            assert step.shortest <= cut.after < cut.before
            assert (cut.before - cut.after) % 60 == pytest.approx(0)
        copy = Show(steps)
        copy.room, copy.now = show.room, show.now
        apply(copy, way)
        after = forecast(copy.room, copy.now)
        missing = (after.expected_end - after.planned_end).total_seconds()
        assert max(0.0, missing) == pytest.approx(way.late)
        assert after.expected_end < before.expected_end


def test_a_session_that_should_have_begun() -> None:
    show = Show({"a": 10})
    show.wait(seconds=PATIENCE - 1)
    assert nudge(show.room, show.now) is None
    show.wait(seconds=1)
    told = nudge(show.room, show.now)
    assert (told.kind, told.since) == (NudgeKind.BEGIN, 60)
    unplanned = replace(show.room, session=replace(show.room.session, planned_start=None))
    assert nudge(unplanned, show.now) is None


def test_a_clock_that_was_not_started() -> None:
    show = Show({"a": 10, "pause": 10, "b": 10}, breaks={"pause": START + timedelta(hours=1)})
    show.ask(ask.Advance())
    assert nudge(show.room, show.now) is None
    show.wait(1.5)
    told = nudge(show.room, show.now)
    assert (told.kind, told.since) == (NudgeKind.START, 90)
    assert nudge(replace(show.room, visits=()), show.now) is None  # from before visits were kept
    show.ask(ask.StartTimer())
    assert nudge(show.room, show.now) is None
    show.ask(ask.Advance())
    show.wait(5)
    assert nudge(show.room, show.now) is None  # the hour at which a break ends needs no clock
    show.ask(plans.SetPace(show.id("pause"), TimerMode.DOWN))
    told = nudge(show.room, show.now)
    assert (told.kind, told.since) == (NudgeKind.START, 300)
    show.ask(ask.CloseSession())
    assert nudge(show.room, show.now) is None
