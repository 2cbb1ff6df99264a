"""The clocks of tables, teams or groups side by side, on as many pages as it takes."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_view import TimerView, timer_view
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.canvas import BODY, FLOOR, HEIGHT, MARGIN, StageSheet
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_heading, paint_title_line
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerPhase

_TOP, _BOTTOM, _GAP = 236.0, 824.0, 18.0
_TALLEST = 400.0
_ROWS = 3
_FOUR_WIDE = 1880.0
"""From this width on four clocks stand beside each other, each with room for the longest word."""
_SHARE_DIGITS = 0.76
"""How high a digit is, with air, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One clock: its name and its time."""

    name: str
    timer: TimerView


@dataclass(frozen=True, slots=True)
class ClockGrid:
    """All clocks of a step; `timer` is the step's own, None where it was not started."""

    key: tuple[str, ...]
    frame: Frame
    title: str
    tiles: tuple[Tile, ...]
    timer: TimerView | None
    time_left: str


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The measures of a tile, by its height."""

    name: Style
    band: float
    word: Style
    bar: float
    pad: float


_SMALL = _Sizes(Style("text", FLOOR.size, 50, 600), 50, Style("text", FLOOR.size, 50, 700), 10, 8)
_LARGE = _Sizes(Style("text", BODY.size, 76, 600), 72, Style("text", 54, 62, 700), 14, 16)
_LARGE_FROM = 260.0


def clock_grid(showing: Showing, step: Step, clocks: tuple[Clock, ...]) -> ClockGrid:
    """Return the clocks of a step."""
    timer = showing.timer(step)
    tiles = tuple(
        Tile(clock.name or str(number), timer_view(clock.timer, showing.now, showing.t))
        for number, clock in enumerate(clocks, 1)
    )
    begun = timer.phase is not TimerPhase.WAITING
    return ClockGrid(
        key=(step.id, "clocks"),
        frame=showing.step_frame(step),
        title=showing.say(step.title),
        tiles=tiles,
        timer=timer if begun else None,
        time_left=showing.time_left(timer) if begun else "",
    )


def places(count: int, sheet_width: float) -> tuple[tuple[QRectF, ...], int]:
    """Return where the tiles of a page lie, and how many pages there are."""
    most = 4 if sheet_width >= _FOUR_WIDE else 3
    pages = max(1, math.ceil(count / (most * _ROWS)))
    each = math.ceil(count / pages)
    columns = next(
        wide for wide in range(1, most + 1) if wide == most or each <= wide * min(wide, _ROWS - 1)
    )
    rows = math.ceil(each / columns)
    inner = sheet_width - 2 * MARGIN
    width = (inner - _GAP * (columns - 1)) / columns
    height = min(_TALLEST, (_BOTTOM - _TOP - _GAP * (rows - 1)) / rows)
    top = _TOP + (_BOTTOM - _TOP - rows * height - (rows - 1) * _GAP) / 2
    rects = tuple(
        QRectF(
            MARGIN + (number % columns) * (width + _GAP),
            top + (number // columns) * (height + _GAP),
            width,
            height,
        )
        for number in range(each)
    )
    return rects, pages


def paint_clocks(sheet: StageSheet, scene: ClockGrid) -> None:
    """Paint one page of the clocks."""
    paint_title_line(sheet, scene.frame)
    rects, pages = places(len(scene.tiles), sheet.width)
    page = sheet.turn(pages)
    words = scene.frame.page_words(page, pages)
    paint_heading(sheet, scene.title, words, scene.timer, scene.time_left)
    shown = scene.tiles[page * len(rects) : (page + 1) * len(rects)]
    for tile, rect in zip(shown, rects, strict=False):
        _paint_tile(sheet, tile, rect)
    paint_foot(sheet, scene.frame)


def _paint_tile(sheet: StageSheet, tile: Tile, rect: QRectF) -> None:
    palette, timer = sheet.palette, tile.timer
    look = palette.timer_look(timer.phase)
    sizes = _LARGE if rect.height() >= _LARGE_FROM else _SMALL
    sheet.fill(rect, palette.panel, 24)
    inside = rect.adjusted(24, sizes.pad, -24, -sizes.pad)
    name = QRectF(inside.left(), inside.top(), inside.width(), sizes.name.line)
    sheet.line(tile.name, sizes.name, name, palette.ink_2, CENTRE)
    band = QRectF(rect.left() + 8, inside.bottom() - sizes.band, rect.width() - 16, sizes.band)
    bar = QRectF(inside.left(), band.top() - sizes.pad - sizes.bar, inside.width(), sizes.bar)
    _paint_digits(
        sheet, timer, QRectF(name.left(), name.bottom(), name.width(), bar.top() - name.bottom())
    )
    sheet.fill(bar, palette.track, sizes.bar / 2)
    if timer.left > 0:
        full = QRectF(bar)
        full.setWidth(max(sizes.bar, bar.width() * timer.left))
        sheet.fill(full, look.arc, sizes.bar / 2)
    sheet.fill(band, look.pill_bg, 18)
    mark = 0.62 * sizes.word.size
    words = cut(timer.word, sizes.word, band.width() - mark - 40)
    left = band.center().x() - (width_of(words, sizes.word) - mark - 14) / 2
    middle = QPointF(left - 14 - mark / 2, band.center().y())
    paint_shape(sheet.painter, look.shape, middle, mark, look.pill_fg)
    room = QRectF(left - 1, band.top(), width_of(words, sizes.word) + 2, band.height())
    sheet.centred(words, sizes.word, room, look.pill_fg)


def _paint_digits(sheet: StageSheet, timer: TimerView, room: QRectF) -> None:
    wanted = Style("text", 1000, 1000, 700)
    widest = max(width_of(timer.widest, wanted), width_of(timer.digits, wanted)) / 1000
    size = min(room.height() / _SHARE_DIGITS, room.width() / widest)
    style = Style("text", size, size, 700)
    sheet.centred(timer.digits, style, room.adjusted(-2, 0, 2, 0), sheet.palette.ink)


def tile_rects(before: ClockGrid, after: ClockGrid, sheet_width: float) -> list[QRectF]:
    """Return the tiles that changed from one moment to the next, whichever page they are on."""
    rects, _ = places(len(after.tiles), sheet_width)
    changed = {
        number % len(rects)
        for number, (old, new) in enumerate(zip(before.tiles, after.tiles, strict=True))
        if old != new
    }
    return [rects[number] for number in sorted(changed)]


HEADING = QRectF(0, 112, 4000, HEIGHT / 10)
"""Where a heading and its pill stand, from one edge to the other."""
