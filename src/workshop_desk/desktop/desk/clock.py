"""The timer block: ring, start and pause, a minute more or less, and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.beside import Beside
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    label,
    row,
    set_button_icon,
    set_caption,
    two_lines,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.timer_controls import TimerControls
from workshop_desk.desktop.parts.seats import Seats
from workshop_desk.desktop.parts.timer_ring import TimerRing
from workshop_desk.desktop.parts.timer_view import round_now, step_view
from workshop_desk.desktop.theme import restyle
from workshop_desk.domain.expected import expected_count
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import AtZero, TimerState, is_done
from workshop_desk.domain.units import Moment

RING, SMALL_RING = 284, 208


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
        look = face.palette
        self._ring = TimerRing(look)
        self._ring.setObjectName("timer_ring")
        self._seats = Seats(look)
        self._seats.setObjectName("lobby_seats")
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self._ring)
        self._pictures.addWidget(self._seats)
        self._number = label("", "label", name="step_number")
        # As high as the chips beside it: nothing moves when they come and go.
        self._number.setMinimumHeight(26)
        self._title = two_lines("title", name="step_title")
        self._beside = Beside(face)
        self.controls = TimerControls(face, asking)
        self._next = button("…", self._go_on, name="next", kind="main", size="big", palette=look)
        self._next.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The arrow stands after the words.
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        above = row(self._number, None, self._beside, gap=8)
        right = column(None, above, self._title, 10, self.controls, 12, self._next, None, gap=2)
        self.setLayout(row(self._pictures, right, gap=28))
        self.fit(tall=True)

    def fit(self, *, tall: bool) -> None:
        """Take the room there is: a smaller ring in a low window."""
        size = RING if tall else SMALL_RING
        self._pictures.setFixedSize(size, size)
        self.setFixedHeight(size + 18)

    def refresh(self, room: Room, now: Moment) -> None:
        """Show the current step, the lobby or the end."""
        face, step = self._face, room.step
        self._pictures.setCurrentWidget(self._ring if step else self._seats)
        self.controls.setVisible(step is not None)
        self._beside.refresh(room, now)
        if step is None:
            self._between(room)
            return
        self._title.say(face.say(step.title))
        self.controls.refresh(step)
        # One filled button per region: until the timer runs, starting it is the thing to do; and once
        # the time is up where the step says so, going on is.
        running = step.timer.state is TimerState.RUNNING
        kind = "main" if running or time_is_up(step, now) else "tonal"
        self._say_next(next_words(face, room), kind, "arrow-right-bold")
        self.tick(room, now)

    def tick(self, room: Room, now: Moment) -> None:
        """Show the time as it is now."""
        self._beside.refresh(room, now)
        if room.step is not None:
            self._ring.show_timer(step_view(room.step, now, self._face.t))
            self._number.setText(self._place(room, room.step, now))

    def _place(self, room: Room, step: Step, now: Moment) -> str:
        """Return which step this is, and which round of it."""
        t, parts = self._face.t, [step_number(self._face, room, step)]
        place = round_now(step, now)
        if place is not None and step.rounds is not None:
            number, total = place.number + 1, step.rounds.count
            parts.append(t("Round {number} of {count}", number=number, count=total))
        return " · ".join(part for part in parts if part)

    def _between(self, room: Room) -> None:
        t, session = self._face.t, room.session
        present = len(room.present)
        self._seats.count(present, max(expected_count(room), present, 8), number=True)
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


def step_number(face: Face, room: Room, step: Step) -> str:
    """Return the number that the room sees; where steps carry none, their place in the plan."""
    labels = [one.label for one in room.steps if one.label]
    if not labels:
        return face.t("Step {number} of {total}", number=step.position + 1, total=len(room.steps))
    return face.t("Step {number} of {total}", number=step.label, total=len(labels)) if step.label else ""


def next_words(face: Face, room: Room) -> str:
    """Return what the button that goes on says: the name of what comes next."""
    t, step = face.t, room.step
    if step is not None and step.phase + 1 < len(step.phases):
        return t("Go on to: {name}", name=face.say(step.phases[step.phase + 1][0].title))
    following = next_step(room)
    if following is None:
        return t("Close the plan")
    name = face.say(following.title)
    return t("Begin: {name}", name=name) if step is None else t("Go on to: {name}", name=name)


def next_on_stage(face: Face, room: Room) -> str:
    """Return what the screen shows next, and whether the room still sees what was before."""
    t, step = face.t, room.step
    if room.session.place is Place.CLOSING:
        return ""
    following = next_step(room)
    if step is not None and step.phase + 1 < len(step.phases):
        name = face.say(step.phases[step.phase + 1][0].title)
    else:
        name = face.say(following.title) if following else t("the closing")
    frozen = room.session.curtain.frozen
    return t("The room does not see this yet.") if frozen else t("Next: {name}", name=name)


def next_step(room: Room) -> Step | None:
    """Return the step that comes next, those left out passed over; None for the end of the plan."""
    here = room.step.position if room.step else -1
    ahead = (one for one in room.steps if one.position > here)
    return next((one for one in ahead if one.state is not StepState.SKIPPED), None)


def time_is_up(step: Step, now: Moment) -> bool:
    """Tell whether a step's time is up, where the desk is to propose what comes next."""
    wanted = step.timer.at_zero in {AtZero.PROPOSE, AtZero.GO_ON}
    return wanted and is_done(step.timer, now)
