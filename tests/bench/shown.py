"""A session with desk and stage on the (offscreen) screen, and something that gets in the phones' way.

`python -m tests.bench.shown WAY FILE` says port, code and activity on its first line and stays until
its input ends.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.domain import commands as ask
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

FRAME_MS = 16
STALL_SECONDS = 0.4


def quiet(_windows: Windows) -> Callable[[], None] | None:
    return None


def painting(windows: Windows) -> Callable[[], None]:
    def paint() -> None:
        windows.desk.update()
        view = windows.projection.window.view
        view._drawn, view._easel = (), Easel()
        view.refresh()

    return paint


def asleep(_windows: Windows) -> Callable[[], None]:
    return lambda: time.sleep(STALL_SECONDS)


def busy(_windows: Windows) -> Callable[[], None]:
    def compute() -> None:
        until = time.perf_counter() + STALL_SECONDS
        while time.perf_counter() < until:
            sum(range(200))

    return compute


def hog(_windows: Windows) -> Callable[[], None] | None:
    def compute() -> None:
        while True:
            sum(range(200))

    threading.Thread(target=compute, daemon=True).start()
    return None


def ticking(windows: Windows) -> Callable[[], None]:
    """Note how late each second of the stage's digits comes; written down when `ask` lies beside."""
    view, late = windows.projection.window.view, list[float]()
    folder = Path(sys.argv[2]).parent
    refresh, digits = view.refresh, [""]

    def watched() -> None:
        refresh()
        scene, step = view.scene, windows.workshop.room.step
        timer = getattr(scene, "timer", None)
        if timer is None or step is None or timer.digits == digits[0]:
            return
        now, first = windows.workshop.moments.now(), not digits[0]
        digits[0] = timer.digits
        elapsed = step.timer.elapsed(now)
        if not first:
            late.append((elapsed % 1.0) * 1000)

    view._clock.timeout.disconnect()
    view._clock.timeout.connect(watched)
    # A notice paints the digits too, when it comes in the very moment in which they change.
    setattr(view, "refresh", watched)  # noqa: B010 - a method of this one view

    def tell_late() -> None:
        if (folder / "ask").exists():
            (folder / "late.json").write_text(json.dumps(late))

    return tell_late


WAYS = {
    "ticking": ticking,
    "quiet": quiet,
    "painting": painting,
    "asleep": asleep,
    "busy": busy,
    "hog": hog,
}
EVERY_MS = {"ticking": 200, "painting": FRAME_MS, "asleep": 1000, "busy": 1000}


def begin(workshop: Workshop) -> None:
    """Open a session, and stand at a board with the clock running."""
    method = all_methods().get("aar")
    assert method is not None
    plan = workshop.new_plan(method, method.presets[0].id, "Load", Language("fr"))
    workshop.ask(plan)
    workshop.ask(ask.OpenSession(plan.session.id))
    while workshop.room.leading is None or workshop.room.leading.kind is not StepKind.BOARD:
        workshop.ask(ask.Advance())
    workshop.ask(ask.StartTimer())


def tell(windows: Windows) -> None:
    """Say where phones may come in, once they may."""
    room, network = windows.workshop.room, windows.outside.network()
    if not network.running:
        QTimer.singleShot(20, lambda: tell(windows))
        return
    assert room.leading is not None and windows.projection.shown
    print(json.dumps([network.port, room.session.code, room.leading.id]), flush=True)


def leave_with(windows: Windows) -> None:
    """Leave when whoever began this has heard enough."""
    sys.stdin.read()
    # Not `quit`, which closes the windows: the desk would ask first, as the session is open.
    windows.relay.later(partial(QApplication.exit, 0))


def main(way: str, file: Path) -> None:
    app = application("fr")
    with Workshop(file, MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        begin(workshop)
        windows = Windows(workshop)
        windows.show()
        deed = WAYS[way](windows)
        timer = QTimer()
        if deed is not None:
            timer.timeout.connect(deed)
            timer.start(EVERY_MS[way])
        tell(windows)
        threading.Thread(target=leave_with, args=(windows,), daemon=True).start()
        app.exec()
        timer.stop()
        windows.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
