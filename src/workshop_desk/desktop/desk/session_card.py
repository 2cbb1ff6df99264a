"""The big card of the home: the chosen session, or the next one, and the one thing to do with it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from workshop_desk.desktop.desk.controls import (
    button,
    column,
    elided,
    glyph,
    label,
    row,
    set_button_icon,
    set_caption,
    two_lines,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.method_card import Lengths
from workshop_desk.desktop.parts.seats import Seats
from workshop_desk.domain.sessions import SessionLine, SessionState
from workshop_desk.domain.units import SessionId
from workshop_desk.i18n.dates import duration, long_date, short_date
from workshop_desk.i18n.words import Words

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room

_FEWEST_SEATS = 8
_MOST_SEATS = 40
_ROOMY = 640
_SOON = 3600.0 * 12


class SessionCard(QFrame):
    """One session with its seats, its facts and its main button."""

    def __init__(
        self,
        face: Face,
        *,
        act: Callable[[SessionLine], None],
        drop: Callable[[SessionLine], None],
        rehearse: Callable[[SessionLine], None],
        listed: Callable[[SessionLine], None],
        prepare: Callable[[SessionLine], None],
    ) -> None:
        super().__init__()
        self.setObjectName("session_card")
        self.setProperty("kind", "card")
        self._face = face
        self._line: SessionLine | None = None
        look, t = face.palette, face.t
        self._seats = Seats(look)
        self._hour = label("", "title", name="card_hour")
        self._hour.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._disc = QWidget()
        self._disc.setFixedSize(136, 136)
        stack = QStackedLayout(self._disc)
        stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        stack.addWidget(self._hour)
        stack.addWidget(self._seats)
        self._when = label("", "label", name="card_when")
        self._title = two_lines("title", name="card_title")
        self._facts = [elided(name=f"card_fact_{place}") for place in range(3)]
        marks = ("users", "compass", "identification-badge")
        facts = [
            row(glyph(mark, look, "primary"), fact, None, gap=10)
            for mark, fact in zip(marks, self._facts, strict=True)
        ]
        self._main = button("", partial(self._do, act), name="card_main", kind="main", size="big")
        self._ready = elided("small", name="card_ready")
        deeds = (prepare, rehearse, listed, drop)
        self._further = tuple(
            button(words, partial(self._do, deed), name=name, kind=kind, size="small")
            for deed, (words, name, kind) in zip(deeds, _further(t), strict=True)
        )
        self._ribbon = Lengths(look)
        self._from, self._steps, self._to = (
            label("", "small", name=f"card_{part}") for part in ("from", "steps", "to")
        )
        words = column(self._when, self._title, 6, *facts, self._ready, None, gap=4)
        doing = column(self._main, *self._further, None, gap=6)
        top = row(self._disc, words, doing, gap=24)
        top.setStretch(1, 1)
        under = row(self._from, None, self._steps, None, self._to)
        self.setLayout(column(top, 10, self._ribbon, under, gap=6, margins=(24, 20, 24, 16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the seats out where the words need the room."""
        super().resizeEvent(event)
        self._disc.setVisible(self.width() >= _ROOMY)

    def show_session(self, line: SessionLine) -> None:
        """Show a session; its steps follow when they have been read."""
        face, t = self._face, self._face.t
        if self._line is None or self._line.id != line.id:
            self._ribbon.show_lengths(())
            self._steps.setText("")
        self._line = line
        closed = line.state is SessionState.CLOSED
        start = (line.opened if closed else None) or line.planned_start or line.opened
        people = line.people if line.state is not SessionState.PLANNED else 0
        seats = min(max(line.expected, people, _FEWEST_SEATS), _MOST_SEATS)
        self._seats.count(min(people, _MOST_SEATS), seats)
        self._hour.setText(face.hour(start) if start else "")
        self._when.setText(_when(face, line))
        self._title.say(line.title)
        self._facts[0].setText(_people(face, line))
        self._facts[1].setText(face.say(line.method_title))
        self._facts[2].setText(t("Code {code}", code=line.code))
        self._from.setText(face.hour(start) if start else "")
        self._to.setText(duration(line.planned, t.language))
        words, mark = _verb(face, line.state)
        set_caption(self._main, words)
        set_button_icon(self._main, mark, face.palette)
        planned = line.state is SessionState.PLANNED
        for further in self._further:
            further.setVisible(planned)
        self._ready.setText(_ready(face, line) if planned else "")
        self._ready.setVisible(planned and line.prepared is not None)

    def show_plan(self, room: "Room") -> None:
        """Show the steps of the session that was read."""
        if self._line is None or room.session.id != self._line.id:
            return
        t = self._face.t
        self._ribbon.show_lengths(tuple(step.timer.length for step in room.steps))
        steps = t.many("{n} step", "{n} steps", len(room.steps))
        margin = round(room.session.margin / 60)
        with_margin = t("{steps}, {minutes} min to spare", steps=steps, minutes=margin)
        self._steps.setText(with_margin if margin else steps)

    @property
    def session(self) -> SessionId | None:
        """The session that is shown."""
        return self._line.id if self._line else None

    def _do(self, deed: Callable[[SessionLine], None]) -> None:
        """Do something with the session that is shown."""
        if self._line is not None:
            deed(self._line)


def _further(t: Words) -> tuple[tuple[str, str, str], ...]:
    """Return what can be done besides the main thing: the words, the button's name and its kind."""
    return (
        (t("Prepare the room"), "card_prepare", "framed"),
        (t("Rehearse alone"), "card_rehearse", "framed"),
        (t("Import a list"), "card_list", "framed"),
        (t("Take off the list"), "card_drop", "text"),
    )


def _verb(face: Face, state: SessionState) -> tuple[str, str]:
    t = face.t
    match state:
        case SessionState.PLANNED:
            return t("Open the room"), "projector-screen"
        case SessionState.OPEN:
            return t("Go on"), "play"
        case SessionState.CLOSED:
            return t("Papers"), "medal"


def _people(face: Face, line: SessionLine) -> str:
    t = face.t
    if line.state is SessionState.PLANNED:
        if line.expected:
            return t.many("{n} person expected", "{n} people expected", line.expected)
        return t("As many people as come")
    if line.state is SessionState.OPEN:
        return t.many("{n} person is here", "{n} people are here", line.people)
    return t.many("{n} person took part", "{n} people took part", line.people)


def _when(face: Face, line: SessionLine) -> str:
    t, now = face.t, face.now().utc
    if line.state is SessionState.OPEN:
        return t("Open since {hour}", hour=face.hour(line.opened)) if line.opened else t("open")
    start = line.planned_start
    if line.state is SessionState.PLANNED and start is not None:
        ahead = (start - now).total_seconds()
        if 0 <= ahead < _SOON:
            return t("In {time}", time=face.minutes(ahead))
    when = line.closed or start or line.created
    day = long_date(when, t.language, face.zone)
    return day[:1].upper() + day[1:]


def _ready(face: Face, line: SessionLine) -> str:
    """Say when the room was looked at, and what is left to do."""
    if line.prepared is None:
        return ""
    t = face.t
    day = short_date(line.prepared, t.language, face.zone)
    if not line.open_points:
        return t("Room prepared on {day}: all is well", day=day)
    return t.many(
        "Room prepared on {day}: {n} thing to look at",
        "Room prepared on {day}: {n} things to look at",
        line.open_points,
        day=day,
    )
