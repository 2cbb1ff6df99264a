"""A rehearsal: a whole session played at speed by a pretended facilitator and a pretended crowd.

The crowd lives in a process of its own and uses the phones' protocol over real HTTP; the facilitator's
side asks the live room like the desk does. Only the clock is not real: it runs `speed` times faster.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from workshop_desk.base import clock
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.units import CertificateId
from workshop_desk.live.changes import Stored
from workshop_desk.live.conclusions import all_finished, conclusions
from workshop_desk.live.live import Live

ANSWER_TIME = 20.0
"""Real seconds that a step waits for late answers once its time is up."""

PICTURE_AT = 0.6
"""The share of a phase's time after which its picture is taken: some have answered, some write."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A moment worth a picture: the step's key ('lobby', 'closing') and what it shows."""

    number: int
    name: str


class PretendedFacilitator:
    """Goes through the plan as a facilitator would, and shows each scene."""

    def __init__(
        self,
        live: Live,
        *,
        speed: float,
        people: int,
        show: Callable[[Scene], None],
        stop: threading.Event,
    ) -> None:
        self._live = live
        self._speed = speed
        self._people = people
        self._show = show
        self._stop = stop
        self._scenes = 0

    def run(self) -> None:
        """Play from the lobby to the closing; ends early, quietly, when told to stop."""
        self._wait(ANSWER_TIME, lambda: len(self._room.present) >= self._people)
        self._scene("lobby")
        self._ask(ask.Advance())
        while self._room.session.place is Place.STEPS and not self._stop.is_set():
            self._phase()
            self._ask(ask.Advance())
        self._scene("closing")

    def close(self) -> None:
        """Close the session and number the certificates."""
        ids = tuple(CertificateId(new_id()) for _ in range(len(self._room.attendees) + 1))
        self._ask(ask.CloseSession(ids))

    def _phase(self) -> None:
        """Let one phase of a step run: time, answers, reveal, and what the method asks after it."""
        step = self._room.step
        assert step is not None
        self._ask(ask.StartTimer())
        time = step.timer.planned / len(step.phases) / self._speed
        self._stop.wait(time * PICTURE_AT)
        self._scene(step.now_open[0].key or step.key)
        self._stop.wait(time * (1 - PICTURE_AT))
        self._wait(ANSWER_TIME, lambda: all_finished(self._room))
        for activity in step.now_open:
            self._conclude(activity, step)

    def _conclude(self, activity: Activity, step: Step) -> None:
        """Do what a facilitator does at the end of an activity; show the room what it then sees."""
        for wish in conclusions(self._room, activity):
            self._ask(wish)
            if isinstance(wish, ask.Reveal):
                self._scene(f"{activity.key or step.key}-shown")

    def _scene(self, name: str) -> None:
        self._scenes += 1
        self._show(Scene(self._scenes, name))

    def _wait(self, longest: float, until: Callable[[], bool]) -> None:
        """Wait until something holds, so many seconds at most; the live room says when to look."""
        news = threading.Event()
        forget = self._live.subscribe(lambda _changed: news.set())
        end = clock.now_boot() + longest
        try:
            while not until() and not self._stop.is_set() and clock.now_boot() < end:
                news.wait(0.1)
                news.clear()
        finally:
            forget()

    def _ask(self, command: ask.Command) -> Stored:
        return self._live.ask(command, ask.Facilitator()).result(ANSWER_TIME)

    @property
    def _room(self) -> Room:
        room = self._live.room
        assert room is not None
        return room
