"""The field that finds people: letters narrow the list, arrows choose, Enter acts; scanners type too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from workshop_desk.desktop.desk.face import Face

LONGEST = 300
"""More than any badge holds; it bounds what a scanner gone wild can put here."""

_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class FindPerson(QLineEdit):
    """Says `given` on Enter, `moved` on arrows; Escape clears it, and lets go where it is empty."""

    given = Signal()
    moved = Signal(int)

    def __init__(self, face: Face) -> None:
        super().__init__()
        t = face.t
        self.setObjectName("person_find")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(t("Name or badge (A)"))
        self.setAccessibleName(t("Find a person, or scan a badge"))
        self.setClearButtonEnabled(False)

    def take_keyboard(self) -> None:
        """Take the keyboard; what stood here is typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with arrows, act with Enter, give up with Escape."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.clearFocus()
        else:
            super().keyPressEvent(event)
