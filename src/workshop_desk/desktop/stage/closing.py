"""The closing: thanks, when the group meets next, and what the room will do."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.seats import paint_seats
from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.actions import action_rows, is_open, paint_action_rows
from workshop_desk.desktop.stage.canvas import (
    BODY,
    HEADING,
    HERO,
    LABEL,
    MARGIN,
    StageSheet,
)
from workshop_desk.desktop.stage.frame import Frame, join_left, paint_foot, paint_title_line
from workshop_desk.desktop.stage.rows import Row
from workshop_desk.desktop.stage.showing import Showing

_RING = 250.0
_DATES = (BODY, BODY.at(58), BODY.at(50))
_MOST_SEATS = 24


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a session; `special` is the seat of whoever brought the subject, −1 for none."""

    key: tuple[str, ...]
    frame: Frame
    thanks: str
    next_words: str
    next_date: str
    actions_title: str
    rows: tuple[Row, ...]
    people: int
    special: int
    people_words: str


def scene(showing: Showing) -> Closing:
    """Return the closing: only what the whole room may know."""
    t, room = showing.t, showing.room
    people = tuple(room.attendees)
    private = {role.id for role in room.session.roles if role.private_sheet}
    special = next((at for at, one in enumerate(people) if room.role_of(one) in private), -1)
    actions = tuple(one for one in room.actions.values() if is_open(one))
    return Closing(
        key=("closing",),
        frame=showing.frame(),
        thanks=t("Thank you, see you soon"),
        next_words=t("Next session:") if room.session.next_date else "",
        next_date=room.session.next_date,
        actions_title=t("What we will do") if actions else "",
        rows=action_rows(showing, actions),
        people=len(people),
        special=special,
        people_words=t.many("{n} person took part", "{n} people took part", len(people)),
    )


def paint_closing(sheet: StageSheet, scene: Closing) -> None:
    """Paint the closing."""
    paint_title_line(sheet, scene.frame)
    palette = sheet.palette
    lifted = sheet.layout.title_bottom + 38 if scene.rows else 300.0
    if sheet.large and not scene.rows:
        lifted = (sheet.layout.title_bottom + sheet.layout.foot - _RING) / 2
    ring = QRectF(MARGIN, lifted, _RING, _RING)
    # The seats leave their room to what the room will do, where letters are large.
    tight = sheet.large and bool(scene.rows)
    if not tight:
        _paint_ring(sheet, scene, ring)
    left = MARGIN if tight or sheet.tall else ring.right() + 60
    width = sheet.right - left
    top = ring.bottom() + 24 if sheet.tall else ring.top() + (14 if scene.next_words else 60)
    top = sheet.layout.heading if tight else top
    sizes = (84, 72) if tight else (128, 112, 96, 84, 72)
    hero = next((HERO.at(size) for size in sizes if _fits(scene, size, width)), HERO.at(72))
    hero = sheet.legible(hero)
    sheet.line(scene.thanks, hero, QRectF(left, top, width, hero.line), palette.ink)
    top += hero.line + 12
    if scene.next_words:
        body = _date_style(sheet, scene, width)
        words = width_of(scene.next_words, body)
        two_lines = sheet.tall and not sheet.large
        if not two_lines and words + 16 + width_of(scene.next_date, body) > width:
            words = -16.0  # the date says enough
        else:
            sheet.run(scene.next_words, body, QRectF(left, top, words + 2, body.line), palette.ink_2)
        date = QRectF(left + words + 18, top, sheet.right - left - words - 18, body.line)
        if two_lines:
            top += body.line
            date = QRectF(left, top, width, body.line)
        sheet.line(scene.next_date, body, date, palette.ink)
        top += body.line
    if scene.rows:
        _paint_actions(sheet, scene, top)
    _paint_people(sheet, scene)
    paint_foot(sheet, scene.frame)


def _date_style(sheet: StageSheet, scene: Closing, width: float) -> Style:
    """Return the largest style that says the next session on one line, else the smallest."""
    if sheet.tall:
        return sheet.legible(BODY)
    sizes = tuple(sheet.legible(style) for style in _DATES)
    both = f"{scene.next_words} {scene.next_date}"
    return next((one for one in sizes if width_of(both, one) + 16 <= width), sizes[-1])


def _paint_ring(sheet: StageSheet, scene: Closing, ring: QRectF) -> None:
    seats = min(max(scene.people, 1), _MOST_SEATS)
    special = scene.special if 0 <= scene.special < seats else -1
    paint_seats(sheet, ring, seats, seats, special=special)
    paint_shape(sheet.painter, "check", ring.center() + QPointF(0, 2), 96, sheet.palette.primary)


def _fits(scene: Closing, size: float, width: float) -> bool:
    return width_of(scene.thanks, HERO.at(size)) <= width


def _paint_actions(sheet: StageSheet, scene: Closing, above: float) -> None:
    heading_style, floor = sheet.legible(HEADING), sheet.layout.floor
    top, below = 442.0, 324.0 if scene.frame.join else 400.0
    if sheet.tall:
        top, below = 740.0, sheet.layout.foot - 880
    if sheet.large:
        top = above + 8
        people = sheet.legible(LABEL).line + 62
        bottom = sheet.layout.foot if scene.frame.join or sheet.tall else sheet.height - people
        below = bottom - 6 - top - heading_style.line - 12
    room = QRectF(MARGIN, top + heading_style.line + 12, sheet.inner, below)
    page, pages = paint_action_rows(sheet, scene.rows, room)
    words = scene.frame.page_words(page, pages, short=sheet.large)
    width = width_of(words, floor) + 4 if words else 0.0
    heading = QRectF(MARGIN, top, sheet.inner - width - 40, heading_style.line)
    sheet.line(scene.actions_title, heading_style, heading, sheet.palette.ink)
    if words:
        place = QRectF(sheet.right - width, top + 12, width, floor.line)
        sheet.run(words, floor, place, sheet.palette.ink_2)


def _paint_people(sheet: StageSheet, scene: Closing) -> None:
    if not scene.people:
        return
    floor, line = sheet.layout.floor, sheet.legible(LABEL).line
    y, width = sheet.height - 62 - line, sheet.inner * 0.5
    if sheet.tall:
        y, width = sheet.layout.foot + 60, sheet.inner - 72
    elif sheet.large and scene.frame.join:
        width = join_left(sheet, scene.frame.join) - MARGIN - 72 - 40
        if width < width_of(scene.people_words, floor):
            return
    sheet.icon("users-three-bold", MARGIN, y + (line - 54) / 2, 52, sheet.palette.primary)
    room = QRectF(MARGIN + 72, y, width, line)
    text = cut(scene.people_words, floor, room.width())
    sheet.run(text, floor, room, sheet.palette.ink_2)
