"""A dialog that splits a step into rounds: how many, how long, and the time to change places."""

from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import label
from workshop_desk.desktop.desk.dialog import DeskDialog
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.pickers import Stepper
from workshop_desk.desktop.desk.typed import TimeField, lasting, only_length, time_note
from workshop_desk.domain.agenda_commands import SetRounds
from workshop_desk.domain.rounds import MOST_ROUNDS, Rounds
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import MINUTE, Seconds
from workshop_desk.i18n.dates import exact_duration
from workshop_desk.live.changes import Stored

_USUAL, _LEAST = 3, 2


class AskRounds(DeskDialog):
    """Asks for the rounds of one step."""

    def __init__(self, face: Face, asking: Asking, step: Step, parent: QWidget | None) -> None:
        t, look = face.t, face.palette
        super().__init__(face, t("Rounds"), name="rounds_dialog", parent=parent, width=440)
        self._asking = asking
        self._step = step
        known = step.rounds
        words = t("The time is split into rounds; the screen says when to change places.")
        self.add(label(words, "muted", wrap=True))
        self._count = Stepper(look, _LEAST, MOST_ROUNDS, name="rounds_count")
        self._count.show_number(known.count if known else _USUAL)
        note = time_note("rounds_note")
        self._each = TimeField(face, note, name="rounds_each", read=only_length, words=lasting)
        self._change_note = time_note("rounds_change_note")
        self._change = TimeField(
            face, self._change_note, name="rounds_change", read=only_length, words=lasting
        )
        self._change.setPlaceholderText(t("none"))
        if known and known.change:
            self._change.setText(exact_duration(known.change, t.language))
        self._change.given.connect(self._press)
        usual = max(MINUTE, step.timer.length / _USUAL // MINUTE * MINUTE)
        each = known.each if known else Seconds(usual)
        self._each.setText(exact_duration(each, t.language))
        self._each.given.connect(self._press)
        self.pair((t("How many"), self._count), (t("Each takes"), self._each))
        self.add(note)
        self.field(t("Time to change places"), self._change)
        self.add(self._change_note)
        self.buttons(t("Not now"), t("Split into rounds"), self._press)

    def _press(self, _typed: object = None) -> None:
        each, change = self._each.length(), self._change.length_or_none()
        if each is None or change is None:
            return
        t, rounds = self.face.t, Rounds(self._count.value(), each, change)
        said = t.many(
            "{name}: {n} round of {time}",
            "{name}: {n} rounds of {time}",
            rounds.count,
            name=self.face.say(self._step.title),
            time=exact_duration(each, t.language),
        )
        wish = SetRounds(self._step.id, rounds)
        self._asking.change(wish, said, done=self._done, refused=self._not)

    def _done(self, _receipt: Stored) -> None:
        self.accept()

    def _not(self, setback: Setback) -> None:
        self._each.complain(setback_sentence(self.face.t, setback))
