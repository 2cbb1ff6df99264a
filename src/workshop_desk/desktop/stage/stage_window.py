"""One projected window: full screen, an ordinary window, or hidden while its screen is away."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workshop_desk.desktop.stage.placing import fill_screen, put_in_window
from workshop_desk.desktop.stage.rehearsal_mark import RehearsalMark
from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments

LOOK_AGAIN_MS = 250
"""The system moves windows and takes full screens away in several steps: look once it is done."""


class StageWindow(QWidget):
    """Shows the stage where it is told to, and tells what happens to it there.

    That of a `rehearsal` says so, above whatever it shows.

    `full_screen_asked` says that someone wants full screen or out of it; `strayed` that the system took
    the window from its screen; `closed` that someone closed it.
    """

    full_screen_asked = Signal(bool)
    strayed = Signal()
    closed = Signal()

    def __init__(self, moments: Moments, zone: tzinfo | None = None, *, rehearsal: bool = False) -> None:
        super().__init__()
        self.setObjectName("stage_window")
        self.view = StageView(moments, self, zone)
        self._mark = RehearsalMark(self) if rehearsal else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self._mark is not None:
            layout.addWidget(self._mark)
        layout.addWidget(self.view, 1)
        self._fills = False
        self._alone = False
        self._placing = False
        self._painted = False
        self.view.installEventFilter(self)
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._look)

    @property
    def full_screen(self) -> bool:
        """Tell whether the stage fills a screen."""
        return self._fills

    def show_state(self, room: Room | None, network: NetworkState, settings: Settings) -> None:
        """Show a new state."""
        t = Words(settings.language)
        title = t("Stage")
        self.setWindowTitle(f"{room.session.title} · {title}" if room else title)
        if self._mark is not None:
            language = room.session.language if room else settings.room_language
            self._mark.say(Words(language)("Rehearsal"), dark=settings.stage_dark)
        self.view.show_state(room, network, settings)

    def fill(self, screen: QScreen, *, alone: bool) -> None:
        """Fill a screen; `alone` where the desk lies under it, which then has to be within reach."""
        self._fills = True
        self.tell_alone(alone=alone)
        # On the projector it takes the keyboard from nobody.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        self._placing, self._painted = True, False
        fill_screen(self, screen)
        self._placing = False
        if alone:
            self.activateWindow()
        self._look_again.start()

    def tell_alone(self, *, alone: bool) -> None:
        """Say whether the desk lies under this window."""
        self.view.set_alone(alone=alone)
        self.setCursor(Qt.CursorShape.ArrowCursor if alone else Qt.CursorShape.BlankCursor)
        if alone is self._alone:
            return
        self._alone = alone
        application = QApplication.instance()
        if application is not None:
            # Esc leaves whichever of our windows has the keyboard: the desk may lie under this one.
            (application.installEventFilter if alone else application.removeEventFilter)(self)

    def to_window(self, screen: QScreen) -> None:
        """Become an ordinary window in the middle of a screen."""
        self._leave()
        self.unsetCursor()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        self._placing = True
        put_in_window(self, screen)
        self._placing = False

    def wait(self) -> None:
        """Be out of sight until there is a screen again."""
        self._leave()
        self.hide()

    def sits_on(self, screen: QScreen) -> bool:
        """Tell whether this window fills a screen exactly."""
        full = self.isFullScreen() or QGuiApplication.platformName() == "cocoa"
        same = self.screen().geometry() == screen.geometry()
        # A Wayland window knows no place of its own: its screen and its size must do.
        size = self.size() == screen.geometry().size()
        return self._fills and self.isVisible() and full and same and size

    def _leave(self) -> None:
        self._fills = False
        self._look_again.stop()
        self.tell_alone(alone=False)

    def _look(self) -> None:
        """See whether a picture came and whether this window is still where it belongs."""
        if not self._fills:
            return
        if not self._painted and self.isVisible() and self.isExposed():
            # Drivers lose the first picture of a screen that wakes up.
            self.view.update()
        self.strayed.emit()

    def isExposed(self) -> bool:
        """Tell whether the system shows this window."""
        handle = self.windowHandle()
        return handle is not None and handle.isExposed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that a picture was shown; hear Esc wherever the keyboard is."""
        if event.type() == QEvent.Type.Paint and watched is self.view:
            self._painted = True
        elif (
            self._alone
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and isinstance(watched, QWidget)
            and QApplication.activeModalWidget() is None
        ):
            self.full_screen_asked.emit(False)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Notice that the system moved this window to another screen or took its full screen."""
        kinds = (QEvent.Type.ScreenChangeInternal, QEvent.Type.WindowStateChange, QEvent.Type.Move)
        if event.type() in kinds and self._fills and not self._placing:
            self._look_again.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark of a rehearsal in proportion."""
        super().resizeEvent(event)
        if self._mark is not None:
            self._mark.fit(self.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves full screen, F11 goes there and back."""
        if event.key() == Qt.Key.Key_Escape and self._fills:
            self.full_screen_asked.emit(False)
        elif event.key() == Qt.Key.Key_F11:
            self.full_screen_asked.emit(not self._fills)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to full screen and back."""
        del event
        self.full_screen_asked.emit(not self._fills)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the stage is gone."""
        self._leave()
        super().closeEvent(event)
        self.closed.emit()
