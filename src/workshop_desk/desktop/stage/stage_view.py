"""The widget that shows the stage: a finished picture, made anew when something changed.

While the room's curtain is frozen the view keeps the scene that it has, digits and page included; only
the black screen goes before it.
"""

import math
from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import (
    QEasingCurve,
    QElapsedTimer,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
)
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.stage.backstage import Backstage, Frozen
from workshop_desk.desktop.stage.beats import seconds_to_change
from workshop_desk.desktop.stage.black import Black
from workshop_desk.desktop.stage.canvas import stage_shape
from workshop_desk.desktop.stage.easel import Easel
from workshop_desk.desktop.stage.scenes import Scene, scene_for
from workshop_desk.desktop.theme import Palette, stage_palette, tokens
from workshop_desk.domain.legibility import legibility
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Moment, Seconds, SessionId
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import LEAST_WAIT, Moments, pace

PAGE_SECONDS = 12.0
"""How many real seconds a page of a long scene stays: time to read six notes aloud."""

STEADY_MS = 340
"""A scene that was left comes back after this at the earliest: three times a second is a flash."""

_SLACK = 0.012


class StageView(QWidget):
    """Paints what the room sees. Give it each new state; it follows the clock by itself.

    The picture is made first and shown only once it is whole: a mistake in painting leaves the last
    good picture where it is.
    """

    freezes = True
    """Whether it keeps its scene while the room's picture is frozen."""

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
        self._backstage = Backstage(parent=self)
        self._left: tuple[str, ...] = ()
        self._steady = QElapsedTimer()
        self._scene: Scene | None = None
        self._session: SessionId | None = None
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

    def use(self, backstage: Backstage) -> None:
        """Share pictures and the frozen scene with the other windows of the stage."""
        self._backstage = backstage
        backstage.arrived.connect(self.refresh)
        self.refresh()

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
        frozen = self._frozen(now)
        scene = frozen.scene if frozen is not None else self._choose(self._room, now)
        fresh = self._scene is None or scene.key != self._scene.key
        if fresh and scene.key == self._left and not self._steady.hasExpired(STEADY_MS):
            self._clock.start(STEADY_MS - self._steady.elapsed())
            return
        if fresh:
            self._since = now
        turns = Seconds(PAGE_SECONDS * pace(self._moments))
        page = frozen.page if frozen is not None else int(now.since(self._since) // turns)
        settings = frozen.settings if frozen is not None else self._settings
        size = self._device_size()
        factor = self._legibility(settings, size)
        wanted = (scene, page % self._pages if not fresh else 0, size, settings.stage_dark, factor)
        if wanted != self._drawn and not size.isEmpty():
            palette = stage_palette(dark=settings.stage_dark)
            self._paint(scene, page, size, palette, factor, fresh=fresh)
            self._drawn = wanted
        if frozen is not None:
            self._clock.stop()
        elif self._pages > 1:
            turn = turns - now.since(self._since) % turns
            self._wake_in(Seconds(min(turn, seconds_to_change(self._room, now))))

    def _choose(self, room: Room | None, now: Moment) -> Scene:
        """Return the scene of a moment, frozen or not."""
        t = Words(room.session.language if room else self._settings.room_language)
        hint = t("Esc: leave full screen") if self._alone else ""
        return scene_for(
            room,
            self._network,
            now,
            t,
            zone=self._zone,
            hint=hint,
            pictures=self._backstage.picture,
            wifi=self._settings.wifi,
        )

    def _frozen(self, now: Moment) -> Frozen | None:
        """Return what is kept, and keep what is shown when it begins; None while the stage follows."""
        room, backstage = self._room, self._backstage
        if not self.freezes or room is None:
            return None
        session = room.session
        if not session.curtain.frozen:
            backstage.frozen = None
            return None
        kept = backstage.frozen
        if kept is None or kept.session != session.id:
            turns = Seconds(PAGE_SECONDS * pace(self._moments))
            scene, page = self._scene, int(now.since(self._since) // turns)
            if scene is None or isinstance(scene, Black) or self._session != session.id:
                # After a restart, or behind the black screen: the scene as it is now.
                scene, page = (
                    self._choose(replace(room, session=replace(session, blackout=False)), now),
                    0,
                )
            kept = backstage.frozen = Frozen(session.id, scene, page, self._settings)
        return None if session.blackout else kept

    def _wake_in(self, seconds: Seconds) -> None:
        speed = pace(self._moments)
        wait = seconds if speed <= 1 else max(LEAST_WAIT, seconds / speed)
        self._clock.start(math.ceil(1000 * (wait + _SLACK)))

    def _legibility(self, settings: Settings, size: QSize) -> float:
        """Return by how much the letters are larger than usual, for the last row to read them."""
        shape = stage_shape(QRectF(0, 0, size.width(), size.height()))
        return legibility(settings.room_depth, settings.picture_width, shape)

    def _paint(
        self, scene: Scene, page: int, size: QSize, palette: Palette, factor: float, *, fresh: bool
    ) -> None:
        before = self._easel.picture
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
        if fresh and self._scene is not None:
            self._left = self._scene.key
            self._steady.start()
        self._scene, self._session = scene, self._room.session.id if self._room else None

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(round(self.width() * ratio), round(self.height() * ratio))

    def _swap(self, before: QImage, *, fade: bool) -> None:
        picture = self._easel.picture
        still = self._settings.less_motion or not fade or before.size() != picture.size()
        if fade:
            seen = QImage() if still else self._seen(before)
            self._fade.stop()
            self._before = seen
        if fade and not still:
            self._fade.setDuration(int(tokens()["motion"]["stage_step"]))
            self._fade.start()
        if picture.size() != self._before.size():
            self._before = QImage()
        self.update()

    def _seen(self, before: QImage) -> QImage:
        """Return what is to be seen now, in a picture of its own: the easel goes on painting on its own.

        In the middle of a fade that is something between two pictures: from there the next one begins.
        """
        if self._before.size() != before.size():
            return QImage(before)
        seen = QImage(self._before)
        with QPainter(seen) as painter:
            painter.setOpacity(float(self._fade.currentValue()))
            painter.drawImage(QPointF(0, 0), before)
        return seen

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
