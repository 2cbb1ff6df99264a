"""A sticky note: ground, edge below, text in one ink."""

from PySide6.QtCore import QRectF

from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.typeset import Style
from workshop_desk.desktop.theme import NoteLook


def paint_note(
    sheet: Sheet,
    rect: QRectF,
    look: NoteLook,
    lines: tuple[str, ...],
    style: Style,
    *,
    padding: float,
    edge: float,
    radius: float,
) -> None:
    """Paint a note whose lines were wrapped to `rect` less the padding on both sides."""
    sheet.fill(rect.translated(0, edge), look.edge, radius)
    sheet.fill(rect, look.bg, radius)
    if look.key == "white":
        sheet.frame(rect, look.edge, max(1.0, edge / 4), radius)
    height = style.line * len(lines)
    inside = rect.adjusted(padding, 0, -padding, 0)
    room = QRectF(inside.left(), rect.center().y() - height / 2, inside.width(), height)
    sheet.lines(lines, style, room, look.ink)


def paint_letter(sheet: Sheet, rect: QRectF, look: NoteLook, letter: str = "") -> None:
    """Paint the tile with a theme's letter."""
    size = rect.height() * 0.7
    style = Style("text", size, rect.height(), 700)
    sheet.fill(rect, look.bg, rect.height() * 0.16)
    sheet.centred(letter or look.letter, style, rect, look.ink)
