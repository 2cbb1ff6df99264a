"""The run view: plan left, clock and capture in the middle, people right, facts at the bottom."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.beats import Beats
from workshop_desk.desktop.desk.bottom import Bottom
from workshop_desk.desktop.desk.clock import Clock
from workshop_desk.desktop.desk.controls import column, row
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.hints import Hints
from workshop_desk.desktop.desk.key_map import KeyMap
from workshop_desk.desktop.desk.keys import Deed
from workshop_desk.desktop.desk.minutes import TypedMinutes
from workshop_desk.desktop.desk.network_notices import NetworkNotices
from workshop_desk.desktop.desk.outside import DeskActions
from workshop_desk.desktop.desk.picture_drop import PictureDrop
from workshop_desk.desktop.desk.plan import Plan
from workshop_desk.desktop.desk.plan_rows import step_title
from workshop_desk.desktop.desk.posters import make_poster
from workshop_desk.desktop.desk.prompt import Prompt
from workshop_desk.desktop.desk.regions import Regions
from workshop_desk.desktop.desk.side import Side
from workshop_desk.desktop.desk.topbar import TopBar
from workshop_desk.desktop.desk.turns import turn_said
from workshop_desk.desktop.desk.workbench import Workbench
from workshop_desk.domain.agenda_commands import NextTurn, SetClockOnly
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.commands import Advance, Command, GoBack, GoTo
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.units import Moment, StepId

_TALL = 840
_LOW = 690
"""Less than this is left where a banner stands over a small window."""
_WIDE = 1300
_GAP, _CLOSE = 14, 8
_LEAST_BENCH, _FREE = 96, 16_777_215
_REST = 540
"""What all but the bench takes of a small window with a hint."""


class Run(QWidget):
    """Everything needed while a session runs."""

    def __init__(
        self,
        face: Face,
        asking: Asking,
        actions: DeskActions,
        preview: QWidget,
        *,
        leave: Callable[[], None],
        close: Callable[[], None],
        notices: NetworkNotices,
    ) -> None:
        super().__init__()
        self.setObjectName("run")
        self._face = face
        self._asking = asking
        self._actions = actions
        self._notices = notices
        self._second = 0
        self.top = TopBar(face, asking, actions, leave, close)
        self.plan = Plan(face, asking)
        self.plan.step_wanted.connect(self._go_to)
        self.clock = Clock(face, asking, self.forward, close)
        self.hints = Hints(face, asking, self.forward, self._fit, actions.lacks())
        self.prompt = Prompt(face, asking)
        self.bench = Workbench(face, asking)
        self.side = Side(face, asking, actions, preview)
        self.side.network.help_wanted.connect(notices.help)
        self.side.network.poster_wanted.connect(self._make_poster)
        self.bottom = Bottom(face, asking)
        self.bottom.laid_out.connect(asking.toasts.make_way)
        centre = column(
            self.clock, self.hints, self.prompt, self.bench, gap=_GAP, margins=(24, 14, 24, 14)
        )
        centre.setStretch(3, 1)
        self._centre = centre
        middle = row(self.plan, centre, self.side, gap=0)
        middle.setStretch(1, 1)
        body = column(self.top, middle, self.bottom, gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.side.lie_over(self)
        self.minutes = TypedMinutes(face, self, self._step_now)
        self.minutes.given.connect(self.clock.controls.last_minutes)
        PictureDrop(preview, self.top.on_screen.drop)
        regions = (self.top, self.plan, self.clock, self.hints, self.prompt, self.bench)
        Regions(self, (*regions, self.side.full, self.bottom))
        self._beats = Beats(lambda: asking.room, face.moments, self._beat, self)

    def refresh(self) -> None:
        """Show the room as it is now."""
        room = self._asking.room
        if room is None:
            return
        now = self._face.now()
        focus = QApplication.focusWidget()
        self.top.refresh(room)
        self.clock.refresh(room, now)
        self.prompt.refresh(room)
        self.bench.refresh(room)
        self.side.refresh(room, self._actions.network())
        self.hints.refresh(room, now)
        self.side.tick(room, now)
        self._show_times(room, now)
        self._notices.look(room, now)
        if self.isVisible():
            self._beats.follow()
        if focus is not None and not (isValid(focus) and focus.isVisible()):
            # Qt hands the focus of what goes away to the next button: Space would press it.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh_outside(self) -> None:
        """Show network, projector and stage as they are now."""
        room = self._asking.room
        if room is not None:
            self.top.refresh(room)
            self.side.refresh(room, self._actions.network())
            self._notices.look(room, self._face.now())

    def _make_poster(self) -> None:
        room = self._asking.room
        if room is not None:
            make_poster(self._asking, self._actions, room.session.id)

    def do(self, deed: Deed) -> None:
        """Do what a key stands for."""
        match deed:
            case Deed.PAUSE:
                self.clock.controls.toggle()
            case Deed.FORWARD:
                self.forward()
            case Deed.BACK:
                self.back()
            case Deed.LONGER:
                self.clock.controls.add(1)
            case Deed.SHORTER:
                self.clock.controls.add(-1)
            case Deed.STARTED_EARLIER:
                self.clock.controls.started_earlier()
            case Deed.BLACK | Deed.FREEZE | Deed.STAGE | Deed.DIGITS:
                self._to_stage(deed)
            case Deed.PARK:
                self.bench.park()
            case Deed.WRITE:
                self.bench.write_for()
            case Deed.CLOCKS:
                self.side.turn()
            case Deed.SPEAKER:
                self.next_speaker()
            case Deed.LOOK | Deed.HAND | Deed.LET_THROUGH | Deed.HIDE | Deed.FIND:
                self.side.do(deed)
            case Deed.SCREENS:
                self.top.choose_screens()
            case Deed.UNDO:
                self._asking.take_back()
            case Deed.MAP:
                KeyMap(self._face, QApplication.activeWindow() or self).open()

    def _to_stage(self, deed: Literal[Deed.BLACK, Deed.FREEZE, Deed.STAGE, Deed.DIGITS]) -> None:
        match deed:
            case Deed.BLACK:
                self.top.black()
            case Deed.FREEZE:
                self.freeze()
            case Deed.DIGITS:
                self.digits()
            case Deed.STAGE:
                if not self._actions.stage_shown():
                    self._actions.show_stage()

    def forward(self) -> None:
        """Go on by one phase or step, with a way back."""
        self._move(Advance())

    def back(self) -> None:
        """Go back by one phase or step."""
        self._move(GoBack())

    def digits(self) -> None:
        """Show the time alone on the stage, or the scene again."""
        room = self._asking.room
        if room is not None:
            self._asking.ask(SetClockOnly(not room.session.clock_only))

    def freeze(self) -> None:
        """Keep on the stage what it shows, or let it follow again."""
        self.top.on_screen.freeze()

    def look_here(self) -> None:
        """Ask everyone to look up, or go on."""
        self.top.on_screen.look_here()

    def message(self) -> None:
        """Write a message to the room."""
        self.top.on_screen.message()

    def picture(self) -> None:
        """Choose a picture for the screen."""
        self.top.on_screen.picture()

    def next_speaker(self) -> None:
        """Give the word to the next, where there are turns."""
        room = self._asking.room
        if room is not None and clocks_of(room, ClockRole.TURN):
            self._asking.change(NextTurn(), partial(turn_said, self._face, self._asking))

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the time while someone looks."""
        self._asking.toasts.stand_in(self.bottom.spare)
        self._beats.follow()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks, and keep what was typed."""
        if isValid(self._asking.toasts):
            self._asking.toasts.stand_in(None)
        self._beats.stop()
        self.prompt.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right column in a narrow window, shrink the ring in a low one."""
        super().resizeEvent(event)
        self._fit()
        self.side.fold(folded=self.width() < _WIDE)
        self.top.fit(narrow=self.width() < _WIDE)
        self.side.place()
        QTimer.singleShot(0, self.side.place)

    def _fit(self) -> None:
        """Share the height out: a hint takes its room from the cards, not from the clock."""
        tall = self.height() >= _TALL
        hinted = not self.hints.isHidden() or self.height() < _LOW
        self.clock.fit(tall=tall)
        self.prompt.fit(tall=tall, tight=hinted)
        self._centre.setSpacing(_CLOSE if hinted and not tall else _GAP)
        # A hint and a banner at once in a small window: what scrolls gives way, not the clock.
        crowded = not self.hints.isHidden() and self.height() < _LOW
        self.bench.setMaximumHeight(max(_LEAST_BENCH, self.height() - _REST) if crowded else _FREE)

    def _step_now(self) -> str | None:
        room = self._asking.room
        return room.step.id if room is not None and room.step is not None else None

    def _go_to(self, step: str) -> None:
        self._move(GoTo(StepId(step)))

    def _move(self, command: Command) -> None:
        """Move, and say where to."""
        room = self._asking.room
        if room is not None:
            self._asking.change(command, partial(self._place_said, room))

    def _place_said(self, before: Room) -> str:
        room, t = self._asking.room, self._face.t
        if room is None or room.step == before.step:
            return ""
        if room.step is None:
            lobby = room.session.place is Place.LOBBY
            name = t("the room arrives") if lobby else t("the plan is done")
        elif before.step is not None and before.step.id == room.step.id:
            leading = room.leading
            name = self._face.say(leading.title) if leading else ""
        else:
            name = step_title(self._face, room.step)
        return t("Now: {name}", name=name)

    def _beat(self, room: Room, now: Moment) -> None:
        self.clock.tick(room, now)
        self.hints.refresh(room, now)
        self.side.tick(room, now)
        self._notices.look(room, now)
        second = int(now.utc.timestamp())
        if second != self._second:
            self._second = second
            self._show_times(room, now)

    def _show_times(self, room: Room, now: Moment) -> None:
        expected = forecast(room, now)
        self.plan.refresh(room, expected, now)
        self.bottom.refresh(room, expected, now)
