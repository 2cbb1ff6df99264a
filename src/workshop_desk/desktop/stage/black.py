"""The black screen, and the empty stage while no session is open."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.seats import paint_logo
from workshop_desk.desktop.stage.canvas import StageSheet

_LOGO = 280.0


@dataclass(frozen=True, slots=True)
class Black:
    """Nothing at all: people look at each other."""

    key: tuple[str, ...] = ("black",)


@dataclass(frozen=True, slots=True)
class Empty:
    """No session yet: the logo."""

    key: tuple[str, ...] = ("empty",)


def paint_empty(sheet: StageSheet) -> None:
    """Paint the logo in the middle."""
    square = QRectF(0, 0, _LOGO, _LOGO)
    square.moveCenter(QPointF(sheet.width / 2, sheet.height / 2))
    paint_logo(sheet, square)
