"""What a room needs of the laptop besides pictures: signals that are heard, and that it stays awake."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from workshop_desk.app.awake import Awake, Hold, hold_awake
from workshop_desk.app.player import Player, Way
from workshop_desk.desktop.bridge import Bridge
from workshop_desk.desktop.desk.beats import Beats
from workshop_desk.desktop.desk.lacks import Lack
from workshop_desk.domain.cues import Cue, Heard, listen
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import Moment
from workshop_desk.live.moments import Moments


class Told(Protocol):
    """Hears, on any thread, what the laptop can do or not."""

    def __call__(self, what: Lack, *, lacking: bool) -> None:
        """Take note."""
        ...


class Senses(QObject):
    """Listens to the clocks and keeps the laptop awake while a session is open, whatever is shown."""

    def __init__(
        self,
        bridge: Bridge,
        moments: Moments,
        told: Told,
        ways: Sequence[Way] | None = None,
        hold: Hold = hold_awake,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._moments = moments
        self._player = Player(lambda played: told(Lack.SOUND, lacking=not played), ways)
        self._awake = Awake(lambda awake: told(Lack.AWAKE, lacking=not awake), hold)
        self._heard: Heard | None = None
        self._beats = Beats(self._open_room, moments, self._look, self)
        bridge.changed.connect(self._follow)
        self._follow()

    def try_sound(self) -> None:
        """Play the bell, whatever the settings say."""
        self._player.play(Cue.END)

    def close(self) -> None:
        """End what sounds, and let the laptop sleep again."""
        self._bridge.changed.disconnect(self._follow)
        self._beats.stop()
        self._player.close()
        self._awake.close()

    def _follow(self, _news: object = None) -> None:
        """Look at once: what has just begun is heard now, and the next boundary may be nearer."""
        room = self._open_room()
        if room is None:
            self._beats.stop()
            self._heard = None
            self._awake.let_go()
            return
        self._awake.keep()
        self._look(room, self._moments.now())
        self._beats.follow()

    def _look(self, room: Room, now: Moment) -> None:
        self._heard, cue = listen(room, self._heard, now)
        settings = self._bridge.settings
        if cue is not None and settings.sound and (cue is not Cue.SOON or settings.sound_soon):
            self._player.play(cue)

    def _open_room(self) -> Room | None:
        room = self._bridge.room
        return room if room is not None and room.session.state is SessionState.OPEN else None
