"""Looks at the room, one at a time: the desk asks for one, and the next one takes its place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop_desk.app.relay import Relay
from workshop_desk.app.workshop import Workshop
from workshop_desk.desktop.screens import StageControl
from workshop_desk.domain.network import NetworkState

if TYPE_CHECKING:
    from workshop_desk.app.preparation import Aside, Preparation
    from workshop_desk.desktop.desk.preparing import Prepared


class Preparations:
    """Begins looks at the room; lives on the GUI thread."""

    def __init__(self, workshop: Workshop, stage: StageControl, relay: Relay, aside: "Aside") -> None:
        self._workshop = workshop
        self._stage = stage
        self._relay = relay
        self._aside = aside
        self._now: Preparation | None = None

    def begin(self, heard: "Callable[[Prepared], None]") -> "Preparation":
        """Look whether the room is ready; `heard` is told until that is cancelled."""
        from workshop_desk.app.preparation import Preparation  # noqa: PLC0415 - with the first look

        if self._now is not None:
            self._now.cancel()
        settings = self._workshop.live.settings
        self._now = Preparation(self._workshop, settings, self._relay, self._aside, heard)
        self._now.begin(self._stage.screens())
        return self._now

    def network(self, state: NetworkState) -> None:
        """Hear of the phones' server."""
        if self._now is not None:
            self._now.network(state)

    def close(self) -> None:
        """End the look that is under way."""
        if self._now is not None:
            self._now.close()
