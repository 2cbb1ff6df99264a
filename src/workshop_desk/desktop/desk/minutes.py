"""Minutes typed with the digits alone: what was understood is said before it is done."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from workshop_desk.desktop.desk.controls import label, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.typed import understood
from workshop_desk.domain.typed_time import Length
from workshop_desk.domain.units import MINUTE, Seconds

PAUSE_MS = 1000
"""Digits that nothing follows for this long are meant as they stand."""
MOST_DIGITS = 3
_ABOVE_EDGE = 74
"""Pixels below it: clear of the bottom bar, as a toast."""


class TypedMinutes(QFrame):
    """A line over the bottom of `over` while digits are typed; `given` says how many minutes they make.

    `step` names what the minutes are for; when it changes meanwhile they are for nothing.
    """

    given = Signal(int)

    def __init__(self, face: Face, over: QWidget, step: Callable[[], str | None]) -> None:
        super().__init__(over)
        self.setObjectName("typed_minutes")
        self.setProperty("kind", "toast")
        self._face = face
        self._over = over
        self._step = step
        self._for: str | None = None
        self._digits = ""
        self._text = label(name="typed_minutes_text")
        hint = label(face.t("Enter: now · Esc: not at all"), name="typed_minutes_hint")
        self.setLayout(row(self._text, hint, gap=24, margins=(18, 6, 18, 6)))
        self.setFixedHeight(48)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE_MS)
        self._wait.timeout.connect(self.give)
        over.installEventFilter(self)
        self.hide()

    @property
    def pending(self) -> bool:
        """Whether digits wait to be meant."""
        return bool(self._digits)

    def type(self, digit: int) -> None:
        """Add a digit; a length begins with none that is 0, and has three at most."""
        step = self._step()
        if step is None or not (digit or self._digits):
            return
        if step != self._for:
            self.drop()
        if len(self._digits) < MOST_DIGITS:
            self._digits += str(digit)
        self._for = step
        self._tell()

    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1]
        if self._digits:
            self._tell()
        else:
            self.drop()

    def give(self) -> None:
        """Mean what was typed."""
        digits, meant = self._digits, self._for == self._step()
        self.drop()
        if digits and meant:
            self.given.emit(int(digits))

    def drop(self) -> None:
        """Forget what was typed."""
        self._wait.stop()
        self._digits, self._for = "", None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        length = Length(Seconds(float(int(self._digits) * MINUTE)))
        said = understood(self._face, length)
        self._text.setText(self._face.t("This step: {length}", length=said))
        self._wait.start()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.ensurePolished()
        self.setFixedWidth(min(self.sizeHint().width(), self._over.width() - 48))
        top = self._over.height() - _ABOVE_EDGE - self.height()
        self.move((self._over.width() - self.width()) // 2, top)
