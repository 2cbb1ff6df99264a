"""Start to a usable desk, against an empty PySide6 window, each in a fresh process.

Both are timed from the birth of the process to the moment when the window has painted itself. The
desk is started as its icon starts it, without a word on the command line, and counts as usable when
its home is painted: greeting, sessions and a card for every method. Python's compiled files are kept
between the rounds, as they are on any machine where the program has run before.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import verdict
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.paths import data_file
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

ROUNDS = 9
SESSIONS = 12
PROMISED = 2.5

WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def __init__(self, wanted):
        super().__init__()
        self.wanted = set(wanted)
        for one in wanted:
            one.installEventFilter(self)

    def eventFilter(self, what, event):
        if event.type() == QEvent.Type.Paint and self.wanted:
            self.wanted.discard(what)
            if not self.wanted:
                QTimer.singleShot(0, self.tell)
        return False

    def tell(self):
        print("painted", flush=True)
        QApplication.quit()
"""

EMPTY = f"""
{WATCH}
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
window = QMainWindow()
watch = Watch([window])
window.show()
app.exec()
"""

DESK = f"""
import sys
from workshop_desk.__main__ import main
from workshop_desk.app import display
display.has_display = lambda: True # offscreen does for measuring
from workshop_desk.app import windows
{WATCH}
watches = []

def ready():
    from PySide6.QtWidgets import QWidget
    (desk,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "desk")
    methods = [one for one in desk.findChildren(QWidget) if one.objectName().startswith("method_")]
    names = ("home", "greeting", "new_session", "session_card", "sessions")
    parts = [desk.findChild(QWidget, name) for name in names]
    assert len(methods) >= 3 and all(one.isVisible() for one in parts + methods)
    watches.append(Watch(parts + methods))

run_desk = windows.run_desk
windows.run_desk = lambda data, language: run_desk(data, language, ready)
main()
"""


def seconds(code: str, caches: Path) -> float:
    """Return the time until the process says that it has painted."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(caches)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - begin
    assert said == "painted\n" and process.returncode == 0
    return taken


def fill(file: Path) -> None:
    """Make a file with sessions to list."""
    with Workshop(file, MachineMoments()) as workshop:
        for number in range(SESSIONS):
            method = all_methods().known[number % 3]
            preset = method.presets[0].id
            workshop.ask(workshop.new_plan(method, preset, f"No. {number + 1}", Language("fr")))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        caches = folder / "caches"
        os.environ["XDG_DATA_HOME"] = name
        assert data_file().is_relative_to(folder), "on this system, a user's own file would be used"
        data_file().parent.mkdir(parents=True, exist_ok=True)
        fill(data_file())
        seconds(EMPTY, caches)
        seconds(DESK, caches)
        empty, desk = [], []
        for _ in range(ROUNDS):
            empty.append(seconds(EMPTY, caches))
            desk.append(seconds(DESK, caches))
    for what, times in (("empty window", empty), ("usable desk", desk)):
        print(f"{what}: median {statistics.median(times):.3f} s, best {min(times):.3f} s")
    print(verdict("start", [statistics.median(desk) / statistics.median(empty)], PROMISED))


if __name__ == "__main__":
    main()
