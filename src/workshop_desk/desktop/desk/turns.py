"""Turns of speech: who speaks, who comes next, and who has not spoken."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.clock_list import ClockRows
from workshop_desk.desktop.desk.clock_rows import clock_line
from workshop_desk.desktop.desk.controls import (
    button,
    column,
    label,
    plain_tip,
    row,
    set_button_icon,
    set_caption,
)
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.agenda_commands import (
    AddToClocks,
    DropClocks,
    NextTurn,
    PauseClocks,
    StartClocks,
)
from workshop_desk.domain.beside import clocks_of, turn_now, turns_to_come
from workshop_desk.domain.clocks import Clock, ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import MINUTE, ClockId, Instant, Moment


def turn_said(face: Face, asking: Asking) -> str:
    """Return what the toast says once the word has gone to someone."""
    room = asking.room
    speaking = turn_now(room) if room is not None else None
    if speaking is None:
        return face.t("Everyone has spoken.")
    return face.t("{name} has the floor.", name=speaking.name)


class Turns(QWidget):
    """One big button gives the word on; a click on a name gives it there."""

    def __init__(self, face: Face, asking: Asking, most: int) -> None:
        super().__init__()
        self._face = face
        self._asking = asking
        self._most = most
        t, look = face.t, face.palette
        self._next = NextButton(face, self._give_on)
        self._left = label("", "label", name="turns_left")
        self._hold = button("", self._toggle, name="turns_hold", size="small")
        more = button("+ 1", self._longer, name="turns_plus_1", size="small")
        more.setAccessibleName(t.many("{n} minute more", "{n} minutes more", 1))
        away = button("", self._drop, name="turns_drop", size="small", glyph="trash", palette=look)
        away.setProperty("square", True)
        away.setAccessibleName(t("Take the turns away"))
        self.rows = ClockRows(face, "turns_rows")
        self.rows.clicked.connect(self._choose)
        self.setLayout(
            column(
                self._next.shown,
                row(self._left, None, self._hold, more, away, gap=6),
                self.rows,
                gap=8,
            )
        )

    def refresh(self, room: Room, now: Moment) -> None:
        """Show the turns as they are now."""
        t, turns = self._face.t, clocks_of(room, ClockRole.TURN)
        self.setVisible(bool(turns))
        self.rows.show_lines(tuple(clock_line(self._face, room, one, now) for one in turns), self._most)
        waiting = turns_to_come(room)
        self._next.say(waiting[0].name if waiting else "", speaking=turn_now(room) is not None)
        count = len(waiting)
        words = t.many("{n} has not spoken", "{n} have not spoken", count)
        self._left.setText(words if count else t("Everyone has spoken."))
        last = self._last(room)
        running = last is not None and last[1] is TimerState.RUNNING
        set_caption(self._hold, t("Pause") if running else t("Go on"))
        self._hold.setEnabled(last is not None)

    def _last(self, room: Room) -> tuple[ClockId, TimerState] | None:
        """Return the turn that runs, or the last one that was begun."""
        begun = [one for one in clocks_of(room, ClockRole.TURN) if one.timer.started is not None]
        running = [one for one in begun if one.timer.anchor is not None]
        if not begun:
            return None
        one = running[-1] if running else max(begun, key=_begun_at)
        return one.id, one.timer.state

    def _give_on(self) -> None:
        self._asking.change(NextTurn(), partial(turn_said, self._face, self._asking))

    def _choose(self, index: QModelIndex) -> None:
        line = self.rows.lines.line(index.row())
        self.rows.let_go()
        if line is not None:
            said = partial(turn_said, self._face, self._asking)
            self._asking.change(NextTurn(line.clock), said)

    def _toggle(self) -> None:
        room, t = self._asking.room, self._face.t
        last = self._last(room) if room is not None else None
        if last is None:
            return
        if last[1] is TimerState.RUNNING:
            self._asking.change(PauseClocks((last[0],)), t("The clock is paused."))
        else:
            self._asking.change(StartClocks((last[0],)), t("The clock is running."))

    def _longer(self) -> None:
        room, t = self._asking.room, self._face.t
        last = self._last(room) if room is not None else None
        if last is not None:
            said = t.many("{n} minute more", "{n} minutes more", 1)
            self._asking.change(AddToClocks((last[0],), MINUTE), said)

    def _drop(self) -> None:
        room = self._asking.room
        turns = clocks_of(room, ClockRole.TURN) if room is not None else ()
        if turns:
            wish = DropClocks(tuple(one.id for one in turns))
            self._asking.change(wish, self._face.t("Turns taken away."))


class NextButton:
    """The big button that gives the word on, and says to whom; a long name is cut."""

    def __init__(self, face: Face, press: Callable[[], object]) -> None:
        self._face = face
        self.shown = button(
            "", press, name="turns_next", kind="main", size="big", glyph="users", palette=face.palette
        )
        self.shown.setMinimumSize(QSize(80, 48))
        self.shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, name: str, *, speaking: bool) -> None:
        """Name who comes next; '' for nobody."""
        t = self._face.t
        if name:
            words = t("Next: {name}", name=name) if speaking else t("Begin: {name}", name=name)
        else:
            words = t("The last one has finished")
        if self.shown.accessibleName() != words:
            set_caption(self.shown, words)
            set_button_icon(self.shown, "users", self._face.palette)
            self.shown.setToolTip(plain_tip(words))
        self.shown.setEnabled(bool(name) or speaking)


def _begun_at(clock: Clock) -> Instant:
    assert clock.timer.started is not None
    return clock.timer.started.utc
