"""Dialogs: a title, a body, the safe button left and the action right, named by its verb."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workshop_desk.desktop.desk.controls import Item, button, column, label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.focus import FocusRing
from workshop_desk.desktop.theme import restyle


class DeskDialog(QDialog):
    """A window over the desk; `open` it, never `exec` it: nothing may wait."""

    def __init__(
        self, face: Face, title: str, *, name: str, parent: QWidget | None, width: int = 520
    ) -> None:
        # Of the window itself: inside a banner the words would take the banner's colour.
        super().__init__(parent.window() if parent is not None else None)
        self.face = face
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self._ring = FocusRing(self, face.palette)
        self._heading = label(title, "title", wrap=True)
        self.body: QVBoxLayout = column(gap=10)
        self._problem = label("", "body", tone="danger", name="problem", wrap=True)
        self._problem.hide()
        self._foot = row(None, gap=10)
        self.setLayout(
            column(self._heading, self.body, self._problem, self._foot, gap=16, margins=(24, 22, 24, 20))
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need at this width, and no higher."""
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Be as high as what is in it needs by now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
            self._ring.follow()

    def buttons(
        self,
        safe: str,
        verb: str,
        act: Callable[[], object],
        *,
        kind: str = "main",
        safe_first: bool = False,
    ) -> QPushButton:
        """Add the two buttons; return the one that acts.

        Enter acts; with `safe_first` it keeps things as they are, for a press that was on its way.
        """
        keep = button(safe, self.reject, name="dialog_safe")
        do = button(verb, act, name="dialog_do", kind=kind)
        for made in (keep, do):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.setAutoDefault(True)
            self._foot.addWidget(made)
        (keep if safe_first else do).setDefault(True)
        if safe_first:
            keep.setFocus()
        return do

    def aside(self, other: QPushButton) -> None:
        """Add a button on the far side of the foot, for another way on."""
        other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._foot.insertWidget(0, other)

    def add(self, *items: Item) -> None:
        """Add things to the body."""
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            elif isinstance(item, int):
                self.body.addSpacing(item)
            elif item is not None:
                self.body.addLayout(item)

    def field(self, words: str, editor: QWidget) -> None:
        """Add a labelled field; the label is the field's name for screen readers too."""
        self.body.addLayout(_labelled(words, editor))

    def pair(self, left: tuple[str, QWidget], right: tuple[str, QWidget]) -> None:
        """Add two labelled fields side by side."""
        self.fields(left, right)

    def fields(self, *named: tuple[str, QWidget]) -> None:
        """Add labelled fields side by side."""
        line = row(gap=16)
        for words, editor in named:
            line.addLayout(_labelled(words, editor), 1)
        self.body.addLayout(line)

    def complain(self, sentence: str, editor: QWidget | None = None) -> None:
        """Say what must be corrected, and show where."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if editor is not None:
            restyle(editor, "state", "wrong")
            editor.setFocus()


def _labelled(words: str, editor: QWidget) -> QVBoxLayout:
    caption = label(words, "label")
    caption.setBuddy(editor)
    editor.setAccessibleName(words)
    editor.setSizePolicy(QSizePolicy.Policy.Expanding, editor.sizePolicy().verticalPolicy())
    return column(caption, editor, gap=4)
