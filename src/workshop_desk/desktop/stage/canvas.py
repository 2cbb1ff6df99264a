"""The stage's sheet: 1080 units high on every projector, as wide as the picture, never too narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.theme import Palette, tokens

HEIGHT = 1080.0
MARGIN = 80.0
NARROWEST, WIDEST = 1440.0, 2240.0
WIDE = 1700.0
"""From this width on the ring at the right has its full size."""

_THOUSANDTHS = HEIGHT / 1000


def token_style(name: str) -> Style:
    """Return a style of the tokens' stage scale in units."""
    role = tokens()["type"]["stage"][name]
    size, line = (round(role[key] * _THOUSANDTHS) for key in ("size", "line"))
    return Style(role["family"], size, line, role["weight"])


HERO = token_style("hero")
PROMPT = token_style("prompt")
BODY = token_style("body")
FLOOR = token_style("floor")
LABEL = Style("text", 50, 58, 600)
STRONG = Style("text", FLOOR.size, FLOOR.line, 700)
TITLE = Style("display", 84, 92, 700)
HEADING = Style("display", 60, 68, 700)
CODE = Style("code", 72, 76, 700)
BIG_CODE = Style("code", 124, 124, 700)


@dataclass(slots=True)
class StageSheet(Sheet):
    """A sheet with the stage's width in units, and which page of a long scene is wanted."""

    width: float = 1920.0
    page: int = 0

    @property
    def right(self) -> float:
        """Return where the right margin begins."""
        return self.width - MARGIN

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def ring(self) -> QRectF:
        """Return the square of the ring at the right: smaller where the picture is narrow."""
        return ring_place(self.width)

    @property
    def column(self) -> QRectF:
        """Return the left column beside the ring."""
        return QRectF(MARGIN, 284, self.ring.left() - 50 - MARGIN, 604)

    def turn(self, pages: int) -> int:
        """Say how many pages there are; return which one to paint, round again after the last."""
        self.report.pages = max(1, pages)
        return self.page % self.report.pages


def ring_place(width: float) -> QRectF:
    """Return the square of the ring on a sheet of this width."""
    size = 700.0 if width >= WIDE else 560.0
    return QRectF(width - MARGIN - size, 128 + (700 - size) / 2, size, size)


def stage_width(picture: QRectF) -> float:
    """Return how wide the stage is in units, in a picture of these proportions."""
    width = picture.width() / picture.height() * HEIGHT if picture.height() > 0 else NARROWEST
    return min(WIDEST, max(NARROWEST, width))


def fitting(picture: QRectF) -> QTransform:
    """Return the way from units to a picture in whose middle the stage lies."""
    width = stage_width(picture)
    scale = min(picture.width() / width, picture.height() / HEIGHT)
    left = picture.left() + (picture.width() - width * scale) / 2
    top = picture.top() + (picture.height() - HEIGHT * scale) / 2
    return QTransform(scale, 0, 0, scale, left, top)


def stage_sheet(
    painter: QPainter,
    palette: Palette,
    picture: QRectF,
    page: int = 0,
    only: QRectF | None = None,
) -> StageSheet:
    """Fill the picture's ground and scale the painter so that the stage lies in its middle.

    `only` is the piece of the picture that is to be painted, in units, None for all of it.
    """
    painter.fillRect(picture, palette.bg)
    painter.setTransform(fitting(picture), True)
    return StageSheet(painter, palette, only=only, width=stage_width(picture), page=page)
