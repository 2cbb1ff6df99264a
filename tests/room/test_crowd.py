"""A pretended crowd that dies: whoever plays with it goes on, and says nothing that is not known."""

import threading
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from workshop_desk.app.crowd import Crowd
from workshop_desk.app.rehearsal import Wish, rehearse
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain.commands import Advance, StartTimer
from workshop_desk.domain.units import Language
from workshop_desk.live.moments import MachineMoments
from workshop_desk.live.rehearse import Scene
from workshop_desk.methods.catalogue import all_methods

PEOPLE = 3


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    file = tmp_path / "r.sqlite"
    with Workshop(file, MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        yield workshop


def kill() -> None:
    """Kill the crowd, in the middle of whatever it does."""
    (crowd,) = (one for one in active_children() if one.name == "crowd")
    crowd.kill()
    crowd.join()


def everyone(workshop: Workshop) -> threading.Event:
    """Return what is set once everyone is there."""
    there = threading.Event()

    def heard(_changed: object) -> None:
        if len(workshop.room.present) == PEOPLE:
            there.set()

    workshop.live.subscribe(heard)
    return there


def test_a_crowd_that_was_killed_while_it_thought_keeps_nobody_waiting(workshop: Workshop) -> None:
    method = all_methods().get("codev")
    assert method is not None
    plan = workshop.new_plan(method, "", "Codev", Language("en"), expected=PEOPLE)
    workshop.ask(plan)
    workshop.open_session(plan.session.id)
    there = everyone(workshop)
    with Crowd(workshop, PEOPLE, Language("en"), speed=1) as crowd:
        assert there.wait(15)
        for command in (Advance(), StartTimer()):
            workshop.ask(command)
        assert crowd.alive
        kill()
        assert not crowd.alive
        crowd.think(20)
        crowd.send_home()
        assert crowd.outcome() is None
        assert crowd.refused == 0


def test_a_rehearsal_without_its_crowd_calls_nothing_lost_or_doubled(
    workshop: Workshop, tmp_path: Path
) -> None:
    method = all_methods().get("roti")
    assert method is not None
    stop = threading.Event()

    def show(scene: Scene) -> None:
        if scene.name == "lobby":
            kill()
            stop.set()

    wish = Wish(method, PEOPLE, 3600, Language("en"), tmp_path / "out")
    result = rehearse(workshop, wish, show, stop)
    assert result.tally is None
    assert result.errors == ("The pretended crowd died: what it sent is not known.",)
    assert result.files
