"""The lobby: welcome, how to join, and who is here."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.seats import paint_seats
from workshop_desk.desktop.parts.typeset import Style, top_for_middle, width_of, wrap
from workshop_desk.desktop.stage.canvas import BODY, HERO, LABEL, MARGIN, WIDE, StageSheet
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, paint_title_line
from workshop_desk.desktop.stage.lobby_cards import (
    JoinCard,
    at_once,
    cards,
    cards_width,
    paint_cards,
    right_of,
)
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain.expected import expected_count
from workshop_desk.i18n import dates

_NUMBER = Style("display", 140, 140, 800)
_LATE = timedelta(minutes=1)
"""While the clock on the stage shows the hour of the start, it is still now."""
_PEOPLE = Style("text", BODY.size, 76, 600)
_LEAST_RING = 220.0
"""Lower seats would be too small to count."""


@dataclass(frozen=True, slots=True)
class Lobby:
    """Before the first step. `start_words` end in `start` under the felt pen, if there is an hour."""

    key: tuple[str, ...]
    frame: Frame
    welcome: str
    invitation: str
    start_words: str
    start: str
    people: int
    expected: int
    people_words: str
    expected_words: str
    cards: tuple[JoinCard, ...] = ()


def scene(showing: Showing) -> Lobby:
    """Return the lobby at a moment."""
    t = showing.t
    people = len(showing.room.present)
    start, start_words = _start(showing)
    # The invitation says it here, and in larger letters.
    frame = replace(showing.frame(), hint=showing.hint)
    # Without a phone's way in there is nothing to join by yet: only the welcome is said.
    invitation = t("Take a seat and join the session.") if frame.join else t("Take a seat.")
    if frame.join and showing.network.moved:
        invitation = t("The address has changed: please scan the code again.")
    if showing.room.session.control.locked:
        invitation = t("Take a seat. Joining is closed.")
    expected = expected_count(showing.room)
    expected_words = t("of {n} expected", n=expected) if expected else ""
    return Lobby(
        key=("lobby",),
        frame=frame,
        welcome=t("Welcome"),
        invitation=invitation,
        start_words=start_words,
        start=start,
        people=people,
        expected=expected,
        people_words=t.many("person is here", "people are here", people),
        expected_words=expected_words,
        cards=cards(showing, frame.join),
    )


def _start(showing: Showing) -> tuple[str, str]:
    """Return the hour of the start, and the sentence about it; an hour gone by promises nothing."""
    t, planned = showing.t, showing.room.session.planned_start
    if planned is None:
        return "", ""
    if showing.now.utc - planned >= _LATE:
        return "", t("We start in a moment")
    hour = dates.clock_time(planned, t.language, showing.zone)
    return hour, t("We start at {time}", time=hour)


def paint_lobby(sheet: StageSheet, scene: Lobby) -> None:
    """Paint the lobby: welcome and who is here, beside the cards or above them."""
    paint_title_line(sheet, scene.frame)
    width, bottom = sheet.inner, sheet.height - 56
    if scene.cards:
        place = right_of(sheet, len(scene.cards))
        paint_cards(sheet, scene.cards, place)
        if sheet.tall:
            bottom = place.top() - 40
        else:
            width -= cards_width(sheet, len(scene.cards)) + 60
    high = people_height(sheet, scene)
    people = QRectF(MARGIN, bottom - high, width, high)
    welcome = QRectF(MARGIN, 160 if sheet.tall else 176, width, HERO.line)
    _paint_welcome(sheet, scene, welcome, people)
    _paint_people(sheet, scene, people)


def people_height(sheet: StageSheet, scene: Lobby) -> float:
    """Return how high it is to say who is here."""
    two = at_once(sheet, len(scene.cards)) > 1
    if sheet.tall:
        return 170.0 if two else 300.0
    return 330.0 if sheet.width >= WIDE and not two else 260.0


def _paint_welcome(sheet: StageSheet, scene: Lobby, room: QRectF, people: QRectF) -> None:
    """Paint welcome, invitation and start, of which what has no room above people is left out."""
    palette, body = sheet.palette, sheet.legible(BODY)
    sizes = (HERO, HERO.at(112), HERO.at(100))
    hero = next((one for one in sizes if width_of(scene.welcome, one) <= room.width()), sizes[-1])
    sheet.line(scene.welcome, hero, room, palette.ink)
    y = room.bottom() + 34
    lines = balanced(scene.invitation, body, room.width())
    more = balanced(scene.start_words, body, room.width()) if scene.start_words else ()
    number = _number(sheet, scene, people)
    free = (number.place if number else people).top() - y
    if body.line * len(more) > free:
        more = ()
    if body.line * (len(lines) + len(more)) <= free:
        # Where letters are too large for it the code says so alone.
        box = QRectF(room.left(), y, room.width(), body.line * len(lines))
        y = sheet.lines(lines, body, box, palette.ink)
    if more:
        before = scene.start_words.removesuffix(scene.start)
        if scene.start and width_of(scene.start_words, body) <= room.width():
            x = room.left() + width_of(before, body)
            sheet.felt_pen(x - 6, y, width_of(scene.start, body) + 12, body)
            sheet.line(
                scene.start_words, body, QRectF(room.left(), y, room.width(), body.line), palette.ink
            )
        else:
            box = QRectF(room.left(), y, room.width(), body.line * len(more))
            sheet.lines(more, body, box, palette.ink)


def _paint_people(sheet: StageSheet, scene: Lobby, room: QRectF) -> None:
    number = _number(sheet, scene, room)
    if number is not None:
        _paint_number(sheet, scene, number)
        return
    palette = sheet.palette
    ring, words = _ring(room)
    seats = max(scene.expected, scene.people) or 8
    paint_seats(sheet, ring, scene.people, seats, rim=4)
    style = _NUMBER.at(_NUMBER.size * ring.width() / 330)
    most = 0.62 * ring.width()
    if width_of(str(scene.people), style) > most:
        style = style.at(style.size * most / width_of(str(scene.people), style))
    sheet.centred(str(scene.people), style, ring, palette.ink)
    lines, more = _beside_ring(scene, words)
    words.setTop(ring.center().y() - _words_height(scene, words) / 2)
    words.setHeight(76.0 * len(lines))
    y = sheet.lines(lines, _PEOPLE, words, palette.ink)
    rest = QRectF(words.left(), y, words.width(), LABEL.line * len(more))
    sheet.lines(more, LABEL, rest, palette.ink_2)


def _ring(room: QRectF) -> tuple[QRectF, QRectF]:
    """Return the square of the seats and the place of the words beside it."""
    ring = QRectF(room.left(), room.top(), room.height(), room.height())
    return ring, QRectF(ring.right() + 40, 0, room.right() - ring.right() - 40, 0)


def _beside_ring(scene: Lobby, words: QRectF) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines beside the seats: who is here, and of how many."""
    lines = wrap(scene.people_words, BODY, min(words.width(), 380.0))
    return lines, wrap(scene.expected_words, LABEL, words.width()) if scene.expected_words else ()


def _words_height(scene: Lobby, words: QRectF) -> float:
    lines, more = _beside_ring(scene, words)
    return _PEOPLE.line * len(lines) + LABEL.line * len(more)


@dataclass(frozen=True, slots=True)
class _Number:
    """How many are here, without seats, at the lower end of `place`; `wide` is the number's room."""

    place: QRectF
    wide: float
    lines: tuple[str, ...]
    more: tuple[str, ...]
    body: Style
    label: Style


def _number(sheet: StageSheet, scene: Lobby, room: QRectF) -> _Number | None:
    """Return how the number stands with its words; None where the seats have room."""
    _, beside = _ring(room)
    widest = max(width_of(word, _PEOPLE) for word in scene.people_words.split())
    seated = room.height() >= _LEAST_RING and _words_height(scene, beside) <= room.height()
    if not sheet.large and widest <= beside.width() and seated:
        return None
    body, label = sheet.legible(_PEOPLE), sheet.legible(LABEL)
    wide = width_of(str(scene.people), _NUMBER) + 30
    lines = balanced(scene.people_words, body, room.width() - wide)
    more = wrap(scene.expected_words, label, room.width()) if scene.expected_words else ()
    high = max(0.95 * _NUMBER.line, body.line * len(lines)) + label.line * len(more)
    place = QRectF(room.left(), room.bottom() - high, room.width(), high)
    return _Number(place, wide, lines, more, body, label)


def _paint_number(sheet: StageSheet, scene: Lobby, number: _Number) -> None:
    """Say how many are here in large letters: those need the room of the seats."""
    palette, place, body = sheet.palette, number.place, number.body
    high = place.height() - number.label.line * len(number.more)
    middle = place.top() + high / 2
    digits = QRectF(place.left(), top_for_middle(middle, _NUMBER), number.wide, 1.2 * _NUMBER.line)
    sheet.run(str(scene.people), _NUMBER, digits, palette.ink)
    tall = body.line * len(number.lines)
    words = QRectF(place.left() + number.wide, middle - tall / 2, place.width() - number.wide, tall)
    sheet.lines(number.lines, body, words, palette.ink)
    rest = QRectF(place.left(), place.top() + high, place.width(), number.label.line * len(number.more))
    sheet.lines(number.more, number.label, rest, palette.ink_2)
