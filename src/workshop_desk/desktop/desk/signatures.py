"""Who has signed for a half-day, the facilitator's own signature, corrections, and the sheets."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import button, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.edit_card import EditDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lines import Line, LineList, Lines
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.paint import Mark
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.desktop.desk.rows import ROW_ROLE
from workshop_desk.desktop.desk.sign_here import SignHere
from workshop_desk.desktop.desk.signing_words import (
    counted,
    halves_of,
    standing,
    zone_of,
)
from workshop_desk.domain.half_days import Half, HalfDay
from workshop_desk.domain.plaintext import LINE_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.signature_commands import CorrectSignature
from workshop_desk.domain.signatures import SignatureKind, marks
from workshop_desk.domain.signing import Signed, minutes_ahead
from workshop_desk.domain.stage_commands import SetMessage
from workshop_desk.domain.units import PersonId, SignatureId
from workshop_desk.exports.presence_words import half_day_words
from workshop_desk.i18n.words import Words
from workshop_desk.live.changes import Changed
from workshop_desk.live.sentences import trouble_sentence

_TRAINER = "trainer"


class Signatures(DeskDialog):
    """One row for each person who was there, the facilitator first."""

    def __init__(self, face: Face, asking: Asking, actions: DeskActions, parent: QWidget) -> None:
        t, look = face.t, face.palette
        super().__init__(face, t("Signatures"), name="signatures_dialog", parent=parent, width=640)
        self._asking, self._actions = asking, actions
        self._half = Picker(look, name="signing_half")
        self._half.setAccessibleName(t("Half-day"))
        self._said = label("", "strong", name="signing_count")
        self._mark = label("", "muted", name="signing_mark")
        self.add(row(self._half, self._said, None, self._mark, gap=12))
        self._lines = Lines(self)
        self._list = LineList(self._lines, look, name="signing_list")
        self._list.setAccessibleName(t("Who has signed"))
        self._list.setMinimumHeight(300)
        self._list.clicked.connect(self._menu)
        self._list.activated.connect(self._menu)
        self.add(self._list)
        words = t("Click on a name to sign here, to note a signature on paper, or to strike one out.")
        self.add(label(words, "small", wrap=True))
        blank = button(t("Blank sheet for pens"), partial(self._make, True), name="signing_blank")
        sheet = button(t("Sheet as it stands"), partial(self._make, False), name="signing_sheet")
        call = button(t("Ask the room to sign"), self._call, name="signing_call")
        self.add(row(blank, sheet, None, call, gap=10))
        self.buttons(t("Close"), t("I sign as facilitator"), partial(self._sign, None))
        self._fill()
        self._half.currentIndexChanged.connect(lambda _index: self._refresh())
        asking.bridge.changed.connect(self._heard)

    def _heard(self, notice: Changed) -> None:
        del notice
        self._refresh()

    def _fill(self) -> None:
        """Offer the half-days so far, the one that is open chosen."""
        room = self._asking.room
        if room is None:
            return
        state = standing(self.face, room)
        for half in halves_of(self.face, room):
            self._half.addItem(half_day_words(self.face.t, half), half.key)
        if state is not None:
            self._half.setCurrentIndex(self._half.findData(state.half.key))
        self._refresh()

    def _refresh(self) -> None:
        room = self._asking.room
        state = standing(self.face, room, str(self._half.currentData())) if room else None
        if room is None or state is None:
            return
        t = self.face.t
        self._said.setText(counted(self.face, state))
        newest = marks(room.session.id, self.face.now().utc)[0]
        self._mark.setText(t("Mark of the room: {mark}", mark=newest))
        people: list[PersonId | None] = [None, *state.there]
        self._lines.show([self._line(room, person, state.half) for person in people])

    def _line(self, room: Room, person: PersonId | None, half: HalfDay) -> Line:
        t = self.face.t
        found = self._signed(room).of(person, half)
        if found is None:
            mark, hour = Mark(t("to be signed"), "warning"), ""
        elif found.kind is SignatureKind.PAPER:
            mark, hour = Mark(t("signed on paper")), self.face.hour(found.at)
        else:
            mark, hour = Mark(t("signed"), "success", "check-bold"), self.face.hour(found.at)
        return Line(person or _TRAINER, self._name(room, person), marks=(mark,), name=hour)

    def _name(self, room: Room, person: PersonId | None) -> str:
        if person is not None:
            return room.name_of(person)
        who = room.session.facilitator
        return self.face.t("{name} (facilitation)", name=who) if who else self.face.t("Facilitation")

    def _signed(self, room: Room) -> Signed:
        return Signed(room.signatures, halves_of(self.face, room))

    def _menu(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        self._list.clearSelection()
        if not isinstance(line, Line):
            return
        menu = self.menu_for(None if line.key == _TRAINER else PersonId(line.key))
        at = self._list.visualRect(index).bottomLeft() + QPoint(40, 0)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def menu_for(self, person: PersonId | None) -> QMenu:
        """Make the menu of what can be done for someone's signature."""
        t, room, half = self.face.t, self._asking.room, self._chosen()
        menu = QMenu(self)
        menu.setObjectName("signing_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if room is None or half is None:
            return menu
        if self._signed(room).of(person, half):
            act = partial(self._ask_reason, SignatureKind.VOIDED, person)
            menu.addAction(t("Strike it out…"), act)
        else:
            menu.addAction(t("Sign here"), partial(self._sign, person))
            act = partial(self._ask_reason, SignatureKind.PAPER, person)
            menu.addAction(t("Has signed on paper…"), act)
        return menu

    def _chosen(self) -> HalfDay | None:
        room = self._asking.room
        state = standing(self.face, room, str(self._half.currentData())) if room else None
        return state.half if state else None

    def _sign(self, person: PersonId | None) -> None:
        room, half = self._asking.room, self._chosen()
        if room is not None and half is not None:
            who = (person, self._name(room, person))
            SignHere(self.face, self._asking, who, half, self._offset(room), self).open()

    def _ask_reason(self, kind: SignatureKind, person: PersonId | None) -> None:
        t = self.face.t
        paper = kind is SignatureKind.PAPER
        title = t("Signed on paper: the reason") if paper else t("Struck out: the reason")
        usual = t("Signed on the paper sheet") if paper else ""
        dialog = EditDialog(self.face, title, usual, LINE_MAX, self)
        dialog.kept.connect(partial(self._correct, kind, person))
        dialog.open()

    def _correct(self, kind: SignatureKind, person: PersonId | None, reason: str) -> None:
        room, half = self._asking.room, self._chosen()
        if room is None or half is None:
            return
        identity, offset = SignatureId(new_id()), self._offset(room)
        command = CorrectSignature(identity, kind, person, half.key, offset, reason)
        self._asking.ask(command, said=self.face.t("Noted, with its reason."))

    def _call(self) -> None:
        """Show the room, on the screen, that it is time to sign."""
        room, half, t = self._asking.room, self._chosen(), self.face.t
        if room is None or half is None:
            return
        words = Words(room.session.language)
        morning = half.half is Half.MORNING
        said = (
            words("Please sign for this morning.")
            if morning
            else words("Please sign for this afternoon.")
        )
        back = SetMessage(room.session.curtain.message)
        self._asking.ask(SetMessage(said), said=t("The screen asks the room to sign."), undo=(back,))

    def _offset(self, room: Room) -> int:
        return minutes_ahead(room, zone_of(self.face))

    def _make(self, blank: bool) -> None:  # noqa: FBT001 - given by the button
        room, t = self._asking.room, self.face.t
        if room is None:
            return
        self._asking.toasts.tell(t("The sheet is being made. It opens by itself."))
        self._actions.make_sheet(room.session.id, self._made, self._failed, blank=blank)

    def _made(self, file: Path) -> None:
        self._asking.toasts.tell(self.face.t("The sheet is ready: {name}", name=file.name))
        self._actions.open_folder(file)

    def _failed(self, failure: BaseException) -> None:
        t = self.face.t
        words = t("The sheet could not be made. Please try again.")
        if isinstance(failure, WorldError):
            words = trouble_sentence(t, failure.trouble)
        self._asking.toasts.tell(words)
