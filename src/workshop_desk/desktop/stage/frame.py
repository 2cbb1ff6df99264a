"""What the scenes share: title line, next step with the ribbon, and the corner to join by."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.qr import paint_qr
from workshop_desk.desktop.parts.ribbon import Segment, paint_ribbon
from workshop_desk.desktop.parts.seats import paint_logo
from workshop_desk.desktop.parts.sheet import RIGHT
from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style, pill_width
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import cut, top_for_middle, width_of
from workshop_desk.desktop.stage.canvas import CODE, FLOOR, MARGIN, STRONG, TITLE, StageSheet
from workshop_desk.domain.timer import TimerPhase
from workshop_desk.i18n.words import Words

QR_CORNER = 198.0
"""Six device pixels a module on 1080, four on 720: the smallest that a phone reads from afar."""


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

    `notice` tells that what comes next begins by itself, in the seconds that its label says.
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

    def page_words(self, page: int, pages: int) -> str:
        """Return which page this is, '' where there is only one."""
        return self.t("page {page} of {pages}", page=page + 1, pages=pages) if pages > 1 else ""


BETWEEN = " · "
_LEAST_TITLE = 120.0
"""A title that has less room is left out: an ellipsis says nothing."""
_MOST_NAME = 300.0


def joined(*parts: str) -> str:
    """Return the facts that there are, with a dot between them."""
    return BETWEEN.join(part for part in parts if part)


def paint_title_line(sheet: StageSheet, frame: Frame) -> None:
    """Paint logo, session and clock."""
    top, palette = 44.0, sheet.palette
    paint_logo(sheet, QRectF(MARGIN, top + 2, 56, 56))
    line = top_for_middle(top + 30, FLOOR)
    clock = QRectF(sheet.right - 240, line, 240, FLOOR.line)
    sheet.line(frame.clock, FLOOR, clock, palette.ink, RIGHT)
    right = sheet.right - width_of(frame.clock, FLOOR) - 48
    if frame.hint:
        width = width_of(frame.hint, FLOOR)
        hint = QRectF(right - width, line, width, FLOOR.line)
        sheet.line(frame.hint, FLOOR, hint, palette.primary, RIGHT)
        right = hint.left() - 48
    left = MARGIN + 80
    for one in frame.side:
        right = _paint_side(sheet, one, left, right)
    if right - left >= _LEAST_TITLE:
        sheet.line(frame.title, FLOOR, QRectF(left, line, right - left, FLOOR.line), palette.ink_2)


def _paint_side(sheet: StageSheet, clock: SideClock, left: float, right: float) -> float:
    """Paint a clock on the side as a pill, its name cut to the room; return where the title ends."""
    style = pill_style(FLOOR.size)
    around = pill_width(f" {clock.timer.digits}", style)
    name = cut(clock.name, style, min(_MOST_NAME, right - left - around))
    text = f"{name} {clock.timer.digits}" if clock.name else clock.timer.digits
    width = pill_width(text, style)
    if width > right - left:
        return right
    paint_pill(sheet, QPointF(right - width / 2, 74), clock.timer, style, text)
    return right - width - 36


def paint_foot(sheet: StageSheet, frame: Frame) -> None:
    """Paint the next step, the ribbon and the join corner."""
    palette, bottom, right = sheet.palette, sheet.height - 48, sheet.right
    if frame.join:
        beside = paint_join(sheet, frame.join) - 56
        if sheet.tall:
            bottom -= QR_CORNER + 36
        else:
            right = beside
    if frame.ribbon:
        ribbon = QRectF(MARGIN, bottom - 22, right - MARGIN, 22)
        paint_ribbon(sheet, ribbon, frame.ribbon, 8)
    if frame.next_title:
        top = bottom - 22 - 26 - 52
        style, color = (STRONG, palette.primary) if frame.notice else (FLOOR, palette.ink_2)
        sheet.icon("arrow-right-bold", MARGIN, top + 4, 44, color)
        label = QRectF(MARGIN + 62, top, width_of(frame.next_label, style) + 2, FLOOR.line)
        sheet.line(frame.next_label, style, label, color)
        left = label.right() + 10
        room = QRectF(left, top, right - left, STRONG.line)
        sheet.line(frame.next_title, STRONG, room, palette.ink)


def join_left(join: Join, right: float) -> float:
    """Return where the join corner begins that ends at the right margin."""
    widest = max(width_of(join.label, FLOOR), width_of(join.code, CODE), width_of(join.address, FLOOR))
    return right - QR_CORNER - 20 - widest - 2


def paint_join(sheet: StageSheet, join: Join) -> float:
    """Paint the join corner; return where it begins."""
    palette, bottom = sheet.palette, sheet.height - 48
    square = QRectF(sheet.right - QR_CORNER, bottom - QR_CORNER, QR_CORNER, QR_CORNER)
    if sheet.sees(square):
        paint_qr(sheet.painter, join.url, square)
    left = join_left(join, sheet.right)
    room = QRectF(left, 0, square.left() - 20 - left, CODE.line)
    y = bottom - 176 - (QR_CORNER - 176) / 2
    for text, style, color, step in (
        (join.label, FLOOR, palette.ink_2, 50),
        (join.code, CODE, palette.ink, 76),
        (join.address, FLOOR, palette.ink_2, 50),
    ):
        sheet.run(text, style, QRectF(room.left(), y, room.width(), style.line), color, RIGHT)
        y += step
    return room.left()


def paint_step_line(sheet: StageSheet, pill: str, title: str, width: float, page: str = "") -> None:
    """Paint the step's pill and title above a prompt, and the page at the end of the line."""
    palette, top, left = sheet.palette, 176.0, MARGIN
    if pill:
        box = QRectF(left, top, width_of(pill, STRONG) + 52, 66)
        sheet.fill(box, palette.primary, 33)
        sheet.centred(pill, STRONG, box, palette.on_primary)
        left = box.right() + 22
    right = MARGIN + width
    line = top_for_middle(top + 33, FLOOR)
    if page:
        place = QRectF(right - width_of(page, FLOOR) - 2, line, width_of(page, FLOOR) + 2, FLOOR.line)
        sheet.line(page, FLOOR, place, palette.ink_2, RIGHT)
        right = place.left() - 22
    sheet.line(title, FLOOR, QRectF(left, line, right - left, FLOOR.line), palette.ink_2)


def paint_heading(
    sheet: StageSheet, title: str, facts: str, timer: TimerView | None, left_words: str = ""
) -> None:
    """Paint the heading of a scene without a ring: title, facts, and the time left in a pill."""
    right, top = sheet.right, 126.0
    below = top + TITLE.line + 8
    if timer is not None:
        style = pill_style(FLOOR.size)
        words = left_words or timer.word
        width = pill_width(words, style)
        middle = below + FLOOR.line / 2 if sheet.tall else top + TITLE.line / 2 + 4
        paint_pill(sheet, QPointF(right - width / 2, middle), timer, style, words)
        right -= width + 36
    if facts and sheet.tall:
        room = QRectF(MARGIN, below, right - MARGIN, FLOOR.line)
        sheet.line(facts, FLOOR, room, sheet.palette.ink_2)
    elif facts:
        free = right - MARGIN
        shown = cut(facts, FLOOR, max(free * 0.55, free - width_of(title, TITLE) - 40))
        width = width_of(shown, FLOOR) + 2
        room = QRectF(right - width, top + (TITLE.line - FLOOR.line) / 2 + 4, width, FLOOR.line)
        sheet.run(shown, FLOOR, room, sheet.palette.ink_2, RIGHT)
        right -= width + 36
    right = sheet.right if sheet.tall else right
    sheet.line(title, TITLE, QRectF(MARGIN, top, right - MARGIN, TITLE.line), sheet.palette.ink)


def shows_time(timer: TimerView) -> bool:
    """Tell whether a pill should say the time left rather than the state's word."""
    return timer.phase in {TimerPhase.RUNNING, TimerPhase.SOON, TimerPhase.LAST}
