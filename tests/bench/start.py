"""Start to a usable desk, against an empty PySide6 window, each in a fresh process."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import verdict

ROUNDS = 5
PROMISED = 2.5

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from workshop_desk.app.windows import run_desk
from PySide6.QtWidgets import QApplication
sys.exit(run_desk(Path(sys.argv[1]), "fr", ready=lambda: QTimer.singleShot(0, QApplication.quit)))
"""


def seconds(code: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment)
    return time.perf_counter() - begin


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "desk.sqlite")
        seconds(EMPTY)
        seconds(DESK, file)
        empty = statistics.median(seconds(EMPTY) for _ in range(ROUNDS))
        desk = statistics.median(seconds(DESK, file) for _ in range(ROUNDS))
    print(f"empty window {empty:.2f} s, usable desk {desk:.2f} s")
    print(verdict("start", [desk / empty], PROMISED))


if __name__ == "__main__":
    main()
