"""Time for which the laptop was away: it counts until someone says otherwise, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.making import refused
from tests.shows import Show
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceAnswer, AbsenceCause
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.timer import AtZero
from workshop_desk.domain.timing import timing
from workshop_desk.domain.units import AbsenceId, Instant, Moment, Seconds


def running() -> Show:
    show = Show({"a": 30, "b": 10})
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    show.wait(5)
    return show


def elapsed(show: Show, key: str = "a") -> float:
    return show.step(key).timer.elapsed(show.now)


def test_sleep_counts_and_is_given_back_once() -> None:
    show = running()
    absence = show.sleep(6)
    assert elapsed(show) == 11 * 60
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert elapsed(show) == 5 * 60
    assert refused(show, plans.AnswerAbsence(absence, give_back=True)) is Why.NOT_NOW
    assert refused(show, plans.AnswerAbsence(AbsenceId("none"), give_back=True)) is Why.NOT_NOW
    (told, _) = timing(show.room, show.now).steps
    assert (told.ran, told.held) == (5 * 60, 6 * 60)
    show.ask(plans.Undo())
    assert elapsed(show) == 11 * 60
    assert show.room.absences[absence].answer is AbsenceAnswer.OPEN
    show.ask(plans.AnswerAbsence(absence, give_back=False))
    assert elapsed(show) == 11 * 60
    assert show.room.absences[absence].answer is AbsenceAnswer.COUNTED


@pytest.mark.parametrize("seconds", [1.9, 0.0, -60.0, float("nan")])
def test_too_short_to_speak_of(seconds: float) -> None:
    show = running()
    note = plans.NoteAbsence(AbsenceId("s"), AbsenceCause.SLEPT, show.now.utc, Seconds(seconds))
    assert refused(show, note) is Why.BAD_VALUE


def test_an_absence_is_noted_once() -> None:
    show = running()
    absence = show.sleep(6)
    note = plans.NoteAbsence(absence, AbsenceCause.SLEPT, show.now.utc, Seconds(60.0))
    assert refused(show, note) is Why.BAD_VALUE


def test_what_stood_still_gets_nothing_back() -> None:
    show = running()
    show.add_clocks(ClockRole.GROUP, "T1", "T2", seconds=600.0)
    show.ask(plans.StartClocks((show.clock("T1"),)))
    show.ask(ask.PauseTimer(), minutes_later=1)
    absence = show.sleep(6)
    assert show.room.absences[absence].step is None
    assert show.room.absences[absence].clocks == (show.clock("T1"),)
    show.ask(ask.StartTimer())
    show.ask(plans.StartClocks((show.clock("T2"),)))
    show.wait(1)
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert elapsed(show) == 7 * 60
    assert show.timer("T1").elapsed(show.now) == 2 * 60
    assert show.timer("T2").elapsed(show.now) == 60


def test_clocks_paused_before_the_answer_get_it_back_too() -> None:
    show = running()
    show.add_clocks(ClockRole.GROUP, "T1", "T2", seconds=900.0)
    tables = (show.clock("T1"), show.clock("T2"))
    show.ask(plans.StartClocks(tables))
    absence = show.sleep(6)
    show.ask(plans.PauseClocks(tables), minutes_later=1)
    show.ask(plans.DropClocks(tables[1:]))
    show.ask(ask.Advance(), minutes_later=1)
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert show.timer("T1").elapsed(show.now) == 60
    assert elapsed(show) == 7 * 60


def test_a_clock_that_was_set_hides_no_sleep() -> None:
    show = running()
    show.now = replace(show.now, utc=Instant(show.now.utc - timedelta(hours=3)))
    absence = show.sleep(6)
    assert show.room.absences[absence].step == show.id("a")


def test_never_more_is_given_back_than_ran() -> None:
    show = running()
    show.ask(plans.SetPace(show.id("a"), at_zero=AtZero.HOLD))
    absence = show.sleep(120)  # it holds at its 30 minutes
    show.ask(ask.PauseTimer())
    assert elapsed(show) == 30 * 60
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert elapsed(show) == 0


def restarted(show: Show, minutes: float, set_by: float = 0.0) -> AbsenceId:
    """Let the machine start again; its wall clock may have been set meanwhile."""
    seen, absence = show.now, AbsenceId("away")
    show.restart(minutes)
    show.now = replace(show.now, utc=Instant(show.now.utc + timedelta(minutes=set_by)))
    seconds = show.now.since(seen)
    show.ask(plans.NoteAbsence(absence, AbsenceCause.CLOSED, seen.utc, seconds, seen))
    return absence


def test_after_a_restart_no_wall_clock_moves_the_time() -> None:
    show = running()
    show.add_clocks(ClockRole.SIDE, "Pizza", seconds=3600.0)
    show.ask(plans.StartClocks((show.clock("Pizza"),)))
    show.now = replace(show.now, utc=Instant(show.now.utc + timedelta(hours=2)))  # set before it died
    show.wait(1)
    absence = restarted(show, 4)
    assert elapsed(show) == 10 * 60
    assert show.timer("Pizza").elapsed(show.now) == 5 * 60
    show.now = replace(show.now, utc=Instant(show.now.utc - timedelta(hours=2)))  # and set right after
    show.wait(1)
    assert elapsed(show) == 11 * 60
    assert timing(show.room, show.now).total == 11 * 60
    show.ask(plans.AnswerAbsence(absence, give_back=True))
    assert elapsed(show) == 7 * 60
    assert show.timer("Pizza").elapsed(show.now) == 2 * 60
    assert show.room.step.key == "a"


def test_a_restart_without_word_of_when_it_was_last_seen() -> None:
    show = running()
    seen = show.now
    show.restart(4)
    note = plans.NoteAbsence(AbsenceId("x"), AbsenceCause.CLOSED, seen.utc, Seconds(240.0))
    show.ask(note)
    assert elapsed(show) == 9 * 60
    assert timing(show.room, show.now).total == 9 * 60


def test_what_began_after_the_last_sign_of_life_is_counted_from_its_start() -> None:
    show = running()
    seen = show.now
    show.ask(ask.Advance(), minutes_later=0.05)
    show.ask(ask.StartTimer())
    show.restart(4)
    seconds = show.now.since(seen)
    show.ask(plans.NoteAbsence(AbsenceId("x"), AbsenceCause.CLOSED, seen.utc, seconds, seen))
    assert elapsed(show, "b") == pytest.approx(240)
    show.ask(plans.AnswerAbsence(AbsenceId("x"), give_back=True))
    assert elapsed(show, "b") == 0
    assert isinstance(show.room.visits[-1].entered, Moment)
    assert timing(show.room, show.now).total == pytest.approx(9 * 60 + 3)


def test_a_room_from_before_visits_were_kept_restarts_too() -> None:
    show = running()
    show.room = replace(show.room, visits=())
    restarted(show, 4)
    assert show.room.visits == ()
    assert elapsed(show) == 9 * 60
