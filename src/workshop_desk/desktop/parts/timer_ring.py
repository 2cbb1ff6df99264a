"""The timer ring: an arc of remaining time whose hand carries the state's shape."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.parts.shapes import paint_shape
from workshop_desk.desktop.parts.sheet import Sheet
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.parts.typeset import Style, top_for_middle, width_of
from workshop_desk.desktop.theme import Palette, TimerLook
from workshop_desk.domain.timer import TimerPhase

# Shares of the ring's diameter, ticks included.
_RADIUS, _STROKE = 0.4175, 0.075
_TICK_IN, _TICK_OUT, _TICK_WIDE = 0.472, 0.496, 0.007
_DISC, _DISC_INSIDE, _DISC_SHAPE = 0.0614, 0.0464, 0.0443
_DIGITS, _DIGITS_WIDE = 0.323, 0.66
_PILL = 0.0629
_DASH, _DASH_GAP = 5.2, 3.6


def paint_timer_ring(
    sheet: Sheet, rect: QRectF, view: TimerView, *, pill: bool = True, pill_least: float = 0.0
) -> None:
    """Paint the ring with its digits into a square; the pill says the state's word."""
    size = min(rect.width(), rect.height())
    look = sheet.palette.timer_look(view.phase)
    centre = rect.center()
    circle = QRectF(0, 0, 2 * _RADIUS * size, 2 * _RADIUS * size)
    circle.moveCenter(centre)
    _paint_track(sheet, circle, size)
    _paint_ticks(sheet, centre, size, view, look)
    if view.left > 0:
        _paint_arc(sheet, circle, size, view, look)
        _paint_hand(sheet, centre, size, view, look)
    elif view.over > 0:
        _paint_over(sheet, circle, size, view, look)
    _paint_digits(sheet, rect, size, view, pill=pill)
    if pill:
        style = pill_style(max(_PILL * size, pill_least))
        middle = QPointF(centre.x(), rect.center().y() + 0.201 * size)
        paint_pill(sheet, middle, view, style)


def pill_style(size: float) -> Style:
    """Return the pill's type at a size."""
    return Style("text", size, size * 1.15, 700)


def pill_width(text: str, style: Style) -> float:
    """Return how wide a pill with this text is."""
    return width_of(text, style) + style.size * 1.94


def paint_pill(sheet: Sheet, centre: QPointF, view: TimerView, style: Style, text: str = "") -> QRectF:
    """Paint the state's pill: its shape, and its word or another text."""
    look = sheet.palette.timer_look(view.phase)
    words = text or view.word
    size = style.size
    width, height = pill_width(words, style), size * 1.58
    box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    sheet.fill(box, look.pill_bg, height / 2)
    mark = QPointF(box.left() + size * 0.77, box.center().y())
    paint_shape(sheet.painter, look.shape, mark, size * 0.62, look.pill_fg)
    left = box.left() + size * 1.4
    top = top_for_middle(box.center().y(), style)
    sheet.run(words, style, QRectF(left, top, box.right() - left, style.line), look.pill_fg)
    return box


def _paint_track(sheet: Sheet, circle: QRectF, size: float) -> None:
    # Two circles and what lies between them: a wide pen on one would take several times as long.
    half = _STROKE * size / 2
    path = QPainterPath()
    path.addEllipse(circle.adjusted(-half, -half, half, half))
    path.addEllipse(circle.adjusted(half, half, -half, -half))
    sheet.painter.fillPath(path, sheet.palette.track)


def _paint_ticks(sheet: Sheet, centre: QPointF, size: float, view: TimerView, look: TimerLook) -> None:
    elapsed = 1 - view.left
    for place in view.ticks:
        angle = math.tau * place
        ray = QPointF(math.sin(angle), -math.cos(angle))
        # The mark at 12 o'clock is the start: it has always passed.
        ahead = view.left > 0 and place > elapsed and place > 0
        if view.phase is TimerPhase.WAITING:
            ahead = True
        color = (look.edge or look.arc) if ahead else sheet.palette.track
        pen = QPen(color, _TICK_WIDE * size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        sheet.painter.setPen(pen)
        sheet.painter.drawLine(QLineF(centre + ray * _TICK_IN * size, centre + ray * _TICK_OUT * size))


def _paint_arc(sheet: Sheet, circle: QRectF, size: float, view: TimerView, look: TimerLook) -> None:
    begin = 90 - 360 * (1 - view.left)
    path = QPainterPath()
    path.arcMoveTo(circle, begin)
    path.arcTo(circle, begin, -360 * view.left)
    edge = _STROKE * size * 0.055 if look.edge else 0.0
    stroker = QPainterPathStroker()
    stroker.setWidth(_STROKE * size - edge)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    stroker.setCurveThreshold(0.02)
    sheet.painter.setBrush(look.arc)
    sheet.painter.setPen(QPen(look.edge, edge) if look.edge else Qt.PenStyle.NoPen)
    sheet.painter.drawPath(stroker.createStroke(path))


def _paint_hand(sheet: Sheet, centre: QPointF, size: float, view: TimerView, look: TimerLook) -> None:
    angle = math.tau * (1 - view.left)
    middle = centre + QPointF(math.sin(angle), -math.cos(angle)) * _RADIUS * size
    strong = look.edge or look.arc
    sheet.disc(middle, _DISC * size, strong)
    if look.edge:
        sheet.disc(middle, _DISC_INSIDE * size, look.arc)
    else:
        sheet.disc(middle, _DISC_INSIDE * size, sheet.palette.bg)
    paint_shape(sheet.painter, look.shape, middle, _DISC_SHAPE * size, strong)


def _paint_over(sheet: Sheet, circle: QRectF, size: float, view: TimerView, look: TimerLook) -> None:
    span = max(_DASH, 360 * view.over)
    pen = QPen(look.arc, _STROKE * size)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    sheet.painter.setPen(pen)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    begin = 0.0
    while begin < span:
        length = min(_DASH, span - begin)
        sheet.painter.drawArc(circle, round((90 - begin) * 16), round(-length * 16))
        begin += _DASH + _DASH_GAP


def _paint_digits(sheet: Sheet, rect: QRectF, size: float, view: TimerView, *, pill: bool) -> None:
    wanted = Style("text", 1000, 1000, 700)
    widest = max(width_of(view.widest, wanted), width_of(view.digits, wanted))
    share = _DIGITS_WIDE * size / (widest / 1000)
    pixels = min(_DIGITS * size, share)
    style = Style("text", pixels, pixels, 700)
    middle = rect.center().y() - (0.041 * size if pill else 0.0)
    room = QRectF(rect.left(), middle - pixels / 2, rect.width(), pixels)
    sheet.centred(view.digits, style, room, sheet.palette.ink)


class TimerRing(QWidget):
    """The ring as a widget of the desk; its owner gives it a new view each second."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._view: TimerView | None = None
        self.setMinimumSize(96, 96)

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.update()

    def show_timer(self, view: TimerView | None) -> None:
        """Show a timer at a moment; None shows nothing."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(view.sentence if view else "")
            self.update()

    def sizeHint(self) -> QSize:
        """Return the run view's size."""
        return QSize(284, 284)

    def paintEvent(self, event: object) -> None:
        """Paint the ring."""
        del event
        if self._view is None:
            return
        with QPainter(self) as painter:
            side = float(min(self.width(), self.height()))
            rect = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            roomy = side >= 200  # noqa: PLR2004 - px, below it the pill stands beside the ring
            paint_timer_ring(
                Sheet(painter, self._palette), rect, self._view, pill=roomy, pill_least=15.0
            )
