"""A camera that reads badges: a child process looks and decodes, the window only hears what it found."""

from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_desk.desktop.camera_frames import Camera, Code, Frame, Lost, watch

_LOOK_MS = 60
"""How often the window looks for what the child told; it never waits for it."""


def can_see() -> bool:
    """Tell whether what gives pictures is installed (the extra `camera`)."""
    return find_spec("av") is not None


class BadgeCamera(QObject):
    """Looks through one camera at a time: `read` is a code, `seen` a picture, `lost` why it ended."""

    read = Signal(str)
    seen = Signal(object)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: BaseProcess | None = None
        self._told: Connection | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._hear)

    def start(self, camera: Camera) -> None:
        """Look through a camera, and no longer through another."""
        self.stop()
        context = get_context("spawn")
        self._told, tells = context.Pipe(duplex=False)
        self._child = context.Process(target=watch, args=(camera, tells), daemon=True)
        self._child.start()
        # Only the child holds this end now: when it is gone, hearing ends.
        tells.close()
        self._look.start()

    def stop(self) -> None:
        """Look no more; the camera's light goes out."""
        self._look.stop()
        child, self._child = self._child, None
        told, self._told = self._told, None
        if child is not None:
            child.kill()
            child.join()
            child.close()
        if told is not None:
            told.close()

    def _hear(self) -> None:
        picture: Frame | None = None
        try:
            while self._told is not None and self._told.poll():
                heard = self._told.recv()
                match heard:
                    case Code(text):
                        self.read.emit(text)
                    case Lost(reason):
                        self.stop()
                        self.lost.emit(reason)
                    case Frame():
                        picture = heard
        except (EOFError, OSError) as error:
            self.stop()
            self.lost.emit(str(error) or type(error).__name__)
        if picture is not None:
            self.seen.emit(picture)
