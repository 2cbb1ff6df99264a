"""The hard end of a pitch: a word in its last minute, then thanks on red and the questions' own time."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import LEFT, RIGHT
from workshop_desk.desktop.parts.timer_view import TimerView, timer_view
from workshop_desk.desktop.parts.typeset import Style, cut_lines, top_for_middle, width_of
from workshop_desk.desktop.stage.canvas import LABEL, MARGIN, PROMPT, WIDE, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import joined
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import Timer, TimerPhase
from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.dates import exact_duration
from workshop_desk.i18n.words import Words

HAND, _LARGE_HAND = "hand-bold", "hand"
_WORD = Style("display", 250, 250, 800)
_THANKS = Style("display", 112, 130, 700)
_SMALL_THANKS = (_THANKS, _THANKS.at(92), _THANKS.at(72))
_DIGITS = Style("text", 112, 120, 700)
_ABOVE_EDGE = 165.0


def questions_place(height: float) -> QRectF:
    """Return where the questions' time stands on a sheet of this height, from one edge to the other."""
    return QRectF(0, height - _ABOVE_EDGE - 90, 4000, 180)


@dataclass(frozen=True, slots=True)
class HardEnd:
    """Time is up for a speaker or a team; `questions` is what is left for questions, '' for none."""

    key: tuple[str, ...]
    label: str
    word: str
    thanks: str
    questions_label: str
    questions: str
    widest: str
    next_words: str


def hard_end_scene(showing: Showing, step: Step, timer: Timer, name: str) -> HardEnd:
    """Return the end of a step that ends hard, or of a speaker's turn in it."""
    t = showing.t
    view = timer_view(timer, showing.now, t)
    asked = timer.questions > 0
    frame = showing.step_frame(step)
    return HardEnd(
        key=(step.id, name, "hard end"),
        label=joined(name, showing.say(step.title)),
        word=t("Time!"),
        thanks=t("Thank you, {name}", name=name) if name else t("Thank you"),
        questions_label=t("Questions") if asked else "",
        questions=view.digits if asked else "",
        widest=view.widest,
        next_words=f"{frame.next_label} {frame.next_title}",
    )


def last_remark(t: Words, timer: Timer, view: TimerView) -> str:
    """Return what is said in the last minute before a hard end, '' at any other time."""
    if not (timer.hard and view.phase is TimerPhase.LAST):
        return ""
    if not timer.questions:
        return t("At zero we clap and stop")
    return t("At zero we clap and stop, then {time} of questions", time=_in_words(t, timer.questions))


def _in_words(t: Words, seconds: Seconds) -> str:
    words = {60: t("one minute"), 120: t("two minutes"), 180: t("three minutes"), 300: t("five minutes")}
    return words.get(round(seconds)) or exact_duration(seconds, t.language)


def paint_hard_end(sheet: StageSheet, scene: HardEnd) -> None:
    """Paint the end; the sheet's palette is the red one already."""
    palette = sheet.palette
    small = sheet.legible(LABEL)
    sheet.line(scene.label, small, QRectF(MARGIN, 96, sheet.inner, small.line), palette.ink)
    side = 400.0 if sheet.width >= WIDE else 300.0
    square = QRectF(MARGIN, 244 if sheet.large and not sheet.tall else 252, side, side)
    sheet.fill(square, palette.panel, 40)
    hand = side * 0.75
    inset = (side - hand) / 2
    sheet.icon(_LARGE_HAND, square.left() + inset, square.top() + inset, hand, palette.primary)
    left, top = square.right() + (90 if sheet.width >= WIDE else 60), square.top()
    if sheet.tall:
        left, top = MARGIN, square.bottom() + 50
    width = sheet.right - left
    fits = min(1.0, width / width_of(scene.word, _WORD))
    word = _WORD.at(_WORD.size * fits)
    room = QRectF(left, top, width, 1.2 * word.line)
    sheet.run(scene.word, word, room, palette.ink)
    thanks, lines = _thanks(sheet, scene.thanks, width)
    y = top + word.line + (14 if sheet.large else 30)
    sheet.lines(lines, thanks, QRectF(left, y, width, thanks.line * len(lines)), palette.ink)
    _paint_foot(sheet, scene)


def _thanks(sheet: StageSheet, text: str, width: float) -> tuple[Style, tuple[str, ...]]:
    """Return the thanks as large as two lines let them be; a longer name is cut."""
    sizes = tuple(sheet.legible(style) for style in _SMALL_THANKS)
    for style in sizes:
        lines = balanced(text, style, width)
        if len(lines) <= (1 if style.size >= _THANKS.size else 2):
            return style, lines
    return sizes[-1], cut_lines(text, sizes[-1], width, 2)


def _paint_foot(sheet: StageSheet, scene: HardEnd) -> None:
    palette, left, small = sheet.palette, MARGIN, sheet.legible(LABEL)
    foot = sheet.height - _ABOVE_EDGE
    if scene.questions:
        label = QRectF(left, top_for_middle(foot, PROMPT), 0, PROMPT.line)
        label.setWidth(width_of(scene.questions_label, PROMPT) + 2)
        sheet.run(scene.questions_label, PROMPT, label, palette.ink)
        wide = max(width_of(scene.widest, _DIGITS), width_of(scene.questions, _DIGITS)) + 2
        digits = QRectF(label.right() + 40, top_for_middle(foot, _DIGITS), wide, _DIGITS.line)
        sheet.run(scene.questions, _DIGITS, digits, palette.ink)
        left = digits.right() + 80
    most, below = 2, sheet.tall
    if sheet.tall:
        left, foot = MARGIN, foot - 170
    elif left > MARGIN and width_of(scene.next_words, small) > sheet.right - left and sheet.large:
        # Larger letters have no room beside the questions.
        left, foot, most, below = MARGIN, foot - 68 - small.line / 2, 1, True
    room = QRectF(left, 0, sheet.right - left, small.line)
    lines = cut_lines(scene.next_words, small, room.width(), most)
    room.moveTop(foot - small.line * len(lines) / 2)
    room.setHeight(small.line * len(lines))
    sheet.lines(lines, small, room, palette.ink, LEFT if below else RIGHT)
