"""A rehearsal that is killed or left alone: nobody of its crowd stays, and its folder goes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workshop_desk.app.rehearser import FILE, PREFIX, READY
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods
from workshop_desk.store.leftovers import sweep

WAIT = 20
REFUSED = 4


def begun(folder: Path, *about: str) -> "subprocess.Popen[str]":
    """Begin a rehearsal as the desk does, with its temporary files in a folder."""
    command = [sys.executable, "-m", "workshop_desk", "practice", "--data", str(folder / "d.sqlite")]
    surroundings = os.environ | {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    return subprocess.Popen(
        [*command, *about, "--people", "3", "--speed", "1", "--watched"],
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def left_in(folder: Path) -> list[Path]:
    return list(folder.glob(f"{PREFIX}*"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_the_crowd_of_a_killed_rehearsal_goes_and_the_next_start_clears_up(tmp_path: Path) -> None:
    with begun(tmp_path, "--method", "roti") as practice:
        assert practice.stdout is not None
        assert practice.stdout.readline().strip() == READY.decode()
        (folder,) = left_in(tmp_path)
        sweep(tmp_path, PREFIX, FILE)
        assert folder.exists()  # it goes on: nobody else clears it away
        practice.send_signal(signal.SIGKILL)
        # The crowd has the same output: this ends only once all of them are gone.
        practice.communicate(timeout=WAIT)
    assert (folder / FILE).exists()
    sweep(tmp_path, PREFIX, FILE)
    assert left_in(tmp_path) == []


def test_a_rehearsal_whose_desk_is_gone_goes_too(tmp_path: Path) -> None:
    about = ("--method", "codev", "--preset", "standard", "--title=-x-", "--lang=en")
    with begun(tmp_path, *about) as practice:
        assert practice.stdout is not None
        assert practice.stdout.readline().strip() == READY.decode()
        assert len(left_in(tmp_path)) == 1
        practice.communicate(timeout=WAIT)  # closes its input, as the end of the desk does
    assert practice.returncode == 0
    assert left_in(tmp_path) == []


def test_nothing_is_rehearsed_while_a_real_session_is_open(tmp_path: Path) -> None:
    with Workshop(tmp_path / "d.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)) as real:
        plan = real.new_plan(all_methods().known[0], "", "x", Language("en"))
        real.ask(plan)
        real.open_session(plan.session.id)
        with begun(tmp_path, "--method", "roti") as practice:
            assert practice.communicate(timeout=WAIT) == ("", None)
    assert practice.returncode == REFUSED
    assert left_in(tmp_path) == []
