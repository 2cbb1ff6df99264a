"""Actions: who does what by when, noted as they come; private ones stay private."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import RIGHT
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.canvas import MARGIN, StageSheet
from workshop_desk.desktop.stage.frame import (
    Frame,
    joined,
    paint_foot,
    paint_heading,
    paint_title_line,
)
from workshop_desk.desktop.stage.rows import Laid, Row, lay_rows
from workshop_desk.desktop.stage.showing import Showing, held_back
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.desktop.stage.texts import quiet_scene
from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.i18n import dates

WHO = Style("display", 60, 70, 700)
WHAT = Style("text", 54, 64, 600)
WHEN = Style("text", 48, 56, 600)
ROW = 108.0
_TOP, _BOTTOM = 246.0, 816.0
_MOST_WHO = 420.0


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
    room = QRectF(MARGIN, _TOP + sheet.lowered, sheet.inner, 0)
    room.setBottom(_BOTTOM + sheet.more)
    page, pages = paint_action_rows(sheet, scene.rows, room)
    facts = joined(scene.count_words, scene.frame.page_words(page, pages))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    paint_foot(sheet, scene.frame)


def paint_action_rows(sheet: StageSheet, rows: tuple[Row, ...], room: QRectF) -> tuple[int, int]:
    """Paint one page of rows; return which page, from 0, and how many there are."""
    share = 0.48 if sheet.tall else 0.3
    most_who = min(_MOST_WHO, share * room.width())
    who = min(most_who, max((width_of(row.lead, WHO) for row in rows), default=0.0) + 4)
    when = max((width_of(row.trail, WHEN) for row in rows), default=0.0) + 4
    when = min(when, share * room.width())
    above = ROW - 24 if sheet.tall else 0.0
    width = room.width() if sheet.tall else room.width() - who - when - 72
    all_pages = lay_rows(rows, WHAT, width, ROW, room.height(), above)
    page = sheet.turn(len(all_pages))
    y = room.top()
    for laid in all_pages[page]:
        _paint_row(sheet, laid, QRectF(room.left(), y, room.width(), laid.height), who, when)
        y += laid.height
    return page, len(all_pages)


def _paint_row(sheet: StageSheet, laid: Laid, box: QRectF, who: float, when: float) -> None:
    palette = sheet.palette
    sheet.rule(box.left(), box.top(), box.width(), palette.line, 3)
    middle = box.top() + ROW / 2
    if laid.first:
        name = QRectF(box.left(), middle - WHO.line / 2, who, WHO.line)
        sheet.line(laid.row.lead, WHO, name, palette.ink)
        date = QRectF(box.right() - when, middle - WHEN.line / 2, when, WHEN.line)
        if laid.row.trail:
            sheet.run(cut(laid.row.trail, WHEN, when), WHEN, date, palette.ink_2, RIGHT)
    left, right = box.left() + who + 36, box.right() - when - 36
    if sheet.tall:
        left, right = box.left(), box.right()
        middle += ROW - 24 if laid.first else 0
    text = QRectF(left, middle - WHAT.line / 2, right - left, 0)
    text.setHeight(WHAT.line * len(laid.lines))
    sheet.lines(laid.lines, WHAT, text, palette.ink)
