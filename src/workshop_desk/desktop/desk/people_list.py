"""The list of people: disc, name, one fact, and what they hold in their hand."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.paint import draw_disc, draw_icon, draw_text
from workshop_desk.desktop.desk.rows import RowPainter, Rows, Stand
from workshop_desk.domain.units import PersonId, RegistrationId

ROW = 40


class Hand(StrEnum):
    """How someone takes part right now."""

    PHONE = "phone"
    ASLEEP = "asleep"
    TABLE = "table"
    DESK = "desk"
    GONE = "gone"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row: `special` marks the role with a paper of its own; `device` says the mark in words.

    Who is awaited has a `place` on the list and is no `person` yet.
    """

    person: PersonId | None
    name: str
    fact: str
    hand: Hand
    device: str
    special: bool = False
    place: RegistrationId | None = None

    @property
    def key(self) -> str:
        """Whose row it is."""
        return self.person or self.place or ""

    @property
    def shown(self) -> str:
        """The name."""
        return self.name

    @property
    def tip(self) -> str:
        """The name and what the mark means."""
        return f"{self.name} · {self.device}"

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return ", ".join(dict.fromkeys(part for part in (self.name, self.fact, self.device) if part))


class PersonLines(Rows[PersonLine]):
    """The people, row by row."""


class PersonPainter(RowPainter[PersonLine]):
    """Paints a person."""

    height = ROW

    def draw(self, painter: QPainter, row: PersonLine, box: QRect, stand: Stand) -> None:
        """Paint one person."""
        line, look = row, self._palette
        if stand.marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.sunken)
            painter.drawRoundedRect(box, 8, 8)
        middle = box.center().y()
        here = line.hand not in (Hand.GONE, Hand.EXPECTED)
        disc = QRect(box.left() + 4, middle - 13, 28, 28)
        draw_disc(painter, look, line.name, disc, special=line.special, here=here)
        right = box.right() - 6
        glyph, tone = _MARKS[line.hand]
        if glyph:
            draw_icon(painter, glyph, right - 18, middle - 9, 18, getattr(look, tone))
        right -= 28
        wide = QFontMetrics(fonts.text(13)).horizontalAdvance(line.fact)
        free = right - box.left() - 54
        name_wide = QFontMetrics(fonts.text(15)).horizontalAdvance(line.name[:80])
        wide = min(wide, max(free - name_wide, free // 3)) + 2
        fact = QRect(right - wide, box.top(), wide, box.height())
        draw_text(painter, fact, line.fact, fonts.text(13), look.ink_2, Qt.AlignmentFlag.AlignRight)
        name = QRect(box.left() + 42, box.top(), right - wide - 8 - box.left() - 42, box.height())
        draw_text(painter, name, line.name, fonts.text(15), look.ink if here else look.ink_2)


_MARKS = {
    Hand.PHONE: ("device-mobile", "success"),
    Hand.ASLEEP: ("moon", "ink_2"),
    Hand.TABLE: ("users", "success"),
    Hand.DESK: ("pencil-simple", "ink_2"),
    Hand.GONE: ("", "ink_2"),
    Hand.EXPECTED: ("", "ink_2"),
}
