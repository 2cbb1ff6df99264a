"""The one key map of the run view; it works whichever of our windows has the focus."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments

TWICE = Seconds(0.3)
"""Two presses of a remote closer together than this are one press that bounced."""


class Deed(StrEnum):
    """What a key does in the run view."""

    PAUSE = "pause"
    FORWARD = "forward"
    BACK = "back"
    LONGER = "longer"
    SHORTER = "shorter"
    STARTED_EARLIER = "started_earlier"
    BLACK = "black"
    PARK = "park"
    WRITE = "write"
    CLOCKS = "clocks"
    DIGITS = "digits"
    SPEAKER = "speaker"
    SCREENS = "screens"
    UNDO = "undo"
    MAP = "map"


_KEYS: Mapping[int, Deed] = {
    Qt.Key.Key_Space: Deed.PAUSE,
    Qt.Key.Key_Right: Deed.FORWARD,
    Qt.Key.Key_PageDown: Deed.FORWARD,
    Qt.Key.Key_Left: Deed.BACK,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_Up: Deed.LONGER,
    Qt.Key.Key_Down: Deed.SHORTER,
    Qt.Key.Key_T: Deed.STARTED_EARLIER,
    Qt.Key.Key_B: Deed.BLACK,
    Qt.Key.Key_C: Deed.PARK,
    Qt.Key.Key_N: Deed.WRITE,
    Qt.Key.Key_K: Deed.CLOCKS,
    Qt.Key.Key_G: Deed.DIGITS,
    Qt.Key.Key_S: Deed.SPEAKER,
    Qt.Key.Key_P: Deed.SCREENS,
    Qt.Key.Key_F1: Deed.MAP,
    Qt.Key.Key_Question: Deed.MAP,
}

_REPEATING = (Deed.LONGER, Deed.SHORTER)
_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the key map: the keys as printed on them, and what they do."""

    keys: str
    meaning: str


def key_lines(t: Words) -> tuple[KeyLine, ...]:
    """Return the key map in words."""
    return (
        KeyLine(t("Space"), t("Start or pause")),
        KeyLine("→", t("Go on (also Page Down)")),
        KeyLine("←", t("Go back (also Page Up)")),
        KeyLine("↑ ↓", t("One minute more or less")),
        KeyLine("T", t("Started 90 s ago")),
        KeyLine("B", t("Black screen, or show it again")),
        KeyLine("C", t("Set a piece of advice aside")),
        KeyLine("N", t("Write for someone")),
        KeyLine("K", t("More clocks, or the room again")),
        KeyLine("S", t("Next speaker")),
        KeyLine("G", t("Only the time on the screen, or the scene again")),
        KeyLine("P", t("Choose the room’s screen")),
        KeyLine(t("Ctrl + Z"), t("Take the last change back")),
        KeyLine(t("Ctrl + ↑ ↓"), t("Move a step of the plan")),
        KeyLine("F6", t("Next part of the window")),
        KeyLine("F1", t("This list (also ?)")),
    )


class Keys(QObject):
    """Watches every key press of the application while `active` says so."""

    def __init__(
        self,
        moments: Moments,
        active: Callable[[], bool],
        do: Callable[[Deed], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._moments = moments
        self._active = active
        self._do = do
        self._last: tuple[Deed, Seconds] | None = None
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the map, leave all others alone."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return False
        deed = self._deed(event)
        # A key press first visits the window, then the widget in focus: act on the widget only.
        if deed is None or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return False
        if event.isAutoRepeat() and deed not in _REPEATING:
            return True
        if not self._bounced(deed):
            self._do(deed)
        return True

    def _deed(self, event: QKeyEvent) -> Deed | None:
        undo = event.matches(QKeySequence.StandardKey.Undo)
        deed = Deed.UNDO if undo else _KEYS.get(event.key())
        wanted = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        if deed is None or (event.modifiers() & ~wanted and not undo) or not self._active():
            return None
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return None
        return None if _belongs_to_focus(event.key(), QApplication.focusWidget()) else deed

    def _bounced(self, deed: Deed) -> bool:
        # Remotes bounce; whoever presses Ctrl + Z twice means it.
        if deed in _REPEATING or deed is Deed.UNDO:
            return False
        now = self._moments.now().boot
        last, self._last = self._last, (deed, now)
        return last is not None and last[0] is deed and 0 <= now - last[1] < TWICE


def _belongs_to_focus(key: int, focus: QWidget | None) -> bool:
    """Tell whether the widget in focus needs this key for itself."""
    if isinstance(focus, _TYPING):
        return key != Qt.Key.Key_F1
    if isinstance(focus, QAbstractButton):
        return key == Qt.Key.Key_Space
    if isinstance(focus, QAbstractItemView):
        return key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return False
