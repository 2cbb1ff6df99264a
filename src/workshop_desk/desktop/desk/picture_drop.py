"""Files dropped on a widget that knows nothing of files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class PictureDrop(QObject):
    """Takes files that are dropped on a widget; `dropped` gets them."""

    def __init__(self, on: QWidget, dropped: Callable[[tuple[Path, ...]], None]) -> None:
        super().__init__(on)
        self._dropped = dropped
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome files of this machine, and nothing else."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if _files(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            files = _files(event.mimeData())
            if files:
                event.acceptProposedAction()
                self._dropped(files)
                return True
        return super().eventFilter(watched, event)


def _files(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
