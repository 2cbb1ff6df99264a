"""A stage's clock on the real clock, with its GUI thread blocked for 700 ms every 10 seconds.

Each change of the digits is compared with the boundary of the second that it stands for, and at the end
what is shown with the time that has really passed: `python -m tests.bench.ticking [SECONDS]`.
"""

import os
import sys
import threading
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests import samples
from tests.bench.figures import verdict
from workshop_desk.base import clock
from workshop_desk.desktop.fonts import load_fonts
from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.desktop.stage.step_scene import StepScene
from workshop_desk.domain import timer
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import Moment, Seconds
from workshop_desk.live.moments import MachineMoments

EVERY_MS, BLOCK = 10_000, 0.7
LENGTH = 3600.0
PROMISED_MS = 100.0


class Watch(StageView):
    """A stage that notes when its digits changed, by the boot clock."""

    def __init__(self, moments: MachineMoments) -> None:
        super().__init__(moments)
        self.seen: list[tuple[str, float]] = []

    def refresh(self) -> None:
        super().refresh()
        scene = self.scene
        if isinstance(scene, StepScene) and (not self.seen or self.seen[-1][0] != scene.timer.digits):
            self.seen.append((scene.timer.digits, clock.now_boot()))


def running(now: Moment) -> Room:
    """Return a room whose step's timer has just been started."""
    room = samples.room_at("1")
    begun = timer.start(Timer(Seconds(LENGTH)), now)
    steps = tuple(
        replace(step, timer=begun) if step.state is StepState.CURRENT else step for step in room.steps
    )
    return replace(room, steps=steps)


def seconds_of(digits: str) -> int:
    """Return how many seconds digits stand for."""
    parts = [int(part) for part in digits.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


def main() -> None:
    """Run, then say what was seen."""
    lasts = int(sys.argv[1]) if len(sys.argv) > 1 else 65
    app = QApplication([])
    load_fonts()
    moments = MachineMoments()
    start = moments.now()
    view = Watch(moments)
    view.resize(1280, 720)
    view.show()
    view.show_state(running(start), NetworkState(), Settings())
    blocks: list[tuple[float, float]] = []

    def block() -> None:
        begun = clock.now_boot()
        threading.Event().wait(BLOCK)
        blocks.append((begun, clock.now_boot()))

    blocker = QTimer()
    blocker.timeout.connect(block)
    blocker.start(EVERY_MS)
    QTimer.singleShot(lasts * 1000 + 500, app.quit)
    app.exec()
    report(view.seen, blocks, float(start.boot), lasts)


def report(
    seen: list[tuple[str, float]], blocks: list[tuple[float, float]], start: float, lasts: int
) -> None:
    """Print what was shown late, what was left out, and by how much the last digits were wrong."""

    def due(whole: int) -> float:
        """Return when a second is to be shown first: with so many left it has just begun."""
        return start + LENGTH - whole

    def free(whole: int) -> bool:
        return not any(begun <= due(whole) <= ended for begun, ended in blocks)

    shown = {seconds_of(digits): at for digits, at in seen[1:]}
    late = sorted(1000 * (at - due(whole)) for whole, at in shown.items() if free(whole))
    wanted = {int(LENGTH) - second for second in range(1, lasts + 1)}
    missed = [whole for whole in wanted if whole not in shown and free(whole)]
    last, at = seen[-1]
    print(f"{lasts} s, {len(blocks)} blocks of {BLOCK * 1000:.0f} ms")
    print(f"digits late by median {late[len(late) // 2]:.1f} ms, worst {late[-1]:.1f} ms")
    twice = len(seen) - 1 - len(shown)
    print(f"seconds never shown outside the blocks: {len(missed)}; shown twice: {twice}")
    print(
        verdict("error of the last digits in ms", [1000 * abs(at - due(seconds_of(last)))], PROMISED_MS)
    )


if __name__ == "__main__":
    main()
