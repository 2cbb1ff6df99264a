"""A dialog that puts a step or a break into the plan while it runs."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import column, label, plain_caption, row
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Picker
from workshop_desk.desktop.desk.plan_rows import step_title
from workshop_desk.desktop.desk.segments import Segments
from workshop_desk.desktop.desk.typed import TimeField, instant_of, only_length, time_note, understood
from workshop_desk.domain.agenda_commands import InsertStep
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.agenda import position_of
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.typed_time import Change, Length, TimeOfDay, TypedTime, read_time
from workshop_desk.domain.units import MINUTE, Instant, Seconds
from workshop_desk.domain.wording import Wording
from workshop_desk.i18n.words import LANGUAGES, Words
from workshop_desk.live.changes import Stored
from workshop_desk.methods.additions import new_step


def length_or_hour(text: str) -> TypedTime:
    """Read how long a break takes, or the hour at which it ends."""
    typed = read_time(text)
    if not isinstance(typed, Change):
        return typed
    if typed.seconds < 0:
        raise Refusal(Why.TIME_NOT_POSITIVE)
    return Length(typed.seconds)


def kind_words(t: Words) -> tuple[tuple[StepKind, str], ...]:
    """Return the kinds of steps that can be put in, in words."""
    return (
        (StepKind.PAUSE, t("Break")),
        (StepKind.TALK, t("Talk")),
        (StepKind.WRITE, t("Write")),
        (StepKind.BOARD, t("Board")),
        (StepKind.QUEUE, t("Questions")),
    )


def usual_title(kind: StepKind) -> Wording:
    """Return the name of a step that was given none, in every language of the room."""
    return Wording.of({language: dict(kind_words(Words(language)))[kind] for language in LANGUAGES})


class InsertDialog(DeskDialog):
    """Kind, name, time, and where."""

    def __init__(self, face: Face, asking: Asking, room: Room, parent: QWidget) -> None:
        t, look = face.t, face.palette
        title = t("Insert a step or a break")
        super().__init__(face, title, name="insert_dialog", parent=parent, width=560)
        self._asking = asking
        kinds = kind_words(t)
        self._kinds = Segments(tuple((kind.value, words) for kind, words in kinds), self._turn)
        self._usual = {kind.value: words for kind, words in kinds}
        self._name = QLineEdit()
        self._name.setObjectName("insert_name")
        note = time_note("insert_note")
        self._time = TimeField(face, note, name="insert_time", read=self._read, words=self._words)
        self._time.given.connect(self._send)
        self._where = Picker(look, name="insert_where")
        self._places: list[int] = []
        self._fill_places(room)
        self.add(row(self._kinds, None))
        self.field(t("Name"), self._name)
        self._caption = label("", "label")
        self._caption.setBuddy(self._time)
        after = label(t("After"), "label")
        after.setBuddy(self._where)
        self._where.setAccessibleName(t("After"))
        where, time = column(after, self._where, gap=4), column(self._caption, self._time, gap=4)
        line = row(where, time, gap=16)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        self.add(line, note)
        self.buttons(t("Not now"), t("Insert"), self._send)
        self._time.setText("10")
        self._turn()
        self._name.setFocus()

    def _fill_places(self, room: Room) -> None:
        """Offer every place that is still ahead, the next one first."""
        here, t = position_of(room), self.face.t
        before = room.steps[min(here, len(room.steps) - 1)] if here >= 0 and room.steps else None
        first = step_title(self.face, before) if before is not None else t("the start")
        self._where.addItem(plain_caption(first))
        self._places.append(here + 1)
        for step in room.steps[max(0, here + 1) :]:
            self._where.addItem(step_title(self.face, step))
            self._places.append(step.position + 1)

    @property
    def _is_break(self) -> bool:
        return self._kinds.chosen == StepKind.PAUSE

    def _turn(self) -> None:
        """Offer the usual name of the kind, and for a break the hour at which it ends."""
        self._name.setPlaceholderText(self._usual[self._kinds.chosen])
        self._time.setPlaceholderText("10, 15:20" if self._is_break else "10")
        t = self.face.t
        caption = t("Minutes, or back at what time") if self._is_break else t("Minutes")
        self._time.setAccessibleName(caption)
        self._caption.setText(caption)
        self._time.textChanged.emit(self._time.text())

    def _read(self, text: str) -> TypedTime:
        return length_or_hour(text) if self._is_break else only_length(text)

    def _words(self, face: Face, typed: TypedTime) -> str:
        if isinstance(typed, TimeOfDay):
            hour = face.hour(instant_of(face, typed, face.now().utc))
            return face.t("back at {hour}, whatever comes before", hour=hour)
        return understood(face, typed)

    def _send(self, _typed: object = None) -> None:
        room, typed = self._asking.room, self._time.typed()
        if room is None or typed is None:
            return
        place = self._places[max(0, self._where.currentIndex())]
        chosen, typed_name = StepKind(self._kinds.chosen), one_line(self._name.text())
        language = room.session.language
        title = Wording(((language, typed_name),)) if typed_name else usual_title(chosen)
        length, until = self._length(room, place, typed)
        if length < MINUTE and until is not None:
            self._time.complain(self.face.t("The plan gets there only later. Choose a later time."))
            return
        step = new_step(
            room.session.id,
            chosen,
            title,
            length,
            new_id=new_id,
            until=until,
        )
        said = self.face.t("{name} is in the plan.", name=self.face.say(title))
        self._asking.change(InsertStep(step, place), said, done=self._done, refused=self._not)

    def _length(self, room: Room, place: int, typed: TypedTime) -> tuple[Seconds, Instant | None]:
        """Return how long the step takes, and for a fixed end when it ends."""
        if not isinstance(typed, TimeOfDay):
            assert isinstance(typed, Length)
            return typed.seconds, None
        now = self.face.now()
        slots = forecast(room, now).slots
        before = room.steps[place - 1].id if 0 < place <= len(room.steps) else None
        slot = slots.get(before) if before is not None else None
        begins = slot.end if slot is not None else Instant(now.utc)
        until = instant_of(self.face, typed, now.utc)
        return Seconds((until - begins) / timedelta(seconds=1)), until

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self._time.complain(setback_sentence(self.face.t, setback))
