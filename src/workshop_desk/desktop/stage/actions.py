"""Actions: who does what by when, noted as they come; private ones stay private."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import RIGHT
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.canvas import MARGIN, WIDE, StageSheet
from workshop_desk.desktop.stage.frame import (
    Frame,
    joined,
    paint_foot,
    paint_heading,
    paint_title_line,
)
from workshop_desk.desktop.stage.rows import Laid, Row, lay_rows
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.desktop.stage.texts import quiet_scene
from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.onstage import held_back
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.i18n import dates

WHO = Style("display", 60, 70, 700)
WHAT = Style("text", 54, 64, 600)
WHEN = Style("text", 48, 56, 600)
ROW = 108.0
_TOP = 246.0
_MOST_WHO = 420.0
_HARD_SPACE = "\u00a0"
"""A date is read in one piece."""


@dataclass(frozen=True, slots=True)
class ActionList:
    """The room's actions while they are being noted."""

    key: tuple[str, ...]
    frame: Frame
    title: str
    rows: tuple[Row, ...]
    count_words: str
    timer: TimerView
    time_left: str


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | ActionList:
    """Return what the room sees while actions are noted."""
    if held_back(activity):
        return quiet_scene(showing, step, activity)
    noted = tuple(one for one in showing.room.actions_of(activity.id) if is_open(one))
    if not noted:
        return step_scene(showing, step, activity)
    timer = showing.timer(step)
    return ActionList(
        key=(step.id, activity.id, "actions"),
        frame=showing.step_frame(step),
        title=showing.say(activity.title),
        rows=action_rows(showing, noted),
        count_words=showing.t.many("{n} action", "{n} actions", len(noted)),
        timer=timer,
        time_left=showing.time_left(timer),
    )


def is_open(action: Action) -> bool:
    """Tell whether an action may be on the stage."""
    return not action.private and action.state is not ActionState.DROPPED


def action_rows(showing: Showing, actions: tuple[Action, ...]) -> tuple[Row, ...]:
    """Return actions as rows: first who, then what, then by when."""
    t = showing.t
    return tuple(
        Row(
            one.who,
            one.what,
            t("by {date}", date=dates.short_date(one.due, t.language)) if one.due else "",
        )
        for one in actions
    )


def paint_actions(sheet: StageSheet, scene: ActionList) -> None:
    """Paint one page of the list."""
    paint_title_line(sheet, scene.frame)
    top = max(_TOP + sheet.layout.lowered, sheet.layout.content)
    room = QRectF(MARGIN, top, sheet.inner, sheet.layout.foot - 10 - top)
    page, pages = paint_action_rows(sheet, scene.rows, room)
    facts = joined(scene.count_words, scene.frame.page_words(page, pages, short=sheet.large))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    paint_foot(sheet, scene.frame)


def paint_action_rows(sheet: StageSheet, rows: tuple[Row, ...], room: QRectF) -> tuple[int, int]:
    """Paint one page of rows; return which page, from 0, and how many there are."""
    who_style, what, when_style = (sheet.legible(style) for style in (WHO, WHAT, WHEN))
    of_who, of_when = (0.48, 0.48) if sheet.tall else (0.3, 0.3 if sheet.width >= WIDE else 0.36)
    most_who = min(_MOST_WHO * who_style.size / WHO.size, of_who * room.width())
    who = min(most_who, max((width_of(row.lead, who_style) for row in rows), default=0.0) + 4)
    when = max((width_of(row.trail, when_style) for row in rows), default=0.0) + 4
    if when > of_when * room.width():
        # A date that the column would cut goes on in the text.
        rows = tuple(
            Row(row.lead, joined(row.text, row.trail.replace(" ", _HARD_SPACE))) for row in rows
        )
        when = 0.0
    above = _above(sheet)
    width = room.width() if sheet.tall else room.width() - who - when - 72
    all_pages = lay_rows(rows, what, width, ROW + what.line - WHAT.line, room.height(), above)
    page = sheet.turn(len(all_pages))
    y = room.top()
    for laid in all_pages[page]:
        _paint_row(sheet, laid, QRectF(room.left(), y, room.width(), laid.height), who, when)
        y += laid.height
    return page, len(all_pages)


def _above(sheet: StageSheet) -> float:
    """Return how high the line with the name is that an upright picture has above the text."""
    return ROW - 24 + sheet.legible(WHO).line - WHO.line if sheet.tall else 0.0


def _paint_row(sheet: StageSheet, laid: Laid, box: QRectF, who: float, when: float) -> None:
    palette = sheet.palette
    who_style, what, when_style = (sheet.legible(style) for style in (WHO, WHAT, WHEN))
    sheet.rule(box.left(), box.top(), box.width(), palette.line, 3)
    middle = box.top() + (ROW + what.line - WHAT.line) / 2
    if laid.first:
        name = QRectF(box.left(), middle - who_style.line / 2, who, who_style.line)
        sheet.line(laid.row.lead, who_style, name, palette.ink)
        date = QRectF(box.right() - when, middle - when_style.line / 2, when, when_style.line)
        if laid.row.trail:
            sheet.run(cut(laid.row.trail, when_style, when), when_style, date, palette.ink_2, RIGHT)
    left, right = box.left() + who + 36, box.right() - when - 36
    if sheet.tall:
        left, right = box.left(), box.right()
        middle += _above(sheet) if laid.first else 0
    text = QRectF(left, middle - what.line / 2, right - left, 0)
    text.setHeight(what.line * len(laid.lines))
    sheet.lines(laid.lines, what, text, palette.ink)
