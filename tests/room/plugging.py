"""The whole desk on a real X display whose monitors come and go; writes what happened, line by line.

`test_plugging` starts it with the name of a database file. Monitors are those of RandR: `xrandr` makes
and takes them away, as a cable does.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain import commands as ask
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

LAPTOP = ("LAPTOP", "1280/338x800/211+0+0", "screen")
EPSON = ("EPSON", "1600/600x900/340+1280+0", "none")
SONY = ("SONY", "800/300x600/220+2880+0", "none")


def plug(monitor: tuple[str, str, str]) -> None:
    """Plug a monitor in."""
    subprocess.run(("xrandr", "--setmonitor", *monitor), check=True, capture_output=True)


def pull(monitor: tuple[str, str, str]) -> None:
    """Pull a monitor out."""
    subprocess.run(("xrandr", "--delmonitor", monitor[0]), check=True, capture_output=True)


def wait(true: Callable[[], bool], seconds: float = 5.0) -> float:
    """Let Qt work until something is true; return how long that took."""
    begun = time.monotonic()
    while not true() and time.monotonic() - begun < seconds:
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    return time.monotonic() - begun


def say(name: str, *facts: object) -> None:
    """Write a line of the report."""
    sys.stdout.write(" ".join((name, *map(str, facts))) + "\n")
    sys.stdout.flush()


def play(windows: Windows) -> None:
    """Pull the projector out, plug it in again, add another one, choose it by key and mouse."""
    stage = windows.projection

    def on() -> tuple[str, ...]:
        return stage.facts().on

    def placed() -> list[tuple[int, ...]]:
        shown = [one for one in stage.keeper.windows if one.isVisible()]
        return [tuple(one.geometry().getRect()) for one in shown]

    say("start", on(), placed())
    pull(EPSON)
    took = wait(lambda: stage.facts().hidden)
    say("gone", stage.facts().hidden, placed(), took < 1)
    plug(EPSON)
    took = wait(lambda: bool(on()))
    say("back", on(), placed(), took < 3)
    plug(SONY)
    wait(lambda: bool(stage.facts().newcomer))
    say("added", on(), bool(stage.facts().newcomer))
    QTest.keyClick(windows.desk, Qt.Key.Key_P)
    wait(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for name in ("screen_3", "dialog_do"):
        button = dialog.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(lambda: on() == ("SONY",))
    say("chosen", on(), placed())
    window = stage.window
    scene = window.view.scene
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    wait(lambda: window.view.scene != scene)
    say("forward", window.view.scene != scene)
    # A clicker's Esc may not take the stage from its projector; F11 does.
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait(lambda: not on(), 0.5)
    say("escaped", on())
    QTest.keyClick(window, Qt.Key.Key_F11)
    wait(lambda: not on())
    say("left", on(), window.isVisible(), window.isFullScreen())


def main(file: str) -> None:
    """Open a session on a display with a laptop's monitor and a projector."""
    plug(LAPTOP)
    plug(EPSON)
    application("en")
    method = all_methods().get("codev")
    assert method is not None
    with Workshop(Path(file), MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        plan = workshop.new_plan(method, "standard", "Codev", Language("en"))
        for command in (plan, ask.OpenSession(plan.session.id), ask.Advance()):
            workshop.ask(command)
        windows = Windows(workshop)
        windows.show()
        wait(windows.desk.isActiveWindow, 1)
        play(windows)
        windows.close()


if __name__ == "__main__":
    main(sys.argv[1])
