"""A QR code painted in whole device pixels, black on white, with its quiet zone, also in the dark."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workshop_desk.exports.qr import QUIET, Matrix, matrix


@lru_cache(maxsize=8)
def modules(payload: str) -> Matrix:
    """Return a payload's modules; the same few codes are painted over and over."""
    return matrix(payload)


def paint_qr(painter: QPainter, payload: str, square: QRectF) -> QRectF:
    """Paint a code centred in a square; return the white ground that it takes, quiet zone included.

    Modules are whole device pixels whatever the painter's scale, so that no seam or blur can cost a
    phone its reading.
    """
    code = modules(payload)
    count = len(code) + 2 * QUIET
    to_device = painter.deviceTransform()
    to_here, usable = to_device.inverted()
    if not usable:
        return QRectF()
    device = to_device.mapRect(square)
    module = max(1, math.floor(min(device.width(), device.height()) / count + 1e-6))
    side = module * count
    left = round(device.center().x() - side / 2)
    top = round(device.center().y() - side / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = to_here.mapRect(QRectF(left, top, side, side))
    painter.fillRect(ground, Qt.GlobalColor.white)
    for y, row in enumerate(code):
        for begin, length in _runs(row):
            cell = QRectF(
                left + (begin + QUIET) * module,
                top + (y + QUIET) * module,
                length * module,
                module,
            )
            painter.fillRect(to_here.mapRect(cell), Qt.GlobalColor.black)
    painter.restore()
    return ground


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return the dark stretches of a row as begin and length."""
    runs: list[tuple[int, int]] = []
    begin = None
    for x, dark in enumerate((*row, False)):
        if dark and begin is None:
            begin = x
        elif not dark and begin is not None:
            runs.append((begin, x - begin))
            begin = None
    return runs


class QrCode(QWidget):
    """A QR code that fills its widget; empty while there is no payload."""

    def __init__(self, payload: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payload = payload
        self.setMinimumSize(99, 99)

    @property
    def payload(self) -> str:
        """Return what the code holds."""
        return self._payload

    def show_payload(self, payload: str) -> None:
        """Show another code."""
        if payload != self._payload:
            self._payload = payload
            self.setAccessibleName(payload)
            self.update()

    def paintEvent(self, event: object) -> None:
        """Paint the code."""
        del event
        if not self._payload:
            return
        with QPainter(self) as painter:
            side = float(min(self.width(), self.height()))
            square = QRectF(0, 0, side, side)
            square.moveCenter(QPointF(self.width() / 2, self.height() / 2))
            paint_qr(painter, self._payload, square)
