"""A picture on the whole screen; only the corner to join by and the time stay in front of it."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from workshop_desk.desktop.parts.timer_ring import paint_pill, pill_style, pill_width
from workshop_desk.desktop.parts.timer_view import TimerView
from workshop_desk.desktop.stage.canvas import Layout, StageSheet
from workshop_desk.desktop.stage.frame import Join, join_left, paint_join
from workshop_desk.desktop.stage.showing import Showing
from workshop_desk.domain.units import PictureId

_AIR = 26.0
_LARGER = 4.0
"""How many times its own size a small picture is made at most: beyond that one sees squares."""


def pill_place(layout: Layout) -> QRectF:
    """Return where the time stands, from one edge to the other."""
    return QRectF(0, 0, 4000, 2 * _pill_middle(layout))


def _pill_middle(layout: Layout) -> float:
    return 44 + layout.floor.size


@dataclass(frozen=True, slots=True)
class FullPicture:
    """A picture, as it was read; `timer` is None where no step runs."""

    key: tuple[str, ...]
    image: QImage = field(compare=False)
    join: Join | None
    timer: TimerView | None
    time_left: str


def full_picture(showing: Showing, picture: PictureId, image: QImage) -> FullPicture:
    """Return the scene of a picture."""
    timer = showing.clock_now()
    return FullPicture(
        key=("picture", picture),
        image=image,
        join=showing.join(),
        timer=timer,
        time_left=showing.time_left(timer) if timer is not None else "",
    )


def picture_place(image: QImage, whole: QRectF, corner: QRectF) -> QRectF:
    """Return where a picture lies: whole, as large as it goes, out of the corner's way if it can be."""
    width, height = max(1, image.width()), max(1, image.height())
    scale = min(whole.width() / width, whole.height() / height, _LARGER)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(whole.center())
    if place.intersects(corner):
        # What is left over beside the picture or below it lies at the corner's side.
        place.moveLeft(max(whole.left(), min(place.left(), corner.left() - place.width())))
        if place.intersects(corner):
            place.moveTop(max(whole.top(), min(place.top(), corner.top() - place.height())))
    return place


def paint_full_picture(sheet: StageSheet, scene: FullPicture, whole: QRectF) -> None:
    """Paint the picture on black; `whole` is all of the screen, which may be larger than the sheet."""
    sheet.painter.fillRect(whole, Qt.GlobalColor.black)
    corner = _corner(sheet, scene.join)
    sheet.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    sheet.painter.drawImage(picture_place(scene.image, whole, corner), scene.image)
    if scene.join is not None:
        sheet.fill(corner, sheet.palette.bg, 24)
        paint_join(sheet, scene.join)
    if scene.timer is not None:
        style = pill_style(sheet.layout.floor.size)
        half = pill_width(scene.time_left, style) / 2
        ground = QRectF(0, 0, 2 * half + 16, 2 * style.size + 8)
        ground.moveCenter(QPointF(sheet.right - half, _pill_middle(sheet.layout)))
        sheet.fill(ground, sheet.palette.bg, ground.height() / 2)
        paint_pill(sheet, ground.center(), scene.timer, style, scene.time_left)


def _corner(sheet: StageSheet, join: Join | None) -> QRectF:
    if join is None:
        return QRectF()
    left, bottom = join_left(sheet, join), sheet.height - 48
    top = bottom - sheet.layout.qr
    return QRectF(left, top, sheet.right - left, bottom - top).adjusted(-_AIR, -_AIR, _AIR, _AIR)
