"""The one bridge between the live room's threads and Qt's: notices in, wishes out, nobody waits."""

from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import PictureId, Seconds, SessionId
from workshop_desk.live.changes import Changed, Stored
from workshop_desk.live.live import Live

if TYPE_CHECKING:
    from workshop_desk.domain.commands import Command
    from workshop_desk.domain.room import Room

T = TypeVar("T")
Setback = Refusal | WorldError
"""Why a wish was not granted: the rules, or the world."""

OnRefused = Callable[[Setback], None]

MERGE_MS = 100
"""Notices closer together than this reach the widgets as one."""

_CALLS = QEvent.Type(QEvent.registerEventType())


class Bridge(QObject):
    """Hands notices and answers of the writer's thread over to the GUI thread.

    Make it on the GUI thread. `changed` carries one merged `Changed`, at once after a quiet time and
    then at most every `MERGE_MS`.
    """

    changed = Signal(object)

    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._calls: deque[Callable[[], None]] = deque()
        self._waiting: Changed | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(MERGE_MS)
        self._pause.timeout.connect(self._tell)
        self._unsubscribe = live.subscribe(self._heard)

    @property
    def room(self) -> "Room | None":
        """The open session, or the one closed last since the start."""
        return self._live.room

    @property
    def sessions(self) -> tuple[SessionLine, ...]:
        """All sessions, the newest first."""
        return self._live.sessions

    @property
    def settings(self) -> Settings:
        """The desk's settings."""
        return self._live.settings

    @property
    def trouble(self) -> Trouble | None:
        """What keeps the writer from storing, None while all is well."""
        return self._live.trouble

    def ask(
        self,
        command: "Command",
        done: Callable[[Stored], None] | None = None,
        refused: OnRefused | None = None,
    ) -> None:
        """Wish for a change as the facilitator; the answer comes back on the GUI thread."""
        # Loaded with the first wish: a desk that only shows its home has none.
        from workshop_desk.domain.commands import Facilitator  # noqa: PLC0415

        self._follow(self._live.ask(command, Facilitator()), done, refused)

    def read(
        self, session: SessionId, done: "Callable[[Room], None]", refused: OnRefused | None = None
    ) -> None:
        """Read a session from the file, open or not; the answer comes back on the GUI thread."""
        self._follow(self._live.read(session), done, refused)

    def past_times(self, method: str, done: Callable[[Mapping[str, tuple[Seconds, ...]]], None]) -> None:
        """Read how long a method's steps took here; without an answer nothing is known of it."""
        self._follow(self._live.past_times(method), done, None)

    def picture(
        self, wanted: PictureId, done: Callable[[bytes], None], refused: OnRefused | None = None
    ) -> None:
        """Read a picture's bytes; the answer comes back on the GUI thread."""
        self._follow(self._live.picture(wanted), done, refused)

    def close(self) -> None:
        """Listen no more; answers still on their way are dropped."""
        self._unsubscribe()
        self._pause.stop()
        self._calls.clear()

    def customEvent(self, event: QEvent) -> None:
        """Make the calls that other threads left here."""
        if event.type() == _CALLS:
            for _ in range(len(self._calls)):
                self._calls.popleft()()

    def _later(self, call: Callable[[], None]) -> None:
        """Leave a call for the GUI thread; the only method that other threads reach."""
        self._calls.append(call)
        QCoreApplication.postEvent(self, QEvent(_CALLS))

    def _heard(self, notice: Changed) -> None:
        self._later(partial(self._merge, notice))

    def _merge(self, notice: Changed) -> None:
        known = self._waiting
        if known is not None:
            notice = Changed(max(known.revision, notice.revision), known.topics | notice.topics)
        self._waiting = notice
        if not self._pause.isActive():
            self._tell()

    def _tell(self) -> None:
        notice, self._waiting = self._waiting, None
        if notice is not None:
            self._pause.start()
            self.changed.emit(notice)

    def _follow(
        self, future: Future[T], done: Callable[[T], None] | None, refused: OnRefused | None
    ) -> None:
        future.add_done_callback(lambda ended: self._later(partial(_answer, ended, done, refused)))


def _answer(future: Future[T], done: Callable[[T], None] | None, refused: OnRefused | None) -> None:
    """Call back with an ended future's outcome, unless the widget that asked is gone."""
    if future.cancelled():
        return
    setback = future.exception()
    if setback is None:
        if done is not None and stands(done):
            done(future.result())
    elif not isinstance(setback, (Refusal, WorldError)):
        raise setback
    elif refused is not None and stands(refused):
        refused(setback)


def stands(callback: Callable[[T], None]) -> bool:
    """Tell whether the Qt object that a method belongs to, also inside a `partial`, still exists."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
