"""A laptop killed while clocks run, rest or are over: they stand as they should, and it is said."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.room.ticking import told
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.timer import TimerState
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments

RUNS = {"running": True, "paused": False, "over": True, "rounds": True}


def killed(path: Path, how: str) -> dict[str, Any]:
    """Let a desk bring its clocks there, kill it, return what they said."""
    command = [sys.executable, "-m", "tests.room.ticking", str(path), how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said: dict[str, Any] = json.loads(process.stdout.readline())
        process.kill()
    return said


@pytest.mark.parametrize("how", RUNS)
def test_clocks_come_back_as_they_should_stand(tmp_path: Path, how: str) -> None:
    before = killed(tmp_path / "a.sqlite", how)
    moments = MachineMoments()
    live = Live(tmp_path / "a.sqlite", moments)
    live.start()
    try:
        assert live.room is not None
        now = moments.now()
        after = told(live.room, now)
    finally:
        live.stop()
    passed = now.boot - before["at"]
    ran = passed if RUNS[how] else 0.0
    assert after["step"] == before["step"]
    assert after["state"] == before["state"]
    assert after["elapsed"] == pytest.approx(before["elapsed"] + ran, abs=0.01)
    assert after["remaining"] == pytest.approx(before["remaining"] - ran, abs=0.01)
    assert (after["phase"] == "over") == (how == "over")
    for name, (state, elapsed) in before["groups"].items():
        more = passed if state == TimerState.RUNNING else 0.0
        assert after["groups"][name] == [state, pytest.approx(elapsed + more, abs=0.01)]


def test_it_says_how_long_it_was_away(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    before = killed(path, "running")

    class Later:
        """The machine's clocks, 40 s on: nobody waits in a test."""

        real = MachineMoments()

        def now(self) -> Any:
            return self.real.now().back(-40.0)

    live = Live(path, Later())
    live.start()
    live.stop()
    room = live.room
    assert room is not None
    (absence,) = room.absences.values()
    away = Later().now().boot - before["at"]
    assert absence.cause is AbsenceCause.CLOSED
    assert absence.seconds == pytest.approx(away, abs=3.0)
    assert absence.step == room.step.id
