"""The live room as its askers see it: receipts, refusals, batches and notices."""

import logging
from concurrent.futures import wait

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Refusal
from workshop_desk.live.changes import Changed, Stored, Topic


@pytest.mark.parametrize("until", ["lobby", "3", "closed"])
def test_a_session_played_through_is_on_disk_as_in_memory(desk: Desk, until: str) -> None:
    room = desk.play(until)
    assert desk.on_disk() == room
    expected = samples.story_until(until).room
    assert room.cards == expected.cards
    assert room.certificates == expected.certificates
    assert room.revision == desk.live.revision == 2 + len(samples.story_until(until).asked)


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


def test_out_and_in_within_one_tick_of_the_clock(desk: Desk) -> None:
    desk.open()
    for name in ("Ana", "Bob"):
        desk.do(at_the_desk(name))
    ana = desk.room.present[0]
    for _ in range(3):
        now = desk.moments.now()
        for command in (ask.Leave(ana), ask.Return(ana), ask.Leave(ana), ask.Return(ana)):
            desk.moments.set(now)
            desk.do(command)
        assert desk.on_disk() == desk.room
        assert len(desk.room.present) == 2
        desk.moments.wait(60)


def test_a_receipt_names_the_change_that_can_be_taken_back(desk: Desk) -> None:
    desk.open()
    first = desk.do(ask.Advance())
    assert first.change > 0
    assert desk.do(at_the_desk("Ana")).change == 0
    assert desk.do(ask.StartTimer()).change == first.change + 1
    assert desk.do(ask.StartTimer()).change == 0
    assert desk.do(plans.Undo(first.change + 1)).change == 0
    assert desk.do(plans.Undo(first.change)).change == 0
    assert desk.room.step is None
