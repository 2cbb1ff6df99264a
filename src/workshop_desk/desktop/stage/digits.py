"""The time alone, as large as it goes."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style
from workshop_desk.desktop.parts.timer_view import TimerView, timer_view
from workshop_desk.desktop.parts.typeset import Style, width_of
from workshop_desk.desktop.stage.canvas import BODY, MARGIN, Layout, StageSheet, legible
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_step_line, paint_title_line
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.turns import turn_pill
from workshop_desk.domain.beside import turn_now
from workshop_desk.domain.steps import Step

_TALLEST = 540.0
_MIDDLE, _PILL = 462.0, 756.0
_CAPITALS = 0.88
"""How high digits are with the air around them, as a share of their size."""


def digits_place(layout: Layout) -> QRectF:
    """Return where digits and pill stand, from one edge to the other."""
    top = layout.step_line + layout.pill + 2
    return QRectF(0, top, 4000, layout.foot - 12 - top)


def pill_bottom(layout: Layout) -> float:
    """Return where the pill ends at the lowest."""
    style = pill_style(legible(BODY, layout.legibility).size)
    lowest = layout.foot - 16
    if not layout.tall:
        return min(_PILL + 0.79 * style.size, lowest)
    middle = _MIDDLE + layout.more / 2
    if layout.legibility > 1:
        middle = (digits_place(layout).top() + 6 + lowest - 1.58 * style.size - 8) / 2
    return middle + _TALLEST / 2 + 1.7 * style.size


@dataclass(frozen=True, slots=True)
class ClockScene:
    """The time of a step, its round or the turn of whoever speaks, and nothing else to read."""

    key: tuple[str, ...]
    frame: Frame
    pill: str
    title: str
    timer: TimerView


def clock_scene(showing: Showing, step: Step) -> ClockScene:
    """Return the time alone."""
    turn = turn_now(showing.room)
    title = turn.name if turn is not None else showing.say(step.title)
    return ClockScene(
        key=(step.id, "clock"),
        frame=showing.step_frame(step),
        pill=turn_pill(showing) if turn is not None else showing.pill(step),
        title=title,
        timer=timer_view(turn.timer, showing.now, showing.t) if turn else showing.timer(step),
    )


def paint_clock(sheet: StageSheet, scene: ClockScene) -> None:
    """Paint the digits: they take the width that the widest of them needs, so that none ever shifts."""
    paint_title_line(sheet, scene.frame)
    paint_step_line(sheet, scene.pill, scene.title, sheet.inner)
    timer, wanted = scene.timer, Style("text", 1000, 1000, 700)
    widest = max(width_of(timer.widest, wanted), width_of(timer.digits, wanted)) / 1000
    most = sheet.width - MARGIN
    below, middle, tallest = pill_style(sheet.legible(BODY).size), _MIDDLE, _TALLEST
    lowest = sheet.layout.foot - 16 - 0.79 * below.size
    pill = lowest if sheet.tall else min(_PILL, lowest)
    if sheet.tall and not sheet.large:
        middle += sheet.layout.more / 2
    elif sheet.large:
        top, bottom = sheet.layout.step_line + sheet.layout.pill + 8, pill - 0.79 * below.size - 8
        middle, tallest = (top + bottom) / 2, min(_TALLEST, (bottom - top) / _CAPITALS)
    size = min(tallest, most / widest)
    style = Style("text", size, size, 700)
    room = QRectF(MARGIN / 2 - 2, middle - size / 2, most + 4, size)
    sheet.centred(timer.digits, style, room, sheet.palette.ink)
    if sheet.tall:
        pill = room.bottom() + 0.91 * below.size
    paint_pill(sheet, QPointF(sheet.width / 2, pill), timer, below)
    paint_foot(sheet, scene.frame)
