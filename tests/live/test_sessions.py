"""Planning, opening, closing, dropping, listing and resuming sessions, and the settings."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up, preset, refused
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Instant, Moment, Seconds, SessionId
from workshop_desk.domain.wifi import Wifi


def test_nothing_is_there_before_anything_is_planned(desk: Desk) -> None:
    assert (desk.live.room, desk.live.sessions, desk.live.revision) == (None, (), 0)
    assert desk.live.settings == Settings()
    assert desk.live.trouble is None
    assert refused(desk, ask.Advance()) is Why.NO_SESSION


def test_the_list_of_sessions_follows(desk: Desk) -> None:
    planned = samples.codev_plan()
    desk.do(planned)
    (line,) = desk.live.sessions
    assert (line.state, line.people, line.expected) == (SessionState.PLANNED, 0, 8)
    assert desk.live.room is None
    desk.do(ask.OpenSession(planned.session.id))
    desk.do(at_the_desk("Ana"))
    desk.do(ask.AddAction(samples.ActionId(new_id()), None, "Call back", "Ana"))
    (line,) = desk.live.sessions
    assert (line.state, line.people, line.open_actions) == (SessionState.OPEN, 1, 1)
    kept = desk.live.sessions
    desk.restart()
    assert desk.live.sessions == kept


def test_the_newest_session_comes_first(desk: Desk) -> None:
    for number, code in enumerate(("AAAA", "BBBB", "CCCC")):
        plan = samples.method_plan("roti", preset("roti"), new_id=new_id)
        when = Instant(samples.START + timedelta(days=number % 2))
        session = replace(plan.session, code=code, planned_start=when, title=code)
        desk.do(ask.PlanSession(session, plan.steps))
    assert [line.code for line in desk.live.sessions] == ["BBBB", "CCCC", "AAAA"]
    kept = desk.live.sessions
    desk.restart()
    assert desk.live.sessions == kept


def test_plans_that_cannot_be(desk: Desk) -> None:
    plan = samples.codev_plan()
    session = plan.session
    for bad in (
        replace(session, code="k7qm"),
        replace(session, code="K7Q"),
        replace(session, keep_months=0),
        replace(session, expected=-1),
        replace(session, state=SessionState.OPEN),
    ):
        assert refused(desk, ask.PlanSession(bad, plan.steps)) is Why.BAD_VALUE
    assert refused(desk, ask.PlanSession(session, ())) is Why.BAD_VALUE
    empty = ask.PlanSession(replace(session, title=" "), plan.steps)
    assert refused(desk, empty) is Why.TEXT_MISSING
    desk.do(plan)
    assert refused(desk, plan) is Why.BAD_VALUE
    other = ask.PlanSession(replace(session, id=SessionId(new_id())), plan.steps)
    assert refused(desk, other) is Why.BAD_VALUE


def test_only_a_planned_session_is_dropped(desk: Desk) -> None:
    first = samples.codev_plan()
    desk.do(first)
    desk.do(ask.DropSession(first.session.id))
    assert desk.live.sessions == ()
    assert refused(desk, ask.DropSession(first.session.id)) is Why.NO_SESSION
    room = desk.open()
    assert refused(desk, ask.DropSession(room.session.id)) is Why.SESSION_OPEN
    desk.do(ask.CloseSession())
    assert refused(desk, ask.DropSession(room.session.id)) is Why.SESSION_CLOSED


def test_one_session_is_open_at_a_time(desk: Desk) -> None:
    room = desk.open()
    plan = samples.method_plan("roti", preset("roti"), new_id=new_id)
    other = ask.PlanSession(replace(plan.session, code="ABCD", title="Next"), plan.steps)
    desk.do(other)
    assert refused(desk, ask.OpenSession(other.session.id)) is Why.OTHER_SESSION_OPEN
    assert refused(desk, ask.OpenSession(SessionId("none"))) is Why.OTHER_SESSION_OPEN
    desk.do(ask.CloseSession())
    assert desk.room.session.state is SessionState.CLOSED
    assert desk.room.session.id == room.session.id
    assert refused(desk, ask.OpenSession(room.session.id)) is Why.SESSION_CLOSED
    assert refused(desk, ask.OpenSession(SessionId("none"))) is Why.NO_SESSION
    desk.do(ask.OpenSession(other.session.id))
    assert desk.room.session.id == other.session.id
    assert desk.live.read(room.session.id).result(SOON).session.state is SessionState.CLOSED


def test_reading_a_session_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(Refusal) as told:
        desk.live.read(SessionId("none")).result(SOON)
    assert told.value.why is Why.NO_SESSION


def test_settings_are_kept(desk: Desk) -> None:
    desk.do(ask.ChangeSettings(Settings(facilitator="  Claire ", stage_dark=True)))
    assert desk.live.settings == Settings(facilitator="Claire", stage_dark=True)
    assert refused(desk, ask.ChangeSettings(Settings(keep_months=1000))) is Why.BAD_VALUE
    assert refused(desk, ask.ChangeSettings(Settings(room_depth=0.5))) is Why.BAD_VALUE
    assert refused(desk, ask.ChangeSettings(Settings(picture_width=100.0))) is Why.BAD_VALUE
    desk.restart()
    assert desk.live.settings == Settings(facilitator="Claire", stage_dark=True)


def test_the_wifi_is_kept_but_its_password_is_not_in_the_journal(desk: Desk) -> None:
    wifi = Wifi("Atelier", "cerisier-42", hidden=True)
    desk.do(ask.ChangeSettings(Settings(wifi=wifi)), key="k" * 20)
    desk.do(ask.ChangeSettings(Settings(wifi=wifi)), key="k" * 20)
    assert refused(desk, ask.ChangeSettings(Settings(wifi=Wifi("é" * 17)))) is Why.WIFI_NAME_TOO_LONG
    other = replace(wifi, password="cerisier-43")
    again = ask.ChangeSettings(Settings(wifi=other))
    with pytest.raises(Refusal) as told:
        desk.do(again, key="k" * 20)
    assert told.value.why is Why.KEY_REUSED
    desk.restart()
    assert desk.live.settings.wifi == wifi
    with closing(sqlite3.connect(desk.path)) as conn:
        (line,) = conn.execute("SELECT payload FROM journal WHERE command = 'ChangeSettings'")
    assert json.loads(line[0])["settings"]["wifi"] == {"name": "Atelier", "hidden": True}


def test_close_plan_and_open_in_one_batch(desk: Desk) -> None:
    first = desk.open().session.id
    plan = samples.method_plan("roti", preset("roti"), new_id=new_id)
    other = ask.PlanSession(replace(plan.session, code="ABCD", title="Next"), plan.steps)
    with held_up(desk):
        wishes = (ask.CloseSession(), other, ask.OpenSession(other.session.id), ask.Advance())
        asked = [desk.live.ask(one, FACILITATOR) for one in wishes]
    assert all(one.result(SOON) for one in asked)
    assert desk.room.session.id == other.session.id
    assert desk.on_disk() == desk.room
    assert {line.id: line.state for line in desk.live.sessions} == {
        first: SessionState.CLOSED,
        other.session.id: SessionState.OPEN,
    }


def test_a_restart_goes_on_where_it_was(desk: Desk) -> None:
    desk.open()
    desk.do(at_the_desk("Ana"))
    desk.do(ask.Advance())
    desk.do(ask.StartTimer())
    desk.moments.wait(60)
    room = desk.room
    desk.restart()
    assert desk.room == room
    assert desk.room.session.place is Place.STEPS
    timer = desk.room.step.timer
    assert timer.state is TimerState.RUNNING
    desk.moments.wait(30)
    assert timer.elapsed(desk.moments.now()) == pytest.approx(90, abs=1e-3)


def test_after_a_reboot_the_timer_counts_by_the_wall_clock(desk: Desk) -> None:
    desk.open()
    desk.do(ask.Advance())
    desk.do(ask.StartTimer())
    utc = Instant(desk.room.step.timer.anchor.utc + timedelta(seconds=300))
    desk.moments.set(Moment(utc, Seconds(12.0), "boot-2"))
    desk.restart()
    assert desk.room.step.timer.elapsed(desk.moments.now()) == pytest.approx(300, abs=1e-3)


def test_a_closed_session_is_not_resumed(desk: Desk) -> None:
    desk.play("closed")
    desk.restart()
    assert desk.live.room is None
    assert desk.live.sessions[0].state is SessionState.CLOSED
