"""The writer to its end: stops, called-off wishes and bugs; every future is answered."""

import logging
import sqlite3
import threading
from concurrent.futures import wait
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up
from workshop_desk.base.ids import new_id
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import CertificateId, PersonId, SessionId
from workshop_desk.live.changes import Changed
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments


def test_what_waits_at_the_stop_is_stored_and_later_wishes_are_answered(desk: Desk) -> None:
    desk.open()
    with held_up(desk):
        asked = [desk.live.ask(at_the_desk(f"P{number}"), FACILITATOR) for number in range(50)]
        stopper = threading.Thread(target=desk.live.stop)
        stopper.start()
    stopper.join(SOON)
    assert all(one.result(0).revision for one in asked)
    assert len(desk.room.people) == 50
    for late in (desk.live.ask(ask.Advance(), FACILITATOR), desk.live.read(desk.room.session.id)):
        with pytest.raises(WorldError) as told:
            late.result(0)
        assert told.value.trouble is Trouble.STOPPED
    desk.live.stop()


def test_how_long_steps_took_is_read_like_a_room(desk: Desk) -> None:
    desk.play("2")
    desk.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in range(20))))
    times = desk.live.past_times("codev").result(SOON)
    assert times
    assert all(seconds > 0 for runs in times.values() for seconds in runs)
    assert desk.live.past_times("none").result(SOON) == {}
    desk.live.stop()
    for late in (desk.live, Live(desk.path, desk.moments)):
        with pytest.raises(WorldError) as told:
            late.past_times("codev").result(0)
        assert told.value.trouble is Trouble.STOPPED


def test_asking_and_stopping_at_once_leaves_no_future_open(desk: Desk) -> None:
    desk.open()
    asked = []

    def ask_on() -> None:
        names = (f"P{number}" for number in range(300))
        asked.extend(desk.live.ask(at_the_desk(name), FACILITATOR) for name in names)

    askers = [threading.Thread(target=ask_on) for _ in range(3)]
    for one in askers:
        one.start()
    desk.live.stop()
    for one in askers:
        one.join(SOON)
    assert not wait(asked, SOON).not_done
    stored = sum(1 for one in asked if one.exception() is None)
    desk.restart()
    assert len(desk.room.people) == stored


def test_before_the_start_every_future_is_answered(tmp_path: Path) -> None:
    live = Live(tmp_path / "desk.sqlite", MachineMoments())
    for future in (live.ask(ask.Advance(), FACILITATOR), live.read(SessionId("x"))):
        with pytest.raises(WorldError) as told:
            future.result(0)
        assert told.value.trouble is Trouble.STOPPED
    live.stop()
    assert (live.room, live.sessions, live.revision, live.trouble) == (None, (), 0, None)


def test_a_file_that_cannot_be_opened_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_text("no database")
    live = Live(tmp_path / "desk.sqlite", MachineMoments())
    with pytest.raises(WorldError) as told:
        live.start()
    assert told.value.trouble is Trouble.FILE_FOREIGN
    assert not [one for one in threading.enumerate() if one.name == "live-writer"]


def test_the_file_is_opened_while_something_else_is_done(tmp_path: Path) -> None:
    live = Live(tmp_path / "desk.sqlite", MachineMoments())
    live.begin()
    assert live.sessions == ()
    live.start()
    assert live.ask(ask.DropSession(SessionId("x")), FACILITATOR).exception(SOON) is not None
    live.stop()


def test_what_was_begun_and_never_started_lets_go_of_the_file(tmp_path: Path) -> None:
    live = Live(tmp_path / "desk.sqlite", MachineMoments())
    live.begin()
    live.stop()
    again = Live(tmp_path / "desk.sqlite", MachineMoments())
    again.start()
    again.prepare()
    again.stop()


def test_a_wish_called_off_in_time_is_not_done(desk: Desk) -> None:
    desk.open()
    with held_up(desk):
        off = desk.live.ask(at_the_desk("Ana"), FACILITATOR)
        assert off.cancel()
        on = desk.live.ask(at_the_desk("Bob"), FACILITATOR)
        look = desk.live.read(desk.room.session.id)
        assert look.cancel()
    on.result(SOON)
    assert [one.name for one in desk.room.people.values()] == ["Bob"]


def test_a_bug_in_one_decision_costs_nobody_else_anything(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    desk.open()
    with held_up(desk):
        before = desk.live.ask(at_the_desk("Ana"), FACILITATOR)
        # A number where a text should be: something that the edges never let through.
        bug = desk.live.ask(replace(at_the_desk("x"), name=7), FACILITATOR)
        after = desk.live.ask(at_the_desk("Bob"), FACILITATOR)
    assert before.result(SOON).revision + 1 == after.result(SOON).revision
    with pytest.raises(TypeError):
        bug.result(SOON)
    assert [one.getMessage() for one in expected_log] == ["a bug in Join"]
    assert desk.live.trouble is None
    assert desk.on_disk() == desk.room


def test_a_bug_while_writing_undoes_what_it_wrote(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    """A device's token that someone else has breaks a UNIQUE in the middle of the rows of a Join."""
    desk.open()
    phone = replace(
        at_the_desk("Ana"), channel=Channel.PHONE, device=samples.DeviceId("d1"), token_hash="h"
    )
    desk.do(phone)
    same = replace(phone, person=PersonId(new_id()), device=samples.DeviceId("d2"), name="Bob")
    with pytest.raises(Exception, match="token_hash"):
        desk.do(same)
    assert [one.name for one in desk.room.people.values()] == ["Ana"]
    assert desk.on_disk() == desk.room
    assert len(expected_log) == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_is_ended_from_inside_answers_everyone(desk: Desk) -> None:
    desk.open()

    def leave(_changed: Changed) -> None:
        raise SystemExit

    with held_up(desk):
        desk.live.subscribe(leave)
        first = desk.live.ask(at_the_desk("Ana"), FACILITATOR)
        look = desk.live.read(desk.room.session.id)
    assert first.result(SOON)
    for late in (look, desk.live.ask(ask.Advance(), FACILITATOR)):
        with pytest.raises(WorldError) as told:
            late.result(SOON)
        assert told.value.trouble is Trouble.STOPPED
    desk.restart()
    assert len(desk.room.people) == 1


def test_a_bug_at_the_very_end_answers_everyone_and_changes_nothing(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    desk.open()
    book = desk.live._writer._keeper._book
    commit = book.commit

    def broken() -> None:
        raise ZeroDivisionError

    book.commit = broken
    before = desk.room
    with pytest.raises(ZeroDivisionError):
        desk.do(at_the_desk("Ana"))
    book.commit = commit
    assert desk.room is before
    desk.do(at_the_desk("Bob"))
    assert desk.on_disk() == desk.room
    assert len(expected_log) == 1


def test_a_bug_while_reading_is_told_to_the_reader(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    with pytest.raises(Exception, match="type"):
        desk.live.read(SessionId(object())).result(SOON)
    assert len(expected_log) == 1


def test_a_start_that_fails_halfway_lets_go_of_the_file(desk: Desk) -> None:
    desk.live.stop()
    with closing(sqlite3.connect(desk.path)) as conn:
        conn.execute("INSERT INTO settings (name, value) VALUES ('keep_months', 'many')")
        conn.commit()
    for _ in range(2):
        with pytest.raises(ValueError, match="many"):
            desk.live.start()
    with closing(sqlite3.connect(desk.path)) as conn:
        conn.execute("DELETE FROM settings WHERE name = 'keep_months'")
        conn.commit()
    desk.live.start()
    assert desk.live.sessions == ()
