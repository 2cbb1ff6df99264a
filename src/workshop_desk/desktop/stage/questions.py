"""Questions: the newest one beside the timer; all of them once the facilitator shows the list."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import LEFT, RIGHT
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.canvas import FLOOR, MARGIN, StageSheet
from workshop_desk.desktop.stage.column import Panel
from workshop_desk.desktop.stage.frame import (
    Frame,
    joined,
    paint_foot,
    paint_heading,
    paint_title_line,
)
from workshop_desk.desktop.stage.rows import Laid, Row, lay_rows
from workshop_desk.desktop.stage.showing import (
    Showing,
    author_name,
    held_back,
    shown_cards,
    tag_words,
)
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.desktop.stage.texts import quiet_scene
from workshop_desk.domain.cards import Card
from workshop_desk.domain.steps import Activity, Step

_TEXT = Style("text", 62, 72, 600)
_NUMBER = Style("display", 62, 72, 800)
_TOP, _BOTTOM, _LEAST = 246.0, 816.0, 98.0
MOST_QUESTIONS = 120


@dataclass(frozen=True, slots=True)
class QuestionList:
    """The questions asked, oldest first, without those put aside."""

    key: tuple[str, ...]
    frame: Frame
    title: str
    rows: tuple[Row, ...]
    count_words: str
    timer: TimerView
    time_left: str


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | QuestionList:
    """Return what the room sees of the questions."""
    if held_back(activity):
        return quiet_scene(showing, step, activity)
    cards = shown_cards(showing.room, activity)
    if not cards:
        return step_scene(showing, step, activity)
    if activity.revealed:
        return _list(showing, step, activity, cards)
    newest = cards[-1]
    label = showing.t("Question {n}", n=len(cards))
    about = _about(showing, activity, newest)
    return step_scene(showing, step, activity, panel=Panel(label, newest.text, about))


def _list(showing: Showing, step: Step, activity: Activity, cards: tuple[Card, ...]) -> QuestionList:
    t, timer = showing.t, showing.timer(step)
    first = max(0, len(cards) - MOST_QUESTIONS)
    rows = tuple(
        Row(str(number), card.text, _about(showing, activity, card))
        for number, card in enumerate(cards[first:], first + 1)
    )
    return QuestionList(
        key=(step.id, activity.id, "list"),
        frame=showing.step_frame(step),
        title=showing.say(activity.title),
        rows=rows,
        count_words=t.many("{n} question", "{n} questions", len(cards)),
        timer=timer,
        time_left=showing.time_left(timer),
    )


def _about(showing: Showing, activity: Activity, card: Card) -> str:
    return joined(tag_words(showing, activity, card), author_name(showing.room, activity, card))


def paint_questions(sheet: StageSheet, scene: QuestionList) -> None:
    """Paint one page of the list."""
    paint_title_line(sheet, scene.frame)
    trail = min(520.0, max((width_of(row.trail, FLOOR) for row in scene.rows), default=0.0) + 4)
    width, below = sheet.inner - 110 - trail - 30, 0.0
    if sheet.tall:
        width = trail = sheet.inner - 110
        below = FLOOR.line if any(row.trail for row in scene.rows) else 0.0
    height = _BOTTOM + sheet.more - _TOP - sheet.lowered
    all_pages = lay_rows(scene.rows, _TEXT, width, _LEAST, height, below)
    page = sheet.turn(len(all_pages))
    facts = joined(scene.count_words, scene.frame.page_words(page, len(all_pages)))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    y = _TOP + sheet.lowered
    for laid in all_pages[page]:
        _paint_row(sheet, laid, y, width, trail)
        y += laid.height
    paint_foot(sheet, scene.frame)


def _paint_row(sheet: StageSheet, laid: Laid, y: float, width: float, trail: float) -> None:
    palette = sheet.palette
    sheet.rule(MARGIN, y, sheet.inner, palette.line, 3)
    top = y + (_LEAST - _TEXT.line) / 2
    if laid.first:
        number = QRectF(MARGIN, top, 100, _NUMBER.line)
        sheet.line(laid.row.lead, _NUMBER, number, palette.primary)
        about = cut(laid.row.trail, FLOOR, trail)
        room = QRectF(sheet.right - trail, top + 10, trail, FLOOR.line)
        if sheet.tall:
            room.moveTop(top + _TEXT.line * len(laid.lines))
        if about:
            sheet.run(about, FLOOR, room, palette.ink_2, LEFT if sheet.tall else RIGHT)
    text = QRectF(MARGIN + 110, top, width, _TEXT.line * len(laid.lines))
    sheet.lines(laid.lines, _TEXT, text, palette.ink)
