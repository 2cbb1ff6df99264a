"""The time ribbon: one segment per step, as wide as its minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import Moment

_FINE = 256


@dataclass(frozen=True, slots=True)
class Segment:
    """One step in the ribbon: its planned length, its state, and how much of it has passed, 0 to 1."""

    length: float
    state: StepState
    passed: float = 0.0


def segments(steps: Sequence[Step], now: Moment) -> tuple[Segment, ...]:
    """Return the ribbon of a plan at a moment."""
    return tuple(_segment(step, now) for step in steps)


def _segment(step: Step, now: Moment) -> Segment:
    length = float(step.timer.length)
    passed = step.timer.elapsed(now) / length if length > 0 else 1.0
    # As fine as one sees it: a ribbon that is the same need not be painted again.
    return Segment(max(length, 30.0), step.state, min(1.0, round(passed * _FINE) / _FINE))


def paint_ribbon(sheet: Sheet, rect: QRectF, ribbon: Sequence[Segment], gap: float) -> None:
    """Paint the ribbon into a low rectangle; every segment is at least as wide as it is high."""
    if not ribbon:
        return
    palette = sheet.palette
    free = rect.width() - gap * (len(ribbon) - 1)
    least = min(rect.height(), free / len(ribbon))
    spare = free - least * len(ribbon)
    total = sum(one.length for one in ribbon) or 1.0
    radius = rect.height() / 2
    x = rect.left()
    for one in ribbon:
        width = least + spare * one.length / total
        box = QRectF(x, rect.top(), width, rect.height())
        match one.state:
            case StepState.DONE:
                sheet.fill(box, palette.done, radius)
            case StepState.CURRENT:
                sheet.fill(box, palette.track, radius)
                if one.passed > 0:
                    full = max(least, width * one.passed)
                    sheet.fill(QRectF(x, rect.top(), full, rect.height()), palette.primary, radius)
            case StepState.AHEAD | StepState.SKIPPED:
                sheet.fill(box, palette.track, radius)
        x += width + gap


class Ribbon(QWidget):
    """The ribbon as a widget of the desk."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._ribbon: tuple[Segment, ...] = ()
        self.setFixedHeight(8)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def show_ribbon(self, ribbon: tuple[Segment, ...]) -> None:
        """Show these segments."""
        if ribbon != self._ribbon:
            self._ribbon = ribbon
            self.update()

    def paintEvent(self, event: object) -> None:
        """Paint the ribbon."""
        del event
        with QPainter(self) as painter:
            paint_ribbon(Sheet(painter, self._palette), QRectF(self.rect()), self._ribbon, 3.0)
