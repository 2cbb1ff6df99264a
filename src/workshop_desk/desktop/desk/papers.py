"""The papers of a closed session: who gets a certificate, and the files made in one go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QWidget,
)

from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    elided,
    frame,
    glyph,
    isolated,
    label,
    plain_tip,
    row,
    rule,
)
from workshop_desk.desktop.desk.empty import Empty
from workshop_desk.desktop.desk.erase_name import EraseNameDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.outside import DeskActions, PapersJob, PapersProgress
from workshop_desk.desktop.desk.paint import Mark
from workshop_desk.desktop.desk.paper_kinds import PaperKinds
from workshop_desk.desktop.desk.time_table import PeopleOrTimes
from workshop_desk.desktop.parts.seats import Logo
from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.room import Room
from workshop_desk.i18n.dates import duration, long_date
from workshop_desk.live.sentences import trouble_sentence

_SHOW_AFTER_MS = 300


class Papers(QWidget):
    """Certificates, summary and private sheet of one session."""

    def __init__(
        self, face: Face, asking: Asking, actions: DeskActions, leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("papers")
        self._face = face
        self._asking = asking
        self._actions = actions
        self._room: Room | None = None
        self._job: PapersJob | None = None
        top = self._bar_on_top(leave)
        self._lines = Lines(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOW_AFTER_MS)
        self._times = PeopleOrTimes(face, self._people())
        inside = row(self._times, self._files(), gap=24, margins=(32, 24, 32, 24))
        inside.setStretch(0, 3)
        inside.setStretch(1, 2)
        body = column(top, inside, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)
        self._late.timeout.connect(self._progress.show)

    def show_room(self, room: Room) -> None:
        """Show the papers of this session."""
        if self._room is None or self._room.session.id != room.session.id:
            self._give_up()
            self._made.clear()
            self._folder.setEnabled(False)
            self._said.setText("")
        self._room = room
        self._times.show_room(room)
        self._kinds.show_room(room)
        face, t, session = self._face, self._face.t, room.session
        self._title.setText(session.title)
        closed = session.closed or session.created
        day = long_date(closed, t.language, face.zone)
        self._when.setText(t("{day}, closed at {hour}", day=day, hour=face.hour(closed)))
        certificates = sorted(room.certificates.values(), key=lambda one: one.name.casefold())
        self._lines.show(
            [
                Line(
                    key=one.id,
                    text=_with_address(room, one),
                    marks=(Mark(t("ready"), "success", "check-bold"), Mark(one.number)),
                    name=duration(one.present, t.language),
                )
                for one in certificates
            ]
        )
        self._nobody.setVisible(not certificates)
        self._list.setVisible(bool(certificates))
        count = t.many("{n} person was there", "{n} people were there", len(certificates))
        self._count.setText(t("{count}. Times are the real ones, never the plan’s.", count=count))

    def make(self) -> None:
        """Have all files written into the session's folder."""
        room = self._room
        if room is None or self._job is not None:
            return
        self._make.setEnabled(False)
        self._said.setText("")
        self._made.clear()
        self._bar.setRange(0, 0)
        self._late.start()
        folder = self._actions.papers_folder(room.session.id)
        self._job = self._actions.make_papers(
            room.session.id, folder, self._on_progress, self._on_done, self._on_failed
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the work go on; only its bar is put away."""
        self._late.stop()
        super().hideEvent(event)

    def _bar_on_top(self, leave: Callable[[], None]) -> QFrame:
        t, look = self._face.t, self._face.palette
        back = button("", leave, name="papers_back", kind="text", glyph="caret-left-bold", palette=look)
        back.setProperty("square", True)
        back.setAccessibleName(t("Back to the sessions"))
        self._title = elided("heading", name="papers_title")
        self._when = label("", "muted", name="papers_when")
        self._folder = button(
            t("Open the folder"),
            self._open_folder,
            name="papers_folder",
            glyph="folder-open",
            palette=look,
        )
        self._make = button(
            t("Make the papers"),
            self.make,
            name="papers_make",
            kind="main",
            glyph="download-simple",
            palette=look,
        )
        top = frame("bar", name="papers_top")
        top.setFixedHeight(56)
        bar = row(
            back,
            Logo(look, 24),
            self._title,
            self._when,
            None,
            self._folder,
            self._make,
            gap=12,
            margins=(12, 0, 20, 0),
        )
        top.setLayout(bar)
        return top

    def _people(self) -> QFrame:
        t = self._face.t
        self._count = label("", "muted", name="papers_count", wrap=True)
        self._list = LineList(self._lines, self._face.palette, name="certificates")
        self._list.setAccessibleName(t("Certificates"))
        self._nobody = Empty(self._face)
        self._nobody.say(t("Nobody to certify"), t("Nobody was in the room while it was open."))
        card = frame("card")
        card.setLayout(column(self._nobody, self._list, gap=0, margins=(18, 10, 18, 8)))
        holder = QFrame()
        title = label(t("Certificates of participation"), "title")
        body = column(title, self._count, 6, card, gap=2)
        body.setStretch(3, 1)
        holder.setLayout(body)
        return holder

    def _files(self) -> QFrame:
        t, look = self._face.t, self._face.palette
        self._kinds = PaperKinds(self._face)
        self._bar = QProgressBar()
        self._bar.setObjectName("papers_bar")
        self._bar.setAccessibleName(t("Papers under way"))
        self._cancel = button(t("Cancel"), self._stop, name="papers_cancel", kind="text", size="small")
        self._progress = QWidget()
        self._progress.setObjectName("papers_progress")
        self._progress.setLayout(row(self._bar, self._cancel, gap=8))
        self._progress.hide()
        self._said = label("", "strong", name="papers_said", wrap=True)
        self._made = QListWidget()
        self._made.setObjectName("papers_files")
        self._made.setAccessibleName(t("Files made"))
        self._made.setProperty("kind", "plain")
        self._made.itemActivated.connect(self._open_file)
        privacy = row(
            glyph("shield-check", look, "primary", 22),
            label(t("Names stay on this laptop."), "strong"),
            None,
            button(t("Erase a name"), self._erase, name="papers_erase", kind="text", size="small"),
            gap=12,
        )
        card = frame("card")
        body = column(
            self._kinds,
            rule(),
            self._said,
            self._progress,
            self._made,
            privacy,
            gap=12,
            margins=(18, 18, 18, 16),
        )
        body.setStretch(body.indexOf(self._made), 1)
        card.setLayout(body)
        holder = QFrame()
        outer = column(label(t("What is made"), "heading"), card, gap=10, margins=(0, 6, 0, 0))
        outer.setStretch(1, 1)
        holder.setLayout(outer)
        return holder

    def _erase(self) -> None:
        room = self._room
        if room is None:
            return

        def again() -> None:
            self._asking.bridge.read(room.session.id, self.show_room)

        EraseNameDialog(self._face, self._asking, room, again, self).open()

    def _on_progress(self, progress: PapersProgress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _on_done(self, files: tuple[Path, ...]) -> None:
        self._ended()
        count = len(files)
        t = self._face.t
        said = t.many("{n} file is ready.", "{n} files are ready.", count)
        where = t("They are in {folder}", folder=files[0].parent) if files else ""
        self._said.setText("\n".join(part for part in (said, where) if part))
        for file in files:
            item = QListWidgetItem(file.name)
            item.setData(Qt.ItemDataRole.UserRole, str(file))
            item.setToolTip(plain_tip(t("Double-click to open")))
            self._made.addItem(item)
        self._folder.setEnabled(True)

    def _on_failed(self, failure: BaseException) -> None:
        self._ended()
        t = self._face.t
        if isinstance(failure, WorldError):
            self._said.setText(trouble_sentence(t, failure.trouble))
        else:
            self._said.setText(t("The papers could not be made. What was captured is safe."))

    def _stop(self) -> None:
        self._give_up()
        self._said.setText(self._face.t("Stopped. You can make them at any time."))

    def _give_up(self) -> None:
        job = self._job
        self._ended()
        if job is not None:
            job.cancel()

    def _ended(self) -> None:
        self._job = None
        self._late.stop()
        self._progress.hide()
        self._make.setEnabled(True)

    def _open_file(self, item: QListWidgetItem) -> None:
        self._actions.open_folder(Path(item.data(Qt.ItemDataRole.UserRole)))

    def _open_folder(self) -> None:
        if self._room is not None:
            self._actions.open_folder(self._actions.papers_folder(self._room.session.id))


def _with_address(room: Room, certificate: Certificate) -> str:
    """Return the name, and the address that the certificate may be sent to, where one was given."""
    person = room.people.get(certificate.person)
    address = person.email if person else None
    return f"{isolated(certificate.name)} · {address}" if address else certificate.name
