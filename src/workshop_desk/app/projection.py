"""The stage as the application holds it: its windows and its small copy, made when wanted."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.screens import Screen, Screens, StageFacts
from workshop_desk.domain.network import NetworkState
from workshop_desk.live.moments import Moments

if TYPE_CHECKING:
    from workshop_desk.desktop.stage.backstage import Backstage
    from workshop_desk.desktop.stage.keeper import StageKeeper
    from workshop_desk.desktop.stage.preview import StagePreview
    from workshop_desk.desktop.stage.screen_numbers import ScreenNumbers
    from workshop_desk.desktop.stage.stage_window import StageWindow


class Projection(QObject):
    """Shows the room's state on the stage and its copy, on the screens that the desk chooses.

    `moved` tells that the stage is elsewhere, hidden or gone.
    """

    moved = Signal()

    def __init__(
        self,
        bridge: Bridge,
        moments: Moments,
        network: Callable[[], NetworkState],
        screens: Screens,
        desk: Callable[[], QWidget | None] = lambda: None,
        *,
        rehearsal: bool = False,
    ) -> None:
        super().__init__()
        self._rehearsal = rehearsal
        self._bridge = bridge
        self._moments = moments
        self._network = network
        self._screens = screens
        self._desk = desk
        self._keeper: StageKeeper | None = None
        self._numbers: ScreenNumbers | None = None
        self._copy: StagePreview | None = None
        self._backstage: Backstage | None = None

    @staticmethod
    def load() -> "tuple[type[StageKeeper], type[StageWindow], type[StagePreview]]":
        """Return what the stage and its copy are made from."""
        # Loaded after the desk's home is shown, or with the first room: a home needs no scene.
        from workshop_desk.desktop.stage.keeper import StageKeeper  # noqa: PLC0415
        from workshop_desk.desktop.stage.preview import StagePreview  # noqa: PLC0415
        from workshop_desk.desktop.stage.stage_window import StageWindow  # noqa: PLC0415

        return StageKeeper, StageWindow, StagePreview

    @property
    def keeper(self) -> "StageKeeper":
        """What keeps the stage's windows on their screens."""
        if self._keeper is None:
            self._keeper = self.load()[0](
                self._screens, self._window, self._desk, self._remembered, self._remember
            )
            self._keeper.moved.connect(self._moved)
            self._keeper.desk_lost.connect(self._bring_desk)
        return self._keeper

    @property
    def backstage(self) -> "Backstage":
        """What all views of the stage share."""
        from workshop_desk.desktop.stage.backstage import Backstage  # noqa: PLC0415 - with the stage

        self._backstage = self._backstage or Backstage(self._bridge.picture, self)
        return self._backstage

    @property
    def window(self) -> "StageWindow":
        """The first window of the stage."""
        return self.keeper.windows[0]

    @property
    def shown(self) -> bool:
        """Whether the stage is open."""
        return self._keeper is not None and self._keeper.shown

    def show(self) -> None:
        """Open the stage on its screen, on the one without the desk, or in a window."""
        self.keeper.open()
        self.refresh()

    def hide(self) -> None:
        """Close the stage, if it is open."""
        if self._numbers is not None:
            self._numbers.clear()
        if self._keeper is not None:
            self._keeper.close()

    def copy(self, clicked: Callable[[], None]) -> QWidget:
        """Return a small stage for the desk; the one of before, if any, is gone with its desk."""
        preview = self.load()[2](self._moments)
        preview.clicked.connect(clicked)
        preview.use(self.backstage)
        self._copy = preview
        self.refresh()
        return preview

    def refresh(self) -> None:
        """Show the room, the network and the settings as they are now."""
        room, network, settings = self._bridge.room, self._network(), self._bridge.settings
        for window in self._keeper.windows if self._keeper is not None else ():
            window.show_state(room, network, settings)
        if self._copy is not None and isValid(self._copy):
            self._copy.show_state(room, network, settings)

    def facts(self) -> StageFacts:
        """Return where the stage is."""
        return self._keeper.facts() if self._keeper is not None else StageFacts()

    def screens(self) -> tuple[Screen, ...]:
        """Return the screens that are there, from left to right."""
        return self._screens.all()

    def stage_keys(self) -> tuple[str, ...]:
        """Return the keys of the screens that a stage fills."""
        return tuple(one.key for one in self._keeper.filled()) if self._keeper is not None else ()

    def desk_key(self) -> str:
        """Return the key of the screen that the desk is on, '' where nobody knows."""
        on = self.keeper.under_desk()
        return on.key if on is not None else ""

    def stage_picture(self, key: str) -> QPixmap:
        """Return what the stage shows on a screen that it fills."""
        window = self.keeper.window_on(key)
        return window.view.grab() if window is not None else QPixmap()

    def choose(self, keys: tuple[str, ...]) -> None:
        """Show the stage on these screens from now on, one or two."""
        self.keeper.choose(keys)
        self.refresh()

    def in_window(self) -> None:
        """Show the stage in a window; one that waits for its screen still goes there."""
        self.keeper.in_window()
        self.refresh()

    def identify(self) -> None:
        """Show a large number on each screen for a moment."""
        # Loaded with the first look at the screens.
        from workshop_desk.desktop.stage.screen_numbers import ScreenNumbers  # noqa: PLC0415

        self._numbers = self._numbers or ScreenNumbers(self._screens, self)
        self._numbers.show(self._screens.all())

    def leave_newcomer(self) -> None:
        """Leave the other screen alone."""
        self.keeper.leave_newcomer()

    def _window(self) -> "StageWindow":
        window = self.load()[1](self._moments, rehearsal=self._rehearsal)
        window.view.use(self.backstage)
        return window

    def _moved(self) -> None:
        self.refresh()
        self.moved.emit()

    def _remembered(self) -> str:
        return self._bridge.settings.stage_screen

    def _remember(self, text: str) -> None:
        # Loaded when there is something to store.
        from workshop_desk.domain.commands import ChangeSettings  # noqa: PLC0415

        self._bridge.ask(ChangeSettings(replace(self._bridge.settings, stage_screen=text)))

    def _bring_desk(self, screen: Screen) -> None:
        from workshop_desk.desktop.stage.placing import bring_to  # noqa: PLC0415 - with the stage

        desk, native = self._desk(), self._screens.native(screen)
        if desk is not None and native is not None:
            bring_to(desk, native)
