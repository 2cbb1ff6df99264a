"""The laptop's addresses to choose from: one row each, and which of them is in the code."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.controls import column, plain_tip
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.network_words import candidate_words
from workshop_desk.desktop.desk.paint import Mark, draw_chip, draw_text
from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.network import Candidate

_HIGH, _LEFT, _DOT = 57, 34, 10


class AddressRow(QAbstractButton):
    """One address under its network's name, with a dot to choose it by and a chip where it is shown."""

    def __init__(self, palette: Palette, one: Candidate, words: str) -> None:
        super().__init__()
        self.setObjectName(f"address_{one.address}")
        self.setCheckable(True)
        self.setFixedHeight(_HIGH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.candidate = one
        self._palette = palette
        self._words = words
        self._mark = Mark("")
        self.setToolTip(plain_tip(words))

    def mark(self, mark: Mark) -> None:
        """Show a chip, or none."""
        self._mark = mark
        name = f"{self._words}. {self.candidate.address}. {mark.text}"
        self.setAccessibleName(name.removesuffix(". "))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a row."""
        return QSize(300, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row and the hairline below it."""
        del event
        look, width = self._palette, self.width()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QPointF(_DOT + 1, _HIGH / 2)
            chosen = self.isChecked()
            edge = look.focus if self.hasFocus() else look.primary if chosen else look.line_strong
            painter.setPen(QPen(edge, 2.5 if self.hasFocus() else 1.8))
            painter.setBrush(look.primary if chosen else look.surface)
            painter.drawEllipse(middle, _DOT - 1, _DOT - 1)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.on_primary)
                painter.drawEllipse(middle, 4, 4)
            right = width
            if self._mark.text:
                right = draw_chip(painter, look, self._mark, width, _HIGH // 2, width // 2) - 8
            room = right - _LEFT
            draw_text(painter, QRect(_LEFT, 8, room, 22), self._words, fonts.text(15, 600), look.ink)
            address = QRect(_LEFT, 30, room, 20)
            draw_text(painter, address, self.candidate.address, fonts.text(13), look.ink_2)
            painter.setPen(QPen(look.line, 1))
            painter.drawLine(0, _HIGH - 1, width, _HIGH - 1)


class AddressRows(QWidget):
    """All candidates, one of them chosen; `chosen` hears of another one."""

    def __init__(self, face: Face, chosen: Callable[[Candidate], None]) -> None:
        super().__init__()
        self.setObjectName("addresses")
        self._face = face
        self._chosen = chosen
        self._shown: tuple[tuple[Candidate, ...], str] | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._body: QVBoxLayout = column(gap=0)
        self.setLayout(self._body)

    @property
    def candidate(self) -> Candidate | None:
        """The one that is chosen now."""
        row = self._group.checkedButton()
        return row.candidate if isinstance(row, AddressRow) else None

    def show_candidates(self, candidates: tuple[Candidate, ...], in_code: str) -> None:
        """Show all addresses, the one that is in the code chosen."""
        if (candidates, in_code) == self._shown:
            return
        if self._shown is None or self._shown[0] != candidates:
            self._fill(candidates)
        self._shown = (candidates, in_code)
        for row in self._group.buttons():
            if isinstance(row, AddressRow):
                here = row.candidate.address == in_code
                row.mark(Mark(self._face.t("in the code"), "primary") if here else Mark(""))
                if here:
                    row.setChecked(True)

    def _fill(self, candidates: tuple[Candidate, ...]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, one in enumerate(candidates):
            row = AddressRow(self._face.palette, one, candidate_words(self._face.t, one))
            self._group.addButton(row, place)
            self._body.addWidget(row)

    def _clicked(self, place: int) -> None:
        if self._shown is not None:
            self._chosen(self._shown[0][place])
