"""Write for someone: the facilitator enters an answer that was said aloud, or came on paper.

Sheets of paper come in a pile: after one the dialog stays for the next person.
"""

from typing import assert_never

from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import column, label, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Picker, Stepper
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.ticks import Dot, Tick
from workshop_desk.domain.commands import AddAction, CaptureCommand, CastBallot, Rate, SubmitCard
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.votes import dots, options
from workshop_desk.domain.steps import Activity, Audience, Naming, StepKind
from workshop_desk.domain.units import ActionId, BallotId, CardId, PersonId, RatingId
from workshop_desk.domain.votes import Choice
from workshop_desk.live.changes import Stored

_MOST_TAGS_SHOWN = 12


class WriteFor(DeskDialog):
    """A person, and the input that this kind of activity takes."""

    def __init__(
        self, face: Face, asking: Asking, room: Room, activity: Activity, parent: QWidget
    ) -> None:
        t = face.t
        super().__init__(face, t("Write for someone"), name="write_for_dialog", parent=parent)
        self._asking = asking
        self._activity = activity
        self._person = Picker(face.palette, name="write_person")
        finished = set(room.finished(activity))
        for person in _those_concerned(room, activity):
            name = room.name_of(person)
            words = t("{name} · has answered", name=name) if person in finished else name
            self._person.addItem(words, person)
        ways = ((Channel.DESK.value, t("Said aloud")), (Channel.PAPER.value, t("On paper")))
        self._way = Segments(ways, lambda: None)
        self.add(label(face.say(activity.prompt), "muted", wrap=True))
        self.field(t("For whom"), self._person)
        self.add(row(self._way, None))
        self._text = QPlainTextEdit()
        self._text.setObjectName("write_text")
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(104)
        self._line = QLineEdit()
        self._line.setObjectName("write_word")
        self._tags: dict[str, Tick] = {}
        self._dots: dict[CardId, Stepper] = {}
        self._levels = QButtonGroup(self)
        self._build(room, activity)
        if activity.naming is Naming.ANONYMOUS:
            final = activity.kind in {StepKind.VOTE, StepKind.SCALE}
            words = t("Anonymous: the name is not kept with the answer.")
            end = t("Anonymous and final: the name is not kept with the answer.")
            self.add(label(end if final else words, "small", wrap=True))
        elif activity.audience is Audience.AUTHOR:
            self.add(label(t("Private: after this, only that person can read it."), "small", wrap=True))
        do = self.buttons(t("Not now"), t("Write it down"), self._send)
        do.setEnabled(self._person.count() > 0)
        if not self._person.count():
            self.complain(t("Nobody is here for this yet. Add a person first."))

    def _build(self, room: Room, activity: Activity) -> None:
        t, say, look = self.face.t, self.face.say, self.face.palette
        match activity.kind:
            case StepKind.TALK | StepKind.PAUSE:
                return
            case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
                self.field(t("Text"), self._text)
                for tag in activity.tags[:_MOST_TAGS_SHOWN]:
                    self._tags[tag.id] = Tick(say(tag.title), look, name=f"tag_{tag.id}")
                self.add(*self._tags.values())
            case StepKind.VOTE:
                most = dots(room, activity)
                self.add(label(t.many("{n} dot to give", "{n} dots to give", most), "label"))
                self.add(self._ballot(room, activity, most))
            case StepKind.SCALE:
                for place, level in enumerate(activity.levels):
                    choice = Dot(say(level), look, name=f"level_{place + 1}")
                    self._levels.addButton(choice, place + 1)
                    self.add(choice)
                self.field(t("A word, if you like"), self._line)
            case StepKind.ACTIONS:
                self.field(t("What will be done?"), self._text)
                self._line.setPlaceholderText(t("How will one see it?"))
                self.field(t("How will one see it?"), self._line)
            case _:
                assert_never(activity.kind)

    def _ballot(self, room: Room, activity: Activity, most: int) -> QScrollArea:
        form = QFormLayout()
        for card in options(room, activity):
            spin = Stepper(self.face.palette, 0, most, name=f"dots_{len(self._dots) + 1}")
            spin.setFixedWidth(140)
            spin.setAccessibleName(card.text)
            self._dots[card.id] = spin
            form.addRow(label(card.text, wrap=True), spin)
        inside = QWidget()
        inside.setLayout(column(form, None))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(180)
        area.setWidget(inside)
        return area

    def _send(self) -> None:
        missing = self._missing()
        if missing:
            self.complain(missing)
            return
        command = self._command(PersonId(self._person.currentData()))
        if command is None:
            self.accept()
            return
        self._asking.ask(command, said=self.face.t("Written down."), done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        here, t = self._person.currentIndex(), self.face.t
        following = here + 1
        if self._channel is not Channel.PAPER or following >= self._person.count():
            self.accept()
            return
        name = self._name(here)
        self._person.setItemText(here, t("{name} · has answered", name=name))
        self._person.setCurrentIndex(following)
        self._clear()

    def _name(self, place: int) -> str:
        room = self._asking.room
        return room.name_of(PersonId(self._person.itemData(place))) if room else ""

    def _clear(self) -> None:
        """Be empty for the next sheet."""
        self.complain("")
        self._text.clear()
        self._line.clear()
        self._levels.setExclusive(False)
        for box in (*self._tags.values(), *self._levels.buttons()):
            box.setChecked(False)
        self._levels.setExclusive(True)
        for spin in self._dots.values():
            spin.show_number(0)

    @property
    def _channel(self) -> Channel:
        return Channel(self._way.chosen)

    def _not(self, setback: Setback) -> None:
        self.complain(setback_sentence(self.face.t, setback))

    def _missing(self) -> str:
        """Return what must still be done, '' for nothing: an empty ballot would be final."""
        t, kind = self.face.t, self._activity.kind
        if kind is StepKind.SCALE and self._levels.checkedId() < 1:
            return t("Choose an answer first.")
        if kind is StepKind.VOTE and not any(spin.value() for spin in self._dots.values()):
            return t("Give at least one dot first.")
        return ""

    def _command(self, person: PersonId) -> CaptureCommand | None:
        activity, text = self._activity, self._text.toPlainText()
        make = blind_id if activity.naming is Naming.ANONYMOUS else new_id
        match activity.kind:
            case StepKind.TALK | StepKind.PAUSE:
                return None
            case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
                tags = tuple(tag for tag, box in self._tags.items() if box.isChecked())
                return SubmitCard(CardId(make()), activity.id, person, text, tags, channel=self._channel)
            case StepKind.VOTE:
                given = ((card, spin.value()) for card, spin in self._dots.items())
                choices = tuple(Choice(card, count) for card, count in given if count)
                return CastBallot(BallotId(make()), activity.id, person, choices, self._channel)
            case StepKind.SCALE:
                value = max(0, self._levels.checkedId())
                word = self._line.text()
                return Rate(RatingId(make()), activity.id, person, value, word, self._channel)
            case StepKind.ACTIONS:
                sign = self._line.text()
                return AddAction(
                    ActionId(make()),
                    activity.id,
                    text,
                    "",
                    sign=sign,
                    writer=person,
                    channel=self._channel,
                )
            case _:
                assert_never(activity.kind)


def _those_concerned(room: Room, activity: Activity) -> list[PersonId]:
    """Return whose answer may be entered: without a phone first, then who has not finished."""
    finished = set(room.finished(activity))

    def order(person: PersonId) -> tuple[bool, bool]:
        attendee = room.attendees[person]
        return (attendee.channel is not Channel.DESK, person in finished)

    return sorted(room.taking_part(activity), key=order)
