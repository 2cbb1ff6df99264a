"""The keyboard's focus ring: 3 px with a 2 px gap around whatever control has the focus."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

from workshop_desk.desktop.theme import Palette, tokens

_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusRing(QWidget):
    """Paints over one window the ring of the button that the keyboard has reached; Enter presses it.

    A style sheet cannot leave the gap, so the ring is a layer of its own that lets the mouse through.
    """

    def __init__(self, window: QWidget, palette: Palette) -> None:
        super().__init__(window)
        self._window = window
        self._palette = palette
        self._target: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def follow(self) -> None:
        """Go where the button in focus is by now: what holds it may have moved without it."""
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size and place of what has the focus, and press it with Enter as with Space."""
        if watched is not self._target:
            return False
        if event.type() in _MOVES:
            self._place()
        enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.type() == QEvent.Type.KeyPress and isinstance(watched, QAbstractButton):
            watched.click()
            return True
        return False

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        # A click gives focus while its button is down: no ring then, the hand knows where it is.
        by_keyboard = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        # Boxes and choices show the focus themselves, and leave Enter to the dialog they are in.
        pressed = isinstance(new, QAbstractButton) and not isinstance(new, (QCheckBox, QRadioButton))
        wanted = new is not None and pressed and new.window() is self._window and by_keyboard
        self._target = new if wanted else None
        if self._target is not None:
            self._target.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        reach = int(tokens()["size"]["focus_ring"]) + int(tokens()["size"]["focus_gap"])
        corner = target.mapTo(self._window, target.rect().topLeft())
        self.setGeometry(
            corner.x() - reach,
            corner.y() - reach,
            target.width() + 2 * reach,
            target.height() + 2 * reach,
        )
        self.raise_()
        self.show()

    def paintEvent(self, event: object) -> None:
        """Paint the ring."""
        del event
        thickness = float(tokens()["size"]["focus_ring"])
        radius = float(tokens()["radius"]["medium"]) + float(tokens()["size"]["focus_gap"]) + 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._palette.focus, thickness))
            half = thickness / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
            )
