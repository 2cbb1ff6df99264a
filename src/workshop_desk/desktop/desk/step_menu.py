"""What can be done with one step of the plan, as a menu: each thing is one change, with its way back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from workshop_desk.base.ids import new_id
from workshop_desk.desktop.desk.ask_rounds import AskRounds
from workshop_desk.desktop.desk.ask_time import AskTime, Done, Refused
from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import plain_caption
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lengths import time_command, time_said
from workshop_desk.desktop.desk.typed import lasting, only_hour, only_length
from workshop_desk.domain.agenda_commands import (
    DropStep,
    InsertStep,
    MoveStep,
    SetMuted,
    SetPace,
    SetRounds,
    SkipStep,
)
from workshop_desk.domain.commands import Command
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.agenda import position_of
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.typed_time import Length, TypedTime
from workshop_desk.domain.units import Instant, Seconds
from workshop_desk.i18n.dates import exact_duration
from workshop_desk.methods.additions import repeated


class StepMenu(QMenu):
    """The menu of one step; made anew each time, for the step as it is then."""

    def __init__(self, face: Face, asking: Asking, room: Room, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("step_menu")
        self._face = face
        self._asking = asking
        self._step = step
        t = face.t
        passed = step.state is StepState.DONE
        ahead = step.position > position_of(room)
        first, last = position_of(room) + 1, len(room.steps) - 1
        self.setAccessibleName(face.say(step.title))
        self._add("length", t("Change the length…"), self._ask_length, on=not passed)
        self._add_choices("pace_menu", self._counting(), on=not passed)
        self._add_choices("zero_menu", self._at_zero(), on=not passed)
        self._add_choices("end_menu", self._ending(), on=not passed)
        self._add("rounds", t("Rounds…"), self._ask_rounds, on=not passed)
        if step.rounds is not None:
            self._add("no_rounds", t("No rounds"), self._join, on=not passed)
        heard = t("Let it be heard") if step.muted else t("Mute this step")
        self._add("mute", heard, self._mute, on=not passed)
        self.addSeparator()
        skipped = step.state is StepState.SKIPPED
        words = t("Put it back in") if skipped else t("Leave it out")
        self._add("skip", words, self._skip, on=ahead)
        up, down = partial(self._move, -1), partial(self._move, 1)
        self._add("move_up", t("Move up"), up, on=ahead and step.position > first)
        self._add("move_down", t("Move down"), down, on=ahead and step.position < last)
        self._add("repeat", t("Repeat it right after"), self._repeat, on=step.position + 1 >= first)
        self.addSeparator()
        self._add("drop", t("Take it out of the plan"), self._drop, on=not passed)

    def _add(self, name: str, words: str, do: Callable[[], object], *, on: bool = True) -> None:
        action = self.addAction(plain_caption(words))
        action.triggered.connect(lambda _checked=False: do())
        action.setObjectName(f"step_{name}")
        action.setEnabled(on)

    def _add_choices(self, name: str, choices: QMenu, *, on: bool) -> None:
        action = self.addMenu(choices)
        action.setObjectName(f"step_{name}")
        action.setEnabled(on)

    def _choices(
        self, title: str, prefix: str, choices: tuple[tuple[str, str, bool, Callable[[], object]], ...]
    ) -> QMenu:
        """Return a menu in which the choice that holds now is marked."""
        menu = QMenu(plain_caption(title), self)
        group = QActionGroup(menu)
        for name, words, chosen, do in choices:
            action = menu.addAction(plain_caption(words))
            action.setObjectName(f"step_{prefix}_{name}")
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(lambda _checked=False, do=do: do())
            group.addAction(action)
        return menu

    def _counting(self) -> QMenu:
        t, clock = self._face.t, self._step.timer
        mode = clock.mode
        target = clock.target
        until = t("until {hour}…", hour=self._face.hour(target)) if target else t("until an hour…")
        said, step = t("Counting changed."), self._step.id
        down = partial(self._change, SetPace(step, mode=TimerMode.DOWN), said)
        up = partial(self._change, SetPace(step, mode=TimerMode.UP), said)
        return self._choices(
            t("Count"),
            "mode",
            (
                ("down", t("down to zero"), mode is TimerMode.DOWN, down),
                ("up", t("up from zero"), mode is TimerMode.UP, up),
                ("until", until, mode is TimerMode.UNTIL, self._ask_until),
            ),
        )

    def _at_zero(self) -> QMenu:
        t, holds, step = self._face.t, self._step.timer.at_zero, self._step.id
        words = (
            (AtZero.KEEP, t("keep counting")),
            (AtZero.HOLD, t("stand at zero")),
            (AtZero.PROPOSE, t("propose what comes next")),
            (AtZero.GO_ON, t("go on by itself, after 10 s")),
        )
        choices = tuple(
            (
                wanted.value,
                said,
                wanted is holds,
                partial(self._change, SetPace(step, at_zero=wanted), t("At zero: {what}.", what=said)),
            )
            for wanted, said in words
        )
        return self._choices(t("At zero"), "zero", choices)

    def _ending(self) -> QMenu:
        t, clock = self._face.t, self._step.timer
        ends = SetPace(self._step.id, hard=False, questions=Seconds(0))
        soft = partial(self._change, ends, t("A soft end."))
        asked = clock.hard and clock.questions > 0
        hard = partial(self._change, replace(ends, hard=True), t("A hard end."))
        questions = t("hard, then questions…")
        if asked:
            time = exact_duration(clock.questions, t.language)
            questions = t("hard, then {time} of questions…", time=time)
        return self._choices(
            t("End"),
            "end",
            (
                ("soft", t("soft, for conversations"), not clock.hard, soft),
                ("hard", t("hard, for pitches"), clock.hard and not asked, hard),
                ("questions", questions, asked, self._ask_questions),
            ),
        )

    def _change(self, command: Command, said: str) -> None:
        face = self._face
        words = face.t("{name}: {what}", name=face.say(self._step.title), what=said)
        self._asking.change(command, words)

    def _ask_length(self) -> None:
        t, step = self._face.t, self._step
        value = exact_duration(step.timer.length, t.language)
        ask = partial(AskTime, self._face, self.parentWidget(), self._face.say(step.title))
        ask(t("Length, or the hour at which it ends"), t("Change"), self._send, value=value).open()

    def _ask_until(self) -> None:
        t, step = self._face.t, self._step
        target = step.timer.target
        AskTime(
            self._face,
            self.parentWidget(),
            self._face.say(step.title),
            t("The hour at which it ends"),
            t("Change"),
            self._send,
            value=self._face.hour(target) if target else "",
            read=only_hour,
        ).open()

    def _send(self, typed: TypedTime, done: Done, refused: Refused) -> None:
        room, step = self._asking.room, self._step
        now = self._face.now()
        slot = forecast(room, now).slots.get(step.id) if room is not None else None
        begins = slot.start if slot is not None else Instant(now.utc)
        command = time_command(self._face, step, typed, begins)
        self._asking.change(command, time_said(self._face, step, typed), done=done, refused=refused)

    def _ask_questions(self) -> None:
        t, face = self._face.t, self._face
        AskTime(
            face,
            self.parentWidget(),
            face.say(self._step.title),
            t("Time for questions after the end"),
            t("Change"),
            self._send_questions,
            read=only_length,
            words=lasting,
        ).open()

    def _send_questions(self, typed: TypedTime, done: Done, refused: Refused) -> None:
        assert isinstance(typed, Length)
        wish = SetPace(self._step.id, hard=True, questions=typed.seconds)
        said = self._face.t("A hard end, then questions.")
        self._asking.change(wish, said, done=done, refused=refused)

    def _ask_rounds(self) -> None:
        AskRounds(self._face, self._asking, self._step, self.parentWidget()).open()

    def _join(self) -> None:
        self._change(SetRounds(self._step.id, None), self._face.t("No rounds"))

    def _mute(self) -> None:
        t, muted = self._face.t, self._step.muted
        said = t("its signals are heard") if muted else t("its signals are seen only")
        self._change(SetMuted(self._step.id, not muted), said)

    def _skip(self) -> None:
        t, skipped = self._face.t, self._step.state is StepState.SKIPPED
        self._change(
            SkipStep(self._step.id, not skipped), t("back in the plan") if skipped else t("left out")
        )

    def _move(self, by: int) -> None:
        move_step(self._face, self._asking, self._step, by)

    def _repeat(self) -> None:
        t, step = self._face.t, self._step
        copy = repeated(step, new_id)
        self._change(InsertStep(copy, step.position + 1), t("once more, right after"))

    def _drop(self) -> None:
        self._change(DropStep(self._step.id), self._face.t("taken out"))


def move_step(face: Face, asking: Asking, step: Step, by: int) -> None:
    """Move a step of the plan up or down."""
    said = face.t("moved up") if by < 0 else face.t("moved down")
    words = face.t("{name}: {what}", name=face.say(step.title), what=said)
    asking.change(MoveStep(step.id, step.position + by), words)
