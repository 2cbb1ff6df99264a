"""Steps made for a plan that is under way: copies and new ones."""

from dataclasses import replace

from tests import samples
from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import InsertStep
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.rules.decide import decide
from workshop_desk.domain.steps import StepKind, StepState
from workshop_desk.domain.timer import AtZero, TimerMode, TimerState, minutes
from workshop_desk.domain.units import Instant, Seconds
from workshop_desk.methods.additions import new_step, repeated


def test_a_step_once_more_is_as_if_nothing_had_happened() -> None:
    story = samples.story_until("3")
    old = next(step for step in story.room.steps if step.key == "0b")
    timer = replace(old.timer, at_zero=AtZero.HOLD, hard=True, questions=minutes(2))
    rounds = Rounds(2, minutes(3), Seconds(10), ((0, minutes(1)),))
    copy = repeated(replace(old, timer=timer, rounds=rounds, notes="mine"), story.new_id)
    assert copy.state is StepState.AHEAD
    assert copy.timer.state is TimerState.WAITING
    assert (copy.timer.added, copy.timer.length) == (0, copy.rounds.length if copy.rounds else 0)
    assert (copy.timer.at_zero, copy.timer.hard, copy.timer.questions) == (AtZero.HOLD, True, 120)
    assert copy.rounds == Rounds(2, minutes(3), Seconds(10))
    assert repeated(old, story.new_id).timer.length == old.timer.length
    assert (copy.started, copy.ended, copy.notes, copy.phase) == (None, None, "", 0)
    ids = {one.id for step in story.room.steps for one in step.activities}
    assert not ids & {one.id for one in copy.activities}
    assert all(one.step == copy.id and one.opened is None for one in copy.activities)
    here = story.room.step
    assert here is not None
    room = decide(story.room, InsertStep(copy, here.position + 1), story.now).room
    assert room.steps[here.position + 1].id == copy.id


def test_a_vote_in_a_copy_is_on_the_copy_s_own_cards() -> None:
    story = samples.story_until("3")
    old = next(step for step in story.room.steps if any(a.source for a in step.activities))
    copy = repeated(old, story.new_id)
    keys = {one.key for one in copy.activities}
    own = {one.key for one in old.activities}
    for before, after in zip(old.activities, copy.activities, strict=True):
        assert after.key != before.key
        if before.source:
            assert after.source in keys if before.source in own else after.source == before.source


def test_a_copy_of_what_ended_at_an_hour_counts_down() -> None:
    story = samples.story_until("3")
    old = story.room.steps[0]
    fixed = replace(old.timer, mode=TimerMode.UNTIL, until=Instant(story.now.utc))
    assert repeated(replace(old, timer=fixed), story.new_id).timer.mode is TimerMode.DOWN


def test_a_new_step_keeps_the_end_that_was_promised() -> None:
    story = samples.story_until("2")
    before = forecast(story.room, story.now)
    title = story.room.steps[0].title
    step = new_step(story.room.session.id, StepKind.TALK, title, minutes(10), new_id=story.new_id)
    story.ask(InsertStep(step, len(story.room.steps)))
    after = forecast(story.room, story.now)
    assert after.planned_end == before.planned_end
    assert (
        after.expected_end - before.expected_end == after.slots[step.id].end - after.slots[step.id].start
    )
    assert story.room.steps[-1].timer.length == minutes(10)


def test_a_break_may_end_at_an_hour() -> None:
    story = samples.story_until("2")
    until = Instant(story.now.utc.replace(hour=20))
    title = story.room.steps[0].title
    step = new_step(
        story.room.session.id,
        StepKind.PAUSE,
        title,
        minutes(10),
        new_id=story.new_id,
        until=until,
    )
    assert step.is_break
    assert step.timer.target == until
    before = forecast(story.room, story.now)
    story.ask(InsertStep(step, len(story.room.steps)))
    after = forecast(story.room, story.now)
    assert after.planned_end == before.planned_end
    assert after.expected_end == until
    story.ask(ask.GoTo(step.id))
    assert story.room.step is not None
    assert story.room.step.timer.target == until
