import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests import samples
from workshop_desk.domain import commands as ask
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Instant, Moment, Seconds
from workshop_desk.live.changes import Stored
from workshop_desk.live.live import Live

SOON = 10.0
"""Seconds that no answer ever takes."""

FACILITATOR = ask.Facilitator()


class FakeMoments:
    """A clock that goes on by a microsecond each time it is read, and by more when told to."""

    def __init__(self, start: Moment | None = None) -> None:
        self._now = start or Moment(samples.START, Seconds(5000.0), "boot-1")

    def now(self) -> Moment:
        now = self._now
        self.wait(1e-6)
        return now

    def wait(self, seconds: float) -> None:
        utc = Instant(self._now.utc + timedelta(seconds=seconds))
        self._now = replace(self._now, utc=utc, boot=Seconds(self._now.boot + seconds))

    def set(self, moment: Moment) -> None:
        self._now = moment


class Desk:
    """A live room on a real file, with a clock of its own; it may be stopped and started again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.moments = FakeMoments()
        self.live = Live(path, self.moments)
        self.live.start()

    def do(self, command: ask.Command, by: ask.Actor = FACILITATOR, key: str = "") -> Stored:
        return self.live.ask(command, by, key).result(SOON)

    def restart(self) -> None:
        self.live.stop()
        self.live = Live(self.path, self.moments)
        self.live.start()

    def open(self, planned: ask.PlanSession | None = None) -> Room:
        """Plan and open a session."""
        planned = planned or samples.codev_plan()
        self.do(planned)
        self.do(ask.OpenSession(planned.session.id))
        return self.room

    def play(self, until: str) -> Room:
        """Play the sample session through the live room up to the content of a step."""
        story = samples.story_until(until)
        self.moments.set(replace(story.now, utc=samples.START))
        self.open(story.planned)
        for one in story.asked:
            self.moments.set(one.at)
            self.do(one.command, one.by)
        return self.room

    @property
    def room(self) -> Room:
        assert self.live.room is not None
        return self.live.room

    def on_disk(self) -> Room:
        return self.live.read(self.room.session.id).result(SOON)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    before = threading.active_count()
    one = Desk(tmp_path / "desk.sqlite")
    yield one
    one.live.stop()
    assert threading.active_count() == before
