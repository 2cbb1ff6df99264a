"""The bridge: everything arrives on the GUI thread, merged; nothing is lost and nobody waits."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests import samples
from tests.live.conftest import Desk
from workshop_desk.desktop.bridge import Bridge, Setback
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.live.changes import Changed, Stored, Topic


@pytest.fixture
def bridge(qtbot: QtBot, live_desk: Desk) -> Iterator[Bridge]:
    del qtbot
    one = Bridge(live_desk.live)
    yield one
    one.close()


def test_answers_come_back_on_the_gui_thread(qtbot: QtBot, bridge: Bridge) -> None:
    heard: list[tuple[Stored, threading.Thread]] = []
    bridge.ask(samples.codev_plan(), lambda stored: heard.append((stored, threading.current_thread())))
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0][1] is threading.main_thread()
    assert [line.state for line in bridge.sessions] == [SessionState.PLANNED]


def test_a_refusal_comes_back_too(qtbot: QtBot, bridge: Bridge) -> None:
    refused: list[Setback] = []
    bridge.ask(ask.Advance(), None, refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert isinstance(refused[0], Refusal)
    assert refused[0].why is Why.NO_SESSION


def test_a_stopped_room_answers_with_a_trouble(qtbot: QtBot, live_desk: Desk) -> None:
    bridge = Bridge(live_desk.live)
    live_desk.live.stop()
    refused: list[Setback] = []
    bridge.ask(ask.Advance(), None, refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    bridge.close()


def test_many_changes_are_told_as_few(qtbot: QtBot, live_desk: Desk, bridge: Bridge) -> None:
    notices: list[Changed] = []
    bridge.changed.connect(notices.append)
    live_desk.open()
    for number in range(40):
        live_desk.do(ask.SetNextDate(f"day {number}"))
    last = live_desk.live.revision
    qtbot.waitUntil(lambda: bool(notices) and notices[-1].revision == last)
    assert len(notices) < 20
    assert Topic.SESSION in frozenset().union(*(notice.topics for notice in notices))


def test_whoever_is_gone_is_not_called(qtbot: QtBot, bridge: Bridge) -> None:
    class Gone(QObject):
        def hear(self, _stored: Stored) -> None:
            raise AssertionError("called after its end")

    gone = Gone()
    bridge.ask(samples.codev_plan(), gone.hear)
    gone.deleteLater()
    after: list[Room] = []
    qtbot.waitUntil(lambda: bool(bridge.sessions))
    bridge.read(bridge.sessions[0].id, after.append)
    qtbot.waitUntil(lambda: len(after) == 1)


def test_a_closed_bridge_is_silent(qtbot: QtBot, live_desk: Desk) -> None:
    bridge = Bridge(live_desk.live)
    heard: list[Changed] = []
    bridge.changed.connect(heard.append)
    bridge.close()
    live_desk.do(samples.codev_plan())
    done: list[Room] = []
    other = Bridge(live_desk.live)
    other.read(live_desk.live.sessions[0].id, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    other.close()
    assert heard == []
