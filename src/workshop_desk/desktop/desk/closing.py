"""Closing a session: the question, what it means, and when the group meets next."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.commands import CloseSession, SetNextDate
from workshop_desk.domain.plaintext import LINE_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import CertificateId
from workshop_desk.live.changes import Stored


class CloseDialog(DeskDialog):
    """Asks once, because it cannot be undone; `closed` is called when it is done."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, closed: Callable[[], None], parent: QWidget
    ) -> None:
        t = face.t
        super().__init__(face, t("Close the session?"), name="close_dialog", parent=parent)
        self._asking = asking
        self._closed = closed
        self._next_date = room.session.next_date
        people = len(room.attendees)
        certificates = t.many(
            "{n} certificate of participation is numbered.",
            "{n} certificates of participation are numbered.",
            people,
        )
        consequences = t("Phones say goodbye and a closed session cannot be opened again.")
        self.add(label(f"{consequences} {certificates}" if people else consequences, wrap=True))
        ahead = sum(1 for step in room.steps if step.state is StepState.AHEAD)
        if ahead:
            words = t.many("{n} step has not been run yet.", "{n} steps have not been run yet.", ahead)
            self.add(label(words, tone="warning", wrap=True, name="close_ahead"))
        self._next = QLineEdit(room.session.next_date)
        self._next.setObjectName("next_date")
        self._next.setMaxLength(LINE_MAX)
        self._next.setPlaceholderText(t("for example: 14 January, 14:00"))
        self.field(t("When do you meet next?"), self._next)
        self.buttons(t("Not yet"), t("Close it"), self._send)

    def _send(self) -> None:
        if self._next.text().strip() != self._next_date:
            self._asking.ask(SetNextDate(self._next.text()), done=self._close, refused=self._not)
        else:
            self._close()

    def _close(self, _receipt: Stored | None = None) -> None:
        room = self._asking.room
        # One id for everyone who may get a certificate, and some for who comes in this moment.
        count = len(room.attendees) + 20 if room else 0
        ids = tuple(CertificateId(new_id()) for _ in range(count))
        self._asking.ask(CloseSession(ids), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()
        self._closed()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))
