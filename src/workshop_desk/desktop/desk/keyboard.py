"""Who has the keyboard: when another program has it, no key and no clicker reaches us."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from workshop_desk.desktop.desk.controls import button, glyph, label, row
from workshop_desk.desktop.desk.face import Face

PATIENCE_MS = 700
"""The keyboard belongs to nobody for a moment while it goes from one of our windows to another."""
_ABOVE_EDGE = 74
_BESIDE_PLAN = 328
"""The buttons below the plan stay free."""


def ours() -> bool:
    """Tell whether one of our windows has the keyboard."""
    active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
    return active and QGuiApplication.focusWindow() is not None


class Keyboard(QObject):
    """Says that another program has the keyboard, and stops as soon as one of our windows has it.

    `changed` tells that this is no longer as it was.
    """

    changed = Signal()

    def __init__(self, window: QWidget, has_it: Callable[[], bool] = ours) -> None:
        super().__init__(window)
        self._has_it = has_it
        self._away = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE_MS)
        self._wait.timeout.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self.stirred)
        application.applicationStateChanged.connect(self.stirred)

    def stirred(self, _what: object = None) -> None:
        """Look at once whether the keyboard is back, and in a moment whether it is gone."""
        if self._has_it():
            self._wait.stop()
            self._look()
        elif not self._away and not self._wait.isActive():
            self._wait.start()

    @property
    def away(self) -> bool:
        """Whether another program has the keyboard."""
        return self._away

    def stop(self) -> None:
        """Look no more: the window goes."""
        self._wait.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self.stirred)
            application.applicationStateChanged.disconnect(self.stirred)

    def _look(self) -> None:
        away = not self._has_it()
        if away != self._away:
            self._away = away
            self.changed.emit()


class KeyboardNote(QFrame):
    """Says over the bottom of `over` that no key arrives.

    It lies over the page and moves nothing: who comes back with a click hits what was aimed at.
    """

    def __init__(self, face: Face, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("keyboard_note")
        self.setProperty("banner", "info")
        self._over = over
        t = face.t
        words = t("Another program has the keyboard: the clicker does not reach Workshop Desk.")
        front = button(t("Bring the desk to the front"), name="keyboard_front", size="small")
        # The press already gives the keyboard back, and this goes: there is no release to wait for.
        front.pressed.connect(self.to_front)
        mark = glyph("info", face.palette, "info", 22)
        self.setLayout(row(mark, label(words, "strong"), front, gap=12, margins=(16, 8, 12, 8)))
        self.setAccessibleName(words)
        over.installEventFilter(self)
        self.hide()

    def tell(self, *, away: bool) -> None:
        """Stand there while the keyboard is away."""
        if away:
            self._place()
            self.raise_()
        self.setVisible(away)

    def to_front(self) -> None:
        """Bring the desk to the front, with the keyboard."""
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.ensurePolished()
        self.adjustSize()
        top = self._over.height() - _ABOVE_EDGE - self.height()
        left = max(_BESIDE_PLAN, (self._over.width() - self.width()) // 2)
        self.move(min(left, self._over.width() - self.width() - _ABOVE_EDGE), top)
