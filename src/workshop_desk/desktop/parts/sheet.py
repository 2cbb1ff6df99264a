"""A sheet: a painter with a palette and a report, and the few marks that every scene is made of."""

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from workshop_desk.desktop.parts import typeset
from workshop_desk.desktop.parts.icons import paint_icon
from workshop_desk.desktop.parts.typeset import Report, Style, TextBox
from workshop_desk.desktop.theme import Palette

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight

_FELT_TOP, _FELT_BOTTOM = 0.56, 0.93


@dataclass(slots=True)
class Sheet:
    """Where a part paints: everything it needs, and the report it leaves.

    Where `only` a piece is wanted, the painter is clipped to it, and what lies elsewhere costs nothing.
    """

    painter: QPainter
    palette: Palette
    report: Report = field(default_factory=Report)
    only: QRectF | None = None

    def __post_init__(self) -> None:
        self.painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )

    def sees(self, rect: QRectF) -> bool:
        """Tell whether anything painted into a rectangle would be seen."""
        return self.only is None or self.only.intersects(rect)

    def fill(self, rect: QRectF, color: QColor, radius: float = 0.0) -> None:
        """Fill a rectangle, its corners round."""
        if not self.sees(rect):
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(color)
        if radius:
            radius = min(radius, rect.height() / 2, rect.width() / 2)
            self.painter.drawRoundedRect(rect, radius, radius)
        else:
            self.painter.drawRect(rect)

    def frame(self, rect: QRectF, color: QColor, thickness: float, radius: float = 0.0) -> None:
        """Draw a rectangle's outline inside its edge."""
        self.painter.setPen(QPen(color, thickness))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = thickness / 2
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def disc(self, centre: QPointF, radius: float, color: QColor) -> None:
        """Fill a disc."""
        if not self.sees(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)):
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(color))
        self.painter.drawEllipse(centre, radius, radius)

    def circle(self, centre: QPointF, radius: float, color: QColor, thickness: float) -> None:
        """Draw a circle's outline inside its radius."""
        self.painter.setPen(QPen(color, thickness))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(centre, radius - thickness / 2, radius - thickness / 2)

    def rule(self, x: float, y: float, width: float, color: QColor, thickness: float) -> None:
        """Draw a horizontal line."""
        self.painter.setPen(QPen(color, thickness, c=Qt.PenCapStyle.FlatCap))
        self.painter.drawLine(QLineF(x, y, x + width, y))

    def icon(self, name: str, x: float, y: float, size: float, color: QColor) -> None:
        """Paint an icon into the square at x, y."""
        square = QRectF(x, y, size, size)
        if self.sees(square):
            paint_icon(self.painter, name, square, color)

    def line(
        self,
        text: str,
        style: Style,
        room: QRectF,
        color: QColor,
        align: Qt.AlignmentFlag = LEFT,
    ) -> QRectF:
        """Draw one line at the top of its room, cut with an ellipsis if need be; return its box."""
        shown = typeset.cut(text, style, room.width())
        return self.run(shown, style, room, color, align)

    def run(
        self,
        text: str,
        style: Style,
        room: QRectF,
        color: QColor,
        align: Qt.AlignmentFlag = LEFT,
    ) -> QRectF:
        """Draw one line as it is at the top of its room, and report it; return its box."""
        width = typeset.width_of(text, style)
        x = room.left()
        if align == CENTRE:
            x = room.center().x() - width / 2
        elif align == RIGHT:
            x = room.right() - width
        base = typeset.baseline(room.top(), style)
        box = typeset.ink_box(x, base, width, style)
        # Accents of capitals rise above the box, and slanted letters lean out of it.
        near = style.size / 4
        if self.sees(box.adjusted(-near, -near, near, near / 2)):
            self.painter.setPen(color)
            typeset.draw_line(self.painter, x, base, text, style)
        self.report.boxes.append(TextBox(text, box, QRectF(room), style.size))
        return box

    def centred(self, text: str, style: Style, room: QRectF, color: QColor) -> QRectF:
        """Draw one line in the very middle of its room: what one sees is centred, not the line box."""
        top = typeset.top_for_middle(room.center().y(), style)
        line = QRectF(room.left(), top, room.width(), max(style.line, 1.2 * style.size))
        return self.run(text, style, line, color, CENTRE)

    def lines(
        self,
        lines: tuple[str, ...],
        style: Style,
        room: QRectF,
        color: QColor,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Draw wrapped lines one under the other; return the y under the last one."""
        y = room.top()
        for text in lines:
            side = align
            if align == LEFT and typeset.runs_right_to_left(text):
                side = RIGHT
            self.run(text, style, QRectF(room.left(), y, room.width(), style.line), color, side)
            y += style.line
        return y

    def felt_pen(self, x: float, top: float, width: float, style: Style) -> None:
        """Lay the felt pen's band under words that are drawn afterwards."""
        band = QRectF(x, top + style.line * _FELT_TOP, width, style.line * (_FELT_BOTTOM - _FELT_TOP))
        self.fill(band, self.palette.marker)
