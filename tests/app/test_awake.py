"""Awake while a session is open: asked for once, let go after it, and nothing left after a crash."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.app.screen_saver import BUS, Service, screen_saver
from workshop_desk.app.awake import Awake

needs_bus = pytest.mark.skipif(BUS is None, reason="no D-Bus here")


class Machine:
    """A machine that can be kept awake, or not."""

    def __init__(self, *, can: bool = True, breaks: bool = False) -> None:
        self.can, self.breaks = can, breaks
        self.did: list[str] = []
        self.told: list[bool] = []
        self.news = threading.Event()

    @contextmanager
    def hold(self) -> Iterator[bool]:
        self.did.append("awake")
        yield self.can
        if self.breaks:
            raise RuntimeError("the service is gone")
        self.did.append("may sleep")

    def hear(self, awake: bool) -> None:
        self.told.append(awake)
        self.news.set()


def test_it_is_asked_for_once_and_let_go() -> None:
    machine = Machine()
    awake = Awake(machine.hear, machine.hold)
    awake.let_go()
    awake.keep()
    awake.keep()
    assert machine.news.wait(5)
    assert (machine.did, machine.told) == (["awake"], [True])
    awake.close()
    assert machine.did == ["awake", "may sleep"]
    awake.keep()
    awake.close()
    awake.close()
    assert machine.did == ["awake", "may sleep"] * 2


def test_it_says_where_it_does_not_work() -> None:
    machine = Machine(can=False)
    awake = Awake(machine.hear, machine.hold)
    awake.keep()
    assert machine.news.wait(5)
    awake.close()
    assert machine.told == [False]


def test_a_service_that_went_away_is_no_trouble() -> None:
    machine = Machine(breaks=True)
    awake = Awake(machine.hear, machine.hold)
    awake.keep()
    assert machine.news.wait(5)
    awake.close()
    assert machine.did == ["awake"]


_DESK = """
import sys
from workshop_desk.app.awake import Awake

def told(awake):
    print("awake" if awake else "may sleep", flush=True)

awake = Awake(told)
awake.keep()
sys.stdin.readline()
awake.close()
print("closed", flush=True)
"""


@contextmanager
def desk_on(service: Service) -> Iterator["subprocess.Popen[str]"]:
    """Give a program that wants to stay awake, until it is sent a line."""
    command = (sys.executable, "-c", _DESK)
    env = {"DBUS_SESSION_BUS_ADDRESS": service.address}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, text=True) as desk:
        yield desk
        desk.kill()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@needs_bus
def test_the_screen_savers_service_is_asked_and_told_when_it_is_over() -> None:
    with screen_saver() as service, desk_on(service) as desk:
        assert line(desk) == "awake"
        assert service.next() == "Inhibit"
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
        assert service.next() == "UnInhibit"
        assert line(desk) == "closed"


@needs_bus
def test_a_crash_leaves_nothing_that_keeps_awake() -> None:
    with screen_saver() as service, desk_on(service) as desk:
        assert line(desk) == "awake"
        assert service.next() == "Inhibit"
        desk.send_signal(signal.SIGKILL)
        assert service.next() == "gone"  # by which every such service lets go


@needs_bus
def test_a_desktop_without_such_a_service_is_told() -> None:
    with screen_saver(serves=False) as service, desk_on(service) as desk:
        assert line(desk) == "may sleep"
