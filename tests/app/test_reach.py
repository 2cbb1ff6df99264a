"""The laptop calls itself, and has its firewall looked at and opened, while nobody waits."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import samples
from workshop_desk.app.reach import Reach
from workshop_desk.app.relay import Relay
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.domain.network import Candidate, NetworkKind, NetworkState
from workshop_desk.live.moments import MachineMoments

HERE = "127.0.0.2"


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(tmp_path / "a.sqlite", MachineMoments(), address=HERE, ports=(0,)) as one:
        planned: PlanSession = samples.codev_plan("en")
        one.ask(planned)
        one.open_session(planned.session.id)
        yield one


def test_the_laptop_answers_itself_until_its_server_is_gone(qtbot: QtBot, workshop: Workshop) -> None:
    state = [workshop.network]
    told: list[bool | None] = []
    reach = Reach(lambda: state[0], Relay(), lambda: told.append(reach.facts().answers))
    assert reach.facts().answers is None
    reach.call_itself()
    qtbot.waitUntil(lambda: told == [True])
    with socket.create_server((HERE, 0)) as free:
        port = free.getsockname()[1]
    state[0] = replace(state[0], port=port)
    reach.call_itself()
    qtbot.waitUntil(lambda: told == [True, False])
    state[0] = NetworkState()
    reach.call_itself()
    reach.close()
    assert told == [True, False]


def test_the_firewall_is_looked_at_and_opened_once_at_a_time(qtbot: QtBot) -> None:
    wifi = Candidate("192.168.8.10", NetworkKind.WIFI, "Atelier", "wlan0")
    state = NetworkState(True, wifi.address, 8080, candidates=(wifi,))
    asked: list[object] = []
    go = threading.Event()
    found = [Firewall(Verdict.CLOSED, "ufw", "sudo ufw allow 8080/tcp", ("pkexec",))]

    def check(port: int, adapter: str) -> Firewall:
        go.wait(10)
        asked.append((port, adapter))
        return found[0]

    def repair(firewall: Firewall) -> bool:
        asked.append(firewall)
        return True

    heard: list[bool] = []
    reach = Reach(lambda: state, Relay(), lambda: heard.append(reach.facts().busy), check, repair)
    reach.repair_firewall()  # nothing was found yet, nothing is opened
    reach.check_firewall()
    reach.check_firewall()
    assert reach.facts().busy
    go.set()
    qtbot.waitUntil(lambda: not reach.facts().busy)
    assert asked == [(8080, "wlan0")]
    assert reach.facts().firewall == found[0]
    blocked, found[0] = found[0], Firewall(Verdict.OPEN, "ufw")
    reach.repair_firewall()
    qtbot.waitUntil(lambda: reach.facts().firewall == found[0])
    assert asked == [(8080, "wlan0"), blocked, (8080, "wlan0")]
    reach.repair_firewall()  # there is nothing to open any more
    assert not reach.facts().busy
    assert heard == [True, False, True, False]
    reach.close()


def test_who_has_left_hears_nothing_more(qtbot: QtBot) -> None:
    told: list[str] = []
    relay = Relay()
    reach = Reach(
        lambda: NetworkState(True, HERE, 8080),
        relay,
        lambda: told.append("news"),
        lambda _port, _adapter: Firewall(Verdict.OPEN),
    )
    reach.check_firewall()
    reach.close()
    heard: list[str] = []
    relay.later(lambda: heard.append("after it"))
    qtbot.waitUntil(lambda: bool(heard))
    assert told == ["news"]  # that it began to look
