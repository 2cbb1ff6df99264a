"""The stage's sheet: its shorter side has 1080 units, whatever the picture's shape and size."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.theme import Palette, tokens

HEIGHT = 1080.0
MARGIN = 80.0
NARROWEST, WIDEST = 1440.0, 2240.0
LOWEST, TALLEST = 1880.0, 2240.0
"""A portrait picture's sheet is 1080 wide and as high as this: the ring stands below the column."""
WIDE = 1700.0
"""From this width on the ring at the right has its full size."""

Size = tuple[float, float]
"""Width and height of a sheet in units."""

_TALL_RING, _BELOW_RING, _BELOW_SEATS = 560.0, 36.0, 74.0
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
    height: float = HEIGHT
    page: int = 0

    @property
    def tall(self) -> bool:
        """Tell whether the picture stands upright."""
        return self.height > self.width

    @property
    def foot(self) -> float:
        """Return where the foot begins: what is next, the ribbon, and the corner to join by."""
        return foot_top((self.width, self.height))

    @property
    def more(self) -> float:
        """Return by how much the foot is lower than on a picture that lies."""
        return self.foot - foot_top((NARROWEST, HEIGHT))

    @property
    def lowered(self) -> float:
        """Return by how much a list begins lower, where its facts stand below its title."""
        return 84.0 if self.tall else 0.0

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
        return ring_place((self.width, self.height))

    @property
    def column(self) -> QRectF:
        """Return the left column beside the ring, or the one above it."""
        if self.tall:
            return QRectF(MARGIN, 284, self.inner, self.ring.top() - 44 - 284)
        return QRectF(MARGIN, 284, self.ring.left() - 50 - MARGIN, 604)

    def turn(self, pages: int) -> int:
        """Say how many pages there are; return which one to paint, round again after the last."""
        self.report.pages = max(1, pages)
        return self.page % self.report.pages


def foot_top(size: Size) -> float:
    """Return where the foot of a sheet of this size begins."""
    width, height = size
    return height - (402.0 if height > width else 254.0)


def count_place(size: Size) -> QRectF:
    """Return the square of a ring of seats that counts: an upright picture has the time below it."""
    width, height = size
    return ring_place(size).translated(0, -_BELOW_SEATS if height > width else 0.0)


def ring_place(size: Size) -> QRectF:
    """Return the square of the ring on a sheet of this size."""
    width, height = size
    if height > width:
        top = foot_top(size) - _BELOW_RING - _TALL_RING
        return QRectF((width - _TALL_RING) / 2, top, _TALL_RING, _TALL_RING)
    side = 700.0 if width >= WIDE else 560.0
    return QRectF(width - MARGIN - side, 128 + (700 - side) / 2, side, side)


def stage_size(picture: QRectF) -> Size:
    """Return how wide and high the stage is in units, in a picture of these proportions."""
    if picture.height() <= 0 or picture.width() <= 0:
        return NARROWEST, HEIGHT
    if picture.height() > picture.width():
        height = picture.height() / picture.width() * HEIGHT
        return HEIGHT, min(TALLEST, max(LOWEST, height))
    width = picture.width() / picture.height() * HEIGHT
    return min(WIDEST, max(NARROWEST, width)), HEIGHT


def fitting(picture: QRectF) -> QTransform:
    """Return the way from units to a picture in whose middle the stage lies."""
    width, height = stage_size(picture)
    scale = min(picture.width() / width, picture.height() / height)
    left = picture.left() + (picture.width() - width * scale) / 2
    top = picture.top() + (picture.height() - height * scale) / 2
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
    width, height = stage_size(picture)
    return StageSheet(painter, palette, only=only, width=width, height=height, page=page)
