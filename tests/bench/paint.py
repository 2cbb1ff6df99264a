"""Paint time of every scene of time at 3840×2160, and what 24 clocks cost desk and stage against one.

A scene is painted whole when it comes, and then each second as far as the second changes it: what is
promised is the 95th percentile of a minute's paints, in the painting thread's own time, so that it does
not matter what else the machine does. Processor time is that of the whole process, with
desk and stage shown and the clocks started at different fractions of a second, in real time.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest

from tests.bench.figures import verdict
from tests.desktop.stage_rooms import FAR_NETWORK, Sight
from tests.desktop.timer_rooms import SCENES
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.stage.black import Empty
from workshop_desk.desktop.stage.clocks import ClockGrid
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain import agenda_commands as run
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.timer import minutes
from workshop_desk.domain.units import ClockId, Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.live.tally import percentile
from workshop_desk.methods.catalogue import all_methods

SIZE = QSize(3840, 2160)
SECONDS, ROUNDS = 60, 3
PROMISED_MS = 16.0
CLOCKS, PROMISED_CPU = 24, 2.0
WATCHED_MS = 12_000


def paints(name: str) -> tuple[list[float], float]:
    """Return how long a minute's paints took, in milliseconds, and the whole scene after another."""
    story, easel, times = SCENES[name]("fr"), Easel(), []
    for _ in range(SECONDS):
        scene = Sight(name, story.room, story.now).scene(FAR_NETWORK)
        begin = time.thread_time()
        easel.paint(scene, stage_palette(dark=False), SIZE, 0)
        times.append((time.thread_time() - begin) * 1000)
        story.wait(seconds=1)
    easel.paint(Empty(), stage_palette(dark=False), SIZE, 0)
    begin = time.thread_time()
    easel.paint(scene, stage_palette(dark=False), SIZE, 0)
    return times, (time.thread_time() - begin) * 1000


def paint_all() -> list[float]:
    """Print the paint times of all scenes; return their 95th percentiles."""
    found = []
    for name in SCENES:
        rounds = [paints(name) for _ in range(ROUNDS)]
        # What else the machine does hits one round and not the next.
        calm = min((sorted(times) for times, _ in rounds), key=lambda times: percentile(times, 95))
        most, middle = percentile(calm, 95), percentile(calm, 50)
        whole = min(whole for _, whole in rounds)
        line = f"p95 {most:5.1f} ms  median {middle:5.1f} ms  whole {whole:5.1f} ms"
        print(f"{name:<24} {line}", flush=True)
        found.append(most)
    return found


def processor(seconds_ms: int) -> float:
    """Return the share of one processor that this process takes while windows are shown."""
    cpu, wall = time.process_time(), time.perf_counter()
    QTest.qWait(seconds_ms)
    return (time.process_time() - cpu) / (time.perf_counter() - wall)


def begin(workshop: Workshop) -> None:
    """Open a session with the clock of its first step running."""
    method = all_methods().get("aar")
    assert method is not None
    plan = workshop.new_plan(method, method.presets[0].id, "Clocks", Language("fr"))
    workshop.ask(plan)
    workshop.ask(ask.OpenSession(plan.session.id))
    workshop.ask(ask.Advance())
    workshop.ask(ask.StartTimer())


def start_clocks(workshop: Workshop) -> None:
    """Add clocks and start them, each at another fraction of a second."""
    made = tuple(run.NewClock(ClockId(f"c{n}"), f"Table {n + 1}", minutes(20)) for n in range(CLOCKS))
    workshop.ask(run.AddClocks(ClockRole.GROUP, made))
    for clock in made:
        workshop.ask(run.StartClocks((clock.clock,)))
        QTest.qWait(37)


def clocks_against_one() -> float:
    """Print what one clock and many take of a processor; return the ratio."""
    application("fr")
    with tempfile.TemporaryDirectory() as folder:
        moments = MachineMoments()
        with Workshop(Path(folder) / "a.sqlite", moments, address="127.0.0.1", ports=(0,)) as workshop:
            begin(workshop)
            windows = Windows(workshop)
            windows.show()
            windows.projection.window.resize(1920, 1080)
            processor(2000)
            one = min(processor(WATCHED_MS) for _ in range(ROUNDS))
            start_clocks(workshop)
            processor(2000)
            assert isinstance(windows.projection.window.view.scene, ClockGrid)
            many = min(processor(WATCHED_MS) for _ in range(ROUNDS))
            windows.close()
    print(f"desk and stage: one clock {one:.1%} of a processor, {CLOCKS} clocks {many:.1%}")
    return many / one


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1:] != ["clocks"]:
        application("fr")
        found = paint_all()
        print(verdict("paint against 16 ms", [one / PROMISED_MS for one in found], 1.0))
    print(verdict(f"{CLOCKS} clocks against one", [clocks_against_one()], PROMISED_CPU))


if __name__ == "__main__":
    main()
