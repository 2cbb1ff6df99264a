"""What the clock asks for by itself: word of sleep and absences, and to go on where it was told so."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest

from tests.live.conftest import SOON, Desk
from tests.live.desk import refused
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceAnswer, AbsenceCause
from workshop_desk.domain.agenda_commands import AnswerAbsence, GoOn, SetPace
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import AtZero, TimerState
from workshop_desk.domain.units import Seconds
from workshop_desk.live.pulse import SIGN_OF_LIFE
from workshop_desk.store.workbook import Workbook


def sleep(desk: Desk, seconds: float) -> None:
    """Let the laptop sleep: time passes, and the clocks know why."""
    desk.moments.wait(seconds)
    now = desk.moments.now()
    desk.moments.set(replace(now, slept=Seconds(now.slept + seconds)))


def until(desk: Desk, holds: Callable[[Room], bool]) -> Room:
    """Wait for a notice after which something holds."""
    heard = threading.Event()
    forget = desk.live.subscribe(lambda _changed: heard.set())
    try:
        while not holds(desk.room):
            assert heard.wait(SOON)
            heard.clear()
    finally:
        forget()
    return desk.room


def running(desk: Desk) -> Room:
    """Open a session, enter its first step and start the clock."""
    desk.open()
    desk.do(ask.Advance())
    desk.do(ask.StartTimer())
    return desk.room


def test_sleep_counts_is_said_once_and_can_be_given_back(desk: Desk) -> None:
    running(desk)
    desk.moments.wait(100)
    sleep(desk, 360)
    room = until(desk, lambda room: bool(room.absences))
    (absence,) = room.absences.values()
    assert (absence.cause, absence.seconds) == (AbsenceCause.SLEPT, 360)
    assert absence.step == room.step.id
    assert round(room.step.timer.elapsed(desk.moments.now())) == 460
    desk.do(AnswerAbsence(absence.id, give_back=True))
    assert round(desk.room.step.timer.elapsed(desk.moments.now())) == 100
    assert desk.room.absences[absence.id].answer is AbsenceAnswer.GIVEN_BACK
    assert refused(desk, AnswerAbsence(absence.id, give_back=True)) is Why.NOT_NOW


def test_a_paused_step_has_nothing_to_give_back(desk: Desk) -> None:
    running(desk)
    desk.do(ask.PauseTimer())
    sleep(desk, 60)
    (absence,) = until(desk, lambda room: bool(room.absences)).absences.values()
    assert absence.step is None
    assert desk.room.step.timer.elapsed(desk.moments.now()) < 1


def test_a_short_nap_is_not_worth_a_word(desk: Desk) -> None:
    running(desk)
    sleep(desk, 1.5)
    desk.do(ask.AddTime(Seconds(60.0)))
    assert not desk.room.absences


def test_after_a_stop_it_says_for_how_long_the_program_was_away(desk: Desk) -> None:
    running(desk)
    desk.moments.wait(30)
    desk.live.stop()
    desk.moments.wait(40)
    desk.restart()
    (absence,) = until(desk, lambda room: bool(room.absences)).absences.values()
    assert absence.cause is AbsenceCause.CLOSED
    assert 39 < absence.seconds < 41
    assert absence.step == desk.room.step.id
    assert 69 < desk.room.step.timer.elapsed(desk.moments.now()) < 71


def test_nothing_is_said_of_a_quick_restart_or_of_one_without_a_session(desk: Desk) -> None:
    desk.live.stop()
    desk.moments.wait(4000)
    desk.restart()
    running(desk)
    desk.restart()
    desk.do(ask.AddTime(Seconds(60.0)))
    assert not desk.room.absences


def test_a_step_goes_on_by_itself_after_its_notice(desk: Desk) -> None:
    room = running(desk)
    first, second = room.steps[0], room.steps[1]
    desk.do(SetPace(first.id, at_zero=AtZero.GO_ON))
    desk.moments.wait(float(first.timer.length) + 9)
    assert refused(desk, GoOn(first.id), ask.Timekeeper()) is Why.NOT_NOW
    desk.moments.wait(1)
    room = until(desk, lambda room: room.step.id == second.id)
    assert room.step.timer.state is TimerState.RUNNING  # nobody has a hand free to start it


def test_going_on_can_be_called_off(desk: Desk) -> None:
    first = running(desk).steps[0]
    desk.do(SetPace(first.id, at_zero=AtZero.GO_ON))
    desk.moments.wait(float(first.timer.length) + 5)
    desk.do(SetPace(first.id, at_zero=AtZero.KEEP))
    desk.moments.wait(5)
    assert refused(desk, GoOn(first.id), ask.Timekeeper()) is Why.NOT_NOW
    assert desk.room.step.id == first.id


def test_an_absence_that_cannot_be_stored_is_said_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, expected_log: list[logging.LogRecord]
) -> None:
    running(desk)
    full = threading.Event()

    def commit(_book: object) -> None:
        full.set()
        raise WorldError(Trouble.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(Workbook, "commit", commit)
        sleep(desk, 360)
        assert full.wait(SOON)
    (absence,) = until(desk, lambda room: bool(room.absences)).absences.values()
    assert absence.seconds == 360
    assert [one.levelno for one in expected_log] == [logging.WARNING]


def test_nobody_is_moved_on_while_the_laptop_sleeps(desk: Desk) -> None:
    first = running(desk).steps[0]
    desk.do(SetPace(first.id, at_zero=AtZero.GO_ON))
    desk.moments.wait(float(first.timer.length) - 3)
    sleep(desk, 14)
    until(desk, lambda room: bool(room.absences))
    assert refused(desk, GoOn(first.id), ask.Timekeeper()) is Why.NOT_NOW
    assert desk.room.step.id == first.id


def test_a_sign_of_life_is_written_without_a_line_in_the_journal(desk: Desk) -> None:
    running(desk)
    revision, first = desk.live.revision, seen(desk)
    desk.moments.wait(float(SIGN_OF_LIFE) + 1)
    desk.on_disk()  # whatever the writer takes, it looks at the clocks before
    assert (seen(desk) - first).total_seconds() > SIGN_OF_LIFE
    assert desk.live.revision == revision


def seen(desk: Desk) -> datetime:
    """Return when the file says that the program was last there."""
    with closing(sqlite3.connect(desk.path)) as conn:
        (told,) = conn.execute("SELECT value FROM settings WHERE name = 'last_seen'").fetchone()
    return datetime.fromisoformat(told)
