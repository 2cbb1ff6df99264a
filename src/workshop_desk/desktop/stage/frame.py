"""What the scenes share: title line, next step with the ribbon, and the corner to join by."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.qr import paint_qr
from workshop_desk.desktop.parts.ribbon import Segment, paint_ribbon
from workshop_desk.desktop.parts.seats import paint_logo
from workshop_desk.desktop.parts.sheet import RIGHT
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style, pill_width
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, top_for_middle, width_of
from workshop_desk.desktop.stage.canvas import CODE, FLOOR, MARGIN, STRONG, TITLE, StageSheet
from workshop_desk.domain.timer import TimerPhase
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Join:
    """How to join: what the QR holds, the address and the code to type, and the word above them."""

    url: str
    address: str
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class SideClock:
    """A clock on the side that runs: its name and its time."""

    name: str
    timer: TimerView


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one moment. `hint` says how to leave full screen where nothing else does.

    `notice` tells that what comes next begins by itself, in the seconds that its label says. `hands` are
    up, where the room is told of them, never whose.
    """

    title: str
    clock: str
    t: Words
    join: Join | None = None
    next_label: str = ""
    next_title: str = ""
    ribbon: tuple[Segment, ...] = ()
    hint: str = ""
    side: tuple[SideClock, ...] = ()
    notice: bool = False
    hands: int = 0

    def page_words(self, page: int, pages: int, *, short: bool = False) -> str:
        """Return which page this is, '' where there is only one; `short` where letters are large."""
        if short and pages > 1:
            return f"{page + 1}/{pages}"
        return self.t("page {page} of {pages}", page=page + 1, pages=pages) if pages > 1 else ""


BETWEEN = " · "
_LEAST_TITLE = 120.0
"""A title that has less room is left out: an ellipsis says nothing."""
_LEAST_SHARE = 0.6
_MOST_NAME = 300.0
_LEAST_NEXT = 170.0
_LEAST_RIBBON = 300.0


def joined(*parts: str) -> str:
    """Return the facts that there are, with a dot between them."""
    return BETWEEN.join(part for part in parts if part)


def paint_title_line(sheet: StageSheet, frame: Frame) -> None:
    """Paint logo, session and clock."""
    palette, floor, layout = sheet.palette, sheet.layout.floor, sheet.layout
    middle = 44 + layout.title_height / 2
    paint_logo(sheet, QRectF(MARGIN, middle - 28, 56, 56))
    line = top_for_middle(middle, floor)
    wide = 240 * layout.legibility
    clock = QRectF(sheet.right - wide, line, wide, floor.line)
    sheet.line(frame.clock, floor, clock, palette.ink, RIGHT)
    right = sheet.right - width_of(frame.clock, floor) - 48
    left, width = MARGIN + 80, width_of(frame.hint, floor) if frame.hint else 0.0
    # In letters too large for the line the hint is left out: the corner to join by says it as well.
    if frame.hint and right - width >= left:
        hint = QRectF(right - width, line, width, floor.line)
        sheet.line(frame.hint, floor, hint, palette.primary, RIGHT)
        right = hint.left() - 48
    if frame.hands:
        right = _paint_hands(sheet, frame.hands, right)
    for one in frame.side:
        right = _paint_side(sheet, one, left, right)
    if right - left >= _LEAST_TITLE * layout.legibility:
        sheet.line(frame.title, floor, QRectF(left, line, right - left, floor.line), palette.ink_2)


def _paint_hands(sheet: StageSheet, hands: int, right: float) -> float:
    """Paint how many hands are up; return where the title ends."""
    floor, middle = sheet.layout.floor, 44 + sheet.layout.title_height / 2
    words, icon = str(hands), 0.9 * floor.size
    left = right - width_of(words, floor)
    if left - icon - 46 < MARGIN + 80:
        return right
    place = QRectF(left, top_for_middle(middle, floor), right - left, floor.line)
    sheet.run(words, floor, place, sheet.palette.primary)
    sheet.icon("hand-bold", left - icon - 10, middle - icon / 2, icon, sheet.palette.primary)
    return left - icon - 46


def _paint_side(sheet: StageSheet, clock: SideClock, left: float, right: float) -> float:
    """Paint a clock on the side as a pill, its name cut to the room; return where the title ends."""
    style = pill_style(sheet.layout.floor.size)
    around = pill_width(f" {clock.timer.digits}", style)
    name = cut(clock.name, style, min(_MOST_NAME * sheet.layout.legibility, right - left - around))
    text = f"{name} {clock.timer.digits}" if clock.name else clock.timer.digits
    width = pill_width(text, style)
    if width > right - left:
        return right
    middle = 44 + sheet.layout.title_height / 2
    paint_pill(sheet, QPointF(right - width / 2, middle), clock.timer, style, text)
    return right - width - 36


def paint_foot(sheet: StageSheet, frame: Frame) -> None:
    """Paint the next step, the ribbon and the join corner, which takes its room first."""
    palette, bottom, right = sheet.palette, sheet.height - 48, sheet.right
    if frame.join:
        beside = paint_join(sheet, frame.join) - 56
        if sheet.tall:
            bottom -= sheet.layout.qr + 36
        else:
            right = beside
    if frame.ribbon and right - MARGIN >= _LEAST_RIBBON:
        ribbon = QRectF(MARGIN, bottom - 22, right - MARGIN, 22)
        paint_ribbon(sheet, ribbon, frame.ribbon, 8)
    strong = sheet.legible(STRONG)
    style, color = (strong, palette.primary) if frame.notice else (sheet.layout.floor, palette.ink_2)
    width = width_of(frame.next_label, style) + 2
    left = MARGIN + 62 + width + 10
    if not frame.next_title or (sheet.large and right - left < _LEAST_NEXT * sheet.layout.legibility):
        return
    top = bottom - 22 - 26 - style.line
    sheet.icon("arrow-right-bold", MARGIN, top + (style.line - 44) / 2, 44, color)
    sheet.line(frame.next_label, style, QRectF(MARGIN + 62, top, width, style.line), color)
    sheet.line(frame.next_title, strong, QRectF(left, top, right - left, strong.line), palette.ink)


def join_left(sheet: StageSheet, join: Join) -> float:
    """Return where the corner to join by begins."""
    floor, code = sheet.layout.floor, sheet.legible(CODE)
    widest = max(width_of(join.label, floor), width_of(join.code, code), width_of(join.address, floor))
    return sheet.right - sheet.layout.qr - 20 - widest - 2


def paint_join(sheet: StageSheet, join: Join) -> float:
    """Paint the join corner; return where it begins."""
    palette, bottom, size = sheet.palette, sheet.height - 48, sheet.layout.qr
    square = QRectF(sheet.right - size, bottom - size, size, size)
    if sheet.sees(square):
        paint_qr(sheet.painter, join.url, square)
    floor, code = sheet.layout.floor, sheet.legible(CODE)
    left = join_left(sheet, join)
    room = QRectF(left, 0, square.left() - 20 - left, code.line)
    small = 50 * floor.size / FLOOR.size
    y = bottom - size / 2 - small - code.line / 2
    for text, style, color, step in (
        (join.label, floor, palette.ink_2, small),
        (join.code, code, palette.ink, code.line),
        (join.address, floor, palette.ink_2, small),
    ):
        sheet.run(text, style, QRectF(room.left(), y, room.width(), style.line), color, RIGHT)
        y += step
    return room.left()


def paint_step_line(sheet: StageSheet, pill: str, title: str, width: float, page: str = "") -> None:
    """Paint the step's pill and title above a prompt, and the page at the end of the line."""
    palette, top, left = sheet.palette, sheet.layout.step_line, MARGIN
    strong, floor, high = sheet.legible(STRONG), sheet.layout.floor, sheet.layout.pill
    if pill:
        box = QRectF(left, top, width_of(pill, strong) + 52, high)
        sheet.fill(box, palette.primary, high / 2)
        sheet.centred(pill, strong, box, palette.on_primary)
        left = box.right() + 22
    right = MARGIN + width
    line = top_for_middle(top + high / 2, floor)
    if page:
        place = QRectF(right - width_of(page, floor) - 2, line, width_of(page, floor) + 2, floor.line)
        if place.left() < left:
            return
        sheet.line(page, floor, place, palette.ink_2, RIGHT)
        right = place.left() - 22
    # A few letters of a title say nothing.
    if right - left >= max(1.0, _LEAST_SHARE * width_of(title, floor)):
        sheet.line(title, floor, QRectF(left, line, right - left, floor.line), palette.ink_2)


def paint_heading(
    sheet: StageSheet, title: str, facts: str, timer: TimerView | None, left_words: str = ""
) -> None:
    """Paint the heading of a scene without a ring: title, facts, and the time left in a pill."""
    right, top = sheet.right, sheet.layout.heading
    floor, middle = sheet.layout.floor, top + TITLE.line / 2 + 4
    style_of_title = sheet.legible(TITLE)
    titled = width_of(title, style_of_title) + 40
    if sheet.tall:
        middle = top + style_of_title.line + 8 + floor.line / 2
    if timer is not None:
        style = pill_style(floor.size)
        last = width_of(facts.rsplit(BETWEEN, maxsplit=1)[-1], floor) + 36
        free = sheet.inner - last - (0 if sheet.tall else titled)
        words = pill_words(timer, left_words, free, style)
        width = pill_width(words, style)
        paint_pill(sheet, QPointF(right - width / 2, middle), timer, style, words)
        right -= width + 36
    free = right - MARGIN
    if facts and sheet.tall:
        room = QRectF(MARGIN, middle - floor.line / 2, free, floor.line)
        sheet.line(_last_facts(facts, floor, free), floor, room, sheet.palette.ink_2)
    elif facts:
        shown = _last_facts(facts, floor, free - titled, 0.55 * free)
        width = width_of(shown, floor) + 2
        room = QRectF(right - width, middle - floor.line / 2, width, floor.line)
        sheet.run(shown, floor, room, sheet.palette.ink_2, RIGHT)
        right -= width + 36
    right = sheet.right if sheet.tall else right
    place = QRectF(MARGIN, top, right - MARGIN, style_of_title.line)
    if right - MARGIN >= (2 * _LEAST_TITLE if sheet.large else 1):
        sheet.line(title, style_of_title, place, sheet.palette.ink)


def pill_words(timer: TimerView, wanted: str, room: float, style: Style) -> str:
    """Return what a pill says: the digits alone where words have no room, as shape and colour stay."""
    words = wanted or timer.word
    return words if pill_width(words, style) <= room else timer.digits.removeprefix("+")


def _last_facts(facts: str, style: Style, wanted: float, most: float = 0.0) -> str:
    """Return as many of the facts as there is room for: the page, which comes last, goes last.

    It alone may be wider than wanted, up to `most`.
    """
    parts = facts.split(BETWEEN)
    while len(parts) > 1 and width_of(BETWEEN.join(parts), style) > wanted:
        parts = parts[1:]
    return cut(BETWEEN.join(parts), style, max(wanted, most))


def shows_time(timer: TimerView) -> bool:
    """Tell whether a pill should say the time left rather than the state's word."""
    return timer.phase in {TimerPhase.RUNNING, TimerPhase.SOON, TimerPhase.LAST}
