"""Keeps the stage on its screens: found again when they return, never on another by itself."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workshop_desk.desktop.screens import (
    Mark,
    Screen,
    Screens,
    StageFacts,
    known_again,
)
from workshop_desk.desktop.stage.berth import Berth, Standing
from workshop_desk.desktop.stage.marks import marks_from, marks_text
from workshop_desk.desktop.stage.stage_window import LOOK_AGAIN_MS, StageWindow


class StageKeeper(QObject):
    """Opens, moves, hides and brings back the windows of the stage.

    `moved` tells that something is elsewhere; `closed` that nobody shows the stage any more; `desk_lost`
    that the system put the desk under the stage, and the screen on which it was before.
    """

    moved = Signal()
    closed = Signal()
    desk_lost = Signal(object)

    def __init__(
        self,
        screens: Screens,
        make: Callable[[], StageWindow],
        desk: Callable[[], QWidget | None],
        remembered: Callable[[], str],
        remember: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._screens = screens
        self._make = make
        self._desk = desk
        self._remembered = remembered
        self._remember = remember
        self._berths = [self._berth()]
        self._known: set[int] = set()
        self._newcomer = 0
        self._desk_mark: Mark | None = None
        # The system moves the desk when it likes: whether it lies under the stage is seen later.
        self._look_under = QTimer(self)
        self._look_under.setSingleShot(True)
        self._look_under.setInterval(LOOK_AGAIN_MS)
        self._look_under.timeout.connect(self._tell_alone)
        screens.changed.connect(self.settle)
        screens.gone.connect(self._hide_lost)

    @property
    def windows(self) -> tuple[StageWindow, ...]:
        """The windows of the stage, open or not."""
        return tuple(one.window for one in self._berths)

    @property
    def shown(self) -> bool:
        """Whether the stage is open; one that waits for its screen is."""
        return any(one.standing is not Standing.CLOSED for one in self._berths)

    def facts(self) -> StageFacts:
        """Return where the stage is."""
        away = [one for one in self._berths if one.away]
        seen = [one for one in self._berths if one.window.isVisible()]
        there = self._screens.all()
        newcomer = next((one for one in there if self._newcomer and one.visit == self._newcomer), None)
        return StageFacts(
            tuple(one.title for one in self._berths if one.full),
            tuple(one.title for one in self._berths if one.mark and self.shown and not one.full),
            bool(away) and not seen,
            newcomer.key if newcomer and self.shown else "",
            any(one.mirrored for one in there),
        )

    def filled(self) -> tuple[Screen, ...]:
        """Return the screens that a stage fills."""
        found = (one.find() for one in self._berths if one.full)
        return tuple(one for one in found if one is not None)

    def window_on(self, key: str) -> StageWindow | None:
        """Return the window that fills a screen."""
        for one in self._berths:
            found = one.find() if one.full else None
            if found is not None and found.key == key:
                return one.window
        return None

    def under_desk(self) -> Screen | None:
        """Return the screen that the desk is on."""
        desk = self._desk()
        return self._screens.under(desk) if desk is not None else None

    def open(self) -> None:
        """Open the stage where it belongs; with no second screen in a window."""
        there = self._screens.all()
        self._note(there)
        if any(one.full or one.away for one in self._berths):
            self.settle()
            return
        marks = marks_from(self._remembered())
        if any(known_again(mark, there) for mark in marks):
            self._take(marks)
            self.settle()
            return
        free = [one for one in there if not self._desk_on(one)]
        if free:
            # Another room, another projector: to open the stage beside it is to choose it.
            self._choose(free[:1])
            return
        self._take(marks[:1])
        self._berths[0].to_window(self.under_desk() or next(iter(there), None))
        self.moved.emit()

    def close(self) -> None:
        """Close every window of the stage."""
        self._look_under.stop()
        for one in self._berths:
            one.close()

    def choose(self, keys: Sequence[str]) -> None:
        """Show the stage on these screens from now on."""
        there = {one.key: one for one in self._screens.all()}
        wanted = [there[key] for key in keys if key in there]
        if wanted:
            self._choose(wanted)

    def in_window(self) -> None:
        """Show the stage in a window; one that waits for its screen still goes there."""
        self._newcomer = 0
        away = next((one for one in self._berths if one.away), None)
        if away is None:
            self._take(())
        (away or self._berths[0]).to_window(self.under_desk() or self._first())
        self.moved.emit()

    def leave_newcomer(self) -> None:
        """Leave the other screen alone."""
        self._newcomer = 0
        self.moved.emit()

    def settle(self) -> None:
        """Put every stage where it belongs, now that the screens are quiet."""
        there = self._screens.all()
        fresh = {one.visit for one in there} - self._known
        self._note(there)
        to_remember = [one.settle(there) for one in self._berths]
        if any(to_remember):
            self._keep()
        self._look_for_desk(there)
        self._look_for_newcomer(there, fresh)
        self.moved.emit()

    def _choose(self, wanted: Sequence[Screen]) -> None:
        self._newcomer = 0
        self._take([one.mark for one in wanted])
        for berth, screen in zip(self._berths, wanted, strict=True):
            berth.fill(screen)
        self._keep()
        self.moved.emit()

    def _take(self, marks: Sequence[Mark]) -> None:
        """Have one berth for each screen that is wanted, one at least."""
        while len(self._berths) < len(marks):
            self._berths.append(self._berth())
        for spare in self._berths[max(1, len(marks)) :]:
            spare.close()
            self._berths.remove(spare)
            spare.window.deleteLater()
        for place, one in enumerate(self._berths):
            one.take(marks[place] if place < len(marks) else None)

    def _hide_lost(self) -> None:
        """Hide at once what lost its screen: the system would move it over the desk."""
        for one in self._berths:
            if one.full and one.find() is None:
                one.wait()
                self.moved.emit()

    def _full_screen_asked(self, berth: Berth, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        if not wanted:
            self._take(())
            self._berths[0].to_window(self.under_desk() or self._first())
            self.moved.emit()
            return
        there = self._screens.all()
        known = (known_again(mark, there) for mark in marks_from(self._remembered()))
        free = (one for one in there if not self._desk_on(one))
        own = self._screens.under(berth.window)
        on = next((one for one in (*known, *free, own) if one is not None), None)
        if on is not None:
            berth.fill(on)
            self.moved.emit()

    def _look_for_newcomer(self, there: Sequence[Screen], fresh: set[int]) -> None:
        """Notice a screen that came and is nobody's: whoever plugged it in is asked, nothing moves."""
        taken = {one.visit for one in self._berths if one.full}
        desk = known_again(self._desk_mark, there) if self._desk_mark else None
        if desk is not None:
            taken.add(desk.visit)
        free = {one.visit for one in there if not self._desk_on(one)} - taken
        if self._newcomer not in free:
            self._newcomer = 0
        new = sorted(fresh & free)
        if new and self.shown:
            self._newcomer = new[0]

    def _look_for_desk(self, there: Sequence[Screen]) -> None:
        """Notice that the system put the desk under the stage, and that it could be elsewhere."""
        on = self.under_desk()
        if on is None or on.visit not in {one.visit for one in self.filled()}:
            return
        before = known_again(self._desk_mark, there) if self._desk_mark else None
        if before is not None and before.visit != on.visit:
            self.desk_lost.emit(before)
            self._look_under.start()

    def _tell_alone(self) -> None:
        for one in self._berths:
            one.tell_alone()

    def _desk_on(self, screen: Screen) -> bool:
        on = self.under_desk()
        return screen.primary if on is None else on.visit == screen.visit

    def _first(self) -> Screen | None:
        return next(iter(self._screens.all()), None)

    def _note(self, there: Sequence[Screen]) -> None:
        self._known = {one.visit for one in there}
        on = self.under_desk()
        if on is not None and on.visit not in {one.visit for one in self._berths if one.full}:
            self._desk_mark = on.mark

    def _keep(self) -> None:
        text = marks_text([one.mark for one in self._berths if one.mark])
        if text != self._remembered():
            self._remember(text)

    def _berth(self) -> Berth:
        berth = Berth(self._make(), self._screens, self._desk_on)
        berth.window.full_screen_asked.connect(partial(self._full_screen_asked, berth))
        berth.window.closed.connect(partial(self._closed, berth))
        return berth

    def _closed(self, berth: Berth) -> None:
        berth.standing = Standing.CLOSED
        if not self.shown:
            self._newcomer = 0
            self.closed.emit()
        self.moved.emit()
