"""Files on their way to become pictures: one after the other, in a child process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, assert_never

from PySide6.QtCore import QObject, Signal

from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob
from workshop_desk.desktop.picture_files import (
    BadFileError,
    Flaw,
    MadePicture,
    PdfLook,
    pdf_page,
    take_in,
)
from workshop_desk.i18n.words import Words

_NAME_MAX = 60


def flaw_sentence(t: Words, flaw: Flaw, name: str) -> str:
    """Return in one sentence why a file cannot be shown."""
    match flaw:
        case Flaw.MISSING:
            return t("“{name}” is no longer where it was.", name=name)
        case Flaw.NO_PICTURE:
            return t("“{name}” holds no picture that can be shown.", name=name)
        case Flaw.APPLE:
            return t(
                "“{name}” is a HEIC photo, which cannot be shown. Save it as JPEG first.", name=name
            )
        case Flaw.TOO_LARGE:
            return t("“{name}” is too large to be shown. Save it smaller first.", name=name)
        case Flaw.TOO_SMALL:
            return t("“{name}” is too small to be seen in the room.", name=name)
        case Flaw.BROKEN_PDF:
            return t("“{name}” is damaged: its pages cannot be read.", name=name)
        case Flaw.LOCKED_PDF:
            return t("“{name}” is locked with a password. Save it without one first.", name=name)
        case _:
            assert_never(flaw)


def trouble_with_file(t: Words, failure: BaseException, path: Path) -> str:
    """Return in one sentence what came of a file."""
    name = path.name if len(path.name) <= _NAME_MAX else f"{path.name[:_NAME_MAX]}…"
    if isinstance(failure, BadFileError):
        return flaw_sentence(t, failure.flaw, name)
    return t("“{name}” could not be read. Nothing else is lost.", name=name)


class TakingIn(QObject):
    """Makes pictures of files; what waits is taken in its turn.

    `made` brings a picture, `paged` a document of which pages are to be chosen, `failed` a sentence.
    `begun` names what is worked on, `idle` tells that nothing is.
    """

    made = Signal(object)
    paged = Signal(object, int)
    failed = Signal(str)
    begun = Signal(str)
    idle = Signal()

    def __init__(self, face: Face, actions: DeskActions, parent: QObject) -> None:
        super().__init__(parent)
        self._t = face.t
        self._actions = actions
        self._waiting: list[tuple[Path, int | None]] = []
        self._job: PapersJob | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is worked on."""
        return self._job is not None

    def bring(self, paths: tuple[Path, ...]) -> None:
        """Take files in."""
        self._waiting.extend((path, None) for path in paths)
        self._go_on()

    def bring_pages(self, path: Path, pages: tuple[int, ...]) -> None:
        """Take pages of a document in, counted from 0, before anything that waits."""
        self._waiting[:0] = [(path, page) for page in pages]
        self._go_on()

    def give_up(self) -> None:
        """Stop, and forget what waits."""
        self._waiting.clear()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.idle.emit()

    def _go_on(self) -> None:
        if self._job is not None or not self._waiting:
            return
        path, page = self._waiting.pop(0)
        function: Callable[..., Any] = take_in if page is None else pdf_page
        arguments: tuple[Any, ...] = (path,) if page is None else (path, page)
        self._job = self._actions.run(
            function, arguments, partial(self._done, path), partial(self._failed, path)
        )
        self.begun.emit(path.name)

    def _done(self, path: Path, result: MadePicture | PdfLook) -> None:
        self._ended()
        if isinstance(result, PdfLook):
            self.paged.emit(path, result.total)
        else:
            self.made.emit(result)
        self._go_on()

    def _failed(self, path: Path, failure: BaseException) -> None:
        self._ended()
        self.failed.emit(trouble_with_file(self._t, failure, path))
        self._go_on()

    def _ended(self) -> None:
        self._job = None
        self.idle.emit()
