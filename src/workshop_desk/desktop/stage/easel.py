"""The easel: the picture that the room sees, and a spare one on which the next is painted first."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QRegion

from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage.canvas import fitting, stage_width
from workshop_desk.desktop.stage.patches import patches
from workshop_desk.desktop.stage.pictures import paint_picture
from workshop_desk.desktop.stage.scenes import Scene, paint_scene
from workshop_desk.desktop.theme import Palette


class Easel:
    """Holds a whole picture at any time, and paints anew only what the passing second changed.

    A mistake in painting spoils the spare picture alone.
    """

    def __init__(self) -> None:
        self.picture = QImage()
        self._spare = QImage()
        self._scene: Scene | None = None
        self._page = 0
        self._palette: Palette | None = None

    def paint(
        self, scene: Scene, palette: Palette, size: QSize, page: int
    ) -> tuple[Report, tuple[QRect, ...] | None]:
        """Paint a scene; return what was drawn and which device pixels changed, None for all."""
        changed = self._changed(scene, palette, size, page)
        if changed is None:
            picture, report = paint_picture(scene, palette, size, page)
            self.picture, self._spare = picture, QImage()
        else:
            report = self._patch(scene, palette, changed, page)
        self._scene, self._palette, self._page = scene, palette, page
        return report, changed

    def _changed(
        self, scene: Scene, palette: Palette, size: QSize, page: int
    ) -> tuple[QRect, ...] | None:
        same = self._palette is palette and self._page == page and self.picture.size() == size
        if self._scene is None or not same:
            return None
        whole = QRect(0, 0, size.width(), size.height())
        found = patches(self._scene, scene, stage_width(QRectF(whole)))
        if found is None:
            return None
        to_picture = fitting(QRectF(whole))
        return tuple(to_picture.mapRect(rect).toAlignedRect() & whole for rect in found)

    def _patch(self, scene: Scene, palette: Palette, changed: tuple[QRect, ...], page: int) -> Report:
        region = QRegion()
        for rect in changed:
            region += QRegion(rect)
        ratio = self.picture.devicePixelRatio()
        self.picture.setDevicePixelRatio(1)
        spare = self.picture.copy() if self._spare.isNull() else self._spare
        self._spare = QImage()
        try:
            with QPainter(spare) as painter:
                painter.setClipRegion(region)
                report = paint_scene(painter, palette, QRectF(spare.rect()), scene, page)
            with QPainter(self.picture) as painter:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                for rect in changed:
                    painter.drawImage(rect, spare, rect)
        finally:
            self.picture.setDevicePixelRatio(ratio)
        self._spare = spare
        return report
