"""The closing: thanks, when the group meets next, and what the room will do."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.seats import paint_seats
from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.typeset import cut, width_of
from workshop_desk.desktop.stage.actions import action_rows, is_open, paint_action_rows
from workshop_desk.desktop.stage.canvas import (
    BODY,
    FLOOR,
    HEADING,
    HERO,
    LABEL,
    MARGIN,
    StageSheet,
)
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_title_line
from workshop_desk.desktop.stage.rows import Row
from workshop_desk.desktop.stage.showing import Showing

_RING = 250.0
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
    lifted = 150.0 if scene.rows else 300.0
    ring = QRectF(MARGIN, lifted, _RING, _RING)
    seats = min(max(scene.people, 1), _MOST_SEATS)
    special = scene.special if 0 <= scene.special < seats else -1
    paint_seats(sheet, ring, seats, seats, special=special)
    paint_shape(sheet.painter, "check", ring.center() + QPointF(0, 2), 96, palette.primary)
    left, top = ring.right() + 60, ring.top() + (14 if scene.next_words else 60)
    if sheet.tall:
        left, top = MARGIN, ring.bottom() + 24
    width = sheet.right - left
    hero = next(
        (HERO.at(size) for size in (128, 112, 96, 84, 72) if _fits(scene, size, width)), HERO.at(72)
    )
    sheet.line(scene.thanks, hero, QRectF(left, top, width, hero.line), palette.ink)
    top += hero.line + 12
    if scene.next_words:
        words = width_of(scene.next_words, BODY)
        room = QRectF(left, top, words + 2, BODY.line)
        sheet.run(scene.next_words, BODY, room, palette.ink_2)
        date = QRectF(room.right() + 16, top, sheet.right - room.right() - 16, BODY.line)
        if sheet.tall:
            date = QRectF(left, room.bottom(), width, BODY.line)
        sheet.line(scene.next_date, BODY, date, palette.ink)
    if scene.rows:
        _paint_actions(sheet, scene)
    _paint_people(sheet, scene)
    paint_foot(sheet, scene.frame)


def _fits(scene: Closing, size: float, width: float) -> bool:
    return width_of(scene.thanks, HERO.at(size)) <= width


def _paint_actions(sheet: StageSheet, scene: Closing) -> None:
    top = 740.0 if sheet.tall else 442.0
    height = sheet.foot - top - 60 if sheet.tall or scene.frame.join else 400
    room = QRectF(MARGIN, top + 80, sheet.inner, height - 80 if sheet.tall else height)
    page, pages = paint_action_rows(sheet, scene.rows, room)
    words = scene.frame.page_words(page, pages)
    width = width_of(words, FLOOR) + 4 if words else 0.0
    heading = QRectF(MARGIN, top, sheet.inner - width - 40, HEADING.line)
    sheet.line(scene.actions_title, HEADING, heading, sheet.palette.ink)
    if words:
        place = QRectF(sheet.right - width, top + 12, width, FLOOR.line)
        sheet.run(words, FLOOR, place, sheet.palette.ink_2)


def _paint_people(sheet: StageSheet, scene: Closing) -> None:
    if not scene.people:
        return
    y = sheet.foot + 60 if sheet.tall else sheet.height - 62 - LABEL.line
    sheet.icon("users-three-bold", MARGIN, y + 2, 52, sheet.palette.primary)
    room = QRectF(MARGIN + 72, y, sheet.inner * (0.9 if sheet.tall else 0.5), LABEL.line)
    text = cut(scene.people_words, FLOOR, room.width())
    sheet.run(text, FLOOR, room, sheet.palette.ink_2)
