"""What starts, holds, lengthens and backdates the clock of the current step."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStackedWidget, QWidget

from workshop_desk.desktop.bridge import Setback
from workshop_desk.desktop.desk.ask_time import AskTime, Done, Refused
from workshop_desk.desktop.desk.asking import Asking, setback_sentence
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    label,
    plain_caption,
    row,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.lengths import time_command, time_said
from workshop_desk.desktop.desk.typed import TimeField, only_length
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.commands import AddTime, BackdateStart, Command, PauseTimer, StartTimer
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.typed_time import Length, TypedTime
from workshop_desk.domain.units import MINUTE, Instant, Seconds
from workshop_desk.i18n.dates import duration
from workshop_desk.live.changes import Stored

EARLIER = (30, 60, 90, 120, 300)
USUAL_EARLIER = 90


class TimerControls(QWidget):
    """Two rows: start and a minute more or less; started earlier, and a time to type."""

    def __init__(self, face: Face, asking: Asking) -> None:
        super().__init__()
        self._face = face
        self._asking = asking
        look, t = face.palette, face.t
        self._pause = button(
            t("Start"), self.toggle, name="timer_toggle", kind="tonal", size="big", palette=look
        )
        steps = [self._step_button(minutes) for minutes in (-1, 1, 5)]
        self._earlier = button(
            t("Started {seconds} s ago", seconds=USUAL_EARLIER),
            self.started_earlier,
            name="started_earlier",
            glyph="clock-counter-clockwise",
            palette=look,
        )
        self._note = label("", "small", name="typed_note", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._typed = TimeField(face, self._note, name="typed_time")
        self._typed.setPlaceholderText("10, +5, 14:30")
        self._typed.setAccessibleName(t("Type a time: 10, +5 or 14:30"))
        self._typed.setToolTip(t("Type a time: 10, +5 or 14:30"))
        self._typed.setFixedWidth(124)
        self._typed.given.connect(self._give)
        self._typed.textChanged.connect(self._turn)
        # While a time is typed, what was understood stands where the other button is.
        self._side = QStackedWidget()
        usual = QWidget()
        usual.setLayout(row(self._earlier, self._earlier_menu(), None, gap=4))
        self._side.addWidget(usual)
        self._side.addWidget(self._note)
        self._side.setFixedHeight(38)
        self._side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        second = row(self._side, self._typed, gap=8)
        second.setStretch(0, 1)
        self.setLayout(column(row(self._pause, *steps, None), second, gap=10))

    def refresh(self, step: Step) -> None:
        """Show what pressing does now."""
        t, running = self._face.t, step.timer.state is TimerState.RUNNING
        fresh = step.timer.started is None
        set_caption(self._pause, t("Pause") if running else t("Start") if fresh else t("Go on"))
        restyle(self._pause, "kind", "tonal" if running else "main")
        set_button_icon(self._pause, "pause" if running else "play", self._face.palette)

    def toggle(self) -> None:
        """Start, pause, or go on."""
        step, t = self._step(), self._face.t
        if step is None:
            return
        if step.timer.state is TimerState.RUNNING:
            self._asking.change(PauseTimer(), t("The clock is paused."))
        else:
            self._asking.change(StartTimer(), t("The clock is running."))

    def add(self, minutes: int) -> None:
        """Give or take minutes."""
        if self._step() is not None:
            self._asking.change(AddTime(Seconds(minutes * MINUTE)), _added(self._face, minutes))

    def last_minutes(self, minutes: int) -> None:
        """Let the step last so many minutes."""
        step = self._step()
        if step is not None:
            length = Length(Seconds(float(minutes * MINUTE)))
            self._asking.change(self._command(step, length), time_said(self._face, step, length))

    def started_earlier(self, seconds: float = USUAL_EARLIER) -> None:
        """Say that the step began a while before its timer did."""
        if self._step() is not None:
            said = _earlier_said(self._face, seconds)
            self._asking.change(BackdateStart(Seconds(float(seconds))), said)

    def type(self) -> None:
        """Let a time be typed."""
        self._typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self) -> Step | None:
        room = self._asking.room
        return room.step if room is not None else None

    def _turn(self, text: str) -> None:
        self._side.setCurrentIndex(1 if text else 0)

    def _give(self, typed: TypedTime) -> None:
        step = self._step()
        if step is None:
            return
        said = time_said(self._face, step, typed)
        command = self._command(step, typed)
        self._asking.change(command, said, done=self._taken, refused=self._not)

    def _command(self, step: Step, typed: TypedTime) -> Command:
        begun = step.timer.started.utc if step.timer.started else self._face.now().utc
        return time_command(self._face, step, typed, Instant(begun))

    def _taken(self, _receipt: Stored) -> None:
        """Forget what was typed, and give the keys of the map back."""
        self._typed.clear()
        self._typed.clearFocus()

    def _not(self, setback: Setback) -> None:
        self._typed.complain(setback_sentence(self._face.t, setback))

    def _step_button(self, minutes: int) -> QPushButton:
        sign = "+" if minutes > 0 else "−"
        name = f"add_{'minus' if minutes < 0 else 'plus'}_{abs(minutes)}"
        made = button(f"{sign} {abs(minutes)}", partial(self.add, minutes), name=name, size="big")
        made.setFixedWidth(62)
        # Two signs fit without the padding that words need.
        made.setStyleSheet("padding: 0")
        made.setAccessibleName(_added(self._face, minutes))
        return made

    def _earlier_menu(self) -> QPushButton:
        t = self._face.t
        opener = button("", name="started_earlier_more", glyph="caret-down", palette=self._face.palette)
        opener.setProperty("square", True)
        opener.setAccessibleName(t("Started longer or less long ago"))
        menu = QMenu(opener)
        for seconds in EARLIER:
            words = t("Started {seconds} s ago", seconds=seconds)
            menu.addAction(plain_caption(words), partial(self.started_earlier, seconds))
        menu.addSeparator()
        menu.addAction(t("Another time…"), self._ask_earlier).setObjectName("started_earlier_typed")
        opener.setMenu(menu)
        return opener

    def _ask_earlier(self) -> None:
        t = self._face.t
        AskTime(
            self._face,
            self,
            t("When did this step start?"),
            t("How long ago"),
            t("It started then"),
            self._send_earlier,
            read=only_length,
            words=_ago,
        ).open()

    def _send_earlier(self, typed: TypedTime, done: Done, refused: Refused) -> None:
        assert isinstance(typed, Length)
        said = _earlier_said(self._face, typed.seconds)
        self._asking.change(BackdateStart(typed.seconds), said, done=done, refused=refused)


def _added(face: Face, minutes: int) -> str:
    t, count = face.t, abs(minutes)
    if minutes > 0:
        return t.many("{n} minute more", "{n} minutes more", count)
    return t.many("{n} minute less", "{n} minutes less", count)


def _earlier_said(face: Face, seconds: float) -> str:
    t = face.t
    return t("Started {time} earlier.", time=duration(seconds, t.language))


def _ago(face: Face, typed: TypedTime) -> str:
    t = face.t
    assert isinstance(typed, Length)
    hour = face.now().back(typed.seconds).utc
    return t("started at {hour}", hour=face.hour(hour))
