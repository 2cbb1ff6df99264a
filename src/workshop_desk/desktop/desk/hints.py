"""Hints above the work: something forgotten, time that passed unseen, or what comes next by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import assert_never

from PySide6.QtWidgets import QFrame

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.clock import next_step, time_is_up
from workshop_desk.desktop.desk.controls import button, glyph, label, row, set_caption, show_glyph
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lacks import Lack, Lacks
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.absences import Absence, AbsenceAnswer, AbsenceCause
from workshop_desk.domain.agenda_commands import AnswerAbsence, SetPace
from workshop_desk.domain.commands import BackdateStart, StartTimer
from workshop_desk.domain.notices import notice
from workshop_desk.domain.nudges import NudgeKind, nudge
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import AtZero, whole_seconds
from workshop_desk.domain.units import MINUTE, Moment, Seconds
from workshop_desk.i18n.dates import duration
from workshop_desk.i18n.words import Words

_MOST = 2
_LACK_GLYPHS = {Lack.AWAKE: "moon", Lack.SOUND: "speaker-slash"}

Press = tuple[str, str, Callable[[], object]]
"""A button: its name, its words, what it does."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint; two with the same key are one whose words go on."""

    key: str
    words: str
    presses: tuple[Press, ...] = field(default=(), compare=False)
    glyph: str = "clock"
    tone: str = "info"


class Hints(QFrame):
    """One hint at a time, the most pressing one; takes no room while there is none."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        forward: Callable[[], None],
        changed: Callable[[], None],
        lacks: Lacks,
    ) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setFixedHeight(46)
        self._face = face
        self._asking = asking
        self._forward = forward
        self._changed = changed
        self._lacks = lacks
        self._shown: Hint | None = None
        self._mark = glyph("clock", face.palette, "info", 22)
        self._text = label("", "strong", name="hint_text", wrap=True)
        # Always the same two: what a finger is on must not be replaced under it.
        self._presses = [
            button("", partial(self._press, place), name=f"hint_{place}", size="small")
            for place in range(_MOST)
        ]
        presses = row(*self._presses, gap=8)
        line = row(self._mark, self._text, presses, gap=10, margins=(16, 2, 10, 2))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def refresh(self, room: Room, now: Moment) -> None:
        """Show what is to be said now, if anything."""
        hint = self._wanted(room, now)
        if hint == self._shown:
            return
        before, self._shown = self._shown, hint
        self.setVisible(hint is not None)
        if (before is None) != (hint is None):
            self._changed()
        if hint is None:
            return
        self._text.setText(hint.words)
        self.setAccessibleName(hint.words)
        if before is None or before.key != hint.key:
            restyle(self, "banner", hint.tone)
            show_glyph(self._mark, hint.glyph, self._face.palette, hint.tone, 22)
        self._offer(hint.presses)

    def _offer(self, presses: tuple[Press, ...]) -> None:
        for place, on in enumerate(self._presses):
            on.setVisible(place < len(presses))
            if place < len(presses):
                on.setObjectName(presses[place][0])
                set_caption(on, presses[place][1])

    def _press(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.presses):
            self._shown.presses[place][2]()

    def _wanted(self, room: Room, now: Moment) -> Hint | None:
        if room.session.state is not SessionState.OPEN:
            return None
        step = room.step
        return (
            (self._going_on(room, step, now) if step else None)
            or self._absent(room)
            or (self._proposed(room, step, now) if step else None)
            or self._forgotten(room, now)
            or self._lacking()
        )

    def _going_on(self, room: Room, step: Step, now: Moment) -> Hint | None:
        """Say in how long the next step begins by itself."""
        left = notice(room, now)
        if left is None:
            return None
        t, name = self._face.t, _name_of_next(self._face, room)
        words = t("Next in {seconds} s: {name}", seconds=whole_seconds(left), name=name)
        stay: Press = ("hint_stay", t("Stay here"), lambda: self._stay(step))
        return Hint(f"going_on_{step.id}", words, (stay,), "hourglass", "warning")

    def _proposed(self, room: Room, step: Step, now: Moment) -> Hint | None:
        """Say that the time is up: the button that goes on is the main thing now."""
        if not time_is_up(step, now):
            return None
        words = self._face.t("The time is up. Next: {name}", name=_name_of_next(self._face, room))
        return Hint(f"up_{step.id}", words, (), "hourglass")

    def _absent(self, room: Room) -> Hint | None:
        """Ask what to make of the last absence that nobody has answered for."""
        found = [one for one in room.absences.values() if one.answer is AbsenceAnswer.OPEN]
        if not found:
            return None
        t, absence = self._face.t, max(found, key=lambda one: one.began)
        time = duration(absence.seconds, t.language)
        if absence.cause is AbsenceCause.SLEPT:
            words = t("The laptop slept for {time}. That time counts.", time=time)
        else:
            words = t("The program was away for {time}. That time counts.", time=time)
        presses: tuple[Press, ...] = (
            ("absence_back", t("Give it back"), lambda: self._answer(absence, back=True)),
            ("absence_count", t("Let it count"), lambda: self._answer(absence, back=False)),
        )
        return Hint(f"absence_{absence.id}", words, presses, "moon", "info")

    def _forgotten(self, room: Room, now: Moment) -> Hint | None:
        """Say what should have been started."""
        found, t = nudge(room, now), self._face.t
        if found is None:
            return None
        minutes = Seconds(max(MINUTE, found.since // MINUTE * MINUTE))
        time = duration(minutes, t.language)
        if found.kind is NudgeKind.BEGIN:
            start = room.session.planned_start
            hour = self._face.hour(start) if start else ""
            begin: Press = ("hint_begin", t("Begin"), self._forward)
            return Hint("begin", t("Planned for {hour}: begin?", hour=hour), (begin,))
        words = t("This step has been open for {time}: start the clock?", time=time)
        presses: tuple[Press, ...] = (
            ("hint_start", t("Start"), self._start),
            (
                "hint_earlier",
                t("It started {time} ago", time=time),
                lambda: self._started(minutes),
            ),
        )
        return Hint(f"start_{room.step.id if room.step else ''}", words, presses)

    def _lacking(self) -> Hint | None:
        """Say what this laptop cannot do, until it is read."""
        lack, t = self._lacks.unread(), self._face.t
        if lack is None:
            return None
        read: Press = ("hint_read", t("Understood"), lambda: self._read(lack))
        return Hint(f"no_{lack}", lack_sentence(t, lack), (read,), _LACK_GLYPHS[lack])

    def _read(self, lack: Lack) -> None:
        self._lacks.read(lack)
        room = self._asking.room
        if room is not None:
            self.refresh(room, self._face.now())

    def _stay(self, step: Step) -> None:
        wish = SetPace(step.id, at_zero=AtZero.KEEP)
        self._asking.change(wish, self._face.t("The room stays here."))

    def _answer(self, absence: Absence, *, back: bool) -> None:
        t = self._face.t
        time = duration(absence.seconds, t.language)
        said = t("{time} given back.", time=time) if back else t("{time} counted.", time=time)
        self._asking.change(AnswerAbsence(absence.id, back), said)

    def _start(self) -> None:
        self._asking.change(StartTimer(), self._face.t("The clock is running."))

    def _started(self, seconds: Seconds) -> None:
        t = self._face.t
        said = t("Started {time} earlier.", time=duration(seconds, t.language))
        self._asking.change(BackdateStart(seconds), said)


def lack_sentence(t: Words, lack: Lack) -> str:
    """Return what this laptop cannot do, and what helps."""
    match lack:
        case Lack.AWAKE:
            return t("This laptop may dim: plug it in and switch its screen saver off.")
        case Lack.SOUND:
            return t("No sound here: the signals are seen only.")
        case _:
            assert_never(lack)


def _name_of_next(face: Face, room: Room) -> str:
    following = next_step(room)
    return face.say(following.title) if following else face.t("the end of the plan")
