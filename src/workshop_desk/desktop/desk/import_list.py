"""A dialog that puts people on the list of a session, from a file; nothing is taken in before a yes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import button, column, elided, label, row, set_caption
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.joining import joining_picker
from workshop_desk.desktop.desk.list_columns import ListColumns
from workshop_desk.desktop.desk.list_words import (
    brought,
    left_out,
    list_flaw_sentence,
)
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob
from workshop_desk.desktop.desk.picture_drop import PictureDrop
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.list_files import BadListError, ReadList, read_list
from workshop_desk.domain.commands import Command
from workshop_desk.domain.identity_commands import AddRegistrations, DropRegistrations, SetJoining
from workshop_desk.domain.preview import Entry, Preview, preview
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining
from workshop_desk.domain.units import RegistrationId
from workshop_desk.live.changes import Stored

_SHOW_AFTER_MS = 300
_SHOWN = 4
"""People who are shown as they will stand on the list."""
_NAME_MAX = 60
_SUFFIXES = ("csv", "txt", "tsv", "xlsx", "xls", "ods")


class ImportList(DeskDialog):
    """File, columns, what will happen, and who may come in."""

    def __init__(
        self, face: Face, asking: Asking, actions: DeskActions, room: Room, parent: QWidget | None
    ) -> None:
        super().__init__(face, face.t("Import a list"), name="import_dialog", parent=parent, width=640)
        self._asking, self._actions, self._room = asking, actions, room
        self._read: ReadList | None = None
        self._told = Preview()
        self._job: PapersJob | None = None
        self._wanted = 0
        self._build()
        self._drop = PictureDrop(self, lambda paths: self.bring(paths[0]))
        self.finished.connect(self._stop)
        self._show(known=False)

    def bring(self, path: Path) -> None:
        """Read a file."""
        self._stop()
        self._told = Preview()
        set_caption(self._do, self.face.t("Put them on the list"))
        self.complain("")
        self._show(known=False)
        name = path.name if len(path.name) <= _NAME_MAX else f"{path.name[:_NAME_MAX]}…"
        self._file.setText(name)
        self._begin(self.face.t("Reading “{name}”…", name=name))
        done, failed = partial(self._take_in, name), partial(self._failed, name)
        self._job = self._actions.run(read_list, (path,), done, failed)

    def _build(self) -> None:
        t, look = self.face.t, self.face.palette
        words = t("CSV or a spreadsheet, from any ticket office. Nothing is taken in before you say so.")
        choose = button(
            t("Choose a file…"),
            self._choose,
            name="import_choose",
            kind="tonal",
            glyph="folder-open",
            palette=look,
        )
        line = row(label(words, "muted", wrap=True), choose, gap=16)
        line.setStretch(0, 1)
        self.add(line)
        self._add_progress()
        self._file = elided("strong", name="import_file")
        self._titles = Tick(t("The first line holds titles"), look, name="import_titles")
        self._titles.toggled.connect(self._retitle)
        self._columns = ListColumns(self.face)
        self._columns.changed.connect(self._look)
        self._brought = label("", "strong", name="import_brought", wrap=True)
        self._sample = label("", "small", name="import_sample", wrap=True)
        self._left_out = label("", "small", name="import_left_out", wrap=True)
        joining = self._room.session.joining
        self._joining = joining_picker(self.face, joining, name="import_joining")
        who = row(label(t("Who may come in"), "label"), self._joining, None, gap=12)
        self._found = QWidget()
        top = row(self._file, self._titles)
        top.setStretch(0, 1)
        told = column(self._brought, self._sample, self._left_out, gap=2)
        self._found.setLayout(column(top, self._columns, 4, told, 4, who, gap=8))
        self.add(self._found)
        self._do = self.buttons(t("Not now"), t("Put them on the list"), self._send)

    def _add_progress(self) -> None:
        t = self.face.t
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOW_AFTER_MS)
        self._working = elided("small", name="import_working")
        bar = QProgressBar()
        bar.setAccessibleName(t("List under way"))
        bar.setRange(0, 0)
        stop = button(t("Cancel"), self._stop, name="import_cancel", kind="text", size="small")
        self._progress = QWidget()
        self._progress.setObjectName("import_progress")
        self._progress.setLayout(column(self._working, row(bar, stop), gap=2))
        self._late.timeout.connect(self._progress.show)
        self._progress.hide()
        self.add(self._progress)

    def _choose(self) -> None:
        t = self.face.t
        patterns = " ".join(f"*.{suffix} *.{suffix.upper()}" for suffix in _SUFFIXES)
        dialog = QFileDialog(self, t("Choose a file…"), "", f"{t('Lists')} ({patterns})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.bring(Path(name)))
        dialog.open()

    def _begin(self, words: str) -> None:
        self._working.setText(words)
        self._late.start()

    def _stop(self, *_result: int) -> None:
        """Give up what is under way, if anything is."""
        job, self._job = self._job, None
        self._ended()
        if job is not None:
            job.cancel()

    def _ended(self) -> None:
        self._late.stop()
        self._progress.hide()

    def _failed(self, name: str, failure: BaseException) -> None:
        self._job = None
        self._ended()
        t = self.face.t
        if isinstance(failure, BadListError):
            self.complain(list_flaw_sentence(t, failure.flaw, name, failure.count))
        else:
            self.complain(t("“{name}” could not be read. Nothing else is lost.", name=name))
        self.fit()

    def _take_in(self, _name: str, read: ReadList) -> None:
        self._job = None
        self._ended()
        self._read = read
        self._titles.blockSignals(True)
        self._titles.setChecked(bool(read.head))
        self._titles.setEnabled(bool(read.head))
        self._titles.blockSignals(False)
        self._columns.show_list(read)
        self._look()

    def _retitle(self, titled: bool) -> None:  # noqa: FBT001 - Qt's own
        if self._read is not None:
            self._columns.show_list(self._read if titled else self._read.as_lines())
            self._look()

    def _look(self) -> None:
        """Find out what would happen; an answer about other columns comes too late."""
        if self._read is None:
            return
        read = self._read if self._titles.isChecked() else self._read.as_lines()
        self._wanted += 1
        listed = tuple(self._room.registrations.values())
        self._begin(self.face.t("Looking at each line…"))
        arguments = (read.lines, self._columns.chosen, listed)
        seen, failed = partial(self._seen, self._wanted), partial(self._failed, self._file.text())
        self._job = self._actions.run(preview, arguments, seen, failed)

    def _seen(self, number: int, told: Preview) -> None:
        if number != self._wanted:
            return
        self._job = None
        self._ended()
        self._told = told
        t = self.face.t
        self._brought.setText(brought(t, told))
        self._sample.setText("\n".join(_shown(one) for one in told.fresh[:_SHOWN]))
        self._left_out.setText("\n".join(left_out(t, told)))
        self._sample.setVisible(bool(told.fresh))
        self._left_out.setVisible(bool(self._left_out.text()))
        many = t.many("Put {n} on the list", "Put {n} on the list", len(told.fresh))
        set_caption(self._do, many if told.fresh else t("Put them on the list"))
        self._show(known=True)

    def _show(self, *, known: bool) -> None:
        self._found.setVisible(known)
        self._do.setEnabled(known and bool(self._told.fresh))
        self.fit()

    def _send(self) -> None:
        t, session = self.face.t, self._room.session
        places = tuple(
            Registration(
                RegistrationId(new_id()), session.id, one.name, one.email, one.department, one.code
            )
            for one in self._told.fresh
        )
        back: tuple[Command, ...] = (DropRegistrations(session.id, tuple(one.id for one in places)),)
        joining = Joining(str(self._joining.currentData()))
        if joining is not session.joining:
            back = (*back, SetJoining(session.id, session.joining))
        said = t.many("{n} person is on the list now.", "{n} people are on the list now.", len(places))
        self._asking.ask(
            AddRegistrations(session.id, places),
            said=said,
            undo=back,
            done=partial(self._done, joining),
            refused=self._not,
        )

    def _done(self, joining: Joining, _receipt: Stored) -> None:
        if joining is not self._room.session.joining:
            self._asking.ask(SetJoining(self._room.session.id, joining))
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
        self.fit()


def _shown(entry: Entry) -> str:
    return " · ".join(part for part in (entry.name, entry.email, entry.department, entry.code) if part)
