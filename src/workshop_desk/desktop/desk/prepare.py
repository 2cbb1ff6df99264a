"""Preparing the room before the day: what is ready, what is not, and one phone that tries."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, chip, column, glyph, label, row, show_glyph
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.posters import make_poster
from workshop_desk.desktop.desk.preparing import TONES, Look, Prepared
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.network import HELP_AFTER
from workshop_desk.domain.readiness import Check, Finding, Item
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.live.readiness_sentences import item_title, said

_QR, _ROWS, _SECOND = 188, 452, 1000


class CheckRow(QFrame):
    """One thing that is looked at: a sign, a sentence, and a next step where there is one."""

    def __init__(self, face: Face, item: Item) -> None:
        super().__init__()
        self._face = face
        self.setObjectName(f"check_{item}")
        self._mark = glyph("hourglass", face.palette, "ink_3", 22)
        title = label(item_title(face.t, item), "strong")
        title.setFixedWidth(108)
        self.sentence: QLabel = label(face.t("Looking…"), "body", wrap=True)
        self.then: QLabel = label("", "muted", wrap=True)
        self.then.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.then.hide()
        words = column(self.sentence, self.then, gap=0)
        both = row(self._mark, title, words, gap=10, margins=(0, 5, 0, 5))
        both.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        both.setAlignment(title, Qt.AlignmentFlag.AlignTop)
        both.setStretch(2, 1)
        self.setLayout(both)

    def show_check(self, check: Check) -> None:
        """Show what was found."""
        words, (tone, name) = said(self._face.t, check), TONES[check.grade]
        show_glyph(self._mark, name, self._face.palette, tone, 22)
        self.sentence.setText(words.sentence)
        self.then.setText(words.then)
        self.then.setVisible(bool(words.then))

    def wait_for(self, words: str) -> None:
        """Say what is waited for."""
        show_glyph(self._mark, "hourglass", self._face.palette, "ink_3", 22)
        self.sentence.setText(words)
        self.then.hide()


class PrepareDialog(DeskDialog):
    """Looks at once; what was found is kept with the session when all is looked at, or on leaving."""

    def __init__(
        self, face: Face, asking: Asking, actions: DeskActions, line: SessionLine, parent: QWidget
    ) -> None:
        t = face.t
        super().__init__(face, t("Prepare the room"), name="prepare_dialog", parent=parent, width=860)
        self._asking, self._actions, self._session = asking, actions, line.id
        self._found = Prepared()
        self._kept: tuple[Check, ...] = ()
        self._job: Look | None = None
        self._waited = 0
        words = t(
            "{title}: in the room, with the projector and the network of the day.", title=line.title
        )
        self.add(label(words, "muted", wrap=True))
        self._rows = {item: CheckRow(face, item) for item in Item}
        body = row(self._scrolled(), self._phone_side(), gap=24)
        body.setStretch(0, 1)
        self.add(body)
        self._again = button(t("Look again"), self._look, name="prepare_again")
        poster = button(t("Poster"), self._poster, name="prepare_poster", kind="text")
        poster.setToolTip(t("A poster with the codes, to print"))
        done = button(t("Done"), self.accept, name="dialog_do", kind="main")
        for made in (self._again, poster, done):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        done.setDefault(True)
        done.setFocus()
        self.add(row(poster, None, self._again, done, gap=10))
        self._second = QTimer(self)
        self._second.setInterval(_SECOND)
        self._second.timeout.connect(self._count)
        self.finished.connect(self._leave)
        self._look()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        rows: QVBoxLayout = column(*self._rows.values(), None, gap=0)
        inside.setLayout(rows)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.setFixedHeight(_ROWS)
        return area

    def _phone_side(self) -> QWidget:
        """Return the test code and what to do with it."""
        t = self.face.t
        self._code = QrCode()
        self._code.setObjectName("prepare_qr")
        self._code.setFixedSize(_QR, _QR)
        self._address = label("", "strong", name="prepare_address")
        self._chip = chip("", "neutral", name="prepare_phone")
        hint = label(t("Scan this test code with one phone, on the network of the room."), wrap=True)
        side = QWidget()
        side.setFixedWidth(220)
        centred = column(
            label(t("One phone"), "heading"),
            hint,
            6,
            row(None, self._code, None),
            row(None, self._address, None),
            row(None, self._chip, None),
            None,
            gap=8,
        )
        side.setLayout(centred)
        return side

    def _look(self) -> None:
        """Begin anew."""
        if self._job is not None:
            self._job.cancel()
        self._waited = 0
        self._kept = ()
        for one in self._rows.values():
            one.wait_for(self.face.t("Looking…"))
        self._again.setEnabled(False)
        self._second.start()
        self._job = self._actions.preparations.begin(self._heard)

    def _heard(self, found: Prepared) -> None:
        self._found = found
        for check in found.checks:
            self._rows[check.item].show_check(check)
        self._code.show_payload(found.url)
        self._address.setText(f"{found.address}/test" if found.address else "")
        self._again.setEnabled(not found.looking)
        self._say_phone()
        if not found.looking and found.check(Item.PHONE) is not None:
            self._second.stop()
            self._keep()

    def _say_phone(self) -> None:
        t, check = self.face.t, self._found.check(Item.PHONE)
        came = check is not None and check.finding is Finding.PHONE_CAME
        if check is None:
            waiting = t("Waiting for a phone…") if self._found.url else t("Looking…")
            late = self._found.url and self._waited >= HELP_AFTER
            self._rows[Item.PHONE].wait_for(waiting)
            if late:
                self._rows[Item.PHONE].show_check(Check(Finding.PHONE_NONE))
        self._chip.setText(t("a phone has come in") if came else t("waiting, {n} s", n=self._waited))
        restyle(self._chip, "chip", "success" if came else "neutral")
        self._chip.setVisible(bool(self._found.url))

    def _count(self) -> None:
        """Say how long a phone has been waited for."""
        if self._found.url:
            self._waited += 1
            self._say_phone()

    def _keep(self) -> None:
        """Keep what was found, once, unless something was not looked at."""
        if self._found.looking:
            return
        checks = self._found.concluded(tried=self._waited >= HELP_AFTER)
        if checks != self._kept:
            self._kept = checks
            self._asking.ask(KeepReadiness(self._session, checks))

    def _poster(self) -> None:
        make_poster(self._asking, self._actions, self._session)

    def _leave(self) -> None:
        self._second.stop()
        if self._job is not None:
            self._job.cancel()
        self._keep()
