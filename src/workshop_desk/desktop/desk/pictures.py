"""Pictures for the screen: those of this session, and files that become some."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, column, elided, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob
from workshop_desk.desktop.desk.pdf_pages import PdfPages
from workshop_desk.desktop.desk.picture_drop import PictureDrop
from workshop_desk.desktop.desk.picture_grid import PictureGrid
from workshop_desk.desktop.desk.taking_in import TakingIn
from workshop_desk.desktop.picture_files import SUFFIXES, MadePicture, small
from workshop_desk.domain.commands import Command
from workshop_desk.domain.pictures import Picture
from workshop_desk.domain.stage_commands import AddPicture, DropPicture, ShowPicture
from workshop_desk.domain.units import PictureId
from workshop_desk.live.changes import Changed, Stored

_SHOW_AFTER_MS = 300


class Pictures(DeskDialog):
    """Shows the session's pictures, takes files in, and puts one on the screen.

    `thumbs` are pictures made small, kept for the next time.
    """

    def __init__(
        self,
        face: Face,
        asking: Asking,
        actions: DeskActions,
        thumbs: dict[PictureId, bytes],
        parent: QWidget,
    ) -> None:
        t = face.t
        super().__init__(face, t("Show a picture"), name="pictures", parent=parent, width=820)
        self._asking = asking
        self._actions = actions
        self._thumbs = thumbs
        self._show_next = False
        self._thumb_job: PapersJob | None = None
        self._gone = False
        self._wanted: list[PictureId] = []
        self._taking = TakingIn(face, actions, self)
        self._taking.made.connect(self._keep)
        self._taking.paged.connect(self._ask_pages)
        self._taking.failed.connect(self.complain)
        self._taking.begun.connect(self._begun)
        self._taking.idle.connect(self._idle)
        self._build()
        self._watch = PictureDrop(self, self.bring)
        self.finished.connect(self._give_up)
        asking.bridge.changed.connect(self._heard)
        self._refresh()

    def bring(self, paths: tuple[Path, ...], *, show: bool = False) -> None:
        """Take files in; with `show`, the first that becomes a picture goes on the screen at once."""
        self.complain("")
        self._show_next = show
        self._taking.bring(paths)

    def _build(self) -> None:
        t, look = self.face.t, self.face.palette
        words = label(
            t("Choose photos or a PDF, or drop them here. They stay with this session."), "muted"
        )
        choose = button(
            t("Choose files…"),
            self._choose,
            name="pictures_choose",
            kind="tonal",
            glyph="folder-open",
            palette=look,
        )
        self.add(row(words, None, choose))
        self._grid = PictureGrid(look, name="pictures_grid", words=t("Pictures"), several=False)
        self._grid.itemSelectionChanged.connect(self._say_what)
        self._grid.itemDoubleClicked.connect(self._show)
        self._none = Empty(self.face)
        self._none.say(t("No picture yet"), t("A photo, a plan or a page of a PDF fills the screen."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._grid)
        self.add(self._pages)
        self._add_progress()
        self._back = button(
            t("Back to the scene"),
            self._away,
            name="pictures_back",
            glyph="arrow-u-up-left",
            palette=look,
        )
        self._forget = button(
            t("Forget it"), self._drop, name="pictures_forget", kind="text", glyph="trash", palette=look
        )
        self.add(row(self._back, self._forget, None))
        self._do = self.buttons(t("Close"), t("Show it"), self._show)

    def _add_progress(self) -> None:
        """Add what shows that a file is worked on, where that takes long enough to be seen."""
        t = self.face.t
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOW_AFTER_MS)
        self._working = elided("small", name="pictures_working")
        bar = QProgressBar()
        bar.setObjectName("pictures_bar")
        bar.setAccessibleName(t("Picture under way"))
        bar.setRange(0, 0)
        stop = button(t("Cancel"), self._stop, name="pictures_cancel", kind="text", size="small")
        self._progress = QWidget()
        self._progress.setObjectName("pictures_progress")
        self._progress.setLayout(column(self._working, row(bar, stop), gap=2))
        self._progress.hide()
        self._late.timeout.connect(self._progress.show)
        self.add(self._progress)

    def _heard(self, notice: Changed) -> None:
        del notice
        self._refresh()

    def _refresh(self) -> None:
        room, t = self._asking.room, self.face.t
        if room is None:
            return
        shown = room.session.curtain.picture
        self._grid.keep(tuple(room.pictures))
        for picture in room.pictures.values():
            mark = "\n" + t("on the screen") if picture.id == shown else ""
            self._grid.put(picture.id, f"{picture.name}{mark}", self._thumbs.get(picture.id))
            if picture.id not in self._thumbs and picture.id not in self._wanted:
                self._wanted.append(picture.id)
        if not self._grid.chosen() and room.pictures:
            self._grid.choose(shown or tuple(room.pictures)[-1])
        self._pages.setCurrentWidget(self._grid if room.pictures else self._none)
        self._back.setVisible(shown is not None)
        self._say_what()
        self._read_thumbs()

    def _say_what(self) -> None:
        room, chosen = self._asking.room, self._chosen()
        shown = room.session.curtain.picture if room is not None else None
        self._do.setEnabled(chosen is not None and chosen.id != shown)
        self._forget.setVisible(chosen is not None)

    def _chosen(self) -> Picture | None:
        room, keys = self._asking.room, self._grid.chosen()
        return room.pictures.get(PictureId(keys[0])) if room is not None and keys else None

    def _choose(self) -> None:
        t = self.face.t
        patterns = " ".join(f"*.{suffix} *.{suffix.upper()}" for suffix in SUFFIXES)
        dialog = QFileDialog(self, t("Choose files…"), "", f"{t('Photos and PDF')} ({patterns})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.bring(tuple(Path(name) for name in names)))
        dialog.open()

    def _keep(self, made: MadePicture) -> None:
        picture = PictureId(new_id())
        self._thumbs[picture] = made.thumb
        show, self._show_next = self._show_next, False
        size = (made.width, made.height)
        command = AddPicture(picture, made.name, made.media_type, *size, made.content)
        self._asking.ask(command, done=partial(self._kept, picture, show), refused=self._not)

    def _kept(self, picture: PictureId, show: bool, _receipt: Stored) -> None:  # noqa: FBT001
        self._refresh()
        self._grid.choose(picture)
        if show:
            self._show()

    def _ask_pages(self, path: Path, total: int) -> None:
        PdfPages(
            self.face, self._actions, (path, total), partial(self._taking.bring_pages, path), self
        ).open()

    def _show(self, *_item: object) -> None:
        chosen, room, t = self._chosen(), self._asking.room, self.face.t
        if chosen is None or room is None:
            return
        curtain = room.session.curtain
        later = t("Ready. The room sees it once the screen goes on.")
        hidden = curtain.frozen or room.session.blackout
        said = later if hidden else t("The room sees “{name}”.", name=chosen.name)
        back = (ShowPicture(curtain.picture),)
        self._asking.ask(
            ShowPicture(chosen.id), said=said, undo=back, done=self._done, refused=self._not
        )

    def _away(self) -> None:
        self._asking.ask(ShowPicture(None), said=self.face.t("Back to the scene."), refused=self._not)

    def _drop(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            # Read first: the way back needs what is about to go.
            self._asking.bridge.picture(chosen.id, partial(self._drop_read, chosen), self._not)

    def _drop_read(self, picture: Picture, content: bytes) -> None:
        room = self._asking.room
        size = (picture.width, picture.height)
        back: tuple[Command, ...] = (
            AddPicture(picture.id, picture.name, picture.media_type, *size, content),
        )
        if room is not None and room.session.curtain.picture == picture.id:
            back = (*back, ShowPicture(picture.id))
        said = self.face.t("“{name}” is forgotten.", name=picture.name)
        self._asking.ask(DropPicture(picture.id), said=said, undo=back, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        if not self._taking.busy:
            self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))

    def _begun(self, name: str) -> None:
        self._working.setText(self.face.t("Making “{name}” ready…", name=name))
        self._late.start()

    def _idle(self) -> None:
        self._late.stop()
        self._progress.hide()
        self._read_thumbs()

    def _stop(self) -> None:
        self._taking.give_up()

    def _read_thumbs(self) -> None:
        """Make the pictures of earlier small, one at a time, while nothing else is under way."""
        if self._taking.busy or self._thumb_job is not None or not self._wanted:
            return
        picture = self._wanted.pop(0)
        self._asking.bridge.picture(picture, partial(self._shrink, picture))

    def _shrink(self, picture: PictureId, content: bytes) -> None:
        if self._gone:  # It was closed while the file was read: nobody would take what is made.
            return
        seen = partial(self._seen, picture)
        self._thumb_job = self._actions.run(small, (content,), seen, self._unseen)

    def _seen(self, picture: PictureId, thumb: bytes) -> None:
        self._thumb_job = None
        self._thumbs[picture] = thumb
        self._refresh()

    def _unseen(self, _failure: BaseException) -> None:
        self._thumb_job = None
        self._read_thumbs()

    def _give_up(self, *_result: int) -> None:
        """Leave nothing under way behind a dialog that goes."""
        self._gone = True
        self._taking.give_up()
        self._wanted.clear()
        job, self._thumb_job = self._thumb_job, None
        if job is not None:
            job.cancel()
