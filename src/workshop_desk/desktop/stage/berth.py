"""One stage: its window, the screen that it belongs to, and where it is now."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from workshop_desk.desktop.screens import Mark, Screen, Screens, known_again, mark_title
from workshop_desk.desktop.stage.stage_window import StageWindow

MOST_TRIES = 4
"""A system that keeps the stage from its screen is asked this often after each change of screens."""


class Standing(StrEnum):
    """Where one stage is."""

    CLOSED = "closed"
    WINDOW = "window"
    FULL = "full"
    AWAY = "away"


class Berth:
    """Puts one window on the screen that it belongs to, and finds that screen again."""

    def __init__(self, window: StageWindow, screens: Screens, desk_on: Callable[[Screen], bool]) -> None:
        self.window = window
        self.mark: Mark | None = None
        self.standing = Standing.CLOSED
        self.visit = 0
        self._screens = screens
        self._desk_on = desk_on
        # None of the screens that were there beside it can be the one that returns.
        self._bystanders: frozenset[int] = frozenset()
        self._tries = 0
        window.strayed.connect(self._strayed)

    @property
    def title(self) -> str:
        """What to call its screen."""
        return mark_title(self.mark) if self.mark else ""

    @property
    def full(self) -> bool:
        """Whether it fills its screen."""
        return self.standing is Standing.FULL

    @property
    def away(self) -> bool:
        """Whether it is hidden until its screen returns."""
        return self.standing is Standing.AWAY

    def take(self, mark: Mark | None) -> None:
        """Belong to a screen, or to none."""
        self.mark = mark
        self.visit, self._bystanders = 0, frozenset()
        self.standing = Standing.AWAY if mark else Standing.WINDOW

    def find(self) -> Screen | None:
        """Return its screen, None while that is away."""
        there = self._screens.all()
        if self.visit:
            same = next((one for one in there if one.visit == self.visit), None)
            if same is not None:
                return same
        others = [one for one in there if one.visit not in self._bystanders]
        return known_again(self.mark, others) if self.mark else None

    def settle(self, there: Sequence[Screen]) -> bool:
        """Be where it belongs; tell whether its screen has to be remembered anew."""
        self._tries = 0
        if self.standing is Standing.CLOSED or self.mark is None:
            return False
        found = self.find()
        if found is None:
            if self.full or self.away:
                self.wait()
            return False
        before = self.mark
        native = self._screens.native(found)
        if self.full and native is not None and self.window.sits_on(native):
            self._know(found, there)
            self.tell_alone()
        else:
            self.fill(found)
        return self.mark != before

    def fill(self, screen: Screen) -> None:
        """Fill a screen, and belong to it."""
        native = self._screens.native(screen)
        if native is not None:
            self._know(screen, self._screens.all())
            self.standing = Standing.FULL
            self.window.fill(native, alone=self._desk_on(screen))

    def tell_alone(self) -> None:
        """Say how to leave where the desk lies under this stage."""
        found = self.find() if self.full else None
        if found is not None:
            self.window.tell_alone(alone=self._desk_on(found))

    def wait(self) -> None:
        """Be out of sight until its screen returns."""
        self.standing = Standing.AWAY
        if self.window.isVisible():
            self.window.wait()

    def to_window(self, screen: Screen | None) -> None:
        """Be an ordinary window on a screen."""
        self.standing = Standing.WINDOW
        native = self._screens.native(screen) if screen is not None else None
        if native is not None:
            self.window.to_window(native)

    def close(self) -> None:
        """Show nothing any more."""
        self.standing = Standing.CLOSED
        self.window.close()

    def _know(self, screen: Screen, there: Sequence[Screen]) -> None:
        self.mark, self.visit = screen.mark, screen.visit
        self._bystanders = frozenset(one.visit for one in there if one.visit != screen.visit)

    def _strayed(self) -> None:
        """Put a stage back that the system moved or made smaller."""
        found = self.find() if self.full else None
        native = self._screens.native(found) if found is not None else None
        if found is None or native is None or self.window.sits_on(native):
            return
        if self._tries < MOST_TRIES:
            self._tries += 1
            self.fill(found)
