"""Lengths, ways of counting and ends of steps: what may be set, and what it does to the time."""

from datetime import timedelta

import pytest

from tests.domain.making import refused
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceAnswer
from workshop_desk.domain.notices import notice
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.timer import AtZero, TimerMode, TimerPhase, TimerState
from workshop_desk.domain.units import DAY, Instant, Seconds

ABSURD = [
    (0.0, Why.TIME_NOT_POSITIVE),
    (-60.0, Why.TIME_NOT_POSITIVE),
    (0.5, Why.TIME_NOT_POSITIVE),
    (float("nan"), Why.TIME_NOT_POSITIVE),
    (float("-inf"), Why.TIME_NOT_POSITIVE),
    (float("inf"), Why.TIME_TOO_LONG),
    (DAY + 1, Why.TIME_TOO_LONG),
]


def running(minutes: float = 10) -> Show:
    show = Show({"a": minutes, "b": 10})
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    return show


@pytest.mark.parametrize(("seconds", "why"), ABSURD)
def test_no_absurd_lengths(seconds: float, why: Why) -> None:
    show = running()
    wanted = ((show.id("b"), Seconds(300.0)), (show.id("a"), Seconds(seconds)))
    assert refused(show, plans.SetLengths(wanted)) is why


@pytest.mark.parametrize(("seconds", "why"), [one for one in ABSURD if not 0 <= one[0] <= 1])
def test_no_absurd_questions(seconds: float, why: Why) -> None:
    show = running()
    assert refused(show, plans.SetPace(show.id("a"), questions=Seconds(seconds))) is why


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), float("-inf"), DAY + 1, -DAY - 1])
def test_no_absurd_changes(seconds: float) -> None:
    show = running()
    assert refused(show, ask.AddTime(Seconds(seconds))) is Why.TIME_TOO_LONG
    assert refused(show, ask.BackdateStart(Seconds(seconds))) is Why.TIME_TOO_LONG


def test_many_changes_are_no_longer_than_a_day_together() -> None:
    show = running()
    show.ask(ask.AddTime(Seconds(DAY - 600)))
    assert refused(show, ask.AddTime(Seconds(1.0))) is Why.TIME_TOO_LONG


def test_a_length_keeps_what_was_planned() -> None:
    show = running()
    show.ask(plans.SetLengths(((show.id("a"), Seconds(420.0)), (show.id("b"), Seconds(DAY)))))
    assert (show.step("a").timer.planned, show.step("a").timer.added) == (600, -180)
    assert show.step("b").timer.length == DAY
    before = show.room
    assert show.ask(plans.SetLengths(((show.id("a"), Seconds(420.0)),))) == before
    assert show.room.changes == before.changes
    show.ask(ask.Advance())
    assert refused(show, plans.SetLengths(((show.id("a"), Seconds(60.0)),))) is Why.STEP_PASSED
    assert refused(show, plans.SetPace(show.id("a"), hard=True)) is Why.STEP_PASSED
    assert refused(show, ask.AddTime(Seconds(60.0), show.id("a"))) is Why.STEP_PASSED


def test_a_step_can_be_muted_until_it_is_over() -> None:
    show = running()
    show.ask(plans.SetMuted(show.id("a")))
    assert [step.muted for step in show.room.steps[:2]] == [True, False]
    before = show.room
    assert show.ask(plans.SetMuted(show.id("a"))) is before
    show.ask(plans.Undo())
    assert not show.step("a").muted
    show.ask(plans.SetMuted(show.id("a")))
    show.ask(plans.SetMuted(show.id("a"), muted=False))
    assert not show.step("a").muted
    show.ask(ask.Advance())
    assert refused(show, plans.SetMuted(show.id("a"))) is Why.STEP_PASSED


def test_a_shorter_length_does_not_eat_what_ran() -> None:
    show = running()
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.HOLD))
    show.wait(9)
    show.ask(plans.SetLengths(((show.id("a"), Seconds(300.0)),)))
    timer = show.step("a").timer
    assert (timer.elapsed(show.now), timer.remaining(show.now)) == (540, 0)
    show.ask(plans.SetLengths(((show.id("a"), Seconds(600.0)),)), minutes_later=5)
    assert show.step("a").timer.remaining(show.now) == 60


def test_holding_stands_at_zero_and_goes_on_from_there() -> None:
    show = running()
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.HOLD))
    show.wait(25)
    timer = show.step("a").timer
    assert (timer.remaining(show.now), timer.phase(show.now)) == (0, TimerPhase.OVER)
    show.ask(ask.AddTime(Seconds(120.0)))
    show.wait(1)
    assert show.step("a").timer.remaining(show.now) == 60
    show.wait(5)
    show.ask(ask.BackdateStart(Seconds(300.0)))
    assert show.step("a").timer.remaining(show.now) == 0
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.KEEP))
    show.wait(1)
    assert show.step("a").timer.remaining(show.now) == -60


def test_overtime_that_is_held_is_not_forgotten() -> None:
    show = running()
    show.wait(12)
    for at_zero in (AtZero.HOLD, AtZero.KEEP):
        show.ask(plans.SetPace(show.id("a"), at_zero=at_zero))
    assert show.step("a").timer.remaining(show.now) == -120


def test_until_an_hour() -> None:
    show = running()
    until = Instant(show.now.utc + timedelta(minutes=17))
    show.ask(plans.SetPace(show.id("a"), TimerMode.UNTIL, until))
    show.wait(2)
    timer = show.step("a").timer
    assert timer.remaining(show.now) == 15 * 60
    assert timer.share_left(show.now) == pytest.approx(15 / 17)
    later = Instant(until + timedelta(minutes=3))
    show.ask(plans.SetPace(show.id("a"), until=later))
    assert show.step("a").timer.remaining(show.now) == 18 * 60
    show.ask(ask.AddTime(Seconds(-60.0)))
    assert show.step("a").timer.target == later - timedelta(minutes=1)
    show.ask(plans.SetPace(show.id("a"), TimerMode.DOWN))
    assert show.step("a").timer.target is None


def test_an_hour_needs_to_be_ahead_and_within_a_day() -> None:
    show = running()
    a, now = show.id("a"), show.now.utc
    past, far = Instant(now - timedelta(minutes=1)), Instant(now + timedelta(hours=25))
    assert refused(show, plans.SetPace(a, TimerMode.UNTIL, past)) is Why.TIME_NOT_POSITIVE
    assert refused(show, plans.SetPace(a, TimerMode.UNTIL, far)) is Why.TIME_TOO_LONG
    assert refused(show, plans.SetPace(a, TimerMode.UNTIL)) is Why.BAD_VALUE
    assert refused(show, plans.SetPace(a, until=past)) is Why.BAD_VALUE
    assert refused(show, plans.SetPace(a, TimerMode.UP, far)) is Why.BAD_VALUE


def test_until_an_hour_may_stand_at_zero() -> None:
    show = running()
    until = Instant(show.now.utc + timedelta(minutes=5))
    show.ask(plans.SetPace(show.id("a"), TimerMode.UNTIL, until, AtZero.HOLD))
    show.wait(7)
    assert show.step("a").timer.remaining(show.now) == 0
    assert show.step("a").timer.phase(show.now) is TimerPhase.OVER


def test_a_step_left_out_may_get_its_hour_too() -> None:
    show = running()
    show.ask(plans.SkipStep(show.id("b")))
    until = Instant(show.now.utc + timedelta(minutes=30))
    show.ask(plans.SetPace(show.id("b"), TimerMode.UNTIL, until))
    assert show.step("b").timer.target == until


def test_counting_up() -> None:
    show = running()
    show.ask(plans.SetPace(show.id("a"), TimerMode.UP))
    show.wait(11)
    timer = show.step("a").timer
    assert timer.shown(show.now) == 660
    assert timer.phase(show.now) is TimerPhase.OVER
    show.ask(plans.SetPace(show.id("a"), hard=True, questions=Seconds(0.0)))
    before = show.room
    assert show.ask(plans.SetPace(show.id("a"), hard=True)) is before
    show.ask(ask.AddTime(Seconds(-600.0)))  # no length at all: it only counts
    assert show.step("a").timer.phase(show.now) is TimerPhase.RUNNING
    assert show.step("a").timer.share_left(show.now) == 0


def going_on(minutes: float = 10) -> Show:
    show = running(minutes)
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.GO_ON))
    return show


def test_going_on_gives_ten_seconds_to_call_it_off() -> None:
    show = going_on()
    go_on = plans.GoOn(show.id("a"))
    show.wait(seconds=599)
    assert notice(show.room, show.now) is None
    show.wait(seconds=1)
    assert notice(show.room, show.now) == 10
    assert refused(show, go_on) is Why.NOT_NOW
    show.wait(seconds=9.5)
    assert notice(show.room, show.now) == 0.5
    show.wait(seconds=1)
    assert refused(show, plans.GoOn(show.id("b"))) is Why.NOT_NOW
    show.ask(go_on, by=ask.Timekeeper())
    assert show.room.step.key == "b"
    assert refused(show, go_on) is Why.NOT_NOW


def test_a_plan_that_goes_on_by_itself_runs_to_its_closing() -> None:
    show = going_on()
    for key in ("a", *[step.key for step in show.room.steps[1:]]):
        step = show.step(key)
        assert show.room.step.key == key
        assert step.timer.state is TimerState.RUNNING
        show.ask(plans.SetPace(step.id, at_zero=AtZero.GO_ON))
        show.wait(seconds=float(step.timer.length) + 10)
        show.ask(plans.GoOn(step.id), by=ask.Timekeeper())
    assert show.room.session.place is Place.CLOSING


def test_going_on_waits_for_the_questions_after_a_hard_end() -> None:
    show = going_on()
    show.ask(plans.SetPace(show.id("a"), hard=True, questions=Seconds(120.0)))
    show.wait(seconds=615)
    assert notice(show.room, show.now) is None
    assert refused(show, plans.GoOn(show.id("a"))) is Why.NOT_NOW
    show.wait(seconds=109)
    assert notice(show.room, show.now) == 6
    show.wait(seconds=6)
    show.ask(plans.GoOn(show.id("a")))
    assert show.room.step.key == "b"


def test_it_never_goes_on_when_the_questions_ended_in_sleep() -> None:
    show = going_on()
    show.ask(plans.SetPace(show.id("a"), hard=True, questions=Seconds(60.0)))
    show.wait(seconds=650)
    show.sleep(14 / 60)
    assert notice(show.room, show.now) is None


@pytest.mark.parametrize("how", ["pause", "more time", "keep"])
def test_calling_it_off(how: str) -> None:
    show = going_on()
    a = show.id("a")
    show.wait(seconds=605)
    off = {
        "pause": ask.PauseTimer(),
        "more time": ask.AddTime(Seconds(60.0)),
        "keep": plans.SetPace(a, at_zero=AtZero.KEEP),
    }
    show.ask(off[how])
    assert notice(show.room, show.now) is None
    show.wait(seconds=6)
    assert refused(show, plans.GoOn(a)) is Why.NOT_NOW


def test_taking_it_back_calls_it_off() -> None:
    show = going_on()
    show.wait(seconds=610)
    show.ask(plans.GoOn(show.id("a")))
    show.ask(plans.Undo())
    assert show.room.step.key == "a"
    assert show.step("a").timer.state is TimerState.RUNNING
    assert show.step("a").timer.elapsed(show.now) == 610
    assert notice(show.room, show.now) is None
    assert refused(show, plans.GoOn(show.id("a"))) is Why.NOT_NOW


@pytest.mark.parametrize("asleep", [3.0, 12.0, 15.0, 19.0, 21.0, 4000.0])
@pytest.mark.parametrize("answer", [None, False])
def test_it_never_goes_on_after_sleep(asleep: float, answer: bool | None) -> None:
    show = going_on()
    show.wait(seconds=598)
    absence = show.sleep(asleep / 60)
    if answer is not None:
        show.ask(plans.AnswerAbsence(absence, answer))
    for _ in range(30):
        assert notice(show.room, show.now) is None
        assert refused(show, plans.GoOn(show.id("a"))) is Why.NOT_NOW
        show.wait(seconds=1)


def test_after_time_given_back_it_goes_on_as_ever() -> None:
    show = going_on()
    show.wait(seconds=590)
    absence = show.sleep(10)
    assert show.room.absences[absence].step == show.id("a")
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert show.room.absences[absence].answer is AbsenceAnswer.GIVEN_BACK
    assert show.step("a").timer.remaining(show.now) == 10
    show.wait(seconds=20)
    show.ask(plans.GoOn(show.id("a")))
    assert show.room.step.key == "b"
