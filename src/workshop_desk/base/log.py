"""The log: one rotating file, and the hooks that catch what nobody expected.

A bug never ends the session: it is written down with its place, the desk is told, the room sees
nothing. Nothing in this file raises.
"""

import logging
import platform
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from workshop_desk.base.paths import log_folder

LARGEST = 1_000_000
"""Bytes of one log file; three older ones are kept."""

_KEPT = 3
_FULL_REPORTS = 3
"""How often the same bug is written with its whole trace; a painter can fail every second."""

_PACKAGES = ("workshop-desk", "PySide6-Essentials", "sqlite-utils", "starlette", "uvicorn", "reportlab")
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"

_log = logging.getLogger(__name__)


def versions() -> str:
    """Return one line that says which program, Python and system this is."""
    parts = [f"{name} {_version(name)}" for name in _PACKAGES]
    return ", ".join([*parts, f"Python {platform.python_version()}", platform.platform()])


def note_versions() -> None:
    """Write down which program, Python and system this is."""
    _log.info("%s", versions())


def _version(package: str) -> str:
    # Loaded here: reading what is installed takes as long as painting the desk, which needs none of it.
    from importlib import metadata  # noqa: PLC0415

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "?"


def log_file(folder: Path | None = None) -> Path:
    """Return where the log is written."""
    return (folder or log_folder()) / "workshop-desk.log"


def open_log(folder: Path | None = None) -> Callable[[], None]:
    """Write the log to its file from now on; returns how to stop. No file can be made: no log."""
    path = log_file(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(path, encoding="utf-8")
    except OSError as error:
        _log.warning("no log file: %s", error)
        return lambda: None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)

    def close() -> None:
        root.removeHandler(handler)
        root.setLevel(level)
        handler.close()

    return close


class _LogFile(logging.FileHandler):
    """A file that is put aside once it is large, as `log.1` and so on.

    Not the library's own: that one loads sockets and pickles, which takes as long as the whole log.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, into a new file where this one is full; a full disk must not talk."""
        try:
            if self.stream and self.stream.tell() >= LARGEST:
                self._put_aside(self.stream)
            super().emit(record)
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library calls it so
        """Lose the line."""

    def _put_aside(self, full: TextIO) -> None:
        self.stream = None  # opened again with the next line
        full.close()
        path = Path(self.baseFilename)
        for number in range(_KEPT, 0, -1):
            newer = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
            if newer.exists():
                newer.replace(path.with_name(f"{path.name}.{number}"))


class _Ears(logging.Handler):
    """Hears of bugs that were caught and logged where they happened, and passes on what they were.

    So the desk knows of bugs in a request, in a decision, in the phones' loop: they all end in the
    log. Trouble with the world has its own banner.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a bug that someone else has written down."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or isinstance(error, OSError) or record.name == _log.name:
            return
        try:
            self._tell(type(error).__name__)
        except Exception:  # noqa: BLE001 - whoever is told must not make it worse
            _log.error("the desk could not be told of the bug")


class BugCatcher:
    """Catches what slips through every room: logs it and tells the desk in a few words.

    `tell` is called on whichever thread the bug happened and gets the kind of the bug.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._seen: Counter[str] = Counter()
        self._before: tuple[Any, Any] | None = None
        self._ears = _Ears(tell)

    def install(self) -> None:
        """Take over the hooks of the interpreter and of threads, and listen to the log."""
        if self._before is None:
            self._before = (sys.excepthook, threading.excepthook)
            sys.excepthook = self._on_exception
            threading.excepthook = self._on_thread
            logging.getLogger().addHandler(self._ears)

    def remove(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            logging.getLogger().removeHandler(self._ears)
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def report(self, error: BaseException, where: str) -> None:
        """Write a bug down and tell the desk."""
        kind = type(error).__name__
        place = _place(error.__traceback__)
        self._seen[f"{kind} {place}"] += 1
        if self._seen[f"{kind} {place}"] <= _FULL_REPORTS:
            trace = (type(error), error, error.__traceback__)
            _log.error("bug in %s at %s (%s)", where, place, versions(), exc_info=trace)
        else:
            _log.error("bug in %s at %s again: %s", where, place, kind)
        try:
            self._tell(kind)
        except Exception:  # noqa: BLE001 - whoever is told must not make it worse
            _log.error("the desk could not be told of the bug")

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error, "the main thread")

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            name = args.thread.name if args.thread else "a thread"
            self.report(args.exc_value, name)


def _place(trace: TracebackType | None) -> str:
    """Return the file and line where a bug happened."""
    if trace is None:
        return "an unknown place"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
