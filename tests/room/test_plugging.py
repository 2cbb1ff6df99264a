"""The real windows on a real X display, with monitors that are plugged in and pulled out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "xrandr")


@pytest.fixture
def display() -> Iterator[str]:
    missing = [one for one in NEEDED if shutil.which(one) is None]
    if missing:
        reason = f"monitors that come and go need {' and '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    read, write = os.pipe()
    command = ("Xvfb", "-displayfd", str(write), "-screen", "0", "3840x1200x24", "-noreset")
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def test_the_stage_follows_its_monitor(display: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.room.plugging", str(tmp_path / "desk.sqlite")],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "start ('EPSON',) [(1280, 0, 1600, 900)]",
        "gone True [] True",
        "back ('EPSON',) [(1280, 0, 1600, 900)] True",
        "added ('EPSON',) True",
        "chosen ('SONY',) [(2880, 0, 800, 600)]",
        "forward True",
        "escaped ('SONY',)",
        "left () True False",
    ], done.stderr
