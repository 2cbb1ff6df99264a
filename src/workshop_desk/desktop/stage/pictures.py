"""The stage as a picture of any size: for the window, the preview and the rehearsal's screenshots."""

from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage.front import Pictures, no_picture
from workshop_desk.desktop.stage.scenes import Scene, paint_scene, scene_for
from workshop_desk.desktop.theme import Palette, stage_palette
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Moment
from workshop_desk.domain.wifi import Wifi
from workshop_desk.i18n.words import Words


def paint_picture(
    scene: Scene, palette: Palette, size: QSize, page: int = 0, legibility: float = 1.0
) -> tuple[QImage, Report]:
    """Return a scene as a picture in device pixels, and what was drawn."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    # An error must not leave a painter at work on a picture that goes away.
    with QPainter(picture) as painter:
        report = paint_scene(
            painter, palette, QRectF(picture.rect()), scene, page, legibility=legibility
        )
    return picture, report


def stage_picture(
    room: Room | None,
    network: NetworkState,
    now: Moment,
    *,
    dark: bool = False,
    size: tuple[int, int] = (1920, 1080),
    page: int = 0,
    zone: tzinfo | None = None,
    legibility: float = 1.0,
    pictures: Pictures = no_picture,
    wifi: Wifi = Wifi(),  # noqa: B008 - frozen
) -> QImage:
    """Return what the room sees at a moment, to be saved; a frozen stage may still show an older one."""
    words = Words(room.session.language if room else "en")
    scene = scene_for(room, network, now, words, zone=zone, pictures=pictures, wifi=wifi)
    return paint_picture(scene, stage_palette(dark=dark), QSize(*size), page, legibility)[0]
