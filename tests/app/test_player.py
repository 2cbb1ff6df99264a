"""Playing by other programs: the first that can, none that hangs, and never a word of complaint."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from workshop_desk.app import player
from workshop_desk.app.player import Player, Way, by_command, by_windows, usual_ways
from workshop_desk.domain.cues import Cue

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake players are shell scripts")


class Told:
    """Hears whether a signal could be played."""

    def __init__(self) -> None:
        self.heard: list[bool] = []
        self._news = threading.Event()

    def __call__(self, played: bool) -> None:
        self.heard.append(played)
        self._news.set()

    def next(self) -> bool:
        assert self._news.wait(10)
        self._news.clear()
        return self.heard[-1]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which programs are found, besides the system's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def program(folder: Path, name: str, script: str) -> Way:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return by_command(name, "-q")


def played(folder: Path) -> list[str]:
    log = folder / "played"
    return log.read_text(encoding="utf-8").split() if log.exists() else []


def test_the_first_way_that_can_plays_the_file(programs: Path) -> None:
    told = Told()
    note = f'echo $1 $(basename "$2") >> {programs}/played'
    broken = program(programs, "broken", "echo no device >&2; exit 1")
    works, spare = program(programs, "works", note), program(programs, "spare", note)
    one = Player(told, (by_command("no-such-player"), broken, works, spare))
    one.play(Cue.END)
    assert told.next()
    one.close()
    assert played(programs) == ["-q", "end.wav"]


def test_it_is_looked_up_at_each_play(programs: Path) -> None:
    told = Told()
    one = Player(told, (by_command("late-player"),))
    one.play(Cue.START)
    assert not told.next()
    program(programs, "late-player", "exit 0")
    one.play(Cue.START)
    assert told.next()
    (programs / "late-player").unlink()  # as a loudspeaker that is pulled out
    one.play(Cue.START)
    assert not told.next()
    one.close()


def test_no_player_and_one_that_cannot_run_are_told_and_nothing_else(programs: Path) -> None:
    told = Told()
    foreign = programs / "foreign"
    foreign.write_bytes(b"\x7fELF not for this machine")
    foreign.chmod(0o755)
    one = Player(told, (by_command("foreign"), by_windows))
    one.play(Cue.GONG)
    assert not told.next()
    one.close()
    nobody = Player(told, ())
    nobody.play(Cue.GONG)
    assert not told.next()
    nobody.close()


def test_one_that_hangs_is_ended_and_nothing_is_played_late(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player, "LONGEST", 0.2)
    monkeypatch.setattr(player, "STALE", 0.1)
    told = Told()
    hangs = program(programs, "hangs", "exec sleep 600")
    late = program(programs, "late", f"echo late >> {programs}/played")
    one = Player(told, (hangs, late))
    one.play(Cue.END)
    assert not told.next()
    one.close()
    assert played(programs) == []


def test_closing_ends_what_plays_at_once(programs: Path) -> None:
    told = Told()
    begun = programs / "begun"
    os.mkfifo(begun)
    one = Player(told, (program(programs, "long", f"echo x > {begun}; exec sleep 600"),))
    one.play(Cue.END)
    assert begun.read_text(encoding="utf-8") == "x\n"  # it plays
    one.close()
    assert told.heard == [False]
    one.play(Cue.END)
    assert not told.next()
    one.close()


@pytest.mark.parametrize(("system", "count"), [("linux", 3), ("darwin", 1), ("win32", 1)])
def test_every_system_has_a_way(system: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert len(usual_ways()) == count
