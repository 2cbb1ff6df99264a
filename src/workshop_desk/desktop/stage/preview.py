"""The stage made small: what the facilitator sees at the desk of what the room sees."""

from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.typeset import Style, width_of
from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.desktop.theme import stage_palette
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments

_WIDTH, _HEIGHT = 284, 160
_WORD = Style("text", 13, 18, 600)
_MARK, _CHIP, _AT = 14.0, 24.0, 8.0


class StagePreview(StageView):
    """The same painter at the size of a stamp; a click asks for the stage itself.

    While the stage is frozen it goes on, and says so: the desk sees what comes.
    """

    freezes = False
    clicked = Signal()

    def __init__(
        self, moments: Moments, parent: QWidget | None = None, zone: tzinfo | None = None
    ) -> None:
        super().__init__(moments, parent, zone)
        self._mark = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("stage_preview")

    def show_state(self, room: Room | None, network: NetworkState, settings: Settings) -> None:
        """Show a new state, and whether the room sees another one."""
        frozen = room is not None and room.session.curtain.frozen and not room.session.blackout
        mark = Words(settings.language)("Frozen") if frozen else ""
        if mark != self._mark:
            self._mark = mark
            self.setAccessibleName(mark)
            self.update()
        super().show_state(room, network, settings)

    def sizeHint(self) -> QSize:
        """Return the size in the design."""
        return QSize(_WIDTH, _HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Keep the projector's shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return 9 sixteenths."""
        return round(width * 9 / 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, and on it that the room sees another one."""
        super().paintEvent(event)
        if not self._mark:
            return
        with QPainter(self) as painter:
            sheet = Sheet(painter, stage_palette(dark=False))
            words = width_of(self._mark, _WORD)
            chip = QRectF(_AT, _AT, words + _MARK + 24, _CHIP)
            sheet.fill(chip, sheet.palette.ink, 6)
            left, ground = chip.left() + 8, sheet.palette.bg
            sheet.icon("snowflake-bold", left, chip.center().y() - _MARK / 2, _MARK, ground)
            place = QRectF(left + _MARK + 6, chip.top(), words, _CHIP)
            sheet.centred(self._mark, _WORD, place, ground)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the stage."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
        super().mouseReleaseEvent(event)
