"""What the windows of the stage share: pictures that were read, and the scene that is kept frozen.

A picture of 3840×2160 takes Qt 60 to 300 ms to read. It does so without the interpreter lock, so that a
thread of its own costs neither the clock a beat nor a phone its answer, and copies nothing.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from shiboken6 import isValid

from workshop_desk.desktop.stage.scenes import Scene
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import PictureId, SessionId

Read = Callable[[PictureId, Callable[[bytes], None]], None]
"""Reads a picture's bytes and calls back with them on the GUI thread."""

_KEPT = 2
"""Pictures kept as they are painted, each some 33 MB: the one that is shown, and the one before."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The picture that the room keeps: scene, page, colours and letters, to be painted in any size."""

    session: SessionId
    scene: Scene
    page: int
    settings: Settings


class Backstage(QObject):
    """One for all windows of the stage; `arrived` tells that a picture can be painted now."""

    arrived = Signal()
    _was_read = Signal(str, QImage)

    def __init__(self, read: Read | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._was_read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._images: dict[PictureId, QImage] = {}
        self._asked: set[PictureId] = set()
        self.frozen: Frozen | None = None

    def picture(self, wanted: PictureId) -> QImage | None:
        """Return a picture; None while it is read, and where it cannot be."""
        found = self._images.pop(wanted, None)
        if found is not None:
            self._images[wanted] = found
            return None if found.isNull() else found
        if self._read is not None and wanted not in self._asked:
            self._asked.add(wanted)
            self._read(wanted, partial(self._begin, wanted))
        return None

    def _begin(self, picture: PictureId, content: bytes) -> None:
        threading.Thread(target=self._decode, args=(picture, content), name="picture").start()

    def _decode(self, picture: PictureId, content: bytes) -> None:
        """Read a picture as it will be painted: converting it each second would take too long."""
        buffer = QBuffer()
        buffer.setData(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        image = QImageReader(buffer).read().convertToFormat(QImage.Format.Format_RGB32)
        if isValid(self):
            self._was_read.emit(picture, image)

    def _take(self, picture: str, image: QImage) -> None:
        wanted = PictureId(picture)
        self._asked.discard(wanted)
        self._images[wanted] = image
        while len(self._images) > _KEPT:
            self._images.pop(next(iter(self._images)))
        self.arrived.emit()
