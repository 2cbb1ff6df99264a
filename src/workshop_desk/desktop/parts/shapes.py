"""The shapes that stand for a state where its colour alone would not: drawn, never typed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

_HALF_TURN = 180 * 16


def paint_shape(painter: QPainter, shape: str, centre: QPointF, size: float, color: QColor) -> None:
    """Paint a shape of the tokens' timer table into a square of `size` around its centre."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.translate(centre)
    _SHAPES[shape](painter, size, color)
    painter.restore()


def _triangle(painter: QPainter, size: float, color: QColor) -> None:
    del color
    half = size * 0.475
    left, right = -size * 0.36, size * 0.49
    painter.drawPolygon(QPolygonF([QPointF(left, -half), QPointF(right, 0), QPointF(left, half)]))


def _half(painter: QPainter, size: float, color: QColor) -> None:
    thickness = size * 0.13
    radius = size * 0.46
    painter.drawPie(QRectF(-radius, -radius, 2 * radius, 2 * radius), 90 * 16, _HALF_TURN)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, thickness))
    painter.drawEllipse(QPointF(0, 0), radius - thickness / 2, radius - thickness / 2)


def _square(painter: QPainter, size: float, color: QColor) -> None:
    del color
    half = size * 0.38
    painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))


def _plus(painter: QPainter, size: float, color: QColor) -> None:
    del color
    half, thick = size * 0.46, size * 0.11
    painter.drawRect(QRectF(-half, -thick, 2 * half, 2 * thick))
    painter.drawRect(QRectF(-thick, -half, 2 * thick, 2 * half))


def _bars(painter: QPainter, size: float, color: QColor) -> None:
    del color
    half, thick, gap = size * 0.42, size * 0.2, size * 0.13
    painter.drawRect(QRectF(-gap - thick, -half, thick, 2 * half))
    painter.drawRect(QRectF(gap, -half, thick, 2 * half))


def _ring(painter: QPainter, size: float, color: QColor) -> None:
    thickness = size * 0.16
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, thickness))
    radius = size * 0.42 - thickness / 2
    painter.drawEllipse(QPointF(0, 0), radius, radius)


def _check(painter: QPainter, size: float, color: QColor) -> None:
    path = QPainterPath(QPointF(-size * 0.4, size * 0.02))
    path.lineTo(-size * 0.1, size * 0.32)
    path.lineTo(size * 0.42, -size * 0.3)
    pen = QPen(color, size * 0.14)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)


def _disc(painter: QPainter, size: float, color: QColor) -> None:
    del color
    painter.drawEllipse(QPointF(0, 0), size * 0.45, size * 0.45)


_SHAPES = {
    "triangle": _triangle,
    "half": _half,
    "square": _square,
    "plus": _plus,
    "bars": _bars,
    "ring": _ring,
    "check": _check,
    "disc": _disc,
}

SHAPES = tuple(_SHAPES)
"""The names of all shapes."""
