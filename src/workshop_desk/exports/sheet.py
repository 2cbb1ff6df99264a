"""The sheet of who was there, drawn: one table for each day, as many pages as it needs."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language
from workshop_desk.exports.blocks import prose
from workshop_desk.exports.canvas import Canvas
from workshop_desk.exports.document import Document
from workshop_desk.exports.flow import LEFT, WIDTH, Block, flow
from workshop_desk.exports.hands import drawn
from workshop_desk.exports.look import A4, look, mix
from workshop_desk.exports.page import Frame, baseline, fitted, lines, style_of, text
from workshop_desk.exports.sheet_words import SheetCell, SheetDay, SheetRow, SheetWords, sheet_words
from workshop_desk.exports.typeset.paragraphs import Span, Style, set_line, set_lines
from workshop_desk.i18n.words import Words

_ROW, _TIGHT_ROW = 31.5, 27.0
"""How high a row is, and how high at least where that spares a page for a row or two."""
_NUMBER, _NAMED = 32.0, 146.0
_INK_WIDE, _INK_HIGH = 94.0, 25.0
_HOURS = 6.0
_BOX_WIDE, _BOX_HIGH, _BOX_GAP = 188.0, 69.0, 18.0


def sheet(room: Room, language: Language, tz: tzinfo, *, blank: bool = False) -> bytes:
    """Return the sheet as a PDF, blank to be filled in by hand; nothing where there is no half-day."""
    t, session = Words(language), room.session
    said = sheet_words(room, language, tz, blank=blank)
    if not said.days:
        return b""
    document = Document(f"{said.paper} · {session.title}", session.organisation, language)
    frame = Frame(session.organisation, said.paper, said.foot)
    found: list[Block] = []
    for day in said.days:
        first, *rest = _day(said, day, frame.bottom(A4) - frame.top, blank=blank)
        found += [replace(first, page=bool(found)), *rest]
    flow(document, frame, found, lambda page, count: t("page {page} of {count}", page=page, count=count))
    return document.finish()


def _day(said: SheetWords, day: SheetDay, room: float, *, blank: bool) -> tuple[Block, ...]:
    """Return a day's blocks; `room` is how high a page is between its head and its foot."""
    columns = _Columns(len(day.heads))
    head = _head(said, day, columns)
    provider = prose(said.provider, look().small, gap=6.0) if said.provider else ()
    above = (_title(said), *(replace(one, keep=True) for one in provider), _facts(said, day), head)
    below = (
        *([_trainers(day)] if day.trainer else []),
        *(block for note in day.notes for block in prose(note, look().small, gap=6.0)),
    )
    spare = room - sum(block.height + block.gap for block in (*above, *below))
    tight = len(day.rows) * _ROW > spare >= len(day.rows) * _TIGHT_ROW
    high = spare / len(day.rows) if tight else _ROW
    again = _head(said, day, columns, f"{said.title} · {day.date}")
    rows = [
        replace(_row(number, row, columns, high, blank=blank), under=again)
        for number, row in enumerate(day.rows, start=1)
    ]
    if rows and below:
        rows[-1] = replace(rows[-1], keep=True)  # No page has the boxes alone.
    return (*above, *rows, *below)


def _title(said: SheetWords) -> Block:
    title = fitted(said.title, look().display.sized(22.0), WIDTH, 15.0)
    style = style_of(title, look().display)

    def paint(canvas: Canvas, y: float) -> None:
        below = lines(canvas, title, style, (LEFT, y), WIDTH, role="H1")
        canvas.rule((LEFT, below + 8), (LEFT + WIDTH, below + 8), look().ink("primary"), 1.5)

    return Block(len(title) * style.leading + 9, paint, keep=True)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the half-days' columns stand."""

    count: int

    @property
    def wide(self) -> float:
        return (WIDTH - _NUMBER - _NAMED) / max(1, self.count)

    def left(self, place: int) -> float:
        return LEFT + _NUMBER + _NAMED + place * self.wide


def _facts(said: SheetWords, day: SheetDay) -> Block:
    """Return date, place, who facilitates and the reference, side by side."""
    colours = look()
    facts = ((said.date_head, day.date), *said.facts)
    strong = replace(colours.strong, size=10.5, leading=14.0)
    gap = 16.0
    wants = [
        max(set_line(value, strong).width, set_line(label, colours.label).width)
        for label, value in facts
    ]
    spare = WIDTH - gap * (len(facts) - 1)
    scale = spare / max(1.0, sum(wants))
    widths = [want * scale for want in wants]
    made = [
        fitted(value, strong, width, 8.0, 3) for (_, value), width in zip(facts, widths, strict=True)
    ]
    tall = max(len(value) * style_of(value, strong).leading for value in made)
    height = 8 + colours.label.leading + tall + 9

    def paint(canvas: Canvas, y: float) -> None:
        x = LEFT
        for (label, _), value, width in zip(facts, made, widths, strict=True):
            below = text(canvas, label, colours.label, (x, y + 8), width)
            lines(canvas, value, style_of(value, strong), (x, below), width)
            x += width + gap
        canvas.rule((LEFT, y + height), (LEFT + WIDTH, y + height), colours.ink("line"))

    return Block(height, paint, keep=True)


def _head(said: SheetWords, day: SheetDay, columns: _Columns, again: str = "") -> Block:
    """Return the table's head; where it stands once more on a later page, below what it is of."""
    label = look().label
    of = fitted(again, label, WIDTH, 6.0, 1) if again else ()
    top = 9 + (label.leading + 4 if again else 0)
    made = [set_lines((Span(head, label),), columns.wide - 12) for head in day.heads]
    height = top + max((len(one) for one in made), default=1) * label.leading + 5

    def paint(canvas: Canvas, y: float) -> None:
        if of:
            lines(canvas, of, style_of(of, label), (LEFT, y), WIDTH)
        text(canvas, said.name_head, label, (LEFT + _NUMBER, y + top), _NAMED - 8)
        for place, one in enumerate(made):
            lines(canvas, one, label, (columns.left(place), y + top), columns.wide - 12)
        canvas.rule((LEFT, y + height), (LEFT + WIDTH, y + height), look().ink("line_strong"), 1.1)

    return Block(height, paint, gap=8.0, keep=True)


def _row(number: int, row: SheetRow, columns: _Columns, high: float, *, blank: bool) -> Block:
    """Return one person's row: number, name and department, and a cell for each half-day."""
    colours = look()
    strong = replace(colours.strong, size=10.5, leading=12.5)
    small = replace(colours.small, size=8.3, leading=11.0)
    name = fitted(row.name, strong, _NAMED - 8, 7.0, 2) if row.name else ()
    under = fitted(row.department, small, _NAMED - 8, 6.5, 1) if row.department else ()
    named = sum(len(made) * style_of(made, strong).leading for made in (name, under) if made)
    height = max(high, named + 2)

    def paint(canvas: Canvas, y: float) -> None:
        middle = y + height / 2
        if number % 2 == 0 and not blank:
            ground = mix(colours.ink("sunken"), colours.ink("surface"), 0.3)
            canvas.rect((LEFT, y + 0.4), (WIDTH, height - 0.4), fill=ground)
        counted = set_line(str(number), replace(colours.body, ink=colours.ink("ink_2")))
        canvas.show(counted, LEFT + 8, middle - 8 + baseline(replace(colours.body, leading=16.0)))
        below = middle - named / 2
        for made, style in ((name, strong), (under, small)):
            if made:
                below = lines(canvas, made, style_of(made, style), (LEFT + _NUMBER, below), _NAMED - 8)
        for place, cell in enumerate(row.cells):
            left = columns.left(place)
            if blank:
                canvas.rule((left - 6, y), (left - 6, y + height), colours.ink("line"))
            _cell(canvas, cell, (left, y), (columns.wide - 6, height))
        canvas.rule((LEFT, y + height), (LEFT + WIDTH, y + height), colours.ink("line"))

    return Block(height, paint)


def _cell(
    canvas: Canvas, cell: SheetCell, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw what stands in one half-day: a signature or a word, and the hours."""
    (x, y), (wide, high) = corner, size
    colours = look()
    small = replace(colours.small, size=8.3, leading=11.0)
    ink = min(_INK_WIDE, wide * 0.52)
    beside = x
    if cell.ink:
        drawn(canvas, cell.ink, (x + 2, y + (high - _INK_HIGH) / 2), (ink, _INK_HIGH))
        beside = x + ink + _HOURS + 4
    elif cell.said:
        danger = Style("text", 600, small.size, small.leading, colours.ink("danger"))
        style = danger if cell.missing else small
        made = set_lines((Span(cell.said, style),), ink + _HOURS)
        lines(canvas, made, style, (x, y + (high - len(made) * style.leading) / 2), ink + _HOURS)
        beside = x + ink + _HOURS + 4
    top = y + (high - len(cell.beside) * small.leading) / 2
    for said in cell.beside:
        room = x + wide - beside
        (made_line, *_) = fitted(said, small, room, 6.0, 1)
        top = lines(canvas, (made_line,), style_of((made_line,), small), (beside, top), room)


def _trainers(day: SheetDay) -> Block:
    """Return the boxes in which whoever facilitates signs, one for each half-day."""
    colours = look()

    def paint(canvas: Canvas, y: float) -> None:
        for place, (head, cell) in enumerate(day.trainer):
            x = LEFT + place * (_BOX_WIDE + _BOX_GAP)
            size = (_BOX_WIDE, _BOX_HIGH)
            canvas.rect((x, y), size, stroke=colours.ink("line"), line=0.75, radius=6.0)
            below = text(canvas, head, colours.label, (x + 11, y + 8), _BOX_WIDE - 22)
            corner, room = (x + 11, below + 2), (_BOX_WIDE - 22, _BOX_HIGH - (below - y) - 8)
            if cell.ink:
                drawn(canvas, cell.ink, (x + 14, below + 3), (120.0, room[1] - 2))
            else:
                _cell(canvas, cell, corner, room)

    return Block(_BOX_HIGH, paint, gap=13.0)
