"""The charts of papers: dots of a vote, columns of a scale, bars of time. All read in grey."""

from dataclasses import dataclass, replace

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.flow import LEFT, WIDTH, Block
from workshop_desk.exports.look import look
from workshop_desk.exports.page import baseline, lines
from workshop_desk.exports.typeset.paragraphs import Span, Style, set_line, set_lines

_DOT, _DOT_GAP, _DOTS_AS_DISCS = 9.75, 3.0, 20
_LABEL, _FIGURE = 212.0, 28.0
_COLUMN, _COLUMN_TALL = 25.5, 54.0
COLUMNS_TALL = 2 * 14.5 + _COLUMN_TALL + 9
"""The height of a chart of columns, figures included."""

_BAR, _TICK = 9.75, 14.25
_LATE = 30.0
_ROW = 17.25
_STEP_LABEL, _TIME, _PLANNED = 158.0, 48.0, 62.0


@dataclass(frozen=True, slots=True)
class TimeBar:
    """One step: its name, real and planned seconds, both in words, and what else there is to say."""

    name: str
    real: float
    planned: float
    real_words: str
    planned_words: str
    note: str = ""


def dots_row(rank: str, words: str, dots: int, most: int, *, leading: bool) -> tuple[Block, ...]:
    """Return one option of a vote: a disc per dot up to 20, above that a bar."""
    colours = look()
    style = colours.strong if leading else colours.body
    place = Style("display", 700, 11.25, style.leading, colours.ink("primary" if leading else "ink_3"))
    made = set_lines((Span(words, style),), _LABEL - 20)
    height = max(22.5, len(made) * style.leading + 8)
    ink = colours.ink("primary") if leading else colours.quiet
    figure = set_line(str(dots), replace(colours.strong, size=11.25))

    def paint(canvas: Canvas, y: float) -> None:
        top = y + (height - len(made) * style.leading) / 2
        with canvas.tagged("P"):
            canvas.show(set_line(rank, place), LEFT, top + baseline(place))
            lines(canvas, made, style, (LEFT + 20, top), _LABEL - 20)
            right = LEFT + WIDTH - figure.width
            canvas.show(figure, right, y + height / 2 - style.leading / 2 + baseline(style) + 0.4)
        _dots(canvas, y + height / 2)

    def _dots(canvas: Canvas, middle: float) -> None:
        start, room = LEFT + _LABEL + 14, WIDTH - _LABEL - 14 - _FIGURE
        step = min(_DOT + _DOT_GAP, room / max(most, 1))
        if most > _DOTS_AS_DISCS:
            width = room * dots / most
            if dots:
                canvas.rect((start, middle - _BAR / 2), (width, _BAR), fill=ink, radius=2.2)
            return
        size = step * _DOT / (_DOT + _DOT_GAP)
        for dot in range(dots):
            canvas.circle((start + size / 2 + dot * step, middle), size / 2, fill=ink)

    return (Block(height, paint),)


def columns(
    canvas: Canvas,
    counts: tuple[int, ...],
    middle: int | None,
    corner: tuple[float, float],
    width: float,
) -> None:
    """Draw a distribution: a column per level from 1 up, the middle answer's column dark."""
    colours = look()
    figure = colours.strong
    share = width / len(counts)
    most = max((*counts, 1))
    floor = corner[1] + figure.leading + _COLUMN_TALL
    for level, count in enumerate(counts, start=1):
        centre = corner[0] + share * (level - 0.5)
        tall = max(1.5, _COLUMN_TALL * count / most)
        ink = colours.ink("primary") if level == middle else colours.quiet
        at = (centre - _COLUMN / 2, floor - tall)
        canvas.rect(at, (_COLUMN, tall), fill=ink, radius=min(2.2, tall / 2))
        above, below = set_line(str(count), figure), set_line(str(level), figure)
        with canvas.tagged("P"):
            canvas.show(below, centre - below.width / 2, floor + 3 + baseline(figure))
        with canvas.tagged("P"):
            high = floor - tall - figure.leading + baseline(figure)
            canvas.show(above, centre - above.width / 2, high)
    low = floor + figure.leading + 5
    canvas.rule((corner[0], low), (corner[0] + width, low), colours.ink("line"))


def time_bars(bars: tuple[TimeBar, ...]) -> tuple[Block, ...]:
    """Return a row per step: the bar is what it took, the tick what was planned."""
    longest = max((max(bar.real, bar.planned) for bar in bars), default=1.0) or 1.0
    return tuple(_time_bar(bar, longest) for bar in bars)


def _time_bar(bar: TimeBar, longest: float) -> Block:
    colours = look()
    made = set_lines((Span(bar.name, colours.body),), _STEP_LABEL)
    strong, small = colours.strong, colours.small
    room = WIDTH - _STEP_LABEL - 14 - _TIME - _PLANNED - 8
    note = set_lines((Span(bar.note, small),), room) if bar.note else ()
    tall = max(_ROW, len(made) * colours.body.leading + 2.75)
    height = max(tall, _ROW + len(note) * small.leading + (3.0 if note else 0.0))
    late = bar.real > bar.planned + _LATE
    ink = colours.ink("marker_deep" if late else "primary")

    def paint(canvas: Canvas, y: float) -> None:
        middle = y + (_ROW if note else height) / 2
        x = LEFT + _STEP_LABEL + 14
        real, planned = room * bar.real / longest, room * bar.planned / longest
        if real:
            canvas.rect((x, middle - _BAR / 2), (max(real, 1.5), _BAR), fill=ink, radius=2.2)
        tick = (x + planned, middle - _TICK / 2)
        canvas.rule(tick, (tick[0], middle + _TICK / 2), colours.ink("ink"), 1.5)
        with canvas.tagged("P"):
            top = middle - (1 if note else len(made)) * colours.body.leading / 2
            lines(canvas, made, colours.body, (LEFT, top), _STEP_LABEL)
            lines(canvas, note, small, (x, middle + _ROW / 2), room)
            said = set_line(bar.real_words, strong)
            end = LEFT + WIDTH - _PLANNED
            canvas.show(said, end - said.width, middle - strong.leading / 2 + baseline(strong))
            said = set_line(bar.planned_words, small)
            end = LEFT + WIDTH
            canvas.show(said, end - said.width, middle - small.leading / 2 + baseline(small))

    return Block(height, paint)
