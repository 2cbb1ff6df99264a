"""The blocks that papers are made of: headings, text, rows, panels, bands of facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.flow import LEFT, WIDTH, Block
from workshop_desk.exports.look import look
from workshop_desk.exports.page import baseline, fitted, lines, style_of, text
from workshop_desk.exports.typeset.paragraphs import Ink, Line, Span, Style, set_line, set_lines

_CHUNK = 6
"""Lines of one text that stay together; a longer text goes on over the page."""

_MOST_LINE_ENDS = 12
"""A text with more line ends than this is set as running text, so that no one fills a book."""

_PANEL_SIDE, _PANEL_TOP = 14.0, 10.5
_FACT_SIDE, _FACT_TOP, _FACT_GAP = 15.0, 12.0, 14.0
_ROW_TOP = 6.0
_SIGN, _SIGN_RADIUS = 20.0, 4.5
_BULLET = 2.1
_BOX = 25.0


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of a band: what it counts, the figure, a small note."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table's row: its text, its style, its share of the width."""

    words: str
    style: Style
    share: float


def heading(words: str, note: str = "", gap: float = 20.0) -> tuple[Block, ...]:
    """Return a heading, with a small note at the right; it stays with what follows."""
    colours = look()
    beside = set_lines((Span(note, colours.small),), WIDTH * 0.5) if note else ()
    taken = max((line.width for line in beside), default=0.0)
    made = set_lines((Span(words, colours.heading),), WIDTH - taken - (16 if note else 0))
    height = max(len(made) * colours.heading.leading, len(beside) * colours.small.leading)

    def paint(canvas: Canvas, y: float) -> None:
        below = lines(canvas, made, colours.heading, (LEFT, y), WIDTH, role="H2")
        if beside:
            high = below - 2 - len(beside) * colours.small.leading
            lines(canvas, beside, colours.small, (LEFT, max(y, high)), WIDTH, align="end")

    return (Block(height + 5, paint, gap=gap, keep=True),)


def prose(
    words: str, style: Style | None = None, gap: float = 0.0, role: str = "P"
) -> tuple[Block, ...]:
    """Return text over the whole width, in pieces that may stand on several pages."""
    chosen = style or look().body
    return _pieces(set_lines((Span(words, chosen),), WIDTH), chosen, LEFT, gap, role=role)


def bullets(texts: Iterable[str], gap: float = 4.0) -> tuple[Block, ...]:
    """Return texts with a small disc before each."""
    colours = look()
    indent = 12.0
    found: list[Block] = []
    for words in texts:
        made = set_lines((Span(_running(words), colours.body),), WIDTH - indent)
        first, *rest = _pieces(made, colours.body, LEFT + indent, gap, width=WIDTH - indent)
        found += [_dotted(first), *rest]
    return tuple(found)


def row(
    letter: str, ground: Ink | None, title: str, texts: tuple[str, ...], note: str = ""
) -> tuple[Block, ...]:
    """Return a theme: a lettered square, its title, its texts, a small note; a line above."""
    colours = look()
    title_style = replace(colours.strong, size=11.25, leading=15.0)
    beside = set_line(note, colours.small)
    left = LEFT + (_SIGN + 10.5 if ground else 0.0)
    title_width = 105.0
    start = left + title_width + 10.5
    width = LEFT + WIDTH - start - (beside.width + 12 if note else 0.0)
    titled = set_lines((Span(title, title_style),), title_width)
    body: list[tuple[float, tuple[Line, ...]]] = []
    for words in texts:
        made = set_lines((Span(_running(words), colours.body),), width)
        body += [(0.0 if at else 3.0, made[at : at + _CHUNK]) for at in range(0, len(made), _CHUNK)]
    first = body[0][1] if body else ()
    named = max(_SIGN if len(body) == 1 else 0.0, 2 + len(titled) * title_style.leading)
    height = _ROW_TOP + max(named, 2.5 + len(first) * colours.body.leading)

    def paint(canvas: Canvas, y: float) -> None:
        canvas.rule((LEFT, y), (LEFT + WIDTH, y), colours.ink("line"))
        y += _ROW_TOP
        if ground:
            sign(canvas, (LEFT, y), letter, ground)
        lines(canvas, titled, title_style, (left, y + 2), title_width, role="H3")
        lines(canvas, first, colours.body, (start, y + 2.5), width)
        if note:
            x = LEFT + WIDTH - beside.width
            canvas.show(beside, x, y + 4 + baseline(colours.small))

    below = [_text_block(made, colours.body, start, gap, width) for gap, made in body[1:]]
    *blocks, last = Block(height, paint), *below
    return (*blocks, replace(last, height=last.height + _ROW_TOP))


def sign(canvas: Canvas, corner: tuple[float, float], letter: str, ground: Ink) -> None:
    """Draw a theme's lettered square."""
    style = Style("text", 700, 11.25, _SIGN, look().ink("note"))
    canvas.rect(corner, (_SIGN, _SIGN), fill=ground, radius=_SIGN_RADIUS)
    text(canvas, letter, style, corner, _SIGN, align="center")


def panel(spans: tuple[Span, ...], ground: Ink, gap: float = 8.0) -> tuple[Block, ...]:
    """Return a text on a coloured ground, for the one thing that must not be missed."""
    style = spans[0].style
    made = set_lines(
        tuple(replace(span, text=_running(span.text)) for span in spans), WIDTH - 2 * _PANEL_SIDE
    )
    return tuple(
        _panel(made[at : at + _CHUNK], style, ground, gap if not at else 3.0)
        for at in range(0, len(made), _CHUNK)
    )


def facts_band(facts: tuple[Fact, ...], gap: float = 15.0) -> tuple[Block, ...]:
    """Return the figures of a session side by side."""
    colours = look()
    figure = replace(colours.heading, size=15.0, leading=19.5)
    width = (WIDTH - 2 * _FACT_SIDE - _FACT_GAP * (len(facts) - 1)) / len(facts)
    made = [fitted(fact.value, figure, width, 9) for fact in facts]
    notes = [set_lines((Span(fact.note, colours.small),), width) for fact in facts]
    tall = max(len(value) * style_of(value, figure).leading for value in made)
    height = colours.label.leading + tall + max(len(note) for note in notes) * colours.small.leading

    def paint(canvas: Canvas, y: float) -> None:
        size = (WIDTH, height + 2 * _FACT_TOP)
        canvas.rect((LEFT, y), size, fill=colours.well, radius=7.5)
        x = LEFT + _FACT_SIDE
        for fact, value, note in zip(facts, made, notes, strict=True):
            if x > LEFT + _FACT_SIDE:
                line_x = x - _FACT_GAP / 2 - 3
                canvas.rule(
                    (line_x, y + _FACT_TOP), (line_x, y + _FACT_TOP + height), colours.ink("line")
                )
            below = text(canvas, fact.label, colours.label, (x, y + _FACT_TOP), width)
            below = lines(canvas, value, style_of(value, figure), (x, below), width)
            lines(canvas, note, colours.small, (x, below), width)
            x += width + _FACT_GAP

    return (Block(height + 2 * _FACT_TOP, paint, gap=gap),)


def table_head(cells: tuple[Cell, ...], *, box: bool = True) -> tuple[Block, ...]:
    """Return the head of a table, a strong line below it, with room for the rows' boxes."""
    block = _table_row(cells, look().ink("ink_2"), 3.0, indent=_BOX if box else 0.0)
    return (replace(block, keep=True),)


def table_row(cells: tuple[Cell, ...], *, box: bool = True) -> tuple[Block, ...]:
    """Return a row, with a box to tick before it."""
    pad = 7.5 if box else 4.0
    block = _table_row(cells, look().ink("line"), pad, indent=_BOX if box else 0.0)

    def paint(canvas: Canvas, y: float) -> None:
        stroke = look().ink("line_strong")
        canvas.rect((LEFT + 5, y + pad + 1.5), (10.5, 10.5), stroke=stroke, line=1.1, radius=2.2)
        block.paint(canvas, y)

    return (replace(block, paint=paint) if box else block,)


def _table_row(cells: tuple[Cell, ...], ink: Ink, pad: float, indent: float) -> Block:
    gap = 10.0
    room = WIDTH - indent - gap * (len(cells) - 1)
    whole = sum(cell.share for cell in cells)
    widths = [room * cell.share / whole for cell in cells]
    made = [
        set_lines((Span(cell.words, cell.style),), width)
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = 2 * pad + max(len(one) * cell.style.leading for one, cell in zip(made, cells, strict=True))

    def paint(canvas: Canvas, y: float) -> None:
        x = LEFT + indent
        for cell, lined, width in zip(cells, made, widths, strict=True):
            lines(canvas, lined, cell.style, (x, y + pad), width, role="P")
            x += width + gap
        canvas.rule((LEFT, y + height), (LEFT + WIDTH, y + height), ink)

    return Block(height, paint)


def _running(words: str) -> str:
    if words.count("\n") <= _MOST_LINE_ENDS:
        return words
    return " / ".join(line for line in words.split("\n") if line)


def _panel(made: tuple[Line, ...], style: Style, ground: Ink, gap: float) -> Block:
    height = len(made) * style.leading + 2 * _PANEL_TOP

    def paint(canvas: Canvas, y: float) -> None:
        canvas.rect((LEFT, y), (WIDTH, height), fill=ground, radius=7.5)
        corner = (LEFT + _PANEL_SIDE, y + _PANEL_TOP)
        lines(canvas, made, style, corner, WIDTH - 2 * _PANEL_SIDE)

    return Block(height, paint, gap=gap)


def _pieces(
    made: tuple[Line, ...],
    style: Style,
    x: float,
    gap: float,
    width: float = WIDTH,
    role: str = "P",
) -> tuple[Block, ...]:
    return tuple(
        _text_block(made[at : at + _CHUNK], style, x, gap if not at else 0.0, width, role)
        for at in range(0, len(made), _CHUNK)
    )


def _text_block(
    made: tuple[Line, ...], style: Style, x: float, gap: float, width: float, role: str = "P"
) -> Block:
    def paint(canvas: Canvas, y: float) -> None:
        lines(canvas, made, style, (x, y), width, role=role)

    return Block(len(made) * style.leading, paint, gap=gap)


def _dotted(block: Block) -> Block:
    style = look().body

    def paint(canvas: Canvas, y: float) -> None:
        centre = (LEFT + _BULLET + 1, y + style.leading / 2)
        canvas.circle(centre, _BULLET, fill=look().ink("primary"))
        block.paint(canvas, y)

    return replace(block, paint=paint)
