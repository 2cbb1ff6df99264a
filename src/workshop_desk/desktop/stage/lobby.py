"""The lobby: welcome, how to join, and who is here."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.qr import paint_qr
from workshop_desk.desktop.parts.seats import paint_seats
from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.typeset import Style, top_for_middle, width_of, wrap
from workshop_desk.desktop.stage.canvas import (
    BIG_CODE,
    BODY,
    HERO,
    LABEL,
    MARGIN,
    WIDE,
    StageSheet,
)
from workshop_desk.desktop.stage.column import balanced
from workshop_desk.desktop.stage.frame import Frame, Join, paint_title_line
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.i18n import dates

_QR = 528.0
"""Sixteen device pixels a module on 1080: half the image's height, readable from the last row."""
_CARD_TITLE = Style("display", 62, 70, 700)
_ADDRESS = Style("text", 56, 64, 700)
_NUMBER = 140.0
_LATE = timedelta(minutes=1)
"""While the clock on the stage shows the hour of the start, it is still now."""
_PEOPLE = Style("text", BODY.size, 76, 600)


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
    join_title: str


def scene(showing: Showing) -> Lobby:
    """Return the lobby at a moment."""
    t, session = showing.t, showing.room.session
    people = len(showing.room.present)
    start, start_words = _start(showing)
    # Without a phone's way in there is nothing to join by yet: only the welcome is said.
    invitation = t("Take a seat and join the session.") if showing.join() else t("Take a seat.")
    expected = t("of {n} expected", n=session.expected) if session.expected else ""
    return Lobby(
        key=("lobby",),
        frame=showing.frame(),
        welcome=t("Welcome"),
        invitation=invitation,
        start_words=start_words,
        start=start,
        people=people,
        expected=session.expected,
        people_words=t.many("person is here", "people are here", people),
        expected_words=expected,
        join_title=t("Join the session"),
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
    """Paint the lobby."""
    paint_title_line(sheet, scene.frame)
    if sheet.tall:
        _paint_tall(sheet, scene)
        return
    width = sheet.inner
    if scene.frame.join:
        card = card_width(sheet)
        _paint_card(sheet, scene, scene.frame.join, QRectF(sheet.right - card, 150, card, 874))
        width -= card + 60
    ring = people_height(sheet)
    people = QRectF(MARGIN, 1024 - ring, width, ring)
    _paint_welcome(sheet, scene, QRectF(MARGIN, 176, width, HERO.line), people)
    _paint_people(sheet, scene, people)


def card_width(sheet: StageSheet) -> float:
    """Return how wide the card is that says how to join."""
    if sheet.large:
        return 0.49 * sheet.inner
    return 720.0 if sheet.width >= WIDE else 560.0


def people_height(sheet: StageSheet) -> float:
    """Return how high it is to say who is here."""
    if sheet.tall:
        return 300.0
    return 330.0 if sheet.width >= WIDE else 260.0


def _paint_tall(sheet: StageSheet, scene: Lobby) -> None:
    """Paint one thing below the other: welcome, who is here, and how to join."""
    bottom = sheet.height - 56
    if scene.frame.join:
        card = QRectF(MARGIN, bottom - 874, sheet.inner, 874)
        _paint_card(sheet, scene, scene.frame.join, card)
        bottom = card.top() - 40
    ring = people_height(sheet)
    people = QRectF(MARGIN, bottom - ring, sheet.inner, ring)
    _paint_welcome(sheet, scene, QRectF(MARGIN, 160, sheet.inner, HERO.line), people)
    _paint_people(sheet, scene, people)


def _paint_welcome(sheet: StageSheet, scene: Lobby, room: QRectF, people: QRectF) -> None:
    """Paint welcome, invitation and start, of which larger letters leave what has room above people."""
    palette, body = sheet.palette, sheet.legible(BODY)
    hero = HERO if width_of(scene.welcome, HERO) <= room.width() else HERO.at(100)
    sheet.line(scene.welcome, hero, room, palette.ink)
    y = room.bottom() + 34
    lines = balanced(scene.invitation, body, room.width())
    more = balanced(scene.start_words, body, room.width()) if scene.start_words else ()
    free = _number_place(sheet, scene, people).top() - y if sheet.large else sheet.height
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
    if sheet.large:
        _paint_number(sheet, scene, room)
        return
    palette = sheet.palette
    ring = QRectF(room.left(), room.top(), room.height(), room.height())
    seats = max(scene.expected, scene.people) or 8
    paint_seats(sheet, ring, scene.people, seats, rim=4)
    number = Style("display", _NUMBER, _NUMBER, 800).at(_NUMBER * ring.width() / 330)
    most = 0.62 * ring.width()
    if width_of(str(scene.people), number) > most:
        number = number.at(number.size * most / width_of(str(scene.people), number))
    sheet.centred(str(scene.people), number, ring, palette.ink)
    words = QRectF(ring.right() + 40, 0, room.right() - ring.right() - 40, 0)
    lines = wrap(scene.people_words, BODY, min(words.width(), 380.0))
    more = wrap(scene.expected_words, LABEL, words.width()) if scene.expected_words else ()
    height = 76 * len(lines) + LABEL.line * len(more)
    words.setTop(ring.center().y() - height / 2)
    words.setHeight(76.0 * len(lines))
    y = sheet.lines(lines, _PEOPLE, words, palette.ink)
    rest = QRectF(words.left(), y, words.width(), LABEL.line * len(more))
    sheet.lines(more, LABEL, rest, palette.ink_2)


def _number_place(sheet: StageSheet, scene: Lobby, room: QRectF) -> QRectF:
    """Return where the number stands with its words, at the lower end of its room."""
    body, label = sheet.legible(_PEOPLE), sheet.legible(LABEL)
    number = Style("display", _NUMBER, _NUMBER, 800)
    wide = width_of(str(scene.people), number) + 30
    lines = balanced(scene.people_words, body, room.width() - wide)
    more = wrap(scene.expected_words, label, room.width()) if scene.expected_words else ()
    high = max(0.95 * number.line, body.line * len(lines)) + label.line * len(more)
    return QRectF(room.left(), room.bottom() - high, room.width(), high)


def _paint_number(sheet: StageSheet, scene: Lobby, room: QRectF) -> None:
    """Say how many are here without their seats: larger letters need their room."""
    body, label = sheet.legible(_PEOPLE), sheet.legible(LABEL)
    number = Style("display", _NUMBER, _NUMBER, 800)
    wide = width_of(str(scene.people), number) + 30
    lines = balanced(scene.people_words, body, room.width() - wide)
    more = wrap(scene.expected_words, label, room.width()) if scene.expected_words else ()
    place = _number_place(sheet, scene, room)
    top, high = place.top(), place.height() - label.line * len(more)
    palette = sheet.palette
    middle = top + high / 2
    place = QRectF(room.left(), top_for_middle(middle, number), wide, 1.2 * number.line)
    sheet.run(str(scene.people), number, place, palette.ink)
    words = QRectF(room.left() + wide, middle - body.line * len(lines) / 2, room.width() - wide, 0)
    words.setHeight(body.line * len(lines))
    sheet.lines(lines, body, words, palette.ink)
    rest = QRectF(room.left(), top + high, room.width(), label.line * len(more))
    sheet.lines(more, label, rest, palette.ink_2)


def _paint_card(sheet: StageSheet, scene: Lobby, join: Join, box: QRectF) -> None:
    palette = sheet.palette
    sheet.fill(box, palette.panel, 28)
    inside = box.adjusted(36, 30, -36, -24)
    y = inside.top()
    if not sheet.large:
        y = _paint_card_title(sheet, scene, inside) + 22
    address, code = _address(sheet, join, inside.width()), sheet.legible(BIG_CODE)
    words = sum(style.line - 4 for _, style in (*address, (join.code, code))) + 22
    side = min(_QR * sheet.layout.legibility, inside.width(), inside.bottom() - y - words + 4)
    square = QRectF(box.center().x() - side / 2, y, side, side)
    ground = paint_qr(sheet.painter, join.url, square)
    y = max(square.bottom(), ground.bottom()) + 22
    for text, style in (*address, (join.code, code)):
        sheet.line(
            text, style, QRectF(inside.left(), y, inside.width(), style.line), palette.ink, CENTRE
        )
        y += style.line - 4


def _paint_card_title(sheet: StageSheet, scene: Lobby, inside: QRectF) -> float:
    """Paint what the card is for; return where it ends."""
    palette = sheet.palette
    title = QRectF(inside.left(), inside.top(), inside.width(), _CARD_TITLE.line)
    icon, free = 58.0, inside.width() - 78
    sizes = (_CARD_TITLE, _CARD_TITLE.at(54), _CARD_TITLE.at(46))
    style = next((one for one in sizes if width_of(scene.join_title, one) <= free), sizes[-1])
    words = width_of(scene.join_title, style)
    left = inside.center().x() - (words + icon + 20) / 2
    sheet.icon("device-mobile-bold", left, title.top() + 6, icon, palette.primary)
    title.setLeft(left + icon + 20)
    below = title.bottom()
    title.moveTop(top_for_middle(title.top() + 6 + icon / 2, style))
    sheet.line(scene.join_title, style, title, palette.ink)
    return below


def _address(sheet: StageSheet, join: Join, width: float) -> tuple[tuple[str, Style], ...]:
    """Return the address as large as it fits, on two lines where it must be: it is never cut."""
    floor = Style("text", _ADDRESS.size, _ADDRESS.line, 700).at(sheet.layout.floor.size)
    for style in (sheet.legible(_ADDRESS), floor):
        if width_of(join.address, style) <= width:
            return ((join.address, style),)
    host, colon, port = join.address.rpartition(":")
    middle = host.rfind(".", 0, len(host) // 2 + 1) + 1
    if middle and width_of(host, floor) > width:
        parts = (host[:middle], host[middle:], colon + port)
        return tuple((part, floor) for part in parts)
    return ((host, floor), (colon + port, floor))
