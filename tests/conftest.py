"""The suite fails on a whisper: unexpected log records, Qt warnings and threads left behind.

Qt runs without a display, with our own fonts alone; nothing is read from or written to the user's
own folders; local time is UTC. A test that expects a warning asks for `expected_log`.
"""

import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, settings

from workshop_desk.app.display import missing_packages

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(tempfile.mkdtemp(prefix="workshop-desk-tests-"))

_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_QT_NOISE = (
    "This plugin does not support",  # the offscreen platform says so of sizes and raising
    "Detected locale",
    "QStandardPaths:",
    "propagateSizeHints",
)
_THREADS_END_WITHIN = 5.0


def _pin_surroundings() -> None:
    """Set what Qt, fonts, folders and local time depend on, before anything is imported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    for name in ("DATA", "STATE", "CACHE", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(FOLDER / name.lower())
    if sys.platform == "linux":
        config = FOLDER / "fonts.conf"
        fonts, cache = ROOT / "resources" / "fonts", FOLDER / "fontcache"
        config.write_text(
            _FONTS.format(fonts=escape(str(fonts)), cache=escape(str(cache))), encoding="utf-8"
        )
        os.environ.setdefault("FONTCONFIG_FILE", str(config))


_pin_surroundings()

settings.register_profile(
    "suite", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

MISSING = missing_packages()
"""Debian packages without which Qt cannot load here; then what paints is left out, and that is said."""


PAINTS = {"test_scan.py", "test_practice.py", "test_kill_practice.py"}
"""What paints, or starts what does, outside the tests of the desktop."""


def pytest_plugin_registered(manager: pytest.PytestPluginManager) -> None:
    """Take pytest-qt out where Qt cannot load, before it stops the whole run over it."""
    if MISSING and manager.hasplugin("pytest-qt"):
        manager.unregister(name="pytest-qt")


def pytest_configure() -> None:
    """Leave nothing out under CI."""
    if MISSING and os.environ.get("CI"):
        pytest.exit(_without_qt(), returncode=1)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out what paints where Qt cannot load."""
    paints = "desktop" in collection_path.parts or collection_path.name in PAINTS
    return True if MISSING and paints else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out."""
    if MISSING:
        terminalreporter.write_line(f"LEFT OUT: everything that paints. {_without_qt()}")


def _without_qt() -> str:
    return f"Qt needs system packages: sudo apt-get install {' '.join(MISSING)}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's warnings fail every test that could cause one."""
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()) or "desktop" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_QT_NOISE))


class _Listener(logging.Handler):
    """Keeps records that are warnings or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[_Listener]:
    """Fail on a warning or error in the log, unless the test asked for `expected_log`."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield listener
    root.removeHandler(listener)
    if listener.records and "expected_log" not in request.fixturenames:
        lines = [f"{one.levelname} {one.name}: {one.getMessage()}" for one in listener.records]
        pytest.fail("unexpected in the log:\n" + "\n".join(lines), pytrace=False)


@pytest.fixture
def expected_log(_quiet_log: _Listener) -> list[logging.LogRecord]:
    """Give the warnings and errors logged so far in this test, for the test to look at."""
    return _quiet_log.records


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail when a thread that began in the test outlives it."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + _THREADS_END_WITHIN
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue  # Qt's own threads appear once Python has run in them, and cannot be joined
        thread.join(max(0.0, until - time.monotonic()))
        if thread.is_alive():
            left.append(thread.name)
    if left:
        pytest.fail(f"threads left behind: {', '.join(left)}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Fail when a window stays open after the test, and close it so that the next one starts clean."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()]
    names = [one.objectName() or type(one).__name__ for one in left]
    for one in left:
        one.close()
    if left:
        pytest.fail(f"windows left open: {', '.join(names)}", pytrace=False)
