"""The projected window: full screen on the second screen, an ordinary window where there is one."""

from datetime import tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_desk.desktop.stage.stage_view import StageView
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.room import Room
from workshop_desk.domain.settings import Settings
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import Moments

_WINDOW = (1280, 720)


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Put a window full screen on a screen: flags, screen, place, then show, in this order.

    Any other order leaves the window on the wrong screen on one platform or another. The keyboard stays
    where it is: `showFullScreen` would take it.
    """
    window.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.setVisible(True)


def put_in_window(window: QWidget, screen: QScreen) -> None:
    """Put a window as an ordinary one, with its frame, in the middle of a screen."""
    window.setWindowFlags(Qt.WindowType.Window)
    window.setScreen(screen)
    window.showNormal()
    free = screen.availableGeometry()
    window.resize(min(_WINDOW[0], free.width() * 4 // 5), min(_WINDOW[1], free.height() * 4 // 5))
    frame = window.frameGeometry()
    frame.moveCenter(free.center())
    window.move(frame.topLeft())


class StageWindow(QWidget):
    """Shows the stage where the room can see it, and never in the way of the desk.

    `placed` says the name of the screen that it fills, '' for a window. `closed` tells that someone
    closed it.
    """

    placed = Signal(str)
    closed = Signal()

    def __init__(self, moments: Moments, zone: tzinfo | None = None) -> None:
        super().__init__()
        self.setObjectName("stage_window")
        self.view = StageView(moments, self, zone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._desk_screen: QScreen | None = None
        self._filled: QScreen | None = None
        self._wants_projector = False
        # A second screen that comes or goes moves windows about: look again once that is done.
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(250)
        self._look_again.timeout.connect(self._screens_settled)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed)

    @property
    def full_screen(self) -> bool:
        """Tell whether the stage fills a screen."""
        return self._filled is not None

    def show_state(self, room: Room | None, network: NetworkState, settings: Settings) -> None:
        """Show a new state."""
        t = Words(settings.language)
        title = t("Stage")
        self.setWindowTitle(f"{room.session.title} · {title}" if room else title)
        self.view.show_state(room, network, settings)

    def open_beside(self, desk: QScreen | None) -> None:
        """Open on a screen that is not the desk's, full screen; with one screen only in a window."""
        self._desk_screen = desk
        projector = self._projector()
        self._wants_projector = True
        if projector is not None:
            self._fill(projector)
        else:
            self._unfill()

    def leave_full_screen(self) -> None:
        """Become an ordinary window."""
        self._wants_projector = False
        if self._filled is not None:
            self._unfill()

    def toggle_full_screen(self) -> None:
        """Fill the screen that the stage is on or the second one, or become a window again."""
        if self._filled is not None:
            self.leave_full_screen()
        else:
            self._wants_projector = True
            self._fill(self._projector() or self.screen())

    def _projector(self) -> QScreen | None:
        desk = self._desk_screen or QGuiApplication.primaryScreen()
        return next((one for one in QGuiApplication.screens() if one is not desk), None)

    def _fill(self, screen: QScreen) -> None:
        self._filled = screen
        alone = len(QGuiApplication.screens()) == 1
        self.view.set_alone(alone=alone)
        # On the projector it takes the keyboard from nobody.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        self.setCursor(Qt.CursorShape.ArrowCursor if alone else Qt.CursorShape.BlankCursor)
        fill_screen(self, screen)
        if alone:
            self.activateWindow()
        size = screen.geometry()
        self.placed.emit(screen.model() or screen.name() or f"{size.width()} × {size.height()}")

    def _unfill(self, *, quietly: bool = False) -> None:
        self._filled = None
        self.view.set_alone(alone=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, quietly)
        self.unsetCursor()
        put_in_window(self, self._desk_screen or QGuiApplication.primaryScreen())
        self.placed.emit("")

    def _screens_changed(self, screen: QScreen) -> None:
        del screen
        self._look_again.start()

    def _screens_settled(self) -> None:
        """Come back to a projector that was plugged in again; get out of the desk's way when it goes."""
        if not self.isVisible():
            return
        screens = QGuiApplication.screens()
        if self._desk_screen is not None and self._desk_screen not in screens:
            self._desk_screen = None
        if self._filled is not None and self._filled not in screens:
            self._unfill(quietly=True)
        projector = self._projector()
        if self._wants_projector and self._filled is None and projector is not None:
            self._fill(projector)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves full screen, F11 goes there and back."""
        if event.key() == Qt.Key.Key_Escape and self._filled is not None:
            self.leave_full_screen()
        elif event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to full screen and back."""
        del event
        self.toggle_full_screen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the stage is gone."""
        self._filled = None
        self._wants_projector = False
        self._look_again.stop()
        super().closeEvent(event)
        self.closed.emit()
