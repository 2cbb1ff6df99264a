"""A desk on a real live room, driven by object names, clicks and visible words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.pretend_screens import RecordedStage
from tests.live.conftest import Desk
from workshop_desk.desktop import fonts
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.lacks import Lack, Lacks
from workshop_desk.desktop.desk.outside import PapersProgress
from workshop_desk.desktop.desk.preparing import Prepared
from workshop_desk.desktop.desk.reach import ReachFacts
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.subject import Subject
from workshop_desk.desktop.desk.window import DeskWindow
from workshop_desk.desktop.work import Job, Work
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language, SessionId
from workshop_desk.methods.shelf import Shelf

W = TypeVar("W", bound=QWidget)


class RecordedJob:
    """Papers that someone may cancel."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class RecordedRehearsals:
    """Writes down the rehearsals that were begun and ended."""

    def __init__(self, outside: "RecordedOutside") -> None:
        self.outside = outside
        self.state = RehearsalState.NONE

    def become(self, state: RehearsalState) -> None:
        self.state = state
        for heard in self.outside.listeners:
            heard()

    def begin(self, subject: Subject, people: int, speed: int) -> None:
        what = subject.session or f"{subject.method} {subject.preset} {subject.language}"
        self.outside.asked.append(f"rehearse {what} {people} {speed}")
        self.become(RehearsalState.PREPARING)

    def end(self) -> None:
        self.outside.asked.append("rehearsed")
        self.become(RehearsalState.NONE)


class RecordedReach:
    """Answers what a test says, and writes down what was asked."""

    def __init__(self, outside: "RecordedOutside") -> None:
        self.outside = outside
        self.known = ReachFacts()
        self.has_hotspot_settings = True

    def facts(self) -> ReachFacts:
        return self.known

    def now_known(self, **facts: Any) -> None:
        self.known = replace(self.known, **facts)
        for heard in self.outside.listeners:
            heard()

    def call_itself(self) -> None:
        self.outside.asked.append("call itself")

    def check_firewall(self) -> None:
        self.outside.asked.append("check firewall")

    def repair_firewall(self) -> None:
        self.outside.asked.append("repair firewall")

    def open_hotspot_settings(self) -> None:
        self.outside.asked.append("hotspot")


class RecordedOutside:
    """The outside as the desk sees it, with a memory of what was asked."""

    def __init__(self, folder: Path) -> None:
        self.state = NetworkState()
        self.asked: list[str] = []
        self.shown = False
        self.missing = Lacks()
        self.screens = RecordedStage()
        self.folder = folder
        self.job = RecordedJob()
        self.listeners: list[Callable[[], None]] = []
        self.progress: Callable[[PapersProgress], None] = lambda _progress: None
        self.done: Callable[[tuple[Path, ...]], None] = lambda _files: None
        self.sheet_done: Callable[[Path], None] = lambda _file: None
        self.prepared: Callable[[Prepared], None] = lambda _found: None
        self.poster_done: Callable[[Path], None] = lambda _file: None
        self.failed: Callable[[BaseException], None] = lambda _failure: None
        self.work: Work | None = None
        self.rehearsal = RecordedRehearsals(self)
        self.reach = RecordedReach(self)

    def network(self) -> NetworkState:
        return self.state

    def rehearsals(self) -> RecordedRehearsals:
        return self.rehearsal

    def stage(self) -> RecordedStage:
        return self.screens

    def stage_shown(self) -> bool:
        return self.shown

    def listen(self, heard: Callable[[], None]) -> Callable[[], None]:
        self.listeners.append(heard)
        return lambda: self.listeners.remove(heard)

    def now_is(self, state: NetworkState) -> None:
        self.state = state
        for heard in self.listeners:
            heard()

    def lacks(self) -> Lacks:
        return self.missing

    def now_lacks(self, *missing: Lack) -> None:
        for lack in Lack:
            self.missing.note(lack, lacking=lack in missing)
        for heard in self.listeners:
            heard()

    def try_sound(self) -> None:
        self.asked.append("bell")

    def room_opened(self, session: SessionId) -> None:
        self.asked.append(f"opened {session}")
        self.shown = True

    def room_closed(self, session: SessionId) -> None:
        self.asked.append(f"closed {session}")

    def show_stage(self) -> None:
        self.shown = True

    def hide_stage(self) -> None:
        self.shown = False

    def papers_folder(self, session: SessionId) -> Path:
        return self.folder / session

    def make_papers(
        self,
        session: SessionId,
        folder: Path,
        on_progress: Callable[[PapersProgress], None],
        on_done: Callable[[tuple[Path, ...]], None],
        on_failed: Callable[[BaseException], None],
    ) -> RecordedJob:
        assert folder.name == session
        self.asked.append(f"papers {folder.name}")
        self.progress, self.done, self.failed = on_progress, on_done, on_failed
        self.job = RecordedJob()
        return self.job

    def make_sheet(
        self,
        session: SessionId,
        on_done: Callable[[Path], None],
        on_failed: Callable[[BaseException], None],
        *,
        blank: bool,
    ) -> None:
        self.asked.append(f"{'blank ' if blank else ''}sheet {session}")
        self.sheet_done, self.failed = on_done, on_failed

    @property
    def preparations(self) -> Self:
        return self

    def begin(self, heard: Callable[[Prepared], None]) -> RecordedJob:
        """Begin a look at the room."""
        self.asked.append("prepare")
        self.prepared = heard
        self.job = RecordedJob()
        return self.job

    def make_poster(
        self,
        session: SessionId,
        on_done: Callable[[Path], None],
        on_failed: Callable[[BaseException], None],
    ) -> None:
        self.asked.append(f"poster {session}")
        self.poster_done, self.failed = on_done, on_failed

    def run(
        self,
        function: Callable[..., Any],
        arguments: tuple[Any, ...],
        on_done: Callable[[Any], None],
        on_failed: Callable[[BaseException], None],
    ) -> Job:
        """Run in a real child process, ended when the hand is put down."""
        self.work = self.work or Work()
        return self.work.run(function, arguments, on_done, on_failed)

    def open_folder(self, folder: Path) -> None:
        self.asked.append(f"folder {folder.name}")


class Hand:
    """Someone at the desk."""

    def __init__(self, qtbot: QtBot, desk: Desk, folder: Path, language: str = "en") -> None:
        fonts.load_fonts()
        self.qtbot = qtbot
        self.desk = desk
        settings = Settings(
            facilitator="Claire Aubry",
            language=Language(language),
            room_language=Language(language),
            less_motion=True,
        )
        self.settings = settings
        self.outside = RecordedOutside(folder)
        self.bridge = Bridge(desk.live)
        self.shelf = Shelf()
        self.window = DeskWindow(
            self.bridge, self.shelf, desk.moments, self.outside, lambda: QLabel("preview")
        )
        qtbot.addWidget(self.window, before_close_func=DeskWindow.leave)
        self.window.show()

    def put_down(self) -> None:
        self.window.leave()
        self.bridge.close()
        if self.outside.work is not None:
            self.outside.work.close()

    def set(self, **wanted: object) -> None:
        """Change settings, behind the desk's back."""
        self.settings = replace(self.settings, **wanted)  # type: ignore[arg-type]

    def find(self, name: str, kind: type[W]) -> W:
        """Return the widget of this name: in the dialog on top, else in the window."""
        for top in (QApplication.activeModalWidget(), self.window):
            found = top.findChildren(kind, name) if top is not None else []
            if found:
                # Each kind of activity has a panel of its own; only one of them is shown.
                return next((one for one in found if one.isVisible()), found[0])
        raise AssertionError(f"no {kind.__name__} named {name!r}")

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=5000)

    def click(self, name: str) -> None:
        if name == "toast_undo":
            self.hear_out()
        button = self.find(name, QAbstractButton)
        self.until(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def hear_out(self) -> None:
        """Wait until the desk was told what became of all it asked for: its toast is the last one's."""
        heard: list[object] = []
        self.bridge.past_times("none", heard.append)
        self.until(lambda: bool(heard))

    def press(
        self,
        key: Qt.Key,
        on: QWidget | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.qtbot.keyClick(on or self.window, key, modifier)

    def type(self, name: str, text: str) -> None:
        """Put text into a field; key events with accents abort Qt."""
        editor = self.find(name, QWidget)
        if isinstance(editor, QLineEdit):
            editor.clear()
            editor.insert(text)
        elif isinstance(editor, QPlainTextEdit):
            editor.insertPlainText(text)
        else:
            raise TypeError(name)

    def words(self, name: str) -> str:
        """Return what a label or button says."""
        found = self.find(name, QWidget)
        assert isinstance(found, (QLabel, QPushButton)), name
        return found.text()

    def seen(self, name: str) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def seen_on_top(self, name: str) -> bool:
        """Tell whether something is seen in the dialog on top."""
        top = QApplication.activeModalWidget()
        return top is not None and any(one.isVisible() for one in top.findChildren(QWidget, name))

    def rows(self, name: str) -> list[str]:
        """Return what a screen reader says of each row of a list."""
        model = self.find(name, QAbstractItemView).model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(place, 0).data(role)) for place in range(model.rowCount())]

    def choose(self, name: str, place: int) -> None:
        view = self.find(name, QAbstractItemView)
        view.setCurrentIndex(view.model().index(place, 0))

    def dialog(self, name: str) -> QWidget:
        """Wait for a dialog."""
        self.until(lambda: self.on_top() == name)
        top = QApplication.activeModalWidget()
        assert top is not None
        return top

    def on_top(self) -> str:
        top = QApplication.activeModalWidget()
        return top.objectName() if top is not None else ""

    def no_dialog(self) -> None:
        self.until(lambda: QApplication.activeModalWidget() is None)

    def all_words(self) -> str:
        """Return every word of every visible widget and list of the window."""
        parts: list[str] = []
        for one in self.window.findChildren(QWidget):
            if not one.isVisible():
                continue
            if isinstance(one, (QLabel, QPushButton, QLineEdit)):
                parts.append(one.text())
            if isinstance(one, QPlainTextEdit):
                parts.append(one.toPlainText())
            parts.extend((one.accessibleName(), one.toolTip()))
            if isinstance(one, QAbstractItemView):
                parts.extend(self.rows(one.objectName()))
        return "\n".join(parts)

    def typed_key(self, on: QWidget, key: Qt.Key, text: str) -> None:
        """Send a key press as a keyboard would."""
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(on, press)
