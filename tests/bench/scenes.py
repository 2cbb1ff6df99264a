"""What a change of scene costs at 3840×2160, what a thousand of them leave in memory, and the jitter.

A change is from one scene to another, from the notice to the last paint of the window, as the GUI thread
spends it. Jitter is how late the digits change, with 200 phones answering against nobody answering, both
in one run: `python -m tests.bench.scenes [change|memory|jitter]`.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.bench.figures import measure, verdict
from tests.bench.load import Load
from tests.bench.stalls import shown
from tests.desktop.stage_rooms import FAR_NETWORK, Sight, usual
from tests.desktop.timer_rooms import SCENES, sight
from tests.live.conftest import FakeMoments
from workshop_desk.app.windows import application
from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.domain.curtain import Curtain
from workshop_desk.domain.settings import Settings
from workshop_desk.live.tally import percentile

WIDTH, HEIGHT = 3840, 2160
ROUNDS = 3
USUAL = Settings(less_motion=True)
DEEP = Settings(less_motion=True, room_depth=18.0, picture_width=3.2)
MESSAGE = "La pause commence dans cinq minutes : le café est au fond de la salle."
PROMISED_CHANGE_MS, PROMISED_MEMORY, PROMISED_JITTER_MS = 100.0, 1.05, 50.0
EARLY, LATE = 100, 1000
PHONES, LASTS, TURNS = 200, 16, 6


def rooms() -> list[Sight]:
    """Return one room for every scene that there is."""
    told = (*usual("fr"), *(sight(name) for name in SCENES))
    veils = (Curtain(message=MESSAGE), Curtain(look_here=True))
    in_front = (veiled(one, veil) for one in told[::6] for veil in veils)
    return [*told, *in_front]


def veiled(one: Sight, curtain: Curtain) -> Sight:
    """Return a room with a message to it, or with its eyes asked for."""
    session = replace(one.room.session, curtain=curtain)
    name = f"{one.name}, {'look here' if curtain.look_here else 'message'}"
    return Sight(name, replace(one.room, session=session), one.now)


def projector() -> StageView:
    """Return a stage as large as a 4K projector."""
    view = StageView(FakeMoments())
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    return view


def change(view: StageView, moments: FakeMoments, one: Sight, how: Settings = USUAL) -> float:
    """Show another scene; return how long it took to be painted, in milliseconds."""
    moments.wait((one.now.utc - moments.now().utc).total_seconds())
    begin = time.perf_counter()
    view.show_state(one.room, FAR_NETWORK, how)
    view.repaint()
    return (time.perf_counter() - begin) * 1000


def changes(how: Settings) -> float:
    """Print how long it takes to change to each scene, from one of another kind; return the longest."""
    view, moments = projector(), FakeMoments()
    view._moments = moments
    all_rooms, worst = rooms(), 0.0
    times: dict[str, float] = {}
    cold = max((change(view, moments, one, how), one.name) for one in all_rooms)
    print(f"longest of the first round, nothing laid out before: {cold[0]:.1f} ms, {cold[1]}")
    for _ in range(ROUNDS):
        for one in all_rooms:
            took = change(view, moments, one, how)
            times[one.name] = min(took, times.get(one.name, took))
    for name, took in sorted(times.items(), key=lambda pair: -pair[1])[:8]:
        print(f"change to {name:<24} {took:6.1f} ms")
        worst = max(worst, took)
    print(f"median of {len(times)} scenes {percentile(sorted(times.values()), 50):6.1f} ms")
    view.close()
    return worst


def resident() -> int:
    """Return the memory that this process takes now, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def memory() -> float:
    """Print what the process takes after 100 and after 1,000 changes of scene; return the ratio."""
    view, moments = projector(), FakeMoments()
    view._moments = moments
    early = 0
    for count, one in enumerate(islice(cycle(rooms()), LATE), 1):
        change(view, moments, one)
        QApplication.processEvents()
        if count == EARLY:
            early = resident()
    late = resident()
    print(f"after {EARLY} changes {early / 2**20:.1f} MiB, after {LATE} {late / 2**20:.1f} MiB")
    view.close()
    return late / early


def lateness(folder: Path, people: int) -> list[float]:
    """Return how late the stage's digits changed, in milliseconds, with so many phones answering."""
    with shown("ticking", folder) as (port, code, activity):
        begin = time.monotonic()
        if people:
            measure(Load(port, people, code, activity))
        # Idle and busy are watched equally long: the phones may have sent all they had before that.
        time.sleep(max(0.0, LASTS - (time.monotonic() - begin)))
        late = folder / "late.json"
        late.unlink(missing_ok=True)
        (folder / "ask").touch()
        # The other process answers through a file; one that has just appeared may still be written.
        while not late.exists():
            time.sleep(0.05)
        time.sleep(0.05)
        found: list[float] = json.loads(late.read_text())
        (folder / "ask").unlink()
    # The first of them comes while the windows still open.
    return found[1:]


def jitter() -> float:
    """Print how late the seconds come with and without phones; return the difference of the p99."""
    idle, busy = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as name:
        # In turns, so that whatever else the machine does meets both.
        for _ in range(TURNS):
            idle += lateness(Path(name), 0)
            busy += lateness(Path(name), PHONES)
    idle.sort()
    busy.sort()
    for words, times in (("nobody answering", idle), (f"{PHONES} phones answering", busy)):
        middle, most = percentile(times, 50), percentile(times, 99)
        print(f"{words:<24} {len(times)} seconds, late by median {middle:.1f} ms, p99 {most:.1f} ms")
    return percentile(busy, 99) - percentile(idle, 99)


def main() -> None:
    wanted = sys.argv[1:] or ["change", "memory", "jitter"]
    application("fr")
    if "change" in wanted:
        for room, how in (("a usual room", USUAL), ("a deep room", DEEP)):
            ratio = changes(how) / PROMISED_CHANGE_MS
            print(verdict(f"change of scene against 100 ms in {room}", [ratio], 1.0))
    if "memory" in wanted:
        if len(wanted) > 1:
            # In a process of its own: what the first measure left is not to be counted.
            subprocess.run([sys.executable, "-m", "tests.bench.scenes", "memory"], check=True)
        else:
            print(verdict("memory after 1,000 against 100", [memory()], PROMISED_MEMORY))
    if "jitter" in wanted:
        print(verdict("jitter against 50 ms", [jitter() / PROMISED_JITTER_MS], 1.0))
        print(
            f"programs that wanted a processor meanwhile: {os.getloadavg()[0]:.1f} of {os.cpu_count()}"
        )


if __name__ == "__main__":
    main()
