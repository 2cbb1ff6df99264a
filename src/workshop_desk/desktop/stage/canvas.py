"""The stage's sheet: its shorter side has 1080 units, whatever the picture's shape and size."""

import math
from dataclasses import dataclass
from functools import lru_cache

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

QR_CORNER = 198.0
"""Six device pixels a module on 1080, four on 720: the smallest that a phone reads from afar."""
_WIDEST_PILL = 415.0
"""What the longest word of a clock takes in a pill of the smallest letters."""

MOST_UPRIGHT = 1.3
"""An upright picture is too narrow for letters larger than this: the address would not stand on it."""
Size = tuple[float, float]
"""Width and height of a sheet in units."""

_RING, _NARROW_RING = 700.0, 560.0
_TALL_SIDE, _BELOW_RING = 640.0, 36.0
_RAISED, _TALL_RAISED = 28.0, 34.0
"""By how much a small ring of seats stands above the middle: the time is below it."""
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


TARGET = 54.0
"""Letters of this size are read with ease from six heights of the picture: 20 minutes of arc."""


@lru_cache(maxsize=256)
def legible(style: Style, factor: float) -> Style:
    """Return a style for a room whose last row is `factor` times as far away as usual.

    Labels grow with the distance; what is larger than it must be grows only as far as it must.
    """
    size = math.ceil(max(style.size, min(style.size, TARGET) * factor) - 1e-6)
    return style if size <= style.size else style.at(size)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a scene lie on a sheet of this size, with letters so many times as large."""

    width: float
    height: float = HEIGHT
    legibility: float = 1.0

    @property
    def tall(self) -> bool:
        """Tell whether the picture stands upright."""
        return self.height > self.width

    @property
    def floor(self) -> Style:
        """Return the smallest style."""
        return legible(FLOOR, self.legibility)

    @property
    def title_height(self) -> float:
        """Return how high the title line is."""
        return max(60.0, self.floor.line)

    @property
    def title_bottom(self) -> float:
        """Return where the title line ends."""
        return 52 + self.title_height

    @property
    def pill(self) -> float:
        """Return how high the pill of a step is."""
        return 66 * self.legibility

    @property
    def step_line(self) -> float:
        """Return where the line with the step's pill begins."""
        return self.title_bottom + 64 / self.legibility

    @property
    def qr(self) -> float:
        """Return the size of the code in the corner."""
        return QR_CORNER * self.legibility

    @property
    def foot(self) -> float:
        """Return where the foot begins: next step, ribbon and the corner to join by.

        On an upright picture they stand one above the other.
        """
        corner = self.height - 48 - self.qr - 8
        return corner - 96 - self.floor.line if self.tall else corner

    @property
    def more(self) -> float:
        """Return by how much the foot is lower than on a picture that lies."""
        return self.foot - (HEIGHT - 48 - self.qr - 8)

    @property
    def lowered(self) -> float:
        """Return by how much a list begins lower, where its facts stand below its title."""
        return 84.0 + 1.58 * (self.floor.size - FLOOR.size) if self.tall else 0.0

    @property
    def heading(self) -> float:
        """Return where the heading of a scene without a ring begins."""
        return self.title_bottom + 14

    @property
    def content(self) -> float:
        """Return where what stands below such a heading may begin."""
        pill = 1.58 * self.floor.size if self.legibility > 1 and not self.tall else 0.0
        return self.heading + max(TITLE.line, pill) + 18 + self.lowered

    @property
    def side(self) -> QRectF:
        """Return the place of the ring at the right, or below: smaller where the picture is narrow."""
        if self.tall:
            high = _TALL_SIDE if self.legibility <= 1 else _NARROW_RING
            top = self.foot - _BELOW_RING - high
            return QRectF(MARGIN, top, self.width - 2 * MARGIN, high)
        wide = _RING if self.width >= WIDE else _NARROW_RING
        wide = max(wide, _WIDEST_PILL * self.legibility)
        top, bottom = self.title_bottom + 16, self.foot + (2 if self.legibility <= 1 else -10)
        return QRectF(self.width - MARGIN - wide, top, wide, bottom - top)

    @property
    def ring(self) -> QRectF:
        """Return the square of the ring, in the middle of its place."""
        side = self.side
        wide = side.width() if self.width >= WIDE else _NARROW_RING
        size = min(wide, side.width(), side.height())
        ring = QRectF(0, 0, size, size)
        ring.moveCenter(side.center())
        return ring

    @property
    def seats(self) -> QRectF:
        """Return the square of a ring of seats that counts: a small one has the time below it."""
        small = _TALL_RAISED if self.tall else _RAISED
        return self.ring.translated(0, 0.0 if self.roomy else -small)

    @property
    def roomy(self) -> bool:
        """Tell whether the longest word of a clock has room inside the ring."""
        return self.legibility <= 1 and self.ring.width() >= _RING

    @property
    def column(self) -> QRectF:
        """Return the left column beside the ring, or the one above it."""
        top = self.step_line + self.pill + 42 / self.legibility
        if self.tall:
            return QRectF(MARGIN, top, self.width - 2 * MARGIN, self.side.top() - 44 - top)
        high = 604.0 if self.legibility <= 1 else self.foot - 6 - top
        return QRectF(MARGIN, top, self.side.left() - 50 - MARGIN, high)


@dataclass(slots=True)
class StageSheet(Sheet):
    """A sheet with the stage's layout in units, and which page of a long scene is wanted."""

    layout: Layout = Layout(1920.0)
    page: int = 0

    @property
    def width(self) -> float:
        """Return how wide the sheet is."""
        return self.layout.width

    @property
    def height(self) -> float:
        """Return how high the sheet is."""
        return self.layout.height

    @property
    def tall(self) -> bool:
        """Tell whether the picture stands upright."""
        return self.layout.tall

    @property
    def right(self) -> float:
        """Return where the right margin begins."""
        return self.width - MARGIN

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def large(self) -> bool:
        """Tell whether letters are larger than usual, and room is scarce."""
        return self.layout.legibility > 1

    def legible(self, style: Style) -> Style:
        """Return a style as large as the last row needs it."""
        return legible(style, self.layout.legibility)

    def turn(self, pages: int) -> int:
        """Say how many pages there are; return which one to paint, round again after the last."""
        self.report.pages = max(1, pages)
        return self.page % self.report.pages


def stage_size(picture: QRectF) -> Size:
    """Return how wide and high the stage is in units, in a picture of these proportions."""
    if picture.height() <= 0 or picture.width() <= 0:
        return NARROWEST, HEIGHT
    if picture.height() > picture.width():
        height = picture.height() / picture.width() * HEIGHT
        return HEIGHT, min(TALLEST, max(LOWEST, height))
    width = picture.width() / picture.height() * HEIGHT
    return min(WIDEST, max(NARROWEST, width)), HEIGHT


def stage_layout(picture: QRectF, legibility: float) -> Layout:
    """Return the layout of a picture, with letters so many times as large as it has room for."""
    width, height = stage_size(picture)
    return Layout(width, height, min(legibility, MOST_UPRIGHT) if height > width else legibility)


def stage_shape(picture: QRectF) -> float:
    """Return a picture's width by what 1080 units of the stage take in it."""
    width, height = stage_size(picture)
    unit = min(picture.width() / width, picture.height() / height)
    return picture.width() / (HEIGHT * unit) if unit > 0 else 0.0


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
    legibility: float = 1.0,
) -> StageSheet:
    """Fill the picture's ground and scale the painter so that the stage lies in its middle.

    `only` is the piece of the picture that is to be painted, in units, None for all of it.
    """
    painter.fillRect(picture, palette.bg)
    painter.setTransform(fitting(picture), True)
    layout = stage_layout(picture, legibility)
    return StageSheet(painter, palette, only=only, layout=layout, page=page)
