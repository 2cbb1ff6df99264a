"""Scales: how many have answered, then how the answers lie, with the middle one in words."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.seats import paint_seats
from workshop_desk.desktop.parts.sheet import CENTRE, RIGHT
from workshop_desk.desktop.parts.typeset import Style, cut_lines, width_of, wrap
from workshop_desk.desktop.stage.canvas import BODY, HEADING, LABEL, MARGIN, TITLE, WIDE, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_foot, paint_title_line
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.desktop.stage.step_scene import Count, StepScene, step_scene
from workshop_desk.domain.onstage import spread, tally
from workshop_desk.domain.steps import Activity, Naming, Step

_BAR = Style("text", 66, 76, 700)
_LEVEL = Style("display", 66, 76, 700)
_MIDDLE = Style("display", 180, 180, 800)
_FACTS = Style("text", 56, 64, 600)
_END = Style("text", 46, 52, 600)
_TALL_PANEL = 620.0
_LARGE_TOP = 138.0


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
    answers: int
    needed: int


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
    found = spread(room, activity)
    return ScaleResult(
        key=(step.id, activity.id, "result"),
        frame=showing.step_frame(step),
        question=showing.say(activity.prompt),
        counts=found.counts,
        levels=levels,
        middle=found.middle,
        middle_words=t("out of {most} is the middle answer", most=len(levels)),
        answers_words=t.many("{n} answer", "{n} answers", found.answers),
        too_few=t("Shown from {n} answers on", n=found.needed),
        answers=found.answers,
        needed=found.needed,
    )


def _answered(showing: Showing, activity: Activity) -> Count | None:
    told = tally(showing.room, activity)
    if told is None:
        return None
    done, of = told.done, told.of
    words = showing.t.many("of {total} has answered", "of {total} have answered", done, total=of)
    return Count(done, of, words)


def _remark(showing: Showing, activity: Activity) -> tuple[str, str]:
    if activity.naming is Naming.ANONYMOUS:
        return showing.t("Anonymous: no name is kept"), "eye-slash-bold"
    return "", ""


def paint_scale(sheet: StageSheet, scene: ScaleResult) -> None:
    """Paint the bars and, in the panel, what they say."""
    paint_title_line(sheet, scene.frame)
    if sheet.large:
        _paint_large(sheet, scene)
        paint_foot(sheet, scene.frame)
        return
    left = QRectF(MARGIN, 136, sheet.inner if sheet.tall else (sheet.inner - 60) * 0.54, 0)
    style = TITLE
    lines = balanced(scene.question, style, left.width())
    if len(lines) > 2:  # noqa: PLR2004 - the bars need the rest
        style = HEADING
        lines = cut_lines(scene.question, style, left.width(), 3)
    left.setHeight(style.line * len(lines))
    below = sheet.lines(lines, style, left, sheet.palette.ink)
    if scene.counts and sheet.tall:
        panel = QRectF(MARGIN, sheet.layout.foot - 40 - _TALL_PANEL, sheet.inner, _TALL_PANEL)
        _paint_bars(
            sheet, scene, QRectF(left.left(), below + 12, left.width(), panel.top() - below - 52)
        )
        _paint_panel(sheet, scene, panel)
    elif scene.counts:
        _paint_bars(sheet, scene, QRectF(left.left(), below + 12, left.width(), 814 - below))
        right = left.right() + 60
        _paint_panel(sheet, scene, QRectF(right, 136, sheet.right - right, 670))
    else:
        _paint_too_few(sheet, scene, QRectF(left.left(), below + 44, left.width(), 400))
    paint_foot(sheet, scene.frame)


def _paint_large(sheet: StageSheet, scene: ScaleResult) -> None:
    """Paint in letters that leave no room side by side: first what needs a page of its own."""
    layout = sheet.layout
    top, style = layout.heading, sheet.legible(HEADING)
    room = QRectF(MARGIN, top + style.line + 12, sheet.inner, 0)
    room.setBottom(layout.foot - 6)
    beside = width_of("0/0", layout.floor) + 44
    whole = width_of(scene.question, style) <= sheet.inner - beside
    shown = ("bars", "panel") if scene.counts else ()
    told = _told(sheet, scene, room, whole=whole)
    # A question that has no room above the bars is asked first.
    all_pages = (*shown, *told) if whole else (*told, *shown)
    page = sheet.turn(len(all_pages))
    words = scene.frame.page_words(page, sheet.report.pages, short=True)
    if words:
        place = QRectF(0, top + (style.line - layout.floor.line) / 2, sheet.right, layout.floor.line)
        sheet.run(words, layout.floor, place, sheet.palette.ink_2, RIGHT)
    what = all_pages[page]
    if whole or isinstance(what, str):
        question = QRectF(MARGIN, top, sheet.inner - (beside if words else 0), style.line)
        sheet.line(scene.question, style, question, sheet.palette.ink)
    else:
        room.setTop(top)
    if what == "bars":
        _paint_bars(sheet, scene, room)
    elif what == "panel":
        _paint_panel(sheet, scene, room)
    else:
        for text, one in what:
            sheet.lines((text,), one, room, sheet.palette.ink)
            room.setTop(room.top() + one.line)


def _told(
    sheet: StageSheet, scene: ScaleResult, room: QRectF, *, whole: bool
) -> tuple[tuple[tuple[str, Style], ...], ...]:
    """Return what is told on pages of its own, line by line, as bars and panel have no room for it."""
    style, body, end = sheet.legible(HEADING), sheet.legible(BODY), sheet.legible(_END)
    texts: list[tuple[str, Style]] = []
    if not whole:
        texts.append((scene.question, style))
    if not scene.counts:
        texts += [(scene.too_few, body), (scene.answers_words, body)]
    else:
        if not _ends_fit(scene, room.width(), end):
            ends = ((1, scene.levels[0]), (len(scene.levels), scene.levels[-1]))
            texts += [(f"{number} · {words}", body) for number, words in ends]
        if not _answers_fit(sheet, room.height()):
            texts.append((scene.answers_words, body))
    pages: list[list[tuple[str, Style]]] = [[]]
    used, high = 0.0, room.height() if whole else room.bottom() - sheet.layout.heading
    width = room.width() if whole else room.width() - width_of("0/0", sheet.layout.floor) - 44
    for text, one in texts:
        for line in balanced(text, one, width):
            if used + one.line > high:
                pages.append([])
                used = 0.0
            pages[-1].append((line, one))
            used += one.line
    return tuple(tuple(page) for page in pages if page)


def _ends_fit(scene: ScaleResult, width: float, end: Style) -> bool:
    """Tell whether the words of the lowest and highest level stand beside each other on one line."""
    [(low, high)] = _end_lines(scene, width, end, 1)
    return low == f"1 · {scene.levels[0]}" and high == f"{scene.levels[-1]} · {len(scene.levels)}"


def _answers_fit(sheet: StageSheet, high: float) -> bool:
    """Tell whether the panel has room for how many answered, below one line for the level."""
    body, small = sheet.legible(BODY), sheet.legible(LABEL)
    return not sheet.large or high >= 40 + _LARGE_TOP + 16 + body.line + 8 + small.line


def _paint_too_few(sheet: StageSheet, scene: ScaleResult, room: QRectF) -> None:
    """Say from how many answers on the result is shown, with as many seats."""
    lines = wrap(scene.too_few, BODY, room.width())
    sheet.lines(lines, BODY, room, sheet.palette.ink_2)
    ring = sheet.layout.ring
    paint_seats(sheet, ring, min(scene.answers, scene.needed), scene.needed, rim=6)
    lines = balanced(scene.answers_words, BODY, 0.5 * ring.width())
    words = QRectF(ring.left(), 0, ring.width(), BODY.line * len(lines))
    words.moveCenter(ring.center())
    sheet.lines(lines, BODY, words, sheet.palette.ink, CENTRE)


def _paint_bars(sheet: StageSheet, scene: ScaleResult, room: QRectF) -> None:
    palette = sheet.palette
    count = len(scene.counts)
    slot = room.width() / count
    bar = min(128.0, slot - 24)
    bar_style, level_style, end = (sheet.legible(style) for style in (_BAR, _LEVEL, _END))
    ends = _end_lines(scene, room.width(), end, _end_rows(sheet))
    if sheet.large and not _ends_fit(scene, room.width(), end):
        ends = ()
    foot = room.bottom() - len(ends) * end.line - level_style.line - 20
    highest = foot - room.top() - bar_style.line
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
        label = QRectF(x, box.top() - bar_style.line, slot, bar_style.line)
        sheet.line(str(number), bar_style, label, palette.ink, CENTRE)
        level = QRectF(x, foot + 8, slot, level_style.line)
        sheet.line(str(place + 1), level_style, level, palette.ink, CENTRE)
    y = foot + 8 + level_style.line + 6
    for low, high in ends:
        if low:
            sheet.run(low, end, QRectF(room.left(), y, room.width() / 2, end.line), palette.ink_2)
        if high:
            half = QRectF(room.center().x(), y, room.width() / 2, end.line)
            sheet.run(high, end, half, palette.ink_2, RIGHT)
        y += end.line


def _end_rows(sheet: StageSheet) -> int:
    """Return on how many lines the words of a level may stand: bars are narrow where the picture is."""
    if sheet.large:
        return 1
    return 2 if sheet.tall or sheet.width >= WIDE else 3


def _end_lines(scene: ScaleResult, width: float, end: Style, most: int) -> tuple[tuple[str, str], ...]:
    """Return the words of the lowest and highest level, side by side, on so many lines at most."""
    half = width / 2 - 20
    low = cut_lines(f"1 · {scene.levels[0]}", end, half, most)
    high = cut_lines(f"{scene.levels[-1]} · {len(scene.levels)}", end, half, most)
    rows = max(len(low), len(high))
    padded = [(*lines, *("",) * (rows - len(lines))) for lines in (low, high)]
    return tuple(zip(*padded, strict=True))


def _paint_panel(sheet: StageSheet, scene: ScaleResult, box: QRectF) -> None:
    """Paint what the bars say: the middle answer, its words, and how many answered."""
    palette = sheet.palette
    digit, words = str(scene.middle), scene.levels[scene.middle - 1]
    wide = box.width() - 96
    middle = _MIDDLE.at(120) if sheet.large else _MIDDLE
    number = width_of(digit, middle) + 2
    fact, body, small = (sheet.legible(style) for style in (_FACTS, BODY, LABEL))
    facts = cut_lines(scene.middle_words, fact, wide - number - 28, 3)
    top = 6 + fact.line * len(facts)
    top = max(_LARGE_TOP, top + 16) if sheet.large else max(146.0, top) + 40
    pad, gap, above = (20, 16, 8) if sheet.large else (44, 36, 24)
    answers = above + small.line if _answers_fit(sheet, box.height()) else 0.0
    free = box.height() - 2 * pad - top - gap - answers
    level = cut_lines(words, body, wide, max(1, min(3, int(free // body.line))))
    box = QRectF(box)
    box.setHeight(min(box.height(), 2 * pad + top + gap + body.line * len(level) + answers))
    sheet.fill(box, palette.panel, 28)
    x, y = box.left() + 48, box.top() + pad
    raised = 12 if sheet.large else 32
    sheet.run(digit, middle, QRectF(x, y - raised, number, 1.2 * middle.line), palette.ink)
    room = QRectF(x + number + 26, y + 6, wide - number - 26, fact.line * len(facts))
    sheet.lines(facts, fact, room, palette.ink)
    y += top
    sheet.rule(x, y, wide, palette.line, 3)
    room = QRectF(x, y + gap, wide, body.line * len(level))
    y = sheet.lines(level, body, room, palette.primary) + above
    if answers:
        sheet.line(scene.answers_words, small, QRectF(x, y, wide, small.line), palette.ink_2)
