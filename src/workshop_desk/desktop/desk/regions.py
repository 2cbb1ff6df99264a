"""F6: the keyboard goes from one part of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_LINE = 24
"""Pixels: controls whose middles lie closer than this stand on one line."""


class Regions(QShortcut):
    """Moves the focus to the first control of the next region that has one."""

    def __init__(self, over: QWidget, regions: Sequence[QWidget]) -> None:
        super().__init__(QKeySequence(Qt.Key.Key_F6), over)
        self._regions = tuple(regions)
        self.activated.connect(self.go_on)

    def go_on(self) -> None:
        """Go to the next region, and from the last to the first."""
        focus = QApplication.focusWidget()
        here = -1
        for place, region in enumerate(self._regions):
            if focus is not None and (region is focus or region.isAncestorOf(focus)):
                here = place
        count = len(self._regions)
        for step in range(1, count + 1):
            first = _first(self._regions[(here + step) % count])
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return


def _first(region: QWidget) -> QWidget | None:
    """Return the control of a region that one reads first, of those that the Tab key reaches."""
    reached = [
        one
        for one in region.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled()
    ]
    return min(reached, key=lambda one: _place(one, region), default=None)


def _place(control: QWidget, region: QWidget) -> tuple[int, int]:
    """Return the line of a region that a control stands on, and how far from its beginning."""
    middle = control.mapTo(region, control.rect().center())
    return middle.y() // _LINE, middle.x()
