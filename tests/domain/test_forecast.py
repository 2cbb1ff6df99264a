"""When the session will end, and how far behind the plan it runs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import samples
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast, planned_end, time_taken
from workshop_desk.domain.nudges import nudge
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import Instant, Seconds


def planned(room: Room) -> float:
    return sum(step.timer.planned for step in room.steps)


def at(room: Room, minutes: float) -> Room:
    start = Instant(samples.START + timedelta(minutes=minutes))
    return replace(room, session=replace(room.session, planned_start=start))


def test_the_lobby_is_not_late_before_the_hour() -> None:
    story = samples.story_until("lobby")
    early = forecast(at(story.room, 30), story.now)
    assert early.behind == 0
    assert early.starts[story.room.steps[0].id] == Instant(samples.START + timedelta(minutes=30))
    assert early.planned_end - early.expected_end == timedelta(seconds=story.room.session.margin)


def test_without_a_planned_start_nobody_is_late_in_the_lobby() -> None:
    story = samples.story_until("lobby")
    room = replace(story.room, session=replace(story.room.session, planned_start=None))
    story.wait(25)
    assert forecast(room, story.now).behind == 0


def test_a_lobby_that_lasts_makes_late() -> None:
    story = samples.story_until("lobby")
    room = at(story.room, 0)
    story.wait(12 - (story.now.utc - samples.START).total_seconds() / 60)
    assert forecast(room, story.now).behind == pytest.approx(12 * 60)


def test_overtime_of_the_current_step_counts_as_it_passes() -> None:
    story = samples.story_until("lobby")
    story.room = at(story.room, (story.now.utc - samples.START).total_seconds() / 60)
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    first = story.room.steps[0]
    story.wait(seconds=first.timer.length)
    assert forecast(story.room, story.now).behind == pytest.approx(0)
    story.wait(minutes=3)
    late = forecast(story.room, story.now)
    assert late.behind == pytest.approx(180)
    assert late.starts[story.room.steps[1].id] == story.now.utc
    assert first.id not in late.starts
    assert time_taken(story.room.steps[0], story.now) == pytest.approx(first.timer.length + 180)


def test_a_step_left_out_makes_early() -> None:
    story = samples.story_until("lobby")
    story.room = at(story.room, (story.now.utc - samples.START).total_seconds() / 60)
    steps = story.room.steps
    story.ask(ask.GoTo(steps[2].id))
    assert story.room.steps[0].state is StepState.SKIPPED
    skipped = steps[0].timer.planned + steps[1].timer.planned
    assert forecast(story.room, story.now).behind == pytest.approx(-skipped)


def test_a_step_gone_back_from_is_not_counted_twice() -> None:
    story = samples.story_until("lobby")
    story.ask(ask.Advance())
    story.ask(ask.GoTo(story.room.steps[1].id))
    story.ask(ask.GoBack(), minutes_later=1)
    ahead = forecast(story.room, story.now)
    assert ahead.expected_end > story.now.utc


def test_a_closed_session_has_ended_when_it_closed() -> None:
    room = samples.closed_room()
    closed = room.session.closed
    story = samples.story_until("closed")
    story.wait(600)
    ended = forecast(room, story.now)
    assert ended.expected_end == closed
    assert ended.starts == {}


def test_a_step_that_has_not_begun_took_no_time() -> None:
    story = samples.story_until("lobby")
    assert time_taken(story.room.steps[0], story.now) == Seconds(0)


def test_a_step_left_out_ahead_takes_no_time() -> None:
    story = samples.story_until("lobby")
    room = story.room
    usual = forecast(room, story.now).expected_end
    out = replace(room.steps[-1], state=StepState.SKIPPED)
    shorter = forecast(replace(room, steps=(*room.steps[:-1], out)), story.now).expected_end
    assert usual - shorter == timedelta(seconds=out.timer.length)


def test_a_session_put_off_to_another_day_is_measured_from_when_it_begins() -> None:
    story = samples.story_until("lobby")
    a_week = 7 * 24 * 60.0
    late = at(story.room, -a_week)
    assert forecast(late, story.now).behind == 0
    assert nudge(late, story.now) is None
    story = samples.story_until("0a")
    ran = forecast(at(story.room, -a_week), story.now)
    ahead = forecast(at(story.room, a_week), story.now)
    on_the_day = forecast(at(story.room, 0), story.now)
    assert ran.behind == ahead.behind == pytest.approx(0, abs=600)
    assert ran.planned_end - on_the_day.planned_end < timedelta(hours=1)


def test_a_session_still_to_come_and_one_closed_unbegun_keep_their_planned_hours() -> None:
    story = samples.story_until("lobby")
    to_come = at(story.room, 7 * 24 * 60.0)
    assert planned_end(to_come, story.now) > story.now.utc + timedelta(days=7)
    gone = at(story.room, -7 * 24 * 60.0)
    gone = replace(gone, session=replace(gone.session, closed=story.now.utc))
    assert planned_end(gone, story.now) < story.now.utc - timedelta(days=6)
