"""Which pages of a document: all of them made small, some to be chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob
from workshop_desk.desktop.desk.picture_grid import PictureGrid
from workshop_desk.desktop.desk.taking_in import trouble_with_file
from workshop_desk.desktop.picture_files import PdfLook, look_at_pdf

_AT_ONCE = 6
_MOST = 300
"""Pages that are listed: nobody looks for one among more."""


class PdfPages(DeskDialog):
    """Reads the pages a few at a time, while one may choose already."""

    def __init__(
        self,
        face: Face,
        actions: DeskActions,
        document: tuple[Path, int],
        chosen: Callable[[tuple[int, ...]], None],
        parent: QWidget,
    ) -> None:
        t = face.t
        super().__init__(face, t("Which page?"), name="pdf_pages", parent=parent, width=820)
        self._actions = actions
        self._path, total = document
        self._total = min(total, _MOST)
        self._chosen = chosen
        self._job: PapersJob | None = None
        about = t.many("{name} has {n} page.", "{name} has {n} pages.", total, name=self._path.name)
        self.add(label(about, "muted", wrap=True))
        words = t("Pages")
        self._grid = PictureGrid(face.palette, name="pdf_grid", words=words, several=True)
        for page in range(self._total):
            self._grid.put(str(page), t("Page {n}", n=page + 1), None)
        self._grid.itemDoubleClicked.connect(self._take)
        self._grid.itemSelectionChanged.connect(self._count)
        self.add(self._grid)
        self._do = self.buttons(t("Not now"), "", self._take)
        self._grid.choose("0")
        self._count()
        self.finished.connect(self._give_up)
        self._read(0)

    def _read(self, first: int) -> None:
        self._job = None
        if first < self._total:
            arguments = (self._path, first, _AT_ONCE)
            self._job = self._actions.run(look_at_pdf, arguments, self._seen, self._failed)

    def _seen(self, look: PdfLook) -> None:
        for place, thumb in enumerate(look.thumbs):
            page = look.first + place
            self._grid.put(str(page), self.face.t("Page {n}", n=page + 1), thumb)
        self._read(look.first + max(1, len(look.thumbs)))

    def _failed(self, failure: BaseException) -> None:
        self._job = None
        self.complain(trouble_with_file(self.face.t, failure, self._path))

    def _count(self) -> None:
        count = len(self._grid.chosen())
        words = self.face.t.many("Take {n} page", "Take {n} pages", max(1, count))
        self._do.setText(words)
        self._do.setAccessibleName(words)
        self._do.setEnabled(count > 0)

    def _take(self, *_item: object) -> None:
        pages = tuple(int(key) for key in self._grid.chosen())
        if pages:
            self.accept()
            self._chosen(pages)

    def _give_up(self, *_result: int) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
