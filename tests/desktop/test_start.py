"""What the desk loads before it can be seen: only what its home shows. Times are in tests/bench."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from workshop_desk.desktop.theme import tokens
from workshop_desk.i18n.words import Words
from workshop_desk.methods.shelf import Shelf
from workshop_desk.store.connect import open_file

_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import workshop_desk.cli.main
from workshop_desk.app.windows import run_desk

def seen():
    (desk,) = (one for one in QApplication.topLevelWidgets() if one.objectName() == "desk")
    assert desk.isVisible()
    print(*sys.modules)
    QTimer.singleShot(int(sys.argv[2]), later)

def later():
    print(*sys.modules)
    QApplication.quit()

sys.exit(run_desk(Path(sys.argv[1]), "fr", seen))
"""

_NOT_FOR_THE_HOME = {
    "sqlite_utils", "babel", "tzlocal", "importlib.metadata", "email", "asyncio", "multiprocessing",
    "starlette", "uvicorn", "jinja2", "http", "reportlab", "pikepdf", "uharfbuzz", "PIL", "qrcode",
    "workshop_desk.phones.serve", "workshop_desk.exports.table", "workshop_desk.desktop.stage",
    "workshop_desk.desktop.work", "workshop_desk.desktop.desk.run", "workshop_desk.cli.host",
    # What decides, and whole sessions: there is no wish yet.
    "workshop_desk.domain.commands", "workshop_desk.domain.rules", "workshop_desk.domain.room",
    "workshop_desk.domain.steps", "workshop_desk.live.batch", "workshop_desk.store.rows",
    # Whole methods: their covers are kept.
    "tomllib", "workshop_desk.methods.loader", "workshop_desk.methods.schema",
}  # fmt: skip


def test_the_home_is_seen_before_the_rest_is_loaded(tmp_path: Path) -> None:
    with closing(open_file(tmp_path / "desk.sqlite")):
        Words("fr")  # compiled once, and kept, as are the covers
        assert Shelf().covers
        tokens()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path / "desk.sqlite"), "700"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    at_first, later = (set(line.split()) for line in done.stdout.splitlines())
    assert at_first & _NOT_FOR_THE_HOME == set()
    wanted = {
        "workshop_desk.desktop.stage.scenes",
        "workshop_desk.desktop.desk.run",
        "workshop_desk.live.batch",
        "workshop_desk.methods.loader",
        "importlib.metadata",
    }
    assert wanted <= later
