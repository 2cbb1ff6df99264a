"""When someone came and left: the whole of it, to be set right with a reason; nothing is overwritten."""

from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.closing import scrolling
from workshop_desk.desktop.desk.controls import button, column, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.stay_row import Days, StayRow, stay_head
from workshop_desk.domain.attendance import time_there
from workshop_desk.domain.plaintext import LINE_MAX
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.exports.presence_words import corrections
from workshop_desk.i18n.dates import local
from workshop_desk.live.changes import Stored
from workshop_desk.live.sentences import refusal_sentence

_WIDTH, _WIDER = 560, 700


class PersonHours(DeskDialog):
    """One row for each stay, what was corrected before, and why something is now."""

    def __init__(self, face: Face, asking: Asking, room: Room, person: PersonId, over: QWidget) -> None:
        t = face.t
        title = t("When {name} was here", name=room.name_of(person))
        days = session_days(face, room)
        width = _WIDER if days.several else _WIDTH
        super().__init__(face, title, name="person_hours_dialog", parent=over, width=width)
        self._asking = asking
        self._person = person
        self._days = days
        stays = room.stays_of(person)
        present = time_there(room, person, face.now())
        words = t("{time} so far, without long breaks.", time=face.minutes(present))
        self.add(label(words if present else t("Not here yet."), "muted", wrap=True))
        self._rows = [StayRow(face, stay, place + 1, self._days) for place, stay in enumerate(stays)]
        self._stays = column(*self._rows, gap=6)
        inside = QWidget()
        inside.setLayout(self._stays)
        self.add(stay_head(face, days), inside)
        more = button(
            t("Add a stay"),
            self.add_stay,
            name="stay_add",
            size="small",
            glyph="plus",
            palette=face.palette,
        )
        self.add(row(more, None))
        self._reason = QLineEdit()
        self._reason.setObjectName("hours_reason")
        self._reason.setMaxLength(LINE_MAX)
        self._reason.setPlaceholderText(t("for example: signed the paper list at 9:00"))
        self.field(t("Why is it corrected?"), self._reason)
        told = corrections(t, room.presence, person, face.zone, slips=True)
        if told:
            lines = column(*(label(line, "small", wrap=True) for line in told), gap=4)
            self.add(label(t("Corrected so far"), "label"), scrolling(lines, len(told)))
        self.buttons(t("Leave as it was"), t("Correct"), self._send)

    def add_stay(self) -> None:
        """Offer one more stay."""
        made = StayRow(self.face, None, len(self._rows) + 1, self._days)
        self._rows.append(made)
        self._stays.addWidget(made)
        made.fields()[0].setFocus()
        QTimer.singleShot(0, self.fit)

    def _send(self) -> None:
        changes: list[PresenceChange] = []
        for one in self._rows:
            try:
                changes += one.changes(self.face.now().utc)
            except Refusal as refusal:
                self.complain(refusal_sentence(self.face.t, refusal))
                self.fit()
                return
        if not changes:
            self.reject()
            return
        command = CorrectPresence(self._person, tuple(changes), self._reason.text())
        said = self.face.t("Hours corrected.")
        self._asking.ask(command, said=said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
        self.fit()


def session_days(face: Face, room: Room) -> Days:
    """Return the local days from the first arrival or the opening up to now."""
    now = face.now().utc
    begun = [stay.entered for stay in room.presence.stays] + [room.session.opened or now]
    day, last = local(min(begun), face.zone).date(), local(now, face.zone).date()
    found = []
    while day <= last:
        found.append(day)
        day += timedelta(days=1)
    return Days(tuple(found) or (last,))
