"""The list of keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from workshop_desk.desktop.desk.controls import button, chip, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.keys import key_lines
from workshop_desk.desktop.theme import qss, qt_palette


class KeyMap(DeskDialog):
    """What each key does in the run view, over the window that has the keyboard, whichever it is."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        t = face.t
        super().__init__(face, t("Keys"), name="key_map", parent=parent, width=1000)
        # Over the stage there is no desk to take colours and pointer from.
        self.setPalette(qt_palette(face.palette))
        self.setStyleSheet(qss(face.palette))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        words = t("They work in this window and over the screen of the room, but not while you type.")
        self.add(label(words, "muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        lines = key_lines(t)
        half = (len(lines) + 1) // 2
        for place, line in enumerate(lines):
            # Two columns: one would be higher than a low window.
            at = 2 * (place // half)
            grid.addWidget(chip(line.keys), place % half, at, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(line.meaning, wrap=True), place % half, at + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.add(grid)
        close = button(t("Close"), self.reject, name="dialog_safe")
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(row(None, close))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with the keys that it came with: a clicker has no mouse."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.reject()
        else:
            super().keyPressEvent(event)
