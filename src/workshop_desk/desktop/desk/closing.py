"""Closing a session: the question, what it means, and when the group meets next."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import column, isolated, label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.signing_words import lacking
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.domain.attendance import times_there
from workshop_desk.domain.commands import CloseSession, SetNextDate
from workshop_desk.domain.plaintext import LINE_MAX
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import CertificateId, Moment, PersonId, Seconds
from workshop_desk.live.changes import Stored

_MOMENT, _SHARE = Seconds(600.0), 0.2
"""A stay shorter than both is a moment: ten minutes, and a share of the longest stay."""

_MOST_IN_SIGHT = 5


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
        for words in lacking(face, room):
            self.add(label(words, tone="warning", wrap=True, name="close_unsigned"))
        self._left_out = self._offer_to_leave_out(room)
        self._next = QLineEdit(room.session.next_date)
        self._next.setObjectName("next_date")
        self._next.setMaxLength(LINE_MAX)
        self._next.setPlaceholderText(t("for example: 14 January, 14:00"))
        self.field(t("When do you meet next?"), self._next)
        # Words typed at once are the date's: a blank would tick someone.
        self._next.setFocus()
        self.buttons(t("Not yet"), t("Close it"), self._send)

    def _offer_to_leave_out(self, room: Room) -> dict[PersonId, Tick]:
        """Offer to give no certificate to who stands there twice, or was hardly there."""
        t, found = self.face.t, doubtful(room, self.face.now())
        ticks: dict[PersonId, Tick] = {}
        for place, (person, present) in enumerate(found):
            words = f"{isolated(room.name_of(person))} · {self.face.minutes(present)}"
            ticks[person] = Tick(words, self.face.palette, name=f"leave_out_{place + 1}")
        if ticks:
            self.add(label(t("Added by mistake, or twice? Tick who gets no certificate:"), wrap=True))
            self.add(scrolling(column(*ticks.values(), gap=0), len(ticks)))
        return ticks

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
        without = tuple(person for person, tick in self._left_out.items() if tick.isChecked())
        self._asking.ask(CloseSession(ids, without), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()
        self._closed()

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))


def doubtful(room: Room, now: Moment) -> tuple[tuple[PersonId, Seconds], ...]:
    """Return who came twice by name, or stayed a moment only, with how long they were there."""
    present = times_there(room, now)
    names = Counter(room.name_of(person).casefold() for person in room.attendees)
    longest = max(present.values(), default=Seconds(0))
    moment = min(_MOMENT, _SHARE * longest)
    return tuple(
        (person, time)
        for person, time in present.items()
        if names[room.name_of(person).casefold()] > 1 or time < moment
    )


def scrolling(words: QVBoxLayout, count: int) -> QWidget:
    """Return a short list as it is, a long one in an area that scrolls."""
    inside = QWidget()
    inside.setLayout(words)
    if count <= _MOST_IN_SIGHT:
        return inside
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFixedHeight(_MOST_IN_SIGHT * 30)
    area.setWidget(inside)
    return area
