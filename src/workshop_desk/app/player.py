"""Plays the sounds with what each system has for it: its own player, in a thread, looked up each time.

QtMultimedia would be 56 MB more, and holds on to the loudspeaker that was there when it was made: a
projector plugged in later would change nothing. A library in this process (miniaudio) could take the
desk down with a driver. A child process finds the loudspeaker of the moment by itself, and takes its
trouble with it when it ends.
"""

import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from workshop_desk.base import clock
from workshop_desk.base.resources import resources
from workshop_desk.domain.cues import STALE, Cue

_log = logging.getLogger(__name__)

Way = Callable[[Path, "Running"], bool]
"""Plays a file to its end; tells whether it could be played. Not for the GUI thread."""

LONGEST = 6.0
"""Seconds after which a player hangs: no sound is longer than two."""


class Running:
    """The child processes that play now, to be ended when the program does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._children: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def run(self, command: Sequence[str]) -> bool:
        """Run a command to its end; tells whether it ended well."""
        with self._lock:
            if self._closed:
                return False
            quiet = subprocess.DEVNULL
            child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603
            self._children.add(child)
        try:
            return child.wait(LONGEST) == 0
        except subprocess.TimeoutExpired:
            _log.info("%s hangs", command[0])
            child.kill()
            child.wait()
            return False
        finally:
            with self._lock:
                self._children.discard(child)

    def close(self) -> None:
        """End what plays; nothing is played any more."""
        with self._lock:
            self._closed = True
            for child in self._children:
                child.kill()


def by_command(*words: str) -> Way:
    """Return a way to play by a program that takes the file as its last word."""

    def play(path: Path, running: Running) -> bool:
        program = shutil.which(words[0])
        if program is None:
            return False
        try:
            return running.run((program, *words[1:], str(path)))
        except OSError as error:
            _log.info("%s does not run: %s", program, error)
            return False

    return play


def by_windows(path: Path, _running: Running) -> bool:
    """Play by Windows itself, on the device that is its default now."""
    if sys.platform != "win32":
        return False
    import winsound  # noqa: PLC0415 - there is none on other systems

    try:
        winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
    except RuntimeError as error:
        _log.info("Windows does not play: %s", error)
        return False
    return True


def usual_ways() -> tuple[Way, ...]:
    """Return this system's ways to play, the best first."""
    if sys.platform == "win32":
        return (by_windows,)
    if sys.platform == "darwin":
        return (by_command("afplay"),)
    # PipeWire's, PulseAudio's and ALSA's own: nearly every desk has one of them.
    return (by_command("pw-play"), by_command("paplay"), by_command("aplay", "-q"))


class Player:
    """Plays signals; nobody waits. `told` hears, in a thread, whether one could be played."""

    def __init__(self, told: Callable[[bool], object], ways: Sequence[Way] | None = None) -> None:
        self._told = told
        self._ways = usual_ways() if ways is None else ways
        self._running = Running()
        self._threads: list[threading.Thread] = []

    def play(self, cue: Cue) -> None:
        """Begin to play a signal; returns at once."""
        self._threads = [one for one in self._threads if one.is_alive()]
        thread = threading.Thread(target=self._play, args=(cue,), name=f"sound {cue}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """End what plays, and wait for it to be over."""
        self._running.close()
        for thread in self._threads:
            thread.join()

    def _play(self, cue: Cue) -> None:
        path = resources() / "sounds" / f"{cue}.wav"
        begun = clock.now_awake()
        for way in self._ways:
            if clock.now_awake() - begun > STALE:
                break  # a signal that comes late says something else
            if way(path, self._running):
                self._told(True)
                return
        self._told(False)
