"""Scales: how many have answered, then how the answers lie, with the middle one in words."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import CENTRE, RIGHT
from workshop_desk.desktop.parts.typeset import Style, cut_lines, width_of, wrap
from workshop_desk.desktop.stage.canvas import BODY, HEADING, LABEL, MARGIN, TITLE, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_title_line
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import Count, StepScene, step_scene
from workshop_desk.domain.scales import FEWEST_TO_SHOW, distribution
from workshop_desk.domain.steps import Activity, Naming, Step

_BAR = Style("text", 66, 76, 700)
_LEVEL = Style("display", 66, 76, 700)
_MIDDLE = Style("display", 180, 180, 800)
_FACTS = Style("text", 56, 64, 600)
_END = Style("text", 46, 52, 600)


@dataclass(frozen=True, slots=True)
class ScaleResult:
    """The answers to a scale; `counts` is empty where too few answered to show them."""

    key: tuple[str, ...]
    frame: Frame
    question: str
    counts: tuple[int, ...]
    levels: tuple[str, ...]
    middle: int
    middle_words: str
    answers_words: str
    too_few: str


def scene(showing: Showing, step: Step, activity: Activity) -> StepScene | ScaleResult:
    """Return what the room sees of a scale: no answer before it is revealed."""
    if not activity.revealed:
        return step_scene(
            showing,
            step,
            activity,
            count=_answered(showing, activity),
            remark=_remark(showing, activity),
        )
    t, room = showing.t, showing.room
    levels = tuple(showing.say(level) for level in activity.levels)
    spread = distribution(room.ratings_of(activity.id), len(levels))
    blind = activity.naming is Naming.ANONYMOUS
    shown = spread.answers > 0 and (spread.showable or not blind)
    return ScaleResult(
        key=(step.id, activity.id, "result"),
        frame=showing.step_frame(step),
        question=showing.say(activity.prompt),
        counts=spread.counts if shown else (),
        levels=levels,
        middle=spread.middle or 0,
        middle_words=t("out of {most} is the middle answer", most=len(levels)),
        answers_words=t.many("{n} answer", "{n} answers", spread.answers),
        too_few=t("Shown from {n} answers on", n=FEWEST_TO_SHOW if blind else 1),
    )


def _answered(showing: Showing, activity: Activity) -> Count | None:
    room = showing.room
    there = room.taking_part(activity)
    if not there:
        return None
    done = sum(1 for person in there if room.participation(activity.id, person).answers)
    words = showing.t.many("of {total} has answered", "of {total} have answered", done, total=len(there))
    return Count(done, len(there), words)


def _remark(showing: Showing, activity: Activity) -> tuple[str, str]:
    if activity.naming is Naming.ANONYMOUS:
        return showing.t("Anonymous: no name is kept"), "eye-slash-bold"
    return "", ""


def paint_scale(sheet: StageSheet, scene: ScaleResult) -> None:
    """Paint the bars and, in the panel, what they say."""
    paint_title_line(sheet, scene.frame)
    left = QRectF(MARGIN, 136, (sheet.inner - 60) * 0.54, 0)
    style = TITLE
    lines = balanced(scene.question, style, left.width())
    if len(lines) > 2:  # noqa: PLR2004 - the bars need the rest
        style = HEADING
        lines = cut_lines(scene.question, style, left.width(), 3)
    left.setHeight(style.line * len(lines))
    below = sheet.lines(lines, style, left, sheet.palette.ink)
    if scene.counts:
        room = QRectF(left.left(), below + 12, left.width(), 826 - below - 12)
        _paint_bars(sheet, scene, room)
    else:
        _paint_too_few(sheet, scene, QRectF(left.left(), below + 60, left.width(), 200))
    right = left.right() + 60
    _paint_panel(sheet, scene, QRectF(right, 136, sheet.right - right, 670))
    paint_foot(sheet, scene.frame)


def _paint_too_few(sheet: StageSheet, scene: ScaleResult, room: QRectF) -> None:
    lines = wrap(scene.too_few, BODY, room.width())
    sheet.lines(lines, BODY, room, sheet.palette.ink_2)


def _paint_bars(sheet: StageSheet, scene: ScaleResult, room: QRectF) -> None:
    palette = sheet.palette
    count = len(scene.counts)
    slot = room.width() / count
    bar = min(128.0, slot - 24)
    ends = _end_lines(scene, room.width())
    foot = room.bottom() - len(ends) * _END.line - _LEVEL.line - 20
    highest = foot - room.top() - _BAR.line
    most = max(scene.counts) or 1
    for place, number in enumerate(scene.counts):
        height = max(10.0, highest * number / most)
        x = room.left() + place * slot
        box = QRectF(x + (slot - bar) / 2, foot - height, bar, height)
        chosen = place + 1 == scene.middle
        color = palette.primary if chosen else palette.quiet
        sheet.fill(box, color, 14)
        if height > 28:  # noqa: PLR2004 - units: the foot of a bar stands square on the floor
            sheet.fill(QRectF(box.left(), foot - 14, bar, 14), color, 4)
        label = QRectF(x, box.top() - _BAR.line, slot, _BAR.line)
        sheet.line(str(number), _BAR, label, palette.ink, CENTRE)
        level = QRectF(x, foot + 8, slot, _LEVEL.line)
        sheet.line(str(place + 1), _LEVEL, level, palette.ink, CENTRE)
    y = foot + 8 + _LEVEL.line + 6
    for low, high in ends:
        if low:
            sheet.run(low, _END, QRectF(room.left(), y, room.width() / 2, _END.line), palette.ink_2)
        if high:
            half = QRectF(room.center().x(), y, room.width() / 2, _END.line)
            sheet.run(high, _END, half, palette.ink_2, RIGHT)
        y += _END.line


def _end_lines(scene: ScaleResult, width: float) -> tuple[tuple[str, str], ...]:
    """Return the words of the lowest and highest level, side by side, on two lines at most."""
    half = width / 2 - 20
    low = cut_lines(f"1 · {scene.levels[0]}", _END, half, 2)
    high = cut_lines(f"{scene.levels[-1]} · {len(scene.levels)}", _END, half, 2)
    rows = max(len(low), len(high))
    padded = [(*lines, *("",) * (rows - len(lines))) for lines in (low, high)]
    return tuple(zip(*padded, strict=True))


def _paint_panel(sheet: StageSheet, scene: ScaleResult, box: QRectF) -> None:
    palette = sheet.palette
    sheet.fill(box, palette.panel, 28)
    inside = box.adjusted(48, 44, -48, -44)
    y = inside.top()
    if scene.counts:
        digit = str(scene.middle)
        width = width_of(digit, _MIDDLE)
        room = QRectF(inside.left(), y - 32, width + 2, 1.2 * _MIDDLE.line)
        sheet.run(digit, _MIDDLE, room, palette.ink)
        words = QRectF(inside.left() + width + 28, y + 6, inside.width() - width - 28, 0)
        lines = cut_lines(scene.middle_words, _FACTS, words.width(), 3)
        words.setHeight(_FACTS.line * len(lines))
        y = max(y + 146, sheet.lines(lines, _FACTS, words, palette.ink)) + 40
        sheet.rule(inside.left(), y, inside.width(), palette.line, 3)
        y += 36
        level = scene.levels[scene.middle - 1]
        lines = cut_lines(level, BODY, inside.width(), 3)
        y = sheet.lines(
            lines,
            BODY,
            QRectF(inside.left(), y, inside.width(), BODY.line * len(lines)),
            palette.primary,
        )
        y += 24
    room = QRectF(inside.left(), y, inside.width(), LABEL.line)
    sheet.line(scene.answers_words, LABEL, room, palette.ink_2)
