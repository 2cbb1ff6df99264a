"""Questions: the newest one beside the timer; all of them once the facilitator shows the list."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import LEFT, RIGHT
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, width_of
from workshop_desk.desktop.stage.canvas import MARGIN, StageSheet
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
    tag_words,
)
from workshop_desk.desktop.stage.step_scene import StepScene, step_scene
from workshop_desk.desktop.stage.texts import quiet_scene
from workshop_desk.domain.cards import Card
from workshop_desk.domain.onstage import held_back, shown_author, shown_cards
from workshop_desk.domain.steps import Activity, Step

_TEXT = Style("text", 62, 72, 600)
_NUMBER = Style("display", 62, 72, 800)
_TOP, _LEAST = 246.0, 98.0
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
    return joined(tag_words(showing, activity, card), shown_author(showing.room, activity, card))


def paint_questions(sheet: StageSheet, scene: QuestionList) -> None:
    """Paint one page of the list."""
    paint_title_line(sheet, scene.frame)
    floor, text = sheet.layout.floor, sheet.legible(_TEXT)
    trail = max((width_of(row.trail, floor) for row in scene.rows), default=0.0) + 4
    most = min(520.0, 0.4 * sheet.inner)
    # Larger letters leave a name no room beside the question.
    stacked = sheet.tall or (sheet.large and trail > most)
    trail = min(most, trail)
    lead = 110 * text.size / _TEXT.size
    width, below = sheet.inner - lead - trail - 30, 0.0
    if stacked:
        width = trail = sheet.inner - lead
        below = floor.line if any(row.trail for row in scene.rows) else 0.0
    top = max(_TOP + sheet.layout.lowered, sheet.layout.content)
    least = _LEAST + text.line - _TEXT.line
    all_pages = lay_rows(scene.rows, text, width, least, sheet.layout.foot - 10 - top, below)
    page = sheet.turn(len(all_pages))
    facts = joined(scene.count_words, scene.frame.page_words(page, len(all_pages), short=sheet.large))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    y = top
    for laid in all_pages[page]:
        _paint_row(sheet, laid, QRectF(MARGIN + lead, y, width, laid.height), trail, stacked=stacked)
        y += laid.height
    paint_foot(sheet, scene.frame)


def _paint_row(sheet: StageSheet, laid: Laid, box: QRectF, trail: float, *, stacked: bool) -> None:
    palette, floor, style = sheet.palette, sheet.layout.floor, sheet.legible(_TEXT)
    sheet.rule(MARGIN, box.top(), sheet.inner, palette.line, 3)
    top = box.top() + (_LEAST - _TEXT.line) / 2
    if laid.first:
        figure = sheet.legible(_NUMBER)
        number = QRectF(MARGIN, top, box.left() - 10 - MARGIN, figure.line)
        sheet.line(laid.row.lead, figure, number, palette.primary)
        about = cut(laid.row.trail, floor, trail)
        room = QRectF(sheet.right - trail, top + 10, trail, floor.line)
        if stacked:
            room.moveTop(top + style.line * len(laid.lines))
        if about:
            sheet.run(about, floor, room, palette.ink_2, LEFT if stacked else RIGHT)
    text = QRectF(box.left(), top, box.width(), style.line * len(laid.lines))
    sheet.lines(laid.lines, style, text, palette.ink)
