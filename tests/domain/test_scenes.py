"""Which scene the room sees, and when it changes by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.making import activity, story_with
from tests.samples import Story
from workshop_desk.domain import agenda_commands as run
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.scenes import SceneKind, changes_now, scene_kind, seconds_to_scene
from workshop_desk.domain.steps import Audience, StepKind
from workshop_desk.domain.timer import TimerMode, minutes
from workshop_desk.domain.units import ActionId, ClockId, Instant, PictureId, Seconds
from workshop_desk.domain.wording import Wording

LEVELS = tuple(Wording.of({"en": str(level)}) for level in range(1, 6))


def seen(story: Story) -> SceneKind:
    return scene_kind(story.room, story.now)


def waits(story: Story) -> Seconds | None:
    return seconds_to_scene(story.room, story.now)


def test_what_is_put_in_front_goes_before_the_scene() -> None:
    story = story_with(activity(StepKind.TALK), enter=False)
    assert seen(story) is SceneKind.LOBBY
    story.ask(ask.Advance())
    assert seen(story) is SceneKind.STEP
    story.ask(stage.SetLookHere(on=True))
    assert seen(story) is SceneKind.LOOK
    story.ask(stage.AddPicture(PictureId("p"), "Plan", "image/png", 1, 1, b"png"))
    story.ask(stage.ShowPicture(PictureId("p")))
    assert seen(story) is SceneKind.PICTURE
    story.ask(ask.SetBlackout(on=True))
    assert seen(story) is SceneKind.BLACK


def test_a_step_without_anything_in_it_is_the_lobby() -> None:
    story = story_with(activity(StepKind.TALK))
    bare = tuple(replace(step, activities=()) for step in story.room.steps)
    assert scene_kind(replace(story.room, steps=bare), story.now) is SceneKind.LOBBY


def test_the_end_is_the_closing() -> None:
    story = story_with(activity(StepKind.TALK))
    while story.room.step is not None:
        story.ask(ask.Advance())
    assert seen(story) is SceneKind.CLOSING
    assert waits(story) is None


@pytest.mark.parametrize(
    ("kind", "empty", "written", "revealed"),
    [
        (StepKind.BOARD, SceneKind.STEP, SceneKind.WALL, SceneKind.WALL),
        (StepKind.WRITE, SceneKind.STEP, SceneKind.WALL, SceneKind.WALL),
        (StepKind.QUEUE, SceneKind.STEP, SceneKind.STEP, SceneKind.QUESTIONS),
    ],
)
def test_what_is_written_comes_onto_the_stage(
    kind: StepKind, empty: SceneKind, written: SceneKind, revealed: SceneKind
) -> None:
    story = story_with(activity(kind))
    assert seen(story) is empty
    for name in ("Ann", "Bob"):
        story.write("it", name, "text")
    assert seen(story) is written
    story.ask(ask.Reveal(story.activity("it").id))
    assert seen(story) is revealed


@pytest.mark.parametrize(
    ("kind", "scene"), [(StepKind.VOTE, SceneKind.VOTE), (StepKind.SCALE, SceneKind.SCALE)]
)
def test_results_come_with_the_reveal(kind: StepKind, scene: SceneKind) -> None:
    story = story_with(activity(kind, levels=LEVELS))
    assert seen(story) is SceneKind.STEP
    story.ask(ask.Reveal(story.activity("it").id))
    assert seen(story) is scene


def test_actions_and_breaks_have_their_own() -> None:
    story = story_with(activity(StepKind.ACTIONS), activity(StepKind.PAUSE, "break"))
    assert seen(story) is SceneKind.STEP
    story.ask(ask.AddAction(ActionId("a"), story.activity("it").id, "Write", "Ann"))
    assert seen(story) is SceneKind.ACTIONS
    story.ask(ask.Advance())
    assert seen(story) is SceneKind.BREAK


def test_private_notes_never_make_a_wall() -> None:
    story = story_with(activity(StepKind.BOARD, audience=Audience.AUTHOR))
    story.write("it", "Ann", "mine")
    assert seen(story) is SceneKind.STEP


def test_time_goes_before_what_is_not_revealed() -> None:
    story = story_with(activity(StepKind.QUEUE))
    story.write("it", "Ann", "why?")
    turns = (run.NewClock(ClockId("t1"), "Ann"), run.NewClock(ClockId("t2"), "Bob"))
    story.ask(run.AddClocks(ClockRole.TURN, turns))
    story.ask(run.NextTurn())
    assert seen(story) is SceneKind.TURN
    story.ask(run.AddClocks(ClockRole.GROUP, (run.NewClock(ClockId("g"), "1", minutes(5)),)))
    assert seen(story) is SceneKind.CLOCKS
    story.ask(ask.Reveal(story.activity("it").id))
    assert seen(story) is SceneKind.QUESTIONS
    story.ask(run.SetClockOnly(on=True))
    assert seen(story) is SceneKind.CLOCK


def test_a_hard_end_comes_by_itself() -> None:
    story = story_with(activity(StepKind.TALK))
    assert story.room.step is not None
    story.ask(run.SetPace(story.room.step.id, hard=True, questions=Seconds(120)))
    story.ask(ask.StartTimer())
    assert waits(story) == 540, "the word of the last minute"
    story.wait(seconds=550)
    assert waits(story) == 50
    story.wait(seconds=50)
    assert seen(story) is SceneKind.HARD_END
    assert waits(story) == 120
    story.wait(seconds=121)
    assert waits(story) is None


def test_the_hard_end_of_a_turn() -> None:
    story = story_with(activity(StepKind.TALK))
    clocks = (run.NewClock(ClockId("t1"), "Ann", minutes(1)),)
    story.ask(run.AddClocks(ClockRole.TURN, clocks, hard=True))
    story.ask(run.NextTurn())
    assert waits(story) == 45
    story.wait(seconds=61)
    assert seen(story) is SceneKind.HARD_END


@pytest.mark.parametrize(("change", "at"), [(20, 130), (0, 122)])
def test_rounds_have_a_signal_to_change(change: float, at: float) -> None:
    story = story_with(activity(StepKind.TALK))
    step = story.room.step
    assert step is not None
    assert not changes_now(step, story.now)
    story.ask(run.SetRounds(step.id, Rounds(3, Seconds(120), Seconds(change))))
    assert waits(story) is None
    story.ask(ask.StartTimer())
    assert waits(story) == 5, "as with any round, whether a signal was shown or not"
    story.wait(seconds=60)
    assert (seen(story), waits(story)) == (SceneKind.STEP, 60)
    story.wait(seconds=at - 60)
    assert seen(story) is SceneKind.CHANGE
    assert waits(story) == (10 if change else 3)


def test_a_time_of_day_comes_whatever_is_pressed() -> None:
    story = story_with(activity(StepKind.PAUSE))
    assert story.room.step is not None
    until = Instant(story.now.utc + timedelta(minutes=20))
    story.ask(run.SetPace(story.room.step.id, mode=TimerMode.UNTIL, until=until))
    assert waits(story) == 19 * 60
    story.wait(minutes=21)
    assert waits(story) is None


def test_the_lobby_stops_promising_an_hour() -> None:
    story = story_with(activity(StepKind.TALK), enter=False)
    for planned, wait in ((None, None), (Instant(story.now.utc + timedelta(seconds=30)), 90)):
        room = replace(story.room, session=replace(story.room.session, planned_start=planned))
        assert seconds_to_scene(room, story.now) == wait
