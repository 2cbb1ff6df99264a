"""Calls that other threads want made on the GUI thread."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_CALLS = QEvent.Type(QEvent.registerEventType())


class Relay(QObject):
    """Makes calls on the GUI thread, in their order; make it there."""

    def __init__(self) -> None:
        super().__init__()
        self._calls: deque[Callable[[], None]] = deque()

    def later(self, call: Callable[[], None]) -> None:
        """Have a call made soon."""
        self._calls.append(call)
        QCoreApplication.postEvent(self, QEvent(_CALLS))

    def wait(self, call: Callable[[], None], stop: threading.Event) -> None:
        """Have a call made and wait for it, unless told to stop; never from the GUI thread."""
        made = threading.Event()

        def make() -> None:
            try:
                call()
            finally:
                made.set()

        self.later(make)
        while not made.wait(0.1) and not stop.is_set():
            pass

    def customEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it so
        """Make the calls that wait."""
        if event.type() == _CALLS:
            for _ in range(len(self._calls)):
                self._calls.popleft()()
