"""Rehearsals begun at the desk: each a program of its own, ended by the end of its input."""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_desk.desktop.desk.rehearsals import RehearsalState

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

    from workshop_desk.desktop.desk.subject import Subject

PREFIX, FILE = "workshop-desk-rehearsal-", "rehearsal.sqlite"
"""What a rehearsal's folder, and the file in it, are called."""

READY = b"ready"
"""What a rehearsal writes once its windows are there."""

_PATIENCE_MS = 5000
"""How long a rehearsal has to close its windows when the desk goes; it is killed then."""

_log = logging.getLogger(__name__)


class Rehearser(QObject):
    """Begins, watches and ends the rehearsals of one data file; lives on the GUI thread."""

    changed = Signal()

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._data = data
        self._state = RehearsalState.NONE
        self._process: QProcess | None = None

    @property
    def state(self) -> RehearsalState:
        """How the rehearsal is now."""
        return self._state

    def begin(self, subject: "Subject", people: int, speed: int) -> None:
        """Rehearse a planned session, or a method; one at a time."""
        if self._process is not None:
            return
        process = _process_of(self)
        process.readyReadStandardOutput.connect(self._heard)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        self._process = process
        self._become(RehearsalState.PREPARING)
        wish = ("--people", str(people), "--speed", str(speed), "--watched")
        process.start(*_program("practice", "--data", str(self._data), *_about(subject), *wish))

    def end(self) -> None:
        """Let the rehearsal go home; forget one that failed."""
        if self._process is not None:
            # It sees the end of its input and closes its windows. Who ends it here reads no report.
            self._process.closeWriteChannel()
        else:
            self._become(RehearsalState.NONE)

    def close(self) -> None:
        """End it and wait for that: the desk goes."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if not process.waitForFinished(_PATIENCE_MS):
            process.kill()
            process.waitForFinished(_PATIENCE_MS)

    def _heard(self) -> None:
        assert self._process is not None
        if READY in bytes(self._process.readAllStandardOutput().data()):
            self._become(RehearsalState.RUNNING)

    def _finished(self, code: int, status: "QProcess.ExitStatus") -> None:
        process, self._process = self._process, None
        assert process is not None
        well = code == 0 and status.name == "NormalExit"
        if not well:
            said = bytes(process.readAllStandardError().data()).decode(errors="replace")
            _log.error("a rehearsal ended with %s: %s", code, said[-4000:])
        process.deleteLater()
        self._become(RehearsalState.NONE if well else RehearsalState.FAILED)

    def _failed(self, error: "QProcess.ProcessError") -> None:
        if error.name == "FailedToStart" and self._process is not None:
            _log.error("a rehearsal did not start: %s", self._process.errorString())
            self._process.deleteLater()
            self._process = None
            self._become(RehearsalState.FAILED)

    def _become(self, state: RehearsalState) -> None:
        if state is not self._state:
            self._state = state
            self.changed.emit()


def _process_of(owner: QObject) -> "QProcess":
    # Loaded with the first rehearsal: Qt makes its classes when they are named.
    from PySide6.QtCore import QProcess  # noqa: PLC0415

    return QProcess(owner)


def clear_away() -> None:
    """Take away what rehearsals left whose program was killed."""
    # Loaded once the desk has settled: its home would wait for what makes temporary folders.
    import tempfile  # noqa: PLC0415

    from workshop_desk.store.leftovers import sweep  # noqa: PLC0415

    sweep(Path(tempfile.gettempdir()), PREFIX, FILE)


def _about(subject: "Subject") -> tuple[str, ...]:
    if subject.session is not None:
        return ("--session", subject.session)
    preset = ("--preset", subject.preset) if subject.preset else ()
    # Written as one word each: a title may begin with a dash.
    named = (f"--title={subject.title}", f"--lang={subject.language}")
    return ("--method", subject.method, *preset, *named)


def _program(*arguments: str) -> tuple[str, list[str]]:
    """Return what starts this program once more, from its source or as one file."""
    if getattr(sys, "frozen", False):
        return sys.executable, list(arguments)
    return sys.executable, ["-m", "workshop_desk", *arguments]
