"""The usual scene of a step: what to do at the left, the time or the seats at the right."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.seats import paint_seats, seat_places
from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.timer_ring import paint_pill, paint_timer_ring, pill_style, pill_width
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, width_of
from workshop_desk.desktop.stage.canvas import BODY, StageSheet
from workshop_desk.desktop.stage.column import Column, Panel, balanced, pages, paint_column
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_step_line, paint_title_line
from workshop_desk.desktop.stage.hard_end import HAND, last_remark
from workshop_desk.desktop.stage.showing import (
    Showing,
    tag_words,
)
from workshop_desk.domain.cards import Card
from workshop_desk.domain.onstage import agreed, shown_author
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.timer import TimerPhase

_NUMBER = 232.0
_CHORD = 0.68
"""The share of a ring's width that is free for its digits."""
_AIR = 14.0
"""Between a seat and the time inside the ring of seats."""
_HALF_PILL = 40.0
_TIME = 26.0 + 2 * _HALF_PILL - 1
"""The pill with the time, and the air above it."""
_LEAST = 0.55
"""The share of its size that a number may shrink to where seats need the room."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of how many have done something, in words: the number stands alone above them."""

    done: int
    of: int
    words: str


@dataclass(frozen=True, slots=True)
class StepScene:
    """A step at one moment; `count` takes the ring's place, and the time goes into its pill."""

    key: tuple[str, ...]
    frame: Frame
    pill: str
    title: str
    column: Column
    timer: TimerView
    time_left: str
    count: Count | None = None


def step_scene(
    showing: Showing,
    step: Step,
    activity: Activity,
    *,
    panel: Panel | None = None,
    count: Count | None = None,
    remark: tuple[str, str] = ("", ""),
) -> StepScene:
    """Return the scene of a step; in overtime the closing sentence takes the prompt's place.

    The text agreed on earlier stays in sight, unless there is a remark on who will read what.
    """
    t, timer = showing.t, showing.timer(step)
    ends_hard = last_remark(t, step.timer, timer)
    agreed = panel or (None if remark[0] or ends_hard else agreed_panel(showing, step))
    prompt, mark, lead = showing.say(activity.prompt), "", showing.say(activity.lead)
    if timer.phase is TimerPhase.OVER:
        prompt = t("Finish your sentence, then we move on.")
        mark, lead = t("then we move on."), ""
    say, icon = (ends_hard, HAND) if ends_hard else remark
    return StepScene(
        key=(step.id, activity.id, "step"),
        frame=showing.step_frame(step),
        pill=showing.pill(step),
        title=showing.say(step.title),
        column=Column(
            prompt or showing.say(activity.title),
            mark,
            lead,
            agreed,
            say,
            icon,
            warns=bool(ends_hard),
        ),
        timer=timer,
        time_left=showing.time_left(timer),
        count=count,
    )


def seats_count(showing: Showing, activity: Activity) -> Count | None:
    """Return how many of those taking part have finished, None while nobody takes part."""
    of = len(showing.room.taking_part(activity))
    if not of:
        return None
    done = len(showing.room.finished(activity))
    words = showing.t.many("of {total} has finished", "of {total} have finished", done, total=of)
    return Count(done, of, words)


def card_panel(showing: Showing, activity: Activity, card: Card) -> Panel:
    """Return a card as a panel, with its author where the activity names people."""
    name = shown_author(showing.room, activity, card)
    title = showing.say(activity.title)
    label = f"{title} · {name}" if name else title
    icon = "check-circle-fill" if card.locked else ""
    return Panel(label, card.text, tag_words(showing, activity, card), icon)


def agreed_panel(showing: Showing, step: Step) -> Panel | None:
    """Return the text that stands as agreed, None before there is one."""
    found = agreed(showing.room, step)
    return card_panel(showing, *found) if found else None


def paint_step(sheet: StageSheet, scene: StepScene) -> None:
    """Paint the scene."""
    paint_title_line(sheet, scene.frame)
    room = sheet.layout.column
    all_pages = pages(scene.column, room.width(), room.height(), sheet.layout.legibility)
    page = sheet.turn(len(all_pages))
    words = scene.frame.page_words(page, len(all_pages), short=sheet.large)
    paint_step_line(sheet, scene.pill, scene.title, room.width(), words)
    paint_column(sheet, scene.column, room, all_pages[page])
    if scene.count is not None:
        _paint_count(sheet, scene, scene.count)
    elif sheet.sees(sheet.layout.side):
        _paint_time(sheet, scene)
    paint_foot(sheet, scene.frame)


def _paint_time(sheet: StageSheet, scene: StepScene) -> None:
    """Paint the ring; the pill stands below it where the longest word does not fit inside."""
    floor, side = sheet.layout.floor, sheet.layout.side
    style = pill_style(floor.size)
    if sheet.layout.roomy:
        paint_timer_ring(sheet, sheet.layout.ring, scene.timer, pill_least=floor.size)
        return
    high = 1.58 * style.size
    size = min(side.width(), side.height() - high - _AIR)
    top = side.top() + (side.height() - high - _AIR - size) / 2
    ring = QRectF(side.center().x() - size / 2, top, size, size)
    digits, timer = Style("text", floor.size, floor.line, 700), scene.timer
    wide = max(width_of(timer.widest, digits), width_of(timer.digits, digits))
    if wide <= _CHORD * size * 0.97:
        paint_timer_ring(sheet, ring, timer, pill=False)
    else:
        # Hundreds of hours: what the ring says is in the digits, which need its room.
        digits = digits.at(digits.size * side.width() / wide)
        place = QRectF(side.left() - 2, side.top(), side.width() + 4, size)
        sheet.centred(timer.digits, digits, place, sheet.palette.ink)
    paint_pill(sheet, QPointF(ring.center().x(), ring.bottom() + _AIR + high / 2), scene.timer, style)


def _paint_number(sheet: StageSheet, scene: StepScene, count: Count) -> None:
    """Paint the count without seats, in letters that leave them no room."""
    side, palette = sheet.layout.side, sheet.palette
    body = sheet.legible(Style("text", BODY.size, 70, 600))
    lines = balanced(count.words, body, side.width())
    style, time = pill_style(sheet.layout.floor.size), scene.time_left
    if pill_width(time or scene.timer.word, style) > side.width():
        time = scene.timer.digits.removeprefix("+")  # its shape and colour say the rest
    high, words = 1.58 * style.size, body.line * len(lines)
    tall = min(0.95 * _NUMBER, side.height() - high - words - 2 * _AIR)
    number = Style("display", tall / 0.95, tall / 0.95, 800)
    most = side.width() / max(1.0, width_of(str(count.done), number))
    number = number.at(number.size * min(1.0, most))
    top = side.top() + (side.height() - tall - words - high - 2 * _AIR) / 2
    sheet.centred(str(count.done), number, QRectF(side.left(), top, side.width(), tall), palette.ink)
    room = QRectF(side.left(), top + tall, side.width(), words)
    sheet.lines(lines, body, room, palette.ink, CENTRE)
    middle = QPointF(side.center().x(), room.bottom() + 2 * _AIR + high / 2)
    paint_pill(sheet, middle, scene.timer, style, time)


def _paint_count(sheet: StageSheet, scene: StepScene, count: Count) -> None:
    if sheet.large:
        _paint_number(sheet, scene, count)
        return
    ring, palette = sheet.layout.seats, sheet.palette
    share = ring.width() / 700
    paint_seats(sheet, ring, count.done, count.of, rim=6)
    number = Style("display", _NUMBER * share, _NUMBER * share, 800)
    most = 0.66 * ring.width()
    if width_of(str(count.done), number) > most:
        number = number.at(number.size * most / width_of(str(count.done), number))
    body = Style("text", BODY.size, 70, 600)
    lines = balanced(count.words, body, 0.66 * ring.width())
    style = pill_style(50.0)
    radius, _centres = seat_places(ring, max(1, count.of))
    usual, words = 0.95 * number.line, body.line * len(lines)
    wide = pill_width(scene.time_left or scene.timer.word, style)
    lowest = ring.center().y() + (usual + words + _TIME) / 2 - _HALF_PILL
    pill = _clear_of_seats(ring, count.of, lowest, wide)
    tall = pill + _HALF_PILL - _TIME - words - ring.top() - 2 * radius
    top = min(pill, lowest) + _HALF_PILL - _TIME - words - min(usual, tall)
    if tall < _LEAST * usual:
        # A small ring on a narrow projector: the time stands below it.
        pill = ring.bottom() + _HALF_PILL + _AIR / 2
        tall, top = usual, ring.center().y() - (usual + words) / 2
    tall = min(usual, tall)
    number = number.at(number.size * tall / usual)
    sheet.centred(str(count.done), number, QRectF(ring.left(), top, ring.width(), tall), palette.ink)
    room = QRectF(ring.left(), top + tall, ring.width(), words)
    sheet.lines(lines, body, room, palette.ink, CENTRE)
    paint_pill(sheet, QPointF(ring.center().x(), pill), scene.timer, style, scene.time_left)


def _clear_of_seats(ring: QRectF, seats: int, wanted: float, width: float) -> float:
    """Return the height at which the pill touches no seat: as wanted, or as little above as can be."""
    radius, centres = seat_places(ring, max(1, seats))
    half, reach = width / 2 - _HALF_PILL, radius + _HALF_PILL + _AIR
    y = wanted
    while y > ring.center().y() and any(
        math.hypot(max(0.0, abs(seat.x() - ring.center().x()) - half), seat.y() - y) < reach
        for seat in centres
    ):
        y -= 4
    return y
