"""The clocks of tables, teams or groups side by side, on as many pages as it takes."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.sheet import CENTRE, RIGHT
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style, pill_width
from workshop_desk.desktop.parts.timer_view import TimerView, timer_view
from workshop_desk.desktop.parts.typeset import Style, cut, top_for_middle, width_of
from workshop_desk.desktop.stage.canvas import BODY, FLOOR, HEADING, MARGIN, Layout, StageSheet, legible
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_title_line, pill_words
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerPhase

_TOP, _GAP = 204.0, 18.0
_LEAST_TITLE = 240.0
_TALLEST = 400.0
_ROWS, _TALL_ROWS = 3, 6
_FOUR_WIDE = 1880.0
"""From this width on four clocks stand beside each other, each with room for the longest word."""
_SHARE_DIGITS = 0.88
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


_SMALL = _Sizes(Style("text", FLOOR.size, 46, 600), 50, Style("text", FLOOR.size, 50, 700), 10, 8)
_LARGE = _Sizes(Style("text", BODY.size, 76, 600), 72, Style("text", 54, 62, 700), 14, 16)
_LARGE_FROM = 260.0
_LEAST_WIDE, _LEAST_HIGH = 414.0, 190.0
"""What a tile needs for the longest word, and for digits larger than its name."""


def _sizes(height: float, factor: float) -> _Sizes:
    """Return the measures of a tile of this height with letters so many times as large."""
    sizes = _LARGE if height >= _LARGE_FROM * factor else _SMALL
    if factor <= 1:
        return sizes
    name, word = legible(sizes.name, factor), legible(sizes.word, factor)
    return _Sizes(name, sizes.band * word.size / sizes.word.size, word, sizes.bar, sizes.pad)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the parts of a tile lie; `time` is what a second changes."""

    sizes: _Sizes
    name: QRectF
    digits: QRectF
    bar: QRectF
    band: QRectF

    @property
    def time(self) -> QRectF:
        """Return digits and bar together."""
        return self.digits.united(self.bar).adjusted(-4, 3, 4, 2)


def _parts(rect: QRectF, factor: float) -> _Parts:
    sizes = _sizes(rect.height(), factor)
    inside = rect.adjusted(24, sizes.pad, -24, -sizes.pad)
    name = QRectF(inside.left(), inside.top(), inside.width(), sizes.name.line)
    band = QRectF(rect.left() + 8, inside.bottom() - sizes.band, rect.width() - 16, sizes.band)
    bar = QRectF(inside.left(), band.top() - sizes.pad - sizes.bar, inside.width(), sizes.bar)
    digits = QRectF(name.left(), name.bottom(), name.width(), bar.top() - name.bottom())
    return _Parts(sizes, name, digits, bar, band)


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


def places(count: int, layout: Layout) -> tuple[tuple[QRectF, ...], int]:
    """Return where the tiles of a page lie, and how many pages there are."""
    inner = layout.width - 2 * MARGIN
    most, lines = 4 if layout.width >= _FOUR_WIDE else 3, _ROWS
    if layout.tall:
        most, lines = 2, _TALL_ROWS
    first, last = _TOP, layout.foot
    if layout.tall:
        first = second_line(layout) + layout.lowered + 14
    if layout.legibility > 1:
        wide, high = _LEAST_WIDE * layout.legibility, _LEAST_HIGH * layout.legibility
        first = first if layout.tall else layout.content - 12
        most = max(1, int((inner + _GAP) // (wide + _GAP)))
        lines = min(lines, max(1, int((last - first + _GAP) // (high + _GAP))))
    pages = max(1, math.ceil(count / (most * lines)))
    each = math.ceil(count / pages)
    columns = next(
        wide
        for wide in range(1, most + 1)
        if wide == most or each <= wide * min(wide, max(1, lines - 1))
    )
    rows = math.ceil(each / columns)
    width = (inner - _GAP * (columns - 1)) / columns
    height = min(_TALLEST, (last - first - _GAP * (rows - 1)) / rows)
    top = first + (last - first - rows * height - (rows - 1) * _GAP) / 2
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


def second_line(layout: Layout) -> float:
    """Return where page and time stand on an upright picture, below the title."""
    return layout.title_bottom + 4 + legible(HEADING, layout.legibility).line - 2


def paint_clocks(sheet: StageSheet, scene: ClockGrid) -> None:
    """Paint one page of the clocks."""
    paint_title_line(sheet, scene.frame)
    rects, pages = places(len(scene.tiles), sheet.layout)
    page = sheet.turn(pages)
    words = scene.frame.page_words(page, pages, short=sheet.large)
    _paint_heading(sheet, scene, words)
    shown = scene.tiles[page * len(rects) : (page + 1) * len(rects)]
    for tile, rect in zip(shown, rects, strict=False):
        if sheet.sees(rect):
            _paint_tile(sheet, tile, rect)
    paint_foot(sheet, scene.frame)


def _paint_heading(sheet: StageSheet, scene: ClockGrid, page_words: str) -> None:
    """Paint a heading lower than that of other scenes: the clocks need the room."""
    heading, floor = sheet.legible(HEADING), sheet.layout.floor
    top = sheet.layout.heading if sheet.large and not sheet.tall else sheet.layout.title_bottom + 4
    right, middle = sheet.right, top + heading.line / 2
    if sheet.tall:
        middle = second_line(sheet.layout) + sheet.layout.lowered / 2
    if scene.timer is not None:
        style = pill_style(floor.size)
        free = sheet.inner - (width_of(page_words, floor) + 38 if page_words else 0) - 36
        if not sheet.tall:
            free -= width_of(scene.title, heading)
        words = pill_words(scene.timer, scene.time_left, free, style)
        width = pill_width(words, style)
        paint_pill(sheet, QPointF(right - width / 2, middle), scene.timer, style, words)
        right -= width + 36
    if page_words:
        wide = width_of(page_words, floor) + 2
        left = MARGIN if sheet.tall else right - wide
        room = QRectF(left, top_for_middle(middle, floor), wide, floor.line)
        sheet.run(page_words, floor, room, sheet.palette.ink_2, RIGHT)
        right -= wide + 36
    right = sheet.right if sheet.tall else right
    title = QRectF(MARGIN, top, right - MARGIN, heading.line)
    if right - MARGIN >= (_LEAST_TITLE if sheet.large else 1):
        sheet.line(scene.title, heading, title, sheet.palette.ink)


def _paint_tile(sheet: StageSheet, tile: Tile, rect: QRectF) -> None:
    palette, timer = sheet.palette, tile.timer
    look = palette.timer_look(timer.phase)
    parts = _parts(rect, sheet.layout.legibility)
    sizes, bar = parts.sizes, parts.bar
    sheet.fill(rect, palette.panel, 24)
    sheet.line(tile.name, sizes.name, parts.name, palette.ink_2, CENTRE)
    _paint_digits(sheet, timer, parts.digits)
    sheet.fill(bar, palette.track, sizes.bar / 2)
    if timer.left > 0:
        full = QRectF(bar)
        full.setWidth(max(sizes.bar, bar.width() * timer.left))
        sheet.fill(full, look.arc, sizes.bar / 2)
    sheet.fill(parts.band, look.pill_bg, 18)
    _paint_word(sheet, timer, parts.band, sizes.word)


def _paint_word(sheet: StageSheet, timer: TimerView, band: QRectF, wanted: Style) -> None:
    """Paint the state's shape and word into the band; a word of ours is never cut."""
    look, small = sheet.palette.timer_look(timer.phase), sheet.legible(_SMALL.word)
    style = next(
        (one for one in (wanted, small) if width_of(timer.word, one) + 2 * one.size < band.width()),
        small,
    )
    mark = 0.62 * style.size
    words = cut(timer.word, style, band.width() - mark - 30)
    left = band.center().x() - (width_of(words, style) - mark - 14) / 2
    middle = QPointF(left - 14 - mark / 2, band.center().y())
    paint_shape(sheet.painter, look.shape, middle, mark, look.pill_fg)
    room = QRectF(left - 1, band.top(), width_of(words, style) + 2, band.height())
    sheet.centred(words, style, room, look.pill_fg)


def _paint_digits(sheet: StageSheet, timer: TimerView, room: QRectF) -> None:
    wanted = Style("text", 1000, 1000, 700)
    widest = max(width_of(timer.widest, wanted), width_of(timer.digits, wanted)) / 1000
    size = min(room.height() / _SHARE_DIGITS, room.width() / widest)
    style = Style("text", size, size, 700)
    sheet.centred(timer.digits, style, room.adjusted(-2, 0, 2, 0), sheet.palette.ink)


def changed_rows(before: ClockGrid, after: ClockGrid, layout: Layout, page: int) -> list[QRectF]:
    """Return what changed on a page from one moment to the next, one rectangle a row at most."""
    rects, pages = places(len(after.tiles), layout)
    first = (page % pages) * len(rects)
    rows: dict[float, QRectF] = {}
    for rect, old, new in zip(rects, before.tiles[first:], after.tiles[first:], strict=False):
        if old == new:
            continue
        same = (old.name, old.timer.phase, old.timer.word) == (new.name, new.timer.phase, new.timer.word)
        part = _parts(rect, layout.legibility).time if same else rect
        rows[rect.top()] = rows[rect.top()].united(part) if rect.top() in rows else part
    return list(rows.values())
