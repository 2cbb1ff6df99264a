"""Awake while a session is open: asked for once, let go after it, and nothing left after a crash."""

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workshop_desk.app.awake import Awake


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


BUS = shutil.which("dbus-run-session")
_SERVICE = Path(__file__).with_name("screen_saver.py")
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
def on_a_bus(*, serviced: bool) -> Iterator["tuple[subprocess.Popen[str], subprocess.Popen[str]]"]:
    """Give a desk, and the screen saver's service that says what it hears, on a bus of their own."""
    assert BUS is not None
    # The bus lives as long as the service, whose first line is its address.
    service = subprocess.Popen(
        (BUS, "--", sys.executable, str(_SERVICE), "serve" if serviced else "idle"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert service.stdout is not None
    address = service.stdout.readline().strip()
    with (
        service,
        subprocess.Popen(
            (sys.executable, "-c", _DESK), env={"DBUS_SESSION_BUS_ADDRESS": address},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as desk,
    ):  # fmt: skip
        try:
            yield desk, service
        finally:
            desk.kill()
            assert service.stdin is not None
            service.stdin.close()
            service.wait(10)


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.skipif(BUS is None, reason="no D-Bus here")
def test_the_screen_savers_service_is_asked_and_told_when_it_is_over() -> None:
    with on_a_bus(serviced=True) as (desk, service):
        assert line(desk) == "awake"
        assert line(service) == "Inhibit"
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
        assert line(service) == "UnInhibit"
        assert line(desk) == "closed"


@pytest.mark.skipif(BUS is None, reason="no D-Bus here")
def test_a_crash_leaves_nothing_that_keeps_awake() -> None:
    with on_a_bus(serviced=True) as (desk, service):
        assert line(desk) == "awake"
        assert line(service) == "Inhibit"
        desk.send_signal(signal.SIGKILL)
        assert line(service) == "gone"  # by which every such service lets go


@pytest.mark.skipif(BUS is None, reason="no D-Bus here")
def test_a_desktop_without_such_a_service_is_told() -> None:
    with on_a_bus(serviced=False) as (desk, _service):
        assert line(desk) == "may sleep"
