"""A field to sign in at the desk, with mouse, finger or pen: the same strokes as on a phone."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_desk.desktop.theme import Palette
from workshop_desk.domain.signatures import HIGH, MOST_POINTS, MOST_STROKES, WIDE

_APART = 6
"""Units of the field between two points that are kept: closer ones add nothing that is seen."""
_SIZE = QSize(460, round(460 * HIGH / WIDE))


class SignPad(QWidget):
    """Holds strokes of whole numbers; `drawn` tells that there are some, or none any more."""

    drawn = Signal(bool)

    def __init__(self, palette: Palette, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._palette = palette
        self._strokes: list[list[tuple[int, int]]] = []
        self._drawing = False
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def ink(self) -> str:
        """What was drawn, as text."""
        return ";".join(" ".join(f"{x} {y}" for x, y in stroke) for stroke in self._strokes)

    def clear(self) -> None:
        """Begin again."""
        self._strokes = []
        self._drawing = False
        self.update()
        self.drawn.emit(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton and len(self._strokes) < MOST_STROKES:
            self._drawing = True
            self._strokes.append([self._at(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if not self._drawing:
            return
        (x, y), (to_x, to_y) = self._strokes[-1][-1], self._at(event.position())
        full = sum(map(len, self._strokes)) >= MOST_POINTS
        if not full and abs(to_x - x) + abs(to_y - y) >= _APART:
            self._strokes[-1].append((to_x, to_y))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if self._drawing and event.button() is Qt.MouseButton.LeftButton:
            self._drawing = False
            self.drawn.emit(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, its line and the strokes."""
        del event
        look = self._palette
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.primary, 2))
            painter.setBrush(look.surface)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            painter.setPen(QPen(look.line, 2))
            low = self.height() * 0.78
            painter.drawLine(QPointF(self.width() * 0.08, low), QPointF(self.width() * 0.92, low))
            pen = QPen(look.ink, 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for stroke in self._strokes:
                painter.drawPath(self._path(stroke))

    def _path(self, stroke: list[tuple[int, int]]) -> QPainterPath:
        points = [QPointF(x * self.width() / WIDE, y * self.height() / HIGH) for x, y in stroke]
        path = QPainterPath(points[0])
        for point, after in pairwise(points[1:]):
            path.quadTo(point, (point + after) / 2)
        path.lineTo(points[-1])
        return path

    def _at(self, position: QPointF) -> tuple[int, int]:
        x = round(position.x() / self.width() * WIDE)
        y = round(position.y() / self.height() * HIGH)
        return max(0, min(WIDE, x)), max(0, min(HIGH, y))
