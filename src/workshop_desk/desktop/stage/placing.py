"""Where a window of the stage is put: the only place that asks Qt for it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_WINDOW = (1280, 720)


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Put a window full screen on a screen: flags, screen, place, then show, in this order.

    Any other order leaves the window on the wrong screen on one platform or another. The keyboard stays
    where it is: `showFullScreen` would take it. macOS gets no full screen of its own, which would black
    out the desk: a window without a frame covers as much.
    """
    flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint
    if QGuiApplication.platformName() == "windows":
        # The task bar of that screen would lie over a full screen that has not the keyboard.
        flags |= Qt.WindowType.WindowStaysOnTopHint
    if window.isVisible() and window.screen().geometry() != screen.geometry():
        # Some window managers keep a full screen where it is, whatever place it asks for.
        window.hide()
    if window.windowFlags() != flags:
        window.setWindowFlags(flags)
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    if QGuiApplication.platformName() != "cocoa":
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.setVisible(True)


def put_in_window(window: QWidget, screen: QScreen) -> None:
    """Put a window as an ordinary one, with its frame, in the middle of a screen."""
    free = screen.availableGeometry()
    size = QSize(min(_WINDOW[0], free.width() * 4 // 5), min(_WINDOW[1], free.height() * 4 // 5))
    middle = QRect(QPoint(0, 0), size)
    middle.moveCenter(free.center())
    window.setWindowFlags(Qt.WindowType.Window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setScreen(screen)
    window.setGeometry(middle)
    window.show()
    # Only now is the size of the frame known.
    frame = window.frameGeometry()
    frame.moveCenter(free.center())
    window.move(frame.topLeft())


def put_over(window: QWidget, screen: QScreen) -> None:
    """Put a window without a frame over the middle of a screen, above all others."""
    window.setWindowFlags(
        Qt.WindowType.ToolTip
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowTransparentForInput
    )
    window.setScreen(screen)
    place = screen.geometry()
    side = min(place.width(), place.height()) * 2 // 5
    window.setGeometry(
        place.center().x() - side // 2 + 1, place.center().y() - side // 2 + 1, side, side
    )
    window.setVisible(True)


def bring_to(window: QWidget, screen: QScreen) -> None:
    """Bring an ordinary window to a screen, as large as it was if there is room."""
    maximized = window.isMaximized()
    if maximized:
        window.showNormal()
    free = screen.availableGeometry()
    window.setScreen(screen)
    window.resize(window.size().boundedTo(free.size()))
    window.move(free.topLeft())
    if maximized:
        window.showMaximized()
