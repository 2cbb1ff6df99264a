"""The wall of notes at reading size, in shelves, on as many pages as it takes."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.note import paint_note
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, cut, cut_lines, width_of, wrap
from workshop_desk.desktop.stage.canvas import FLOOR, MARGIN, STRONG, WIDE, StageSheet
from workshop_desk.desktop.stage.frame import (
    BETWEEN,
    Frame,
    joined,
    paint_foot,
    paint_heading,
    paint_title_line,
)
from workshop_desk.desktop.stage.showing import Showing, author_name, tag_words
from workshop_desk.desktop.stage.step_scene import agreed_panel
from workshop_desk.domain.cards import Card
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.steps import Activity, Step

_READING = Style("text", 66, 74, 600)
_META = FLOOR
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
    return joined(author_name(showing.room, activity, card), tag_words(showing, activity, card))


def paint_wall(sheet: StageSheet, scene: WallScene) -> None:
    """Paint one page of the wall."""
    paint_title_line(sheet, scene.frame)
    top = 250.0 + sheet.lowered
    if scene.agreed:
        top = 238.0 + sheet.lowered + _paint_agreed(sheet, scene.agreed)
    columns = 3 if sheet.width >= WIDE else 2
    all_pages = shelves(scene.notes, columns, sheet.inner, 822 + sheet.more - top)
    page = sheet.turn(len(all_pages))
    facts = joined(scene.count_words, scene.frame.page_words(page, len(all_pages)))
    paint_heading(sheet, scene.title, facts, scene.timer, scene.time_left)
    for placed in all_pages[page]:
        _paint(sheet, placed, MARGIN, top)
    paint_foot(sheet, scene.frame)


def _paint_agreed(sheet: StageSheet, agreed: str) -> float:
    """Paint what was agreed on, whole where three lines hold it; return how high it is."""
    label, text = agreed.split("\n", 1)
    room = QRectF(MARGIN, 222 + sheet.lowered, sheet.inner, FLOOR.line)
    words = cut(label, FLOOR, room.width() / 2)
    box = sheet.run(words, FLOOR, room, sheet.palette.ink_2)
    beside = QRectF(room)
    beside.setLeft(box.right() + 24)
    text = one_line(text)
    first = next(iter(wrap(text, _AGREED, beside.width())), "")
    rest = cut_lines(text[len(first) :].strip(), _AGREED, room.width(), _MOST_AGREED - 1)
    sheet.line(first, _AGREED, beside, sheet.palette.ink)
    below = room.translated(0, _AGREED.line)
    below.setHeight(_AGREED.line * len(rest))
    sheet.lines(rest, _AGREED, below, sheet.palette.ink)
    return _AGREED.line * (1 + len(rest))


def _paint(sheet: StageSheet, placed: Placed, left: float, top: float) -> None:
    look = sheet.palette.note(placed.note.color)
    rect = QRectF(left + placed.x, top + placed.y, placed.width, placed.height - _EDGE)
    about = _about_lines(placed.note, placed.width)
    body = rect.adjusted(0, 0, 0, -_META.line * len(about))
    paint_note(sheet, rect, look, (), _READING, padding=_PAD_X, edge=_EDGE, radius=6)
    height = _READING.line * len(placed.lines)
    text = QRectF(rect.left() + _PAD_X, 0, rect.width() - 2 * _PAD_X, height)
    text.moveTop(body.center().y() - height / 2)
    sheet.lines(placed.lines, _READING, text, look.ink)
    if about:
        height = _META.line * len(about)
        room = QRectF(text.left(), rect.bottom() - height - 14, text.width(), height)
        sheet.lines(about, _META, room, look.ink)


@lru_cache(maxsize=8)
def shelves(
    notes: tuple[Note, ...], columns: int, width: float, height: float
) -> tuple[tuple[Placed, ...], ...]:
    """Deal the notes out to as few pages as can be, in rows or, for long texts, in columns."""
    ways = [_rows(notes, count, width, height) for count in range(columns, 1, -1)]
    ways += [_columns(notes, count, width, height) for count in range(columns, 0, -1)]
    return min(ways, key=len)


def _cell(columns: int, width: float) -> float:
    return (width - _GAP * (columns - 1)) / columns


def _rows(
    notes: tuple[Note, ...], columns: int, width: float, height: float
) -> tuple[tuple[Placed, ...], ...]:
    """Lay notes out in rows, each as high as its longest note."""
    cell = _cell(columns, width)
    pieces = _pieces(notes, cell, height)
    result: list[tuple[Placed, ...]] = []
    page: list[Placed] = []
    y = 0.0
    for begin in range(0, len(pieces), columns):
        row = pieces[begin : begin + columns]
        tall = max(_height(note, lines, cell) for note, lines in row)
        if page and y + tall > height + 0.5:
            result.append(tuple(page))
            page, y = [], 0.0
        for place, (note, lines) in enumerate(row):
            page.append(Placed(note, lines, place * (cell + _GAP), y, cell, tall))
        y += tall + _GAP - _EDGE
    return (*result, tuple(page))


def _columns(
    notes: tuple[Note, ...], columns: int, width: float, height: float
) -> tuple[tuple[Placed, ...], ...]:
    """Lay notes out in columns from top to bottom, as a newspaper does."""
    cell = _cell(columns, width)
    result: list[list[Placed]] = [[]]
    column, y = 0, 0.0
    for note, lines in _pieces(notes, cell, height):
        tall = _height(note, lines, cell)
        if y and y + tall > height + 0.5:
            column, y = column + 1, 0.0
        if column == columns:
            result.append([])
            column = 0
        result[-1].append(Placed(note, lines, column * (cell + _GAP), y, cell, tall))
        y += tall + _GAP - _EDGE
    return tuple(tuple(page) for page in result)


@lru_cache(maxsize=4096)
def _about_lines(note: Note, cell: float) -> tuple[str, ...]:
    """Return who wrote it and what it is: on two lines where one is too short for both."""
    width = cell - 2 * _PAD_X
    if width_of(note.about, _META) <= width:
        return (note.about,) if note.about else ()
    parts = note.about.split(BETWEEN, 1)
    return tuple(cut(part, _META, width) for part in parts)


def _height(note: Note, lines: tuple[str, ...], cell: float) -> float:
    rows, about = max(len(lines), _LEAST), len(_about_lines(note, cell))
    return rows * _READING.line + 2 * _PAD_Y + (about * _META.line + 4 if about else 0.0) + _EDGE


def _pieces(notes: tuple[Note, ...], cell: float, height: float) -> list[tuple[Note, tuple[str, ...]]]:
    """Return each note's lines; one that is higher than a page goes on in further notes."""
    result: list[tuple[Note, tuple[str, ...]]] = []
    for note in notes:
        lines = wrap(note.text, _READING, cell - 2 * _PAD_X)
        around = _height(note, (), cell) - _LEAST * _READING.line
        most = max(1, int((height - around) // _READING.line))
        result += [(note, lines[at : at + most]) for at in range(0, max(1, len(lines)), most)]
    return result
