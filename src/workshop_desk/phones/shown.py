"""The room as the stage shows it: as it is, or as it was when the stage was frozen."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Moment
from workshop_desk.live.changes import Changed
from workshop_desk.live.live import Live
from workshop_desk.live.moments import Moments


class Shown:
    """Remembers the room, and the moment, in which the stage was frozen."""

    def __init__(self, live: Live, moments: Moments) -> None:
        self._live = live
        self._moments = moments
        self._kept: tuple[Room, Moment] | None = None

    def changed(self, _changed: Changed) -> None:
        """Hear of a change, on the writer's thread: that is the only place where none is missed."""
        self.look()

    def look(self) -> tuple[Room, Moment] | None:
        """Return the room that is shown and when it is shown to be, None while there is none."""
        room, now = self._live.room, self._moments.now()
        if room is None:
            return None
        if not room.session.curtain.frozen:
            self._kept = None
            return room, now
        kept = self._kept
        if kept is None or kept[0].session.id != room.session.id:
            kept = self._kept = room, now
        return kept
