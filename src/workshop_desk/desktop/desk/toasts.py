"""Toasts: what just happened, with a way back; they leave by themselves."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QWidget

from workshop_desk.desktop.desk.controls import button, elided, row
from workshop_desk.desktop.desk.face import Face

SHOWN_MS = 8000
KEPT = 5
_ABOVE_EDGE = 82
"""Pixels between a toast and the window's lower edge: clear of the bottom bar."""


_WIDEST = 760
"""Pixels: a name of two hundred letters is cut, so that what it stands over is still seen."""


class Toasts(QFrame):
    """One toast at a time over the bottom of `over`; the last five are kept in `history`.

    A dialog that lies over them hears what they say by `heard`.
    """

    def __init__(self, face: Face, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setProperty("kind", "toast")
        self._over = over
        self.history: deque[str] = deque(maxlen=KEPT)
        self._undo: Callable[[], object] | None = None
        self.heard: Callable[[str], None] | None = None
        self._text = elided(name="toast_text")
        self._back = button(face.t("Undo"), self._take_back, name="toast_undo", kind="text")
        self._line = row(self._text, self._back, gap=14)
        self.setLayout(self._line)
        self.setFixedHeight(48)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(SHOWN_MS)
        self._leave.timeout.connect(self.hide)
        self._spare: Callable[[QWidget], QRect] | None = None
        over.installEventFilter(self)
        self.hide()

    def tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say one sentence; with `undo`, offer to take it back."""
        self._undo = undo
        self._text.setText(text)
        self._back.setVisible(undo is not None)
        self._line.setContentsMargins(18, 6, 8 if undo is not None else 18, 6)
        self.history.append(text)
        if self.heard is not None:
            self.heard(text)
        self._place()
        self.show()
        self.raise_()
        self._leave.start()

    def stand_in(self, spare: Callable[[QWidget], QRect] | None) -> None:
        """Stand where a page has room to spare, so that nothing is covered; None for the usual place."""
        self._spare = spare
        if self.isVisible():
            self._place()

    def make_way(self) -> None:
        """Stand elsewhere if what the page shows now would be covered."""
        if self._spare is None or not self.isVisible():
            return
        if not self._spare(self._over).contains(self.geometry()):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while someone points here."""
        self._leave.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count the time again."""
        self._leave.start()
        super().leaveEvent(event)

    def _place(self) -> None:
        over = self._over
        self.ensurePolished()
        width = min(self.sizeHint().width(), over.width() - 48, _WIDEST)
        self.setFixedWidth(width)
        middle = QPoint(over.width() // 2, over.height() - _ABOVE_EDGE - self.height() // 2)
        spare = self._spare(over) if self._spare is not None else QRect()
        if spare.width() >= width:
            middle = spare.center()
        self.move(middle.x() - width // 2, middle.y() - self.height() // 2)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
