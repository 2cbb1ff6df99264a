"""The one key map of the run view; it works whichever of our windows has the focus."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
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

from workshop_desk.desktop.desk.minutes import TypedMinutes
from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments, pace

TWICE = Seconds(0.3)
"""Two presses of a remote closer together than these real seconds are one press that bounced."""


class Deed(StrEnum):
    """What a key does in the run view."""

    PAUSE = "pause"
    FORWARD = "forward"
    BACK = "back"
    LONGER = "longer"
    SHORTER = "shorter"
    STARTED_EARLIER = "started_earlier"
    BLACK = "black"
    FREEZE = "freeze"
    STAGE = "stage"
    PARK = "park"
    WRITE = "write"
    CLOCKS = "clocks"
    DIGITS = "digits"
    SPEAKER = "speaker"
    LOOK = "look"
    HAND = "hand"
    LET_THROUGH = "let_through"
    HIDE = "hide"
    SCREENS = "screens"
    FIND = "find"
    UNDO = "undo"
    MAP = "map"


_KEYS: Mapping[int, Deed] = {
    Qt.Key.Key_Space: Deed.PAUSE,
    Qt.Key.Key_Right: Deed.FORWARD,
    Qt.Key.Key_PageDown: Deed.FORWARD,
    Qt.Key.Key_Left: Deed.BACK,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_Up: Deed.LONGER,
    Qt.Key.Key_Plus: Deed.LONGER,
    Qt.Key.Key_Down: Deed.SHORTER,
    Qt.Key.Key_Minus: Deed.SHORTER,
    Qt.Key.Key_T: Deed.STARTED_EARLIER,
    Qt.Key.Key_B: Deed.BLACK,
    Qt.Key.Key_Period: Deed.BLACK,
    Qt.Key.Key_F: Deed.FREEZE,
    Qt.Key.Key_F5: Deed.STAGE,
    Qt.Key.Key_C: Deed.PARK,
    Qt.Key.Key_N: Deed.WRITE,
    Qt.Key.Key_K: Deed.CLOCKS,
    Qt.Key.Key_G: Deed.DIGITS,
    Qt.Key.Key_S: Deed.SPEAKER,
    Qt.Key.Key_L: Deed.LOOK,
    Qt.Key.Key_M: Deed.HAND,
    Qt.Key.Key_V: Deed.LET_THROUGH,
    Qt.Key.Key_H: Deed.HIDE,
    Qt.Key.Key_P: Deed.SCREENS,
    Qt.Key.Key_A: Deed.FIND,
    Qt.Key.Key_F1: Deed.MAP,
    Qt.Key.Key_Question: Deed.MAP,
}

_STANDARD: Mapping[Deed, QKeySequence.StandardKey] = {
    Deed.UNDO: QKeySequence.StandardKey.Undo,
    Deed.FIND: QKeySequence.StandardKey.Find,
}

_DIGITS: Mapping[int, int] = {Qt.Key.Key_0 + digit: digit for digit in range(10)}
_REPEATING = (Deed.LONGER, Deed.SHORTER)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
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
        KeyLine("↑ ↓", t("One minute more or less (also + −)")),
        KeyLine(t("1 to 9"), t("Minutes of this step; Enter or a pause sets them")),
        KeyLine("T", t("Started 90 s ago")),
        KeyLine("B .", t("Black screen, or show it again")),
        KeyLine("F", t("Freeze the screen, or let it go on")),
        KeyLine("G", t("Only the time on the screen, or the scene again")),
        KeyLine("S", t("Next speaker")),
        KeyLine("K", t("More clocks, or the room again")),
        KeyLine("C", t("Set a piece of advice aside")),
        KeyLine("N", t("Write for someone")),
        KeyLine("A", t("Find a person or scan a badge (also Ctrl + F)")),
        KeyLine("L", t("Phones and screen ask to look up, or go on")),
        KeyLine("M", t("Give the floor to the next raised hand")),
        KeyLine("V H", t("Let through or hide what waits to be looked at")),
        KeyLine("P", t("Choose the room’s screen")),
        KeyLine(t("Ctrl + Z"), t("Take the last change back")),
        KeyLine(t("Ctrl + ↑ ↓"), t("Move a step of the plan")),
        KeyLine("F5", t("Show the screen, full again if it was left")),
        KeyLine(t("Esc"), t("Call off what was typed; leave full screen where there is one screen")),
        KeyLine("F11", t("Full screen and back, on the room’s window")),
        KeyLine("F6", t("Next part of the window")),
        KeyLine("F1", t("This list (also ?)")),
    )


class Keys(QObject):
    """Watches every key press of the application while `active` says so.

    `parent` belongs to the desk's window; any other window is the stage's.
    """

    def __init__(
        self,
        moments: Moments,
        active: Callable[[], bool],
        do: Callable[[Deed], None],
        minutes: TypedMinutes,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._moments = moments
        self._active = active
        self._do = do
        self._minutes = minutes
        self._desk = parent
        self._last: tuple[Deed, Seconds] | None = None
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def stop(self) -> None:
        """Watch no more."""
        self._minutes.drop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the map, leave all others alone."""
        # A key press first visits the window, then the widget in focus: act on the widget only.
        if (
            not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(watched, QWidget)
            or not self._listens()
        ):
            return False
        return self._while_typing(event) or self._press(event, watched)

    def _listens(self) -> bool:
        busy = (
            QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
        )
        return self._active() and not busy

    def _while_typing(self, event: QKeyEvent) -> bool:
        """Take digits, and what ends or corrects them."""
        if event.modifiers() & ~_PLAIN or _belongs_to_focus(event.key(), QApplication.focusWidget()):
            return False
        digit, minutes = _DIGITS.get(event.key()), self._minutes
        if digit is not None:
            if not event.isAutoRepeat():
                minutes.type(digit)
            return True
        if not minutes.pending:
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                minutes.give()
            case Qt.Key.Key_Escape:
                minutes.drop()
            case Qt.Key.Key_Backspace:
                minutes.erase()
            case _:
                return False
        return True

    def _press(self, event: QKeyEvent, watched: QWidget) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            # A clicker's button sends Esc and F5 in turn: on a projector neither may leave it.
            return self._on_stage(watched) and len(QGuiApplication.screens()) > 1
        deed = self._deed(event)
        if deed is None:
            return False
        if event.isAutoRepeat() and deed not in _REPEATING:
            return True
        if self._bounced(deed):
            return True
        self._minutes.drop()
        if deed is Deed.STAGE and self._on_stage(watched):
            _fill_again(watched.window())
        else:
            self._do(deed)
        return True

    def _on_stage(self, watched: QWidget) -> bool:
        return watched.window() is not self._desk.window()

    def _deed(self, event: QKeyEvent) -> Deed | None:
        deed = next((one for one, key in _STANDARD.items() if event.matches(key)), None)
        standard = deed is not None
        deed = deed or _KEYS.get(event.key())
        if deed is None or (event.modifiers() & ~_PLAIN and not standard):
            return None
        return None if _belongs_to_focus(event.key(), QApplication.focusWidget()) else deed

    def _bounced(self, deed: Deed) -> bool:
        # Remotes bounce; whoever presses Ctrl + Z twice means it, and to find twice does no harm.
        if deed in _REPEATING or deed in (Deed.UNDO, Deed.FIND):
            return False
        now = self._moments.now().boot
        last, self._last = self._last, (deed, now)
        return last is not None and last[0] is deed and 0 <= now - last[1] < TWICE * pace(self._moments)


def _fill_again(stage: QWidget) -> None:
    """Fill the screen with the stage's window, which goes to full screen and back with F11."""
    if not stage.isFullScreen():
        key, none = Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(stage, QKeyEvent(QEvent.Type.KeyPress, key, none))


def _belongs_to_focus(key: int, focus: QWidget | None) -> bool:
    """Tell whether the widget in focus needs this key for itself."""
    if isinstance(focus, _TYPING):
        return key not in (Qt.Key.Key_F1, Qt.Key.Key_F5)
    if isinstance(focus, QAbstractButton):
        return key == Qt.Key.Key_Space
    if isinstance(focus, QAbstractItemView):
        return key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return False
