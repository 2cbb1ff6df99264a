"""A message to the room: a card over the scene that covers neither digits, prompt nor join corner."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.stage.canvas import MARGIN, StageSheet
from workshop_desk.desktop.stage.column import balanced

_UNDER, _ABOVE_EDGE, _ABOVE_CORNER, _CLEAR = 6.0, 24.0, 56.0, 14.0
"""A card lies over the next step and the ribbon: below all else, clear of what projectors crop."""
_SIZES = tuple(Style("text", size, line, 600) for size, line in ((66, 78), (58, 68), (54, 62), (50, 58)))
_PAD_X, _PAD_Y, _ICON, _GAP = 34.0, 16.0, 64.0, 26.0
_DOT, _EDGE = 8.0, 6.0
_HANGING = 236.0
_NEAR, _COVER = 18.0, 3.0
"""Letters reach below the box that is reported of them."""
_LEAST_LETTERS = 6.0
"""Words are set in lines as wide as this many letters are high, or the card lies elsewhere."""


@dataclass(frozen=True, slots=True)
class MessageRoom:
    """Where a card may lie: `usual` first, and all of `most` where the words need it.

    It grows up from the lower edge, and is `least` high at least; with `hangs` it takes all of its place
    below the upper one.
    """

    usual: QRectF
    most: QRectF
    hangs: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A message set in one size: its pages, and where the card lies."""

    style: Style
    pages: tuple[tuple[str, ...], ...]
    card: QRectF
    words: QRectF


def foot_room(
    sheet: StageSheet, right: float, top: float = 0.0, narrow: float = 0.0, hanging: float = _HANGING
) -> MessageRoom:
    """Return the place in the foot that ends at `right`; grown up to `top`, a card ends at `narrow`.

    An upright picture has all the width above its join corner. Where larger letters make that corner so
    wide that no words fit beside it, the card lies above the foot, or else along the upper edge, down to
    `hanging`.
    """
    foot = sheet.layout.foot
    first, bottom = foot + _UNDER, sheet.height - _ABOVE_EDGE
    if sheet.tall:
        first, right, bottom = foot, sheet.right, sheet.height - sheet.layout.qr - _ABOVE_CORNER
    elif right - MARGIN < _least_width(sheet):
        if not top or foot - _CLEAR - top < 2 * (sheet.legible(_SIZES[-1]).line + _PAD_Y):
            return hanging_room(sheet.right, hanging)
        place = QRectF(MARGIN, top, (narrow or sheet.right) - MARGIN, foot - _CLEAR - top)
        return MessageRoom(place, place)
    usual = QRectF(MARGIN, first, right - MARGIN, bottom - first)
    most = QRectF(usual)
    most.setTop(min(top or first, first))
    if narrow:
        most.setRight(min(narrow, right))
    return MessageRoom(usual, most)


def hanging_room(right: float, bottom: float = _HANGING) -> MessageRoom:
    """Return the place along the upper edge, where nothing but a name stands."""
    place = QRectF(MARGIN, _ABOVE_EDGE, right - MARGIN, bottom - _ABOVE_EDGE)
    return MessageRoom(place, place, hangs=True)


def _least_width(sheet: StageSheet) -> float:
    """Return how wide a card is at least; usual letters have room beside every corner."""
    return _LEAST_LETTERS * sheet.legible(_SIZES[-1]).size + 2 * _PAD_X if sheet.large else 0.0


def paint_message(sheet: StageSheet, text: str, room: MessageRoom) -> int:
    """Paint the page of a message that the sheet wants; return how many there are."""
    laid = _lay(sheet, text, room)
    lines = laid.pages[sheet.page % len(laid.pages)]
    palette, card = sheet.palette, _covering_whole_lines(sheet, laid.card, room.most.top())
    sheet.report.boxes[:] = [box for box in sheet.report.boxes if not card.intersects(box.used)]
    sheet.fill(card.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE), palette.bg, 30)
    sheet.fill(card, palette.primary, 24)
    icon = card.center().y() - _ICON / 2
    if laid.words.left() > card.left() + _PAD_X:
        sheet.icon("megaphone-simple-bold", card.left() + _PAD_X, icon, _ICON, palette.on_primary)
    words, tall = QRectF(laid.words), laid.style.line * len(lines)
    words.setTop(card.center().y() - tall / 2)
    words.setHeight(tall)
    sheet.lines(lines, laid.style, words, palette.on_primary)
    _paint_dots(sheet, card, sheet.page % len(laid.pages), len(laid.pages))
    return len(laid.pages)


def _covering_whole_lines(sheet: StageSheet, card: QRectF, top: float) -> QRectF:
    """Return the card, higher by what it takes to cover no line by half."""
    near = card.adjusted(-_EDGE, -_NEAR, _EDGE, 0)
    while True:
        touched = [box.used for box in sheet.report.boxes if near.intersects(box.used)]
        highest = max(top, min((box.top() - _COVER for box in touched), default=card.top()))
        if highest >= card.top():
            return card
        card = card.adjusted(0, highest - card.top(), 0, 0)
        near = card.adjusted(-_EDGE, -_EDGE, _EDGE, 0)


def _paint_dots(sheet: StageSheet, card: QRectF, page: int, pages: int) -> None:
    """Say with one dot a page that there is more to read, and where one is."""
    for place in range(pages if pages > 1 else 0):
        y = card.center().y() + (place - (pages - 1) / 2) * 4 * _DOT
        centre = QPointF(card.right() - _PAD_X / 2, y)
        if place == page:
            sheet.disc(centre, _DOT, sheet.palette.on_primary)
        else:
            sheet.circle(centre, _DOT, sheet.palette.on_primary, 3)


def _words(sheet: StageSheet, card: QRectF) -> QRectF:
    """Return the place of the words; where larger letters need its room, there is no icon."""
    words = card.adjusted(_PAD_X + _ICON + _GAP, _PAD_Y, -_PAD_X, -_PAD_Y)
    if sheet.large and words.width() < 2 * _LEAST_LETTERS * sheet.legible(_SIZES[-1]).size:
        words.setLeft(card.left() + _PAD_X)
    return words


def _lay(sheet: StageSheet, text: str, room: MessageRoom) -> _Laid:
    """Set a message as large as its place lets it be; what fits in no size goes on on further pages."""
    sizes = tuple(dict.fromkeys(sheet.legible(style) for style in _SIZES))
    for place in (room.usual, room.most):
        inside = _words(sheet, place)
        for style in sizes:
            lines = balanced(text, style, inside.width())
            if style.line * len(lines) <= inside.height():
                card = _card(room, place, style.line * len(lines))
                return _Laid(style, (lines,), card, _words(sheet, card))
    style, inside = sizes[-1], _words(sheet, room.most)
    lines = balanced(text, style, inside.width())
    each = max(1, int(inside.height() // style.line))
    pages = tuple(lines[begin : begin + each] for begin in range(0, len(lines), each))
    card = _card(room, room.most, style.line * each)
    return _Laid(style, pages, card, _words(sheet, card))


def _card(room: MessageRoom, place: QRectF, tall: float) -> QRectF:
    if room.hangs:
        # All of its place: a lower edge further up would cut in two what it hangs over.
        return QRectF(place)
    height = max(room.least, max(tall, _ICON) + 2 * _PAD_Y)
    return QRectF(place.left(), place.bottom() - height, place.width(), height)
