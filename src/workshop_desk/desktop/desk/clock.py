"""The timer block: ring, start and pause, a minute more or less, and what comes next."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStackedWidget, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    label,
    plain_caption,
    row,
    set_button_icon,
    set_caption,
    two_lines,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.parts.seats import Seats
from workshop_desk.desktop.parts.timer_ring import TimerRing
from workshop_desk.desktop.parts.timer_view import timer_view
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.commands import (
    AddTime,
    BackdateStart,
    Command,
    PauseTimer,
    StartTimer,
)
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import MINUTE, Moment, Seconds, StepId
from workshop_desk.live.changes import Stored

RING, SMALL_RING = 284, 208
EARLIER = (30, 60, 90, 120, 300)
USUAL_EARLIER = 90


class Clock(QWidget):
    """The block at the top of the run view."""

    def __init__(
        self, face: Face, asking: Asking, forward: Callable[[], None], close: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("clock")
        self._face = face
        self._asking = asking
        self._close = close
        self._forward = forward
        self._ending = False
        self._added: tuple[StepId, Seconds] | None = None
        look, t = face.palette, face.t
        self._ring = TimerRing(look)
        self._ring.setObjectName("timer_ring")
        self._seats = Seats(look)
        self._seats.setObjectName("lobby_seats")
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self._ring)
        self._pictures.addWidget(self._seats)
        self._number = label("", "label", name="step_number")
        self._title = two_lines("title", name="step_title")
        self._pause = button(
            t("Start"), self.toggle, name="timer_toggle", kind="tonal", size="big", palette=look
        )
        self._steps = [self._step_button(minutes) for minutes in (-1, 1, 5)]
        self._earlier = button(
            t("Started {seconds} s ago", seconds=USUAL_EARLIER),
            self.started_earlier,
            name="started_earlier",
            glyph="clock-counter-clockwise",
            palette=look,
        )
        self._more = self._earlier_menu()
        self._undo = button(
            "", self._undo_added, name="undo_added", kind="text", glyph="arrow-u-up-left", palette=look
        )
        self._next = button("…", self._go_on, name="next", kind="main", size="big", palette=look)
        self._next.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The arrow stands after the words.
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._controls = QWidget()
        presses = row(self._pause, *self._steps, None)
        second = row(self._earlier, self._more, 4, self._undo, None, gap=4)
        self._controls.setLayout(column(presses, second, gap=10))
        right = column(None, self._number, self._title, 10, self._controls, 12, self._next, None, gap=2)
        self.setLayout(row(self._pictures, right, gap=28))
        self.fit(tall=True)

    def fit(self, *, tall: bool) -> None:
        """Take the room there is: a smaller ring in a low window."""
        size = RING if tall else SMALL_RING
        self._pictures.setFixedSize(size, size)
        self.setFixedHeight(size + 18)

    def refresh(self, room: Room, now: Moment) -> None:
        """Show the current step, the lobby or the end."""
        face, t, step = self._face, self._face.t, room.step
        self._pictures.setCurrentWidget(self._ring if step else self._seats)
        self._controls.setVisible(step is not None)
        if step is None:
            self._between(room)
            return
        self._number.setText(step_number(face, room, step))
        self._title.say(face.say(step.title))
        running = step.timer.state is TimerState.RUNNING
        fresh = step.timer.started is None
        caption = t("Pause") if running else t("Start") if fresh else t("Go on")
        set_caption(self._pause, caption)
        kind = "tonal" if running else "main"
        restyle(self._pause, "kind", kind)
        set_button_icon(self._pause, "pause" if running else "play", face.palette)
        # One filled button per region: until the timer runs, starting it is the thing to do.
        self._say_next(next_words(face, room), "main" if running else "tonal", "arrow-right-bold")
        self._show_added(step.id)
        self.tick(room, now)

    def tick(self, room: Room, now: Moment) -> None:
        """Show the time as it is now."""
        if room.step is not None:
            self._ring.show_timer(timer_view(room.step.timer, now, self._face.t))

    def toggle(self) -> None:
        """Start, pause, or go on."""
        room = self._asking.room
        if room is None or room.step is None:
            return
        running = room.step.timer.state is TimerState.RUNNING
        self._asking.ask(PauseTimer() if running else StartTimer())

    def add(self, minutes: int) -> None:
        """Give or take minutes; they can be taken back until the next change."""
        room = self._asking.room
        if room is None or room.step is None:
            return
        step, seconds = room.step.id, Seconds(minutes * MINUTE)
        self._asking.ask(AddTime(seconds), done=partial(self._note_added, step, seconds))

    def started_earlier(self, seconds: int = USUAL_EARLIER) -> None:
        """Say that the step began a while before its timer did; the way back is offered."""
        room = self._asking.room
        if room is None or room.step is None:
            return
        by = Seconds(float(seconds))
        fresh = room.step.timer.started is None
        back: tuple[Command, ...] = (BackdateStart(Seconds(-by)), *((PauseTimer(),) if fresh else ()))
        said = self._face.t("Started {seconds} s earlier.", seconds=seconds)
        self._asking.ask(BackdateStart(by), said=said, undo=back)

    def _between(self, room: Room) -> None:
        t, session = self._face.t, room.session
        present = len(room.present)
        self._seats.count(present, max(session.expected, present, 8), number=True)
        if session.place is Place.CLOSING:
            self._number.setText(t("The plan is done"))
            self._title.say(t("Time to say goodbye"))
            self._say_next(t("Close the session"), "main", "check-bold", ending=True)
            return
        self._number.setText(t("Code {code}", code=session.code))
        here = t.many("{n} person is here", "{n} people are here", present)
        self._title.say(here if present else t("The room is empty for now"))
        self._say_next(next_words(self._face, room), "main", "arrow-right-bold")

    def _say_next(self, words: str, kind: str, glyph: str, *, ending: bool = False) -> None:
        set_caption(self._next, words)
        restyle(self._next, "kind", kind)
        set_button_icon(self._next, glyph, self._face.palette)
        self._ending = ending

    def _go_on(self) -> None:
        (self._close if self._ending else self._forward)()

    def _note_added(self, step: StepId, seconds: Seconds, _receipt: Stored) -> None:
        self._added = (step, seconds)
        self._show_added(step)

    def _show_added(self, step: StepId) -> None:
        added = self._added if self._added and self._added[0] == step else None
        self._undo.setVisible(added is not None)
        if added is not None:
            minutes = round(added[1] / MINUTE)
            sign = "+" if minutes > 0 else "−"
            change = f"{sign}{abs(minutes)}"
            set_caption(self._undo, self._face.t("Undo {change}", change=change))

    def _undo_added(self) -> None:
        if self._added is None:
            return
        command: Command = AddTime(Seconds(-self._added[1]))
        self._added = None
        self._undo.hide()
        self._asking.ask(command)

    def _step_button(self, minutes: int) -> QPushButton:
        sign = "+" if minutes > 0 else "−"
        name = f"add_{'minus' if minutes < 0 else 'plus'}_{abs(minutes)}"
        made = button(f"{sign} {abs(minutes)}", partial(self.add, minutes), name=name, size="big")
        made.setFixedWidth(62)
        # Two signs fit without the padding that words need.
        made.setStyleSheet("padding: 0")
        t = self._face.t
        count = abs(minutes)
        made.setAccessibleName(
            t.many("{n} minute more", "{n} minutes more", count)
            if minutes > 0
            else t.many("{n} minute less", "{n} minutes less", count)
        )
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
        opener.setMenu(menu)
        return opener


def step_number(face: Face, room: Room, step: Step) -> str:
    """Return the number that the room sees; where steps carry none, their place in the plan."""
    labels = [one.label for one in room.steps if one.label]
    if not labels:
        return face.t("Step {number} of {total}", number=step.position + 1, total=len(room.steps))
    return face.t("Step {number} of {total}", number=step.label, total=len(labels)) if step.label else ""


def next_words(face: Face, room: Room) -> str:
    """Return what the button that goes on says: the name of what comes next."""
    t, step = face.t, room.step
    if step is None:
        first = room.steps[0] if room.steps else None
        return t("Begin: {name}", name=face.say(first.title)) if first else t("Close the plan")
    if step.phase + 1 < len(step.phases):
        return t("Go on to: {name}", name=face.say(step.phases[step.phase + 1][0].title))
    if step.position + 1 < len(room.steps):
        return t("Go on to: {name}", name=face.say(room.steps[step.position + 1].title))
    return t("Close the plan")
