"""What the desk loads before it can be seen: only what its home shows. Times are in tests/bench."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language
from workshop_desk.store.connect import open_reader

_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import workshop_desk.cli.start
from workshop_desk.app.windows import run_desk

def seen():
    (desk,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "desk")
    assert desk.isVisible()
    print(*sys.modules)
    QTimer.singleShot(int(sys.argv[2]), later)

def later():
    print(*sys.modules)
    QApplication.quit()

sys.exit(run_desk(Path(sys.argv[1]), sys.argv[3], seen))
"""

_NOT_FOR_THE_HOME = {
    "click", "ctypes",
    "sqlite_utils", "babel", "tzlocal", "importlib.metadata", "email", "asyncio", "multiprocessing",
    "starlette", "uvicorn", "jinja2", "http", "reportlab", "pikepdf", "uharfbuzz", "PIL", "qrcode",
    "workshop_desk.phones.serve", "workshop_desk.exports.table", "workshop_desk.desktop.stage",
    "workshop_desk.desktop.work", "workshop_desk.desktop.desk.run", "workshop_desk.cli.host",
    # What decides, and whole sessions: there is no wish yet.
    "workshop_desk.domain.commands", "workshop_desk.domain.rules", "workshop_desk.domain.room",
    "workshop_desk.domain.steps", "workshop_desk.live.batch", "workshop_desk.store.rows",
    "workshop_desk.domain.people", "workshop_desk.store.sessions", "uuid_utils", "secrets", "hashlib",
    # Whole methods, and what else is read once: covers, tokens and icons are kept.
    "tomllib", "json", "workshop_desk.methods.loader", "workshop_desk.methods.schema",
    # Halves of what is needed whole elsewhere.
    "logging.handlers", "socket", "pickle", "html", "workshop_desk.store.leftovers",
}  # fmt: skip


def start(file: Path, stay_ms: int, language: str = "fr") -> tuple[set[str], set[str]]:
    """Start the desk; return what it had loaded when its home was seen, and a while later."""
    done = subprocess.run(
        [sys.executable, "-c", _START, str(file), str(stay_ms), language],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    at_first, later = (set(line.split()) for line in done.stdout.splitlines())
    return at_first, later


def test_the_home_is_seen_before_the_rest_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    start(file, 0)  # makes the file, and keeps what takes long to read
    at_first, later = start(file, 700)
    assert at_first & _NOT_FOR_THE_HOME == set()
    wanted = {
        "workshop_desk.desktop.stage.scenes",
        "workshop_desk.desktop.desk.run",
        "workshop_desk.live.batch",
        "workshop_desk.methods.loader",
        "importlib.metadata",
    }
    assert wanted <= later


def test_the_first_start_settles_the_language_of_the_room_too(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    start(file, 0, "en")
    with closing(open_reader(file)) as book:
        assert book.settings() == Settings(language=Language("en"), room_language=Language("en"))
    start(file, 0, "fr")
    with closing(open_reader(file)) as book:
        assert book.settings() == Settings(language=Language("fr"), room_language=Language("en"))


_GARBAGE = """
import gc, sys
from workshop_desk.__main__ import main

told = [gc.isenabled(), "workshop_desk.cli.desk" in sys.modules]
sys.argv = ["workshop-desk", "sessions", "--help"]
try:
    main()
except SystemExit as end:
    print(*told, gc.isenabled(), end.code)
"""


def test_garbage_is_looked_for_by_commands_and_not_while_loading() -> None:
    done = subprocess.run([sys.executable, "-c", _GARBAGE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].split() == ["False", "True", "True", "0"]
