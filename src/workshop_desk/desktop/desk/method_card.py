"""A method to start from: its name, for how many, how long, and its steps as a ribbon."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workshop_desk.desktop import fonts
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.paint import draw_icon, draw_text
from workshop_desk.desktop.theme import Palette
from workshop_desk.i18n.dates import duration
from workshop_desk.methods.shelf import Cover


class MethodCard(QAbstractButton):
    """A card that is pressed as a whole."""

    def __init__(self, face: Face, cover: Cover) -> None:
        super().__init__()
        t = face.t
        self._palette = face.palette
        self._glyph = cover.icon
        self._name = face.say(cover.name)
        length = duration(60 * cover.minutes, t.language)
        people = t("{least} to {most} people", least=cover.least, most=cover.most)
        self._fact = f"{people} · {length}"
        self._lengths = cover.lengths
        self.setObjectName(f"method_{cover.id}")
        self.setAccessibleName(t("New session: {name}", name=self._name))
        self.setAccessibleDescription(self._fact)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(100)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size in a grid of two columns."""
        return QSize(216, 100)

    def paintEvent(self, event: object) -> None:
        """Paint the card."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look = self._palette
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            over = self.underMouse() or self.isDown()
            painter.setPen(QPen(look.line_strong if over else look.line, 1))
            painter.setBrush(look.line)
            painter.drawRoundedRect(box, 10, 10)
            painter.setBrush(look.surface)
            painter.drawRoundedRect(box.adjusted(0, 0, 0, -1), 10, 10)
            inner = self.rect().adjusted(16, 0, -16, 0)
            draw_icon(painter, self._glyph, inner.left(), 16, 22, look.primary)
            name = QRect(inner.left() + 31, 15, inner.width() - 31, 24)
            draw_text(painter, name, self._name, fonts.text(15, 600), look.ink)
            fact = QRect(inner.left(), 43, inner.width(), 20)
            draw_text(painter, fact, self._fact, fonts.text(13), look.ink_2)
            ribbon = QRectF(inner.left(), 73, inner.width(), 8)
            paint_lengths(painter, look, ribbon, self._lengths)


class Lengths(QWidget):
    """The steps of a plan by their minutes, light and dark in turn."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._lengths: tuple[float, ...] = ()
        self.setFixedHeight(10)

    def show_lengths(self, lengths: tuple[float, ...]) -> None:
        """Show these steps."""
        self._lengths = lengths
        self.update()

    def paintEvent(self, event: object) -> None:
        """Paint the ribbon."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_lengths(painter, self._palette, QRectF(self.rect()), self._lengths)


def paint_lengths(painter: QPainter, palette: Palette, box: QRectF, lengths: tuple[float, ...]) -> None:
    """Paint one segment per step, 3 px apart, each at least as wide as it is high."""
    if not lengths:
        return
    gap = 3.0
    least = box.height() / 2
    spare = box.width() - gap * (len(lengths) - 1) - least * len(lengths)
    if spare <= 0:
        return
    left, total = box.left(), sum(lengths) or 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    for place, length in enumerate(lengths):
        wide = least + spare * length / total
        painter.setBrush(palette.quiet if place % 2 else palette.primary)
        painter.drawRoundedRect(QRectF(left, box.top(), wide, box.height()), 3, 3)
        left += wide + gap
