"""The widget that shows the stage: a finished picture, made anew when something changed."""

import math
from datetime import tzinfo

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.stage.beats import seconds_to_change
from workshop_desk.desktop.stage.canvas import stage_shape
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.desktop.stage.scenes import Scene, scene_for
from workshop_desk.desktop.theme import stage_palette, tokens
from workshop_desk.domain.legibility import legibility
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments

PAGE_SECONDS = 12.0
"""How long a page of a long scene stays: time to read six notes aloud."""

_SLACK = 0.012


class StageView(QWidget):
    """Paints what the room sees. Give it each new state; it follows the clock by itself.

    The picture is made first and shown only once it is whole: a mistake in painting leaves the last
    good picture where it is.
    """

    def __init__(
        self, moments: Moments, parent: QWidget | None = None, zone: tzinfo | None = None
    ) -> None:
        super().__init__(parent)
        self._moments = moments
        self._zone = zone
        self._room: Room | None = None
        self._network = NetworkState()
        self._settings = Settings()
        self._alone = False
        self._scene: Scene | None = None
        self._drawn: tuple[object, ...] = ()
        self._since = moments.now()
        self._pages = 1
        self._easel = Easel()
        self._before = QImage()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self.refresh)
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._fade_step)
        self._fade.finished.connect(self._fade_done)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 90)

    @property
    def scene(self) -> Scene | None:
        """Return the scene that is shown."""
        return self._scene

    def show_state(self, room: Room | None, network: NetworkState, settings: Settings) -> None:
        """Show a new state of the room, the network or the settings."""
        self._room, self._network, self._settings = room, network, settings
        self.refresh()

    def set_alone(self, *, alone: bool) -> None:
        """Say whether this picture fills the only screen, and has to say how to leave it."""
        if alone != self._alone:
            self._alone = alone
            self.refresh()

    def refresh(self) -> None:
        """Make the picture anew if it is not what the room should see now."""
        if not self.isVisible():
            return
        now = self._moments.now()
        # First of all, so that the clock goes on should this picture fail.
        self._wake_in(seconds_to_change(self._room, now))
        language = self._room.session.language if self._room else self._settings.room_language
        t = Words(language)
        hint = t("Esc: leave full screen") if self._alone else ""
        scene = scene_for(self._room, self._network, now, t, zone=self._zone, hint=hint)
        fresh = self._scene is None or scene.key != self._scene.key
        if fresh:
            self._since = now
        page = int(now.since(self._since) // PAGE_SECONDS)
        size = self._device_size()
        dark = self._settings.stage_dark
        factor = self._legibility(size)
        wanted = (scene, page % self._pages if not fresh else 0, size, dark, factor)
        if wanted != self._drawn and not size.isEmpty():
            self._paint(scene, page, size, factor, fresh=fresh)
            self._drawn = wanted
        if self._pages > 1:
            turn = PAGE_SECONDS - now.since(self._since) % PAGE_SECONDS
            self._wake_in(Seconds(min(turn, seconds_to_change(self._room, now))))

    def _wake_in(self, seconds: Seconds) -> None:
        self._clock.start(math.ceil(1000 * (seconds + _SLACK)))

    def _legibility(self, size: QSize) -> float:
        """Return by how much the letters are larger than usual, for the last row to read them."""
        settings, shape = self._settings, stage_shape(QRectF(0, 0, size.width(), size.height()))
        return legibility(settings.room_depth, settings.picture_width, shape)

    def _paint(self, scene: Scene, page: int, size: QSize, factor: float, *, fresh: bool) -> None:
        before = self._easel.picture
        palette = stage_palette(dark=self._settings.stage_dark)
        report, changed = self._easel.paint(scene, palette, size, page, factor)
        self._easel.picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pages = report.pages
        if changed is None:
            self._swap(before, fade=fresh and self._scene is not None)
        else:
            ratio = self.devicePixelRatioF()
            for rect in changed:
                small = QRectF(
                    rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio
                )
                self.update(small.toAlignedRect())
        self._scene = scene

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _swap(self, before: QImage, *, fade: bool) -> None:
        picture = self._easel.picture
        still = self._settings.less_motion or not fade or before.size() != picture.size()
        if fade:
            self._fade.stop()
            # A picture of its own: the easel goes on painting on the one that it had before.
            self._before = QImage() if still else QImage(before)
        if fade and not still:
            self._fade.setDuration(int(tokens()["motion"]["stage_step"]))
            self._fade.start()
        if picture.size() != self._before.size():
            self._before = QImage()
        self.update()

    def _fade_step(self, value: object) -> None:
        del value
        self.update()

    def _fade_done(self) -> None:
        self._before = QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, over the one before while one fades into the other."""
        del event
        with QPainter(self) as painter:
            if self._easel.picture.isNull():
                painter.fillRect(self.rect(), stage_palette(dark=self._settings.stage_dark).bg)
            elif self._before.isNull():
                painter.drawImage(QPointF(0, 0), self._easel.picture)
            else:
                painter.drawImage(QPointF(0, 0), self._before)
                painter.setOpacity(float(self._fade.currentValue()))
                painter.drawImage(QPointF(0, 0), self._easel.picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the picture in the new size."""
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock while nobody looks."""
        super().hideEvent(event)
        self._clock.stop()
        self._fade.stop()
        self._fade_done()
