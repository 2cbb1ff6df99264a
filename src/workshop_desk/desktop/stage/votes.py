"""Voting: how many have voted, then what the room has chosen, once the facilitator reveals it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.sheet import RIGHT
from workshop_desk.desktop.parts.typeset import Style
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
from workshop_desk.desktop.stage.step_scene import Count, StepScene, step_scene
from workshop_desk.domain.onstage import ranking, tally
from workshop_desk.domain.rules.votes import dots
from workshop_desk.domain.steps import Activity, Naming, Step

_TEXT = Style("text", 62, 70, 600)
_RANK = Style("display", 62, 70, 800)
_NUMBER = Style("text", 76, 84, 700)
_TOP, _LEAST = 236.0, 98.0
_DOT, _DOT_GAP = 32.0, 6.0
_LEAST_TEXT = 480.0
"""With less than this left for an option's words its dots are a number only."""
MOST_DOTS = 17
"""Above so many dots a bar stands for them: that is how many fit beside an option's words."""
_TALL_DOTS = 4
MOST_OPTIONS = 120


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option with its rank, 1 for all that share the most dots, and its dots."""

    rank: int
    text: str
    dots: int


@dataclass(frozen=True, slots=True)
class VoteResult:
    """What the room has chosen, the most dots first."""

    key: tuple[str, ...]
    frame: Frame
    title: str
    facts: str
    ranked: tuple[Ranked, ...]


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | VoteResult:
    """Return what the room sees of a vote: never a count of dots before it is revealed."""
    if not activity.revealed:
        return step_scene(
            showing, step, activity, count=_voters(showing, activity), remark=_remark(showing, activity)
        )
    t, room = showing.t, showing.room
    voters = len(room.ballots_of(activity.id))
    facts = joined(
        t.many("{n} voter", "{n} voters", voters),
        t.many("{n} dot each", "{n} dots each", dots(room, activity)),
    )
    return VoteResult(
        key=(step.id, activity.id, "result"),
        frame=showing.step_frame(step),
        title=t("The room has chosen") if voters else t("No votes yet"),
        facts=facts,
        ranked=tuple(
            Ranked(one.rank, one.card.text, one.dots) for one in ranking(room, activity)[:MOST_OPTIONS]
        ),
    )


def _voters(showing: Showing, activity: Activity) -> Count | None:
    told = tally(showing.room, activity)
    if told is None:
        return None
    done, of = told.done, told.of
    words = showing.t.many("of {total} has voted", "of {total} have voted", done, total=of)
    return Count(done, of, words)


def _remark(showing: Showing, activity: Activity) -> tuple[str, str]:
    if activity.naming is Naming.ANONYMOUS:
        return showing.t("Anonymous: no name is kept"), "eye-slash-bold"
    return "", ""


def paint_vote(sheet: StageSheet, scene: VoteResult) -> None:
    """Paint one page of the result."""
    paint_title_line(sheet, scene.frame)
    most = max((one.dots for one in scene.ranked), default=0)
    roomy = _TALL_DOTS if sheet.tall else MOST_DOTS if sheet.width >= WIDE else 8
    dots_width = (_DOT + _DOT_GAP) * min(roomy, max(6, most))
    style = sheet.legible(_TEXT)
    share = style.size / _TEXT.size
    spare = sheet.inner - 60 - 98 * share - 30 - 30 - 120 * share
    if sheet.large and spare - dots_width < _LEAST_TEXT * share:
        dots_width = 0.0
    text_width = spare - dots_width
    top, least = max(_TOP + sheet.layout.lowered, sheet.layout.content), _LEAST + style.line - _TEXT.line
    rows = tuple(Row(str(place), one.text) for place, one in enumerate(scene.ranked))
    all_pages = lay_rows(rows, style, text_width, least, sheet.layout.foot - 4 - top)
    page = sheet.turn(len(all_pages))
    facts = joined(scene.facts, scene.frame.page_words(page, len(all_pages), short=sheet.large))
    paint_heading(sheet, scene.title, facts, None)
    y = top
    for laid in all_pages[page]:
        ranked = scene.ranked[int(laid.row.lead)]
        box = QRectF(MARGIN, y, sheet.inner, laid.height - 2)
        _paint_row(sheet, laid, ranked, box, text_width, dots_width, most)
        y += laid.height
    paint_foot(sheet, scene.frame)


def _paint_row(
    sheet: StageSheet,
    laid: Laid,
    ranked: Ranked,
    box: QRectF,
    text_width: float,
    dots_width: float,
    most: int,
) -> None:
    palette = sheet.palette
    first = ranked.rank == 1 and ranked.dots > 0
    if first:
        sheet.fill(box, palette.panel, 18)
    style, figure = sheet.legible(_TEXT), sheet.legible(_RANK)
    share = style.size / _TEXT.size
    top = box.top() + (_LEAST - _TEXT.line) / 2
    left = box.left() + 30
    if laid.first:
        rank = QRectF(left, top, 90 * share, figure.line)
        sheet.line(str(ranked.rank), figure, rank, palette.primary if first else palette.ink_2)
    text = QRectF(left + 98 * share, top, text_width, style.line * len(laid.lines))
    sheet.lines(laid.lines, style, text, palette.ink)
    if not laid.first:
        return
    middle = box.top() + (_LEAST + style.line - _TEXT.line) / 2
    if dots_width:
        place = QRectF(text.right() + 30, middle - _DOT / 2, dots_width, _DOT)
        _paint_dots(sheet, place, ranked.dots, most, first=first)
    dots_style, wide = sheet.legible(_NUMBER), 120 * share
    number = QRectF(box.right() - 30 - wide, middle - dots_style.line / 2, wide, dots_style.line)
    sheet.line(str(ranked.dots), dots_style, number, palette.ink, RIGHT)


def _paint_dots(sheet: StageSheet, place: QRectF, number: int, most: int, *, first: bool) -> None:
    color = sheet.palette.primary if first else sheet.palette.quiet
    fitting = int(place.width() // (_DOT + _DOT_GAP))
    if most > fitting:
        width = max(_DOT if number else 0.0, place.width() * number / most)
        if number:
            sheet.fill(QRectF(place.left(), place.top(), width, _DOT), color, _DOT / 2)
        return
    for at in range(number):
        x = place.left() + at * (_DOT + _DOT_GAP) + _DOT / 2
        sheet.disc(QPointF(x, place.center().y()), _DOT / 2, color)
