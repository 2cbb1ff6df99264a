"""The stage made small: what the facilitator sees at the desk of what the room sees."""

from datetime import tzinfo

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.live.moments import Moments

_WIDTH, _HEIGHT = 284, 160


class StagePreview(StageView):
    """The same painter at the size of a stamp; a click asks for the stage itself."""

    clicked = Signal()

    def __init__(
        self, moments: Moments, parent: QWidget | None = None, zone: tzinfo | None = None
    ) -> None:
        super().__init__(moments, parent, zone)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("stage_preview")

    def sizeHint(self) -> QSize:
        """Return the size in the design."""
        return QSize(_WIDTH, _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Keep the projector's shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return 9 sixteenths."""
        return round(width * 9 / 16)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the stage."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)
