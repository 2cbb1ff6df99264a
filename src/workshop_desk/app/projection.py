"""The stage as the application holds it: its window and its small copy at the desk, made when wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from workshop_desk.desktop.bridge import Bridge
from workshop_desk.domain.network import NetworkState
from workshop_desk.live.moments import Moments

if TYPE_CHECKING:
    from workshop_desk.desktop.stage.backstage import Backstage
    from workshop_desk.desktop.stage.preview import StagePreview
    from workshop_desk.desktop.stage.stage_window import StageWindow


class Projection(QObject):
    """Shows the room's state on the stage and its copy.

    `placed` says the name of the screen that the stage fills, '' for a window; `closed` that it is gone.
    """

    placed = Signal(str)
    closed = Signal()

    def __init__(self, bridge: Bridge, moments: Moments, network: Callable[[], NetworkState]) -> None:
        super().__init__()
        self._bridge = bridge
        self._moments = moments
        self._network = network
        self._window: StageWindow | None = None
        self._copy: StagePreview | None = None
        self._backstage: Backstage | None = None

    @staticmethod
    def load() -> "tuple[type[StageWindow], type[StagePreview]]":
        """Return what the stage and its copy are made from."""
        # Loaded after the desk's home is shown, or with the first room: a home needs no scene.
        from workshop_desk.desktop.stage.preview import StagePreview  # noqa: PLC0415
        from workshop_desk.desktop.stage.stage_window import StageWindow  # noqa: PLC0415

        return StageWindow, StagePreview

    @property
    def backstage(self) -> "Backstage":
        """What all views of the stage share."""
        from workshop_desk.desktop.stage.backstage import Backstage  # noqa: PLC0415 - with the stage

        self._backstage = self._backstage or Backstage(self._bridge.picture, self)
        return self._backstage

    @property
    def window(self) -> "StageWindow":
        """The window of the stage."""
        if self._window is None:
            self._window = self.load()[0](self._moments)
            self._window.view.use(self.backstage)
            self._window.placed.connect(self.placed)
            self._window.closed.connect(self.closed)
            self.refresh()
        return self._window

    @property
    def shown(self) -> bool:
        """Whether the stage is open."""
        return self._window is not None and self._window.isVisible()

    def show(self, desk_screen: QScreen | None) -> None:
        """Open the stage on the screen that is not the desk's, or in a window."""
        self.window.open_beside(desk_screen)

    def hide(self) -> None:
        """Close the stage, if it is open."""
        if self._window is not None:
            self._window.close()

    def copy(self, clicked: Callable[[], None]) -> QWidget:
        """Return a small stage for the desk; the one of before, if any, is gone with its desk."""
        preview = self.load()[1](self._moments)
        preview.clicked.connect(clicked)
        preview.use(self.backstage)
        self._copy = preview
        self.refresh()
        return preview

    def refresh(self) -> None:
        """Show the room, the network and the settings as they are now."""
        room, network, settings = self._bridge.room, self._network(), self._bridge.settings
        if self._window is not None:
            self._window.show_state(room, network, settings)
        if self._copy is not None and isValid(self._copy):
            self._copy.show_state(room, network, settings)
