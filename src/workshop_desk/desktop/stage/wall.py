"""The wall of notes at reading size, in shelves, on as many pages as it takes."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.note import paint_note
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, cut_lines, width_of, wrap
from workshop_desk.desktop.stage.canvas import FLOOR, MARGIN, STRONG, WIDE, StageSheet, legible
from workshop_desk.desktop.stage.frame import (
    BETWEEN,
    Frame,
    joined,
    paint_foot,
    paint_heading,
    paint_title_line,
)
from workshop_desk.desktop.stage.showing import Showing, tag_words
from workshop_desk.desktop.stage.step_scene import agreed_panel
from workshop_desk.domain.cards import Card
from workshop_desk.domain.onstage import shown_author
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.steps import Activity, Step

_READING = Style("text", 66, 74, 600)
_AGREED = STRONG
_MOST_AGREED = 3
_PAD_X, _PAD_Y, _GAP, _EDGE = 34.0, 20.0, 30.0, 7.0
_LEAST = 2
MOST_NOTES = 240
"""Notes on the wall: forty pages of turning are more than a room reads; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its text, a line about it, and which note colour it has."""

    text: str
    about: str
    color: int


@dataclass(frozen=True, slots=True)
class WallScene:
    """The notes of an activity. `count` is all of them, `notes` those that the wall holds."""

    key: tuple[str, ...]
    frame: Frame
    title: str
    agreed: str
    notes: tuple[Note, ...]
    count_words: str
    timer: TimerView
    time_left: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A note, or a piece of a long one, with its lines and its place on a page."""

    note: Note
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


def wall_scene(showing: Showing, step: Step, activity: Activity, cards: tuple[Card, ...]) -> WallScene:
    """Return the wall of an activity's cards."""
    t, timer = showing.t, showing.timer(step)
    agreed = agreed_panel(showing, step)
    order = {tag.id: place for place, tag in enumerate(activity.tags)}
    return WallScene(
        key=(step.id, activity.id, "wall"),
        frame=showing.step_frame(step),
        title=showing.say(activity.title),
        agreed=f"{agreed.label}\n{agreed.text}" if agreed else "",
        notes=tuple(
            Note(
                text=card.text,
                about=_about(showing, activity, card),
                color=order[card.tags[0]] if card.tags and card.tags[0] in order else 0,
            )
            for card in cards[-MOST_NOTES:]
        ),
        count_words=t.many("{n} note", "{n} notes", len(cards)),
        timer=timer,
        time_left=showing.time_left(timer),
    )


def _about(showing: Showing, activity: Activity, card: Card) -> str:
    return joined(shown_author(showing.room, activity, card), tag_words(showing, activity, card))


def paint_wall(sheet: StageSheet, scene: WallScene) -> None:
    """Paint one page of the wall."""
    paint_title_line(sheet, scene.frame)
    factor = sheet.layout.legibility
    top, bottom = max(250.0 + sheet.layout.lowered, sheet.layout.content), sheet.layout.foot - 4
    if scene.agreed:
        top += _paint_agreed(sheet, scene.agreed, bottom) - 12
    columns = max(1, round((3 if sheet.width >= WIDE else 2) / factor))
    all_pages = shelves(scene.notes, columns, sheet.inner, bottom - top, factor)
    page = sheet.turn(len(all_pages))
    facts = joined(scene.count_words, scene.frame.page_words(page, len(all_pages), short=sheet.large))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    for placed in all_pages[page]:
        _paint(sheet, placed, MARGIN, top)
    paint_foot(sheet, scene.frame)


def _paint_agreed(sheet: StageSheet, agreed: str, bottom: float) -> float:
    """Paint what was agreed on, whole where three lines hold it; return how high it is.

    Larger letters leave it fewer lines, or none: the notes go first.
    """
    label, text = agreed.split("\n", 1)
    style, floor = sheet.legible(_AGREED), sheet.layout.floor
    top = sheet.layout.content - 12 if sheet.large else 222.0 + sheet.layout.lowered
    most = _MOST_AGREED
    if sheet.large:
        note = _reading(sheet.layout.legibility).line + 2 * floor.line + 2 * _PAD_Y + _EDGE + 4
        most = min(most, int((bottom - top - note) // style.line))
    if most < 1:
        return 12.0
    room = QRectF(MARGIN, top, sheet.inner, floor.line)
    words = cut(label, floor, room.width() / 2)
    box = sheet.run(words, floor, room, sheet.palette.ink_2)
    beside = QRectF(room)
    beside.setLeft(box.right() + 24)
    text = one_line(text)
    first = next(iter(wrap(text, style, beside.width())), "")
    rest: tuple[str, ...] = ()
    if most > 1:
        rest = cut_lines(text[len(first) :].strip(), style, room.width(), most - 1)
    elif first != text:
        first = cut(text, style, beside.width())
    sheet.line(first, style, beside, sheet.palette.ink)
    below = room.translated(0, style.line)
    below.setHeight(style.line * len(rest))
    sheet.lines(rest, style, below, sheet.palette.ink)
    return style.line * (1 + len(rest))


def _reading(factor: float) -> Style:
    return legible(_READING, factor)


def _paint(sheet: StageSheet, placed: Placed, left: float, top: float) -> None:
    look = sheet.palette.note(placed.note.color)
    reading, floor = sheet.legible(_READING), sheet.layout.floor
    rect = QRectF(left + placed.x, top + placed.y, placed.width, placed.height - _EDGE)
    about = _about_lines(placed.note, placed.width, sheet.layout.legibility)
    body = rect.adjusted(0, 0, 0, -floor.line * len(about))
    paint_note(sheet, rect, look, (), reading, padding=_PAD_X, edge=_EDGE, radius=6)
    height = reading.line * len(placed.lines)
    text = QRectF(rect.left() + _PAD_X, 0, rect.width() - 2 * _PAD_X, height)
    text.moveTop(body.center().y() - height / 2)
    sheet.lines(placed.lines, reading, text, look.ink)
    if about:
        height = floor.line * len(about)
        room = QRectF(text.left(), rect.bottom() - height - 14, text.width(), height)
        sheet.lines(about, floor, room, look.ink)


@lru_cache(maxsize=8)
def shelves(
    notes: tuple[Note, ...], columns: int, width: float, height: float, factor: float = 1.0
) -> tuple[tuple[Placed, ...], ...]:
    """Deal the notes out to as few pages as can be, in rows or, for long texts, in columns.

    `factor` is by how much letters are larger than usual.
    """
    ways = [_rows(notes, count, width, height, factor) for count in range(columns, 1, -1)]
    ways += [_columns(notes, count, width, height, factor) for count in range(columns, 0, -1)]
    # Of as many pages, those on which fewer notes are torn apart; few lines a page tear the more.
    torn = 0.0 if factor <= 1 else 0.5

    def cost(way: tuple[tuple[Placed, ...], ...]) -> tuple[float, int]:
        pieces = sum(len(page) for page in way)
        return len(way) + torn * (pieces - len(notes)), pieces

    return min(ways, key=cost)


def _cell(columns: int, width: float) -> float:
    return (width - _GAP * (columns - 1)) / columns


def _rows(
    notes: tuple[Note, ...], columns: int, width: float, height: float, factor: float
) -> tuple[tuple[Placed, ...], ...]:
    """Lay notes out in rows, each as high as its longest note."""
    cell = _cell(columns, width)
    pieces = _pieces(notes, cell, height, factor)
    result: list[tuple[Placed, ...]] = []
    page: list[Placed] = []
    y = 0.0
    for begin in range(0, len(pieces), columns):
        row = pieces[begin : begin + columns]
        tall = max(_height(note, lines, cell, factor) for note, lines in row)
        if page and y + tall > height + 0.5:
            result.append(tuple(page))
            page, y = [], 0.0
        for place, (note, lines) in enumerate(row):
            page.append(Placed(note, lines, place * (cell + _GAP), y, cell, tall))
        y += tall + _GAP - _EDGE
    return (*result, tuple(page))


def _columns(
    notes: tuple[Note, ...], columns: int, width: float, height: float, factor: float
) -> tuple[tuple[Placed, ...], ...]:
    """Lay notes out in columns from top to bottom, as a newspaper does."""
    cell = _cell(columns, width)
    result: list[list[Placed]] = [[]]
    column, y = 0, 0.0
    for note, lines in _pieces(notes, cell, height, factor):
        tall = _height(note, lines, cell, factor)
        if y and y + tall > height + 0.5:
            column, y = column + 1, 0.0
        if column == columns:
            result.append([])
            column = 0
        result[-1].append(Placed(note, lines, column * (cell + _GAP), y, cell, tall))
        y += tall + _GAP - _EDGE
    return tuple(tuple(page) for page in result)


@lru_cache(maxsize=4096)
def _about_lines(note: Note, cell: float, factor: float) -> tuple[str, ...]:
    """Return who wrote it and what it is: on two lines where one is too short for both."""
    width, style = cell - 2 * _PAD_X, legible(FLOOR, factor)
    if width_of(note.about, style) <= width:
        return (note.about,) if note.about else ()
    parts = note.about.split(BETWEEN, 1)
    return tuple(cut(part, style, width) for part in parts)


def _least(factor: float) -> int:
    """Return how many lines a note has room for at least."""
    return _LEAST if factor <= 1 else 1


def _height(note: Note, lines: tuple[str, ...], cell: float, factor: float) -> float:
    rows, about = max(len(lines), _least(factor)), len(_about_lines(note, cell, factor))
    words = about * legible(FLOOR, factor).line + 4 if about else 0.0
    return rows * _reading(factor).line + 2 * _PAD_Y + words + _EDGE


def _pieces(
    notes: tuple[Note, ...], cell: float, height: float, factor: float
) -> list[tuple[Note, tuple[str, ...]]]:
    """Return each note's lines; one that is higher than a page goes on in further notes."""
    result: list[tuple[Note, tuple[str, ...]]] = []
    reading = _reading(factor)
    for note in notes:
        lines = wrap(note.text, reading, cell - 2 * _PAD_X)
        around = _height(note, (), cell, factor) - _least(factor) * reading.line
        most = max(1, int((height - around) // reading.line))
        result += [(note, lines[at : at + most]) for at in range(0, max(1, len(lines)), most)]
    return result
