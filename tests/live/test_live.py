"""The live room as its askers see it: receipts, refusals, keys, snapshots, notices, restarts."""

import logging
import threading
from concurrent.futures import wait
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from workshop_desk.base.ids import new_id
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import Instant, Language, Moment, PersonId, Seconds, SessionId
from workshop_desk.live.changes import Changed, Stored, Topic
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments


def at_the_desk(name: str) -> ask.Join:
    return ask.Join(PersonId(new_id()), name, "", Language("fr"), Channel.DESK)


def refused(desk: Desk, command: ask.Command, by: ask.Actor = FACILITATOR, key: str = "") -> Why:
    with pytest.raises(Refusal) as told:
        desk.do(command, by, key)
    return told.value.why


@pytest.mark.parametrize("until", ["lobby", "3", "closed"])
def test_a_session_played_through_is_on_disk_as_in_memory(desk: Desk, until: str) -> None:
    room = desk.play(until)
    assert desk.on_disk() == room
    expected = samples.story_until(until).room
    assert room.cards == expected.cards
    assert room.certificates == expected.certificates
    assert room.revision == desk.live.revision == 2 + len(samples.story_until(until).asked)


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
        plan = samples.method_plan("roti", _preset("roti"), new_id=new_id)
        when = Instant(samples.START + timedelta(days=number % 2))
        session = replace(plan.session, code=code, planned_start=when, title=code)
        desk.do(ask.PlanSession(session, plan.steps))
    assert [line.code for line in desk.live.sessions] == ["BBBB", "CCCC", "AAAA"]
    kept = desk.live.sessions
    desk.restart()
    assert desk.live.sessions == kept


def _preset(method: str) -> str:
    return next(iter(samples.method(method).presets)).id


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
    plan = samples.method_plan("roti", _preset("roti"), new_id=new_id)
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
    desk.restart()
    assert desk.live.settings == Settings(facilitator="Claire", stage_dark=True)


def test_a_refusal_in_a_batch_undoes_only_itself(desk: Desk) -> None:
    desk.open()
    with held_up(desk):
        good = [desk.live.ask(at_the_desk(f"P{number}"), FACILITATOR) for number in range(20)]
        bad = desk.live.ask(at_the_desk("   "), FACILITATOR)
        last = desk.live.ask(at_the_desk("Last"), FACILITATOR)
    assert [one.result(SOON).revision for one in (*good, last)] == list(range(4, 25))
    with pytest.raises(Refusal):
        bad.result(SOON)
    assert len(desk.room.people) == 21
    assert desk.on_disk() == desk.room


class held_up:  # noqa: N801 - reads as a sentence
    """Keep the writer busy inside, so that what is asked meanwhile waits and makes one batch."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._go = threading.Event()
        self._busy = threading.Event()

    def __enter__(self) -> None:
        def hold(_changed: Changed) -> None:
            self._busy.set()
            assert self._go.wait(SOON)

        self._forget = self._desk.live.subscribe(hold)
        on = not self._desk.room.session.blackout
        self._future = self._desk.live.ask(ask.SetBlackout(on), FACILITATOR)
        assert self._busy.wait(SOON)
        self._forget()
        self._start = self._desk.live.revision

    def __exit__(self, *_: object) -> None:
        self._go.set()
        self._future.result(SOON)


def test_what_waits_is_stored_in_one_commit(desk: Desk) -> None:
    desk.open()
    commits = []
    book = desk.live._writer._keeper._book
    commit = book.commit
    with held_up(desk):
        book.commit = lambda: commits.append(commit())
        asked = [desk.live.ask(at_the_desk(f"P{number}"), FACILITATOR) for number in range(200)]
    wait(asked, SOON)
    assert len(commits) == 1
    assert len(desk.room.people) == 200


def test_listeners_hear_of_the_topics_and_then_read_the_new_room(desk: Desk) -> None:
    heard: list[tuple[Changed, int]] = []
    desk.open()
    forget = desk.live.subscribe(lambda changed: heard.append((changed, len(desk.room.people))))
    stored = desk.do(at_the_desk("Ana"))
    assert heard == [(Changed(stored.revision, frozenset({Topic.PEOPLE, Topic.SESSIONS})), 1)]
    forget()
    forget()
    desk.do(ask.Advance())
    assert len(heard) == 1


def test_a_listener_that_fails_is_logged_and_keeps_nobody_from_hearing(
    desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    heard = []

    def broken(_changed: Changed) -> None:
        raise ZeroDivisionError

    desk.live.subscribe(broken)
    desk.live.subscribe(heard.append)
    desk.open()
    assert heard
    assert "a bug in a listener" in expected_log[0].getMessage()


def test_what_changes_nothing_writes_nothing(desk: Desk) -> None:
    desk.open()
    desk.do(ask.SetBlackout(True))
    before = desk.live.revision
    assert desk.do(ask.SetBlackout(True)) == Stored(before)
    assert desk.live.revision == before


def test_a_key_sent_again_is_not_done_again(desk: Desk) -> None:
    desk.open()
    join = at_the_desk("Ana")
    first = desk.do(join, key="key-1")
    later = replace(join, person=PersonId(new_id()))
    assert desk.do(later, key="key-1") == Stored(first.revision, again=True)
    desk.do(ask.CloseSession((samples.CertificateId(new_id()),)))
    assert desk.do(join, key="key-1") == Stored(first.revision, again=True)
    desk.restart()
    assert desk.do(join, key="key-1") == Stored(first.revision, again=True)
    assert len(desk.live.read(desk.live.sessions[0].id).result(SOON).people) == 1


def test_a_key_for_something_else_is_refused(desk: Desk) -> None:
    desk.open()
    desk.do(at_the_desk("Ana"), key="key-1")
    assert refused(desk, at_the_desk("Bob"), key="key-1") is Why.KEY_REUSED
    assert refused(desk, ask.Advance(), key="key-1") is Why.KEY_REUSED


def test_a_refused_wish_does_not_use_its_key_up(desk: Desk) -> None:
    desk.open()
    assert refused(desk, at_the_desk(""), key="key-1") is Why.NAME_MISSING
    assert not desk.do(at_the_desk("Ana"), key="key-1").again


def test_a_key_of_what_changes_nothing_is_remembered(desk: Desk) -> None:
    desk.open()
    stored = desk.do(ask.SetBlackout(False), key="key-1")
    assert desk.do(ask.SetBlackout(False), key="key-1") == Stored(stored.revision, again=True)
    assert desk.on_disk() == desk.room


def test_the_same_key_twice_in_one_batch(desk: Desk) -> None:
    desk.open()
    join = at_the_desk("Ana")
    with held_up(desk):
        asked = [desk.live.ask(join, FACILITATOR, "key-1") for _ in range(5)]
    again = [one.result(SOON).again for one in asked]
    assert again == [False, True, True, True, True]
    assert len(desk.room.people) == 1


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
