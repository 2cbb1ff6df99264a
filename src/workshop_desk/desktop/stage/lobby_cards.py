"""The cards of the lobby: the room's Wi-Fi where it is known, then the session; each has its code.

Side by side where there is room for two codes that the last row can scan, else they turn like pages.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from workshop_desk.desktop.parts.qr import paint_qr
from workshop_desk.desktop.parts.sheet import CENTRE
from workshop_desk.desktop.parts.typeset import Style, top_for_middle, width_of, wrap
from workshop_desk.desktop.stage.canvas import BIG_CODE, LABEL, MARGIN, WIDE, StageSheet
from workshop_desk.desktop.stage.frame import Join
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain import wifi

CARD, TALL_CARDS = 874.0, 1090.0
"""How high a card is, and on an upright picture two of them."""
_QR = 528.0
"""Sixteen device pixels a module on 1080: half the image's height, readable from the last row."""
_WIDEST, _LEAST_WELCOME, _GAP, _AIR = 540.0, 520.0, 30.0, 60.0
_TITLE = Style("display", 62, 70, 700)
_NAME = Style("text", 56, 64, 700)
_NUMERAL = Style("display", 46, 50, 800)
_DISC, _ICON, _BELOW = 76.0, 58.0, 22.0

Words = tuple[tuple[str, Style, QColor], ...]
"""Lines below a code, each with how it is set."""


@dataclass(frozen=True, slots=True)
class JoinCard:
    """A code and what it says in letters: where it leads (`name`), and a password or a code to type.

    `number` is which one to scan first, 0 where it is the only one. Where the password is longer than
    anyone types, `instead` says where it is.
    """

    title: str
    payload: str
    name: str
    number: int = 0
    code: str = ""
    label: str = ""
    password: str = ""
    instead: str = ""


def cards(showing: Showing, join: Join | None) -> tuple[JoinCard, ...]:
    """Return the cards of a moment: none while phones cannot join, two where the Wi-Fi is known."""
    t, network = showing.t, showing.wifi
    if join is None:
        return ()
    if not network.known:
        title = t("Scan again") if showing.network.moved else t("Join the session")
        return (JoinCard(title, join.url, join.address, code=join.code),)
    label = t("no password") if network.open else t("password")
    first = JoinCard(
        title=t("The Wi-Fi"),
        payload=wifi.payload(network),
        name=network.name,
        number=1,
        label=label,
        password=network.password,
        instead=t("is in the code"),
    )
    title = t("New code") if showing.network.moved else t("The session")
    return first, JoinCard(title, join.url, join.address, number=2, code=join.code)


def at_once(sheet: StageSheet, number: int) -> int:
    """Return how many of the cards are seen at the same time."""
    roomy = not sheet.large and (sheet.tall or sheet.width >= WIDE)
    return number if roomy else min(number, 1)


def cards_width(sheet: StageSheet, number: int) -> float:
    """Return how wide the cards are that say how to join, with the gap between them."""
    if sheet.tall:
        return sheet.inner
    if at_once(sheet, number) > 1:
        each = min(_WIDEST, (sheet.inner - _LEAST_WELCOME - _AIR - _GAP) / 2)
        return 2 * each + _GAP
    if sheet.large:
        return 0.49 * sheet.inner
    return 720.0 if sheet.width >= WIDE else 560.0


def cards_height(sheet: StageSheet, number: int) -> float:
    """Return how high the cards are."""
    return TALL_CARDS if sheet.tall and at_once(sheet, number) > 1 else CARD


def paint_cards(sheet: StageSheet, cards: tuple[JoinCard, ...], box: QRectF) -> None:
    """Paint the cards into their place, beside or above each other, or the one whose page it is."""
    if at_once(sheet, len(cards)) < len(cards):
        _paint_standing(sheet, cards[sheet.turn(len(cards))], box)
    elif len(cards) > 1 and sheet.tall:
        each = (box.height() - _GAP) / len(cards)
        for place, card in enumerate(cards):
            top = box.top() + place * (each + _GAP)
            _paint_lying(sheet, card, QRectF(box.left(), top, box.width(), each))
    else:
        each = (box.width() - _GAP * (len(cards) - 1)) / len(cards)
        boxes = [
            QRectF(box.left() + place * (each + _GAP), box.top(), each, box.height())
            for place in range(len(cards))
        ]
        both = list(zip(cards, boxes, strict=True))
        # The grounds of both codes are of one size, as they stand side by side.
        size = min(_code_size(sheet, card, _inside(one)) for card, one in both)
        for card, one in both:
            _paint_standing(sheet, card, one, size)


def _paint_standing(sheet: StageSheet, card: JoinCard, box: QRectF, most: float = math.inf) -> None:
    """Paint a card whose code stands over its words."""
    sheet.fill(box, sheet.palette.panel, 28)
    inside = _inside(box)
    size = min(most, _code_size(sheet, card, inside))
    y = inside.top() + _title_height(sheet, card)
    if y > inside.top():
        _paint_title(sheet, card, inside)
    square = QRectF(box.center().x() - size / 2, y, size, size)
    ground = _paint_code(sheet, card, square)
    top = max(square.bottom(), ground.bottom()) + _BELOW
    words = _words(sheet, card, inside.width())
    _paint_words(sheet, words, QRectF(inside.left(), top, inside.width(), inside.bottom() - top))


def _inside(box: QRectF) -> QRectF:
    side = 36 if box.width() > _WIDEST else 24
    return box.adjusted(side, 30, -side, -24)


def _code_size(sheet: StageSheet, card: JoinCard, inside: QRectF) -> float:
    """Return how large a card's code can be between its title and its words."""
    words = _height(_words(sheet, card, inside.width())) + _BELOW
    free = inside.height() - _title_height(sheet, card) - words + 4
    return min(_QR * sheet.layout.legibility, inside.width(), free)


def _paint_code(sheet: StageSheet, card: JoinCard, square: QRectF) -> QRectF:
    """Paint the code; one of two stands on a ground as large as its square, as the other does."""
    if card.number:
        sheet.fill(square, QColor(Qt.GlobalColor.white), 12)
    return paint_qr(sheet.painter, card.payload, square)


def _paint_lying(sheet: StageSheet, card: JoinCard, box: QRectF) -> None:
    """Paint a card whose code lies beside its words."""
    sheet.fill(box, sheet.palette.panel, 28)
    side = min(box.height() - 48, 0.56 * box.width())
    square = QRectF(box.left() + 24, box.center().y() - side / 2, side, side)
    _paint_code(sheet, card, square)
    inside = QRectF(square.right() + 30, box.top(), box.right() - square.right() - 54, box.height())
    words = _words(sheet, card, inside.width())
    top = box.center().y() - (_DISC + 30 + _height(words)) / 2
    y = _paint_title(sheet, card, QRectF(inside.left(), top, inside.width(), _DISC)) + 30
    _paint_words(sheet, words, QRectF(inside.left(), y, inside.width(), _height(words)))


def _title_height(sheet: StageSheet, card: JoinCard) -> float:
    """Return how high the title is with the air below it; an only card in larger letters has none."""
    if not card.number and sheet.large:
        return 0.0
    return max(_mark(sheet, card), sheet.legible(_TITLE).line) + (12 if sheet.large else 22)


def _mark(sheet: StageSheet, card: JoinCard) -> float:
    """Return how wide the number's disc is, or the icon in its place."""
    return max(_DISC, 1.5 * _numeral(sheet).size) if card.number else _ICON


def _paint_title(sheet: StageSheet, card: JoinCard, inside: QRectF) -> float:
    """Paint which card this is and what it is for; return where that ends."""
    palette, mark = sheet.palette, _mark(sheet, card)
    sizes = tuple(sheet.legible(one) for one in (_TITLE, _TITLE.at(54), _TITLE.at(46)))
    free = inside.width() - mark - 20
    style = next((one for one in sizes if width_of(card.title, one) <= free), sizes[-1])
    words = min(width_of(card.title, style), free)
    high = max(mark, style.line)
    middle = inside.top() + high / 2
    left = inside.center().x() - (words + mark + 20) / 2
    if card.number:
        sheet.disc(QPointF(left + mark / 2, middle), mark / 2, palette.primary)
        disc = QRectF(left, middle - mark / 2, mark, mark)
        sheet.centred(str(card.number), _numeral(sheet), disc, palette.on_primary)
    else:
        sheet.icon("device-mobile-bold", left, middle - mark / 2, mark, palette.primary)
    title = QRectF(left + mark + 20, top_for_middle(middle, style), words + 2, style.line)
    sheet.line(card.title, style, title, palette.ink)
    return inside.top() + high


def _numeral(sheet: StageSheet) -> Style:
    """Return the letters of a card's number: as large as the smallest that are read, at least."""
    return _NUMERAL.at(max(_NUMERAL.size, sheet.layout.floor.size))


def _words(sheet: StageSheet, card: JoinCard, width: float) -> Words:
    """Return what stands below a code. The name is never cut: it takes as many lines as it needs."""
    palette, floor = sheet.palette, sheet.layout.floor
    names = _address(sheet, card.name, width) if card.code else _name(sheet, card.name, width)
    lines = [(text, style, palette.ink) for text, style in names]
    typed, set_in = _typed(sheet, card, width)
    if card.label and (not sheet.large or typed != card.password or not typed):
        label = floor if sheet.large or width_of(card.label, LABEL) > width else LABEL
        lines.append((card.label, Style("text", label.size, label.line, 400), palette.ink_2))
    if typed:
        lines.append((typed, set_in, palette.ink))
    if card.code:
        lines.append((card.code, sheet.legible(BIG_CODE), palette.ink))
    return tuple(lines)


def _typed(sheet: StageSheet, card: JoinCard, width: float) -> tuple[str, Style]:
    """Return the password on one line: on two, nobody knows whether a space stands between them."""
    for style in (sheet.legible(_NAME), _smallest(sheet)):
        if width_of(card.password, style) <= width:
            return card.password, style
    return card.instead, sheet.layout.floor


def _smallest(sheet: StageSheet) -> Style:
    return Style("text", _NAME.size, _NAME.line, 700).at(sheet.layout.floor.size)


def _name(sheet: StageSheet, name: str, width: float) -> tuple[tuple[str, Style], ...]:
    """Return the name of a network as large as it fits, on several lines where it must be."""
    for style in (sheet.legible(_NAME), _smallest(sheet)):
        if width_of(name, style) <= width:
            return ((name, style),)
    return tuple((line, _smallest(sheet)) for line in wrap(name, _smallest(sheet), width))


def _address(sheet: StageSheet, address: str, width: float) -> tuple[tuple[str, Style], ...]:
    """Return the address as large as it fits, on two lines where it must be: it is never cut."""
    floor = _smallest(sheet)
    for style in (sheet.legible(_NAME), floor):
        if width_of(address, style) <= width:
            return ((address, style),)
    host, colon, port = address.rpartition(":")
    middle = host.rfind(".", 0, len(host) // 2 + 1) + 1
    if middle and width_of(host, floor) > width:
        parts = (host[:middle], host[middle:], colon + port)
        return tuple((part, floor) for part in parts)
    return ((host, floor), (colon + port, floor))


def _height(words: Words) -> float:
    return sum(style.line - 4 for _, style, _ in words)


def _paint_words(sheet: StageSheet, words: Words, room: QRectF) -> None:
    y = room.top()
    for text, style, color in words:
        line = QRectF(room.left(), y, room.width(), style.line)
        sheet.line(text, style, line, color, CENTRE)
        y += style.line - 4


def right_of(sheet: StageSheet, number: int) -> QRectF:
    """Return the place of the cards: at the right, or on an upright picture at the lower end."""
    high = cards_height(sheet, number)
    if sheet.tall:
        return QRectF(MARGIN, sheet.height - 56 - high, sheet.inner, high)
    wide = cards_width(sheet, number)
    return QRectF(sheet.right - wide, 150, wide, high)
