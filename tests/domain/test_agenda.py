"""Walking through the plan, forward and back, in any order."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import attempt, refused
from tests.samples import Story, codev_plan, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import ActivityId, Seconds, StepId


def spot(room: Room) -> tuple[Place, str, int]:
    """Return where the room is."""
    step = room.step
    return (room.session.place, step.key if step else "", step.phase if step else 0)


def check(room: Room) -> None:
    """Check what must hold wherever the walk went."""
    current = [step for step in room.steps if step.state is StepState.CURRENT]
    assert len(current) == (1 if room.session.place is Place.STEPS else 0)
    assert [step.position for step in room.steps] == list(range(len(room.steps)))
    for step in room.steps:
        assert 0 <= step.phase < max(1, len(step.phases))
        if step.state is StepState.DONE:
            assert step.started is not None
            assert step.ended is not None
            assert step.ended >= step.started
        if step.state is not StepState.CURRENT:
            assert step.timer.state is not TimerState.RUNNING
    for one in room.open_activities:
        assert one.opened is not None


def test_forward_to_the_closing_and_all_the_way_back() -> None:
    story = Story(codev_plan())
    spots = [spot(story.room)]
    while story.room.session.place is not Place.CLOSING:
        story.ask(ask.Advance(), minutes_later=1)
        spots.append(spot(story.room))
        check(story.room)
    assert len(spots) == 2 + sum(len(step.phases) for step in story.room.steps)
    assert refused(story, ask.Advance()) is Why.AT_END
    for wanted in reversed(spots[:-1]):
        story.ask(ask.GoBack(), minutes_later=1)
        assert spot(story.room) == wanted
        check(story.room)
    assert refused(story, ask.GoBack()) is Why.AT_START
    assert refused(story, ask.StartTimer()) is Why.NO_STEP


WALK = st.lists(
    st.sampled_from(["on", "back", "jump", "start", "pause", "add"]), min_size=1, max_size=40
)


@given(WALK, st.data())
def test_any_walk_keeps_the_plan(walk: list[str], data: st.DataObject) -> None:
    story = Story(codev_plan())
    steps = [step.id for step in story.room.steps]
    for move in walk:
        commands = {
            "on": ask.Advance(),
            "back": ask.GoBack(),
            "start": ask.StartTimer(),
            "pause": ask.PauseTimer(),
            "add": ask.AddTime(Seconds(60.0)),
        }
        command = commands.get(move) or ask.GoTo(data.draw(st.sampled_from(steps)))
        why = attempt(story, command, minutes_later=0.5)
        assert why in {None, Why.AT_END, Why.AT_START, Why.NO_STEP}
        check(story.room)
        assert [step.id for step in story.room.steps] == steps


def test_a_jump_skips_and_going_back_forgets_it() -> None:
    story = story_until("0a")
    steps = {step.key: step.id for step in story.room.steps}
    story.ask(ask.GoTo(steps["3"]), minutes_later=1)
    states = {step.key: step.state for step in story.room.steps}
    assert states["0a"] is StepState.DONE
    assert states["0b"] is states["1"] is states["2"] is StepState.SKIPPED
    assert states["3"] is StepState.CURRENT
    story.ask(ask.GoTo(steps["1"]), minutes_later=1)
    states = {step.key: step.state for step in story.room.steps}
    assert states["0b"] is StepState.SKIPPED
    assert states["1"] is StepState.CURRENT
    assert states["2"] is StepState.AHEAD
    assert states["3"] is StepState.AHEAD


def test_a_jump_to_where_one_is_changes_nothing() -> None:
    story = story_until("2")
    assert story.room.step is not None
    before = story.room
    assert story.ask(ask.GoTo(story.room.step.id)) is before
    assert refused(story, ask.GoTo(StepId("nowhere"))) is Why.UNKNOWN_STEP


def test_leaving_a_step_stops_its_timer_and_coming_back_can_go_on() -> None:
    story = story_until("2")
    story.ask(ask.Advance(), minutes_later=1)
    step = next(one for one in story.room.steps if one.key == "2")
    ran = step.timer.elapsed(story.now)
    assert step.timer.state is TimerState.STOPPED
    story.ask(ask.GoBack(), minutes_later=5)
    assert story.room.step is not None
    assert story.room.step.key == "2"
    assert story.room.step.ended is None
    story.ask(ask.StartTimer())
    story.wait(minutes=1)
    assert story.room.step.timer.elapsed(story.now) == ran + 60


def test_back_to_the_lobby_pauses() -> None:
    story = Story(codev_plan())
    story.ask(ask.Advance())
    story.ask(ask.StartTimer())
    story.ask(ask.GoBack(), minutes_later=2)
    assert story.room.session.place is Place.LOBBY
    assert story.room.steps[0].state is StepState.AHEAD
    assert story.room.steps[0].timer.state is TimerState.PAUSED


def test_revealing() -> None:
    story = story_until("lobby")
    story.ask(ask.Advance())
    mood = story.activity("mood").id
    assert story.ask(ask.Reveal(mood)).activity(mood).revealed
    before = story.room
    assert story.ask(ask.Reveal(mood)) is before
    assert not story.ask(ask.Reveal(mood, shown=False)).activity(mood).revealed
    assert refused(story, ask.Reveal(ActivityId("nothing"))) is Why.UNKNOWN_ACTIVITY


def test_notes() -> None:
    story = story_until("2")
    assert story.room.step is not None
    step = story.room.step.id
    assert story.ask(ask.SetNotes(step, " a \n\n\n\n b ")).step.notes == "a\n\nb"
    assert story.ask(ask.SetNotes(step, "  ")).step.notes == ""
    assert refused(story, ask.SetNotes(StepId("nowhere"), "x")) is Why.UNKNOWN_STEP


def test_time_can_be_added_and_taken() -> None:
    story = story_until("2")
    length = story.room.step.timer.length
    assert story.ask(ask.AddTime(Seconds(300.0))).step.timer.length == length + 300
    assert story.ask(ask.AddTime(Seconds(-80_000.0))).step.timer.length == 0
    assert refused(story, ask.AddTime(Seconds(90_000.0))) is Why.TIME_TOO_LONG
    assert refused(story, ask.AddTime(Seconds(float("nan")))) is Why.TIME_TOO_LONG


def test_saying_that_it_started_earlier_moves_the_real_start() -> None:
    story = Story(codev_plan())
    story.ask(ask.Advance(), minutes_later=5)
    entered = story.room.step.started
    story.ask(ask.BackdateStart(Seconds(90.0)))
    assert (entered - story.room.step.started).total_seconds() == 90
    assert story.room.step.timer.elapsed(story.now) == 90
    story.ask(ask.BackdateStart(Seconds(-90.0)))
    assert story.room.step.timer.elapsed(story.now) == 0
    assert refused(story, ask.BackdateStart(Seconds(-5.0))) is Why.BAD_VALUE


def test_taking_back_an_earlier_start_brings_the_real_one_back() -> None:
    story = Story(codev_plan())
    entered = story.ask(ask.Advance()).step.started
    begun = story.ask(ask.StartTimer(), minutes_later=3).step.timer.started
    for seconds in (60.0, -60.0):  # within the minutes before the clock was started
        story.ask(ask.BackdateStart(Seconds(seconds)))
    assert story.room.step.started == entered
    for seconds in (600.0, -600.0):  # before the step was even entered
        story.ask(ask.BackdateStart(Seconds(seconds)))
    assert story.room.step.started == story.room.step.timer.started.utc == begun.utc
    never_started = Story(codev_plan())
    never_started.ask(ask.Advance())
    assert refused(never_started, ask.BackdateStart(Seconds(-1.0))) is Why.BAD_VALUE


def test_pausing_twice_changes_nothing() -> None:
    story = story_until("2")
    story.ask(ask.PauseTimer())
    before = story.room
    assert story.ask(ask.PauseTimer(), minutes_later=1) is before
