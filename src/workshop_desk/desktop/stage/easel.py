"""The easel: the picture that the room sees, and a second one on which the next is painted first."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from workshop_desk.desktop.parts.typeset import Report
from workshop_desk.desktop.stage.canvas import fitting, stage_layout
from workshop_desk.desktop.stage.patches import patches
from workshop_desk.desktop.stage.scenes import Scene, paint_scene
from workshop_desk.desktop.theme import Palette


class Easel:
    """Holds a whole picture at any time, and paints anew only what the passing second changed.

    A mistake in painting spoils the draft alone.
    """

    def __init__(self) -> None:
        self.picture = QImage()
        self._draft = QImage()
        self._scene: Scene | None = None
        self._page = 0
        self._palette: Palette | None = None
        self._legibility = 1.0

    def paint(
        self, scene: Scene, palette: Palette, size: QSize, page: int, legibility: float = 1.0
    ) -> tuple[Report, tuple[QRect, ...] | None]:
        """Paint a scene; return what was drawn and which device pixels changed, None for all.

        `legibility` is by how much letters are larger than usual.
        """
        if legibility != self._legibility:
            self._legibility, self._scene = legibility, None
        changed = self._changed(scene, palette, size, page)
        if self._draft.size() != size:
            self._draft = QImage(size, QImage.Format.Format_RGB32)
        self._draft.setDevicePixelRatio(1)
        if changed is None:
            with QPainter(self._draft) as painter:
                report = paint_scene(
                    painter,
                    palette,
                    QRectF(self._draft.rect()),
                    scene,
                    page,
                    legibility=legibility,
                )
            self.picture, self._draft = self._draft, self.picture
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
        layout = stage_layout(QRectF(whole), self._legibility)
        found = patches(self._scene, scene, layout, page)
        if found is None:
            return None
        to_picture = fitting(QRectF(whole))
        return tuple(to_picture.mapRect(rect).toAlignedRect() & whole for rect in found)

    def _patch(self, scene: Scene, palette: Palette, changed: tuple[QRect, ...], page: int) -> Report:
        """Paint one rectangle after the other: a clip of several would slow down every line."""
        report = Report()
        whole = QRectF(self._draft.rect())
        to_units, _ = fitting(whole).inverted()
        with QPainter(self._draft) as painter:
            for rect in changed:
                painter.setClipRect(rect)
                only = to_units.mapRect(QRectF(rect))
                report = paint_scene(
                    painter, palette, whole, scene, page, only, legibility=self._legibility
                )
        ratio = self.picture.devicePixelRatio()
        self.picture.setDevicePixelRatio(1)
        with QPainter(self.picture) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            for rect in changed:
                painter.drawImage(rect, self._draft, rect)
        self.picture.setDevicePixelRatio(ratio)
        return report
