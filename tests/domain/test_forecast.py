"""What the rest of the plan makes of the time left."""

import pytest

from tests.samples import START, Story, closed_room, codev_plan, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast, time_taken
from workshop_desk.domain.units import Moment, Seconds

PLANNED = 85 * 60
MARGIN = 5 * 60


def test_before_the_start_all_is_on_time() -> None:
    story = Story(codev_plan())
    found = forecast(story.room, story.now)
    assert found.behind == 0
    assert (found.expected_end - START).total_seconds() == PLANNED
    assert (found.planned_end - START).total_seconds() == PLANNED + MARGIN
    assert list(found.starts) == [step.id for step in story.room.steps]
    assert found.starts[story.room.steps[0].id] == START


def test_starting_late_is_being_behind() -> None:
    story = Story(codev_plan())
    story.wait(minutes=12)
    assert forecast(story.room, story.now).behind == 12 * 60
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    story.wait(minutes=3)
    assert forecast(story.room, story.now).behind == 12 * 60


def test_a_step_that_drags_pushes_the_rest() -> None:
    story = Story(codev_plan())
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    story.wait(minutes=5)
    assert forecast(story.room, story.now).behind == 0
    story.wait(minutes=4)
    found = forecast(story.room, story.now)
    assert found.behind == 4 * 60
    step = story.room.step
    assert step is not None
    assert time_taken(step, story.now) == 9 * 60
    assert step.id not in found.starts
    assert found.starts[story.room.steps[1].id] == story.now.utc


def test_added_time_counts_and_skipped_steps_do_not() -> None:
    story = story_until("0a")
    before = forecast(story.room, story.now).behind
    story.ask(ask.AddTime(Seconds(600.0)))
    assert forecast(story.room, story.now).behind == pytest.approx(before + 480)
    story.ask(ask.GoTo(story.room.steps[-1].id))
    found = forecast(story.room, story.now)
    assert found.behind < 0
    assert found.starts == {}


def test_a_closed_session_ended_when_it_did() -> None:
    room = closed_room()
    later = Moment(room.session.closed, Seconds(0.0), "boot-9")
    assert forecast(room, later).expected_end == room.session.closed
    assert time_taken(story_until("lobby").room.steps[0], later) == 0


def test_going_back_does_not_count_what_is_done() -> None:
    story = story_until("2")
    first = story.room.steps[0]
    story.ask(ask.GoTo(first.id), minutes_later=1)
    found = forecast(story.room, story.now)
    done = [step.id for step in story.room.steps if step.ended is not None]
    assert done
    assert not set(done) & set(found.starts)
