"""Changing the plan while it runs, and the way back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.making import refused
from tests.samples import story_until
from tests.shows import Show, plain_step
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.notices import notice
from workshop_desk.domain.nudges import nudge
from workshop_desk.domain.recovery import recoveries
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.rules.plan import MOST_STEPS
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepKind, StepState
from workshop_desk.domain.timer import TimerMode, TimerState
from workshop_desk.domain.timing import timing
from workshop_desk.domain.units import CardId, Instant, PersonId, Seconds, SessionId, StepId
from workshop_desk.domain.wording import Wording


def keys(show: Show) -> str:
    assert [step.position for step in show.room.steps] == list(range(len(show.room.steps)))
    return "".join(step.key for step in show.room.steps)


def running(steps: str = "abcd") -> Show:
    """Return a show whose second step runs."""
    show = Show(dict.fromkeys(steps, 10))
    show.ask(ask.Advance())
    show.ask(ask.StartTimer())
    show.ask(ask.Advance(), minutes_later=10)
    show.ask(ask.StartTimer())
    return show


def fresh(show: Show, key: str = "x", kind: StepKind = StepKind.TALK, minutes: float = 5) -> Step:
    return plain_step(show.planned, key, minutes, kind)


def test_a_step_put_in_is_time_added() -> None:
    show = running()
    show.ask(plans.InsertStep(fresh(show), 2))
    assert keys(show) == "abxcd"
    assert show.step("x").timer.planned == 0
    assert show.step("x").timer.length == 300
    assert forecast(show.room, show.now).behind == 300  # the room was promised an earlier end
    assert show.ask(ask.Advance()).step.key == "x"


def test_a_step_put_in_before_it_begins_is_planned() -> None:
    show = Show({"a": 10})
    show.ask(plans.InsertStep(fresh(show), 0))
    assert keys(show) == "xa"
    assert show.step("x").timer.planned == 300
    assert forecast(show.room, show.now).behind == 0


def test_a_break_put_in_keeps_its_hour() -> None:
    show = running()
    back = Instant(show.now.utc + timedelta(minutes=25))
    step = fresh(show, "x", StepKind.PAUSE)
    step = replace(step, timer=replace(step.timer, mode=TimerMode.UNTIL, until=back))
    show.ask(plans.InsertStep(step, 2))
    assert show.step("x").timer.target == back
    assert forecast(show.room, show.now).slots[show.id("x")].end == back


def test_a_step_put_in_has_its_length_again_after_an_hour() -> None:
    show = running()
    show.ask(plans.InsertStep(fresh(show), 2))
    assert show.step("x").longest == 300  # what it was put in for, whatever is added later
    until = Instant(show.now.utc + timedelta(minutes=30))
    show.ask(plans.SetPace(show.id("x"), TimerMode.UNTIL, until))
    show.ask(plans.SetPace(show.id("x"), TimerMode.DOWN))
    assert (show.step("x").timer.planned, show.step("x").timer.length) == (0, 300)


def test_repeating_is_putting_in_a_copy() -> None:
    show = running()
    show.ask(plans.InsertStep(fresh(show, "b2", minutes=10), show.step("b").position + 1))
    assert keys(show) == "abb2cd"
    assert show.step("b2").state is StepState.AHEAD


@pytest.mark.parametrize("place", [-1, 0, 1])
def test_nothing_is_put_into_the_past(place: int) -> None:
    show = running()
    assert refused(show, plans.InsertStep(fresh(show), place)) is Why.STEP_PASSED
    assert refused(show, plans.MoveStep(show.id("d"), place)) is Why.STEP_PASSED
    assert refused(show, plans.MoveStep(show.id("b"), 3)) is Why.STEP_PASSED
    assert refused(show, plans.SkipStep(show.id("b"))) is Why.STEP_PASSED
    assert refused(show, plans.DropStep(show.id("a"))) is Why.STEP_PASSED


def test_what_is_put_in_must_be_new_whole_and_unused() -> None:
    show = running()
    step, now = fresh(show), show.now
    one = step.activities[0]
    hour = replace(step.timer, mode=TimerMode.UNTIL, until=now.utc)
    wrong = (
        replace(step, state=StepState.SKIPPED),
        replace(step, timer=hour, rounds=Rounds(2, Seconds(150.0))),
        replace(step, phase=1),
        replace(step, started=now.utc),
        replace(step, timer=replace(step.timer, state=TimerState.RUNNING, started=now, anchor=now)),
        replace(step, timer=replace(step.timer, banked=Seconds(5.0))),
        replace(step, session=SessionId("another")),
        replace(step, activities=()),
        replace(step, activities=(one, replace(one, step=StepId("another")))),
        replace(step, activities=(one, one)),
        replace(step, id=show.id("c")),
        replace(step, activities=(replace(show.step("c").activities[0], step=step.id),)),
    )
    for bad in wrong:
        assert refused(show, plans.InsertStep(bad, 2)) is Why.BAD_VALUE
    rounds = replace(step, rounds=Rounds(2, Seconds(-5.0)))
    assert refused(show, plans.InsertStep(rounds, 2)) is Why.TIME_NOT_POSITIVE
    show.ask(plans.InsertStep(replace(step, rounds=Rounds(2, Seconds(150.0))), 2))
    nameless = replace(fresh(show, "y"), title=Wording.of({"en": " "}))
    assert refused(show, plans.InsertStep(nameless, 2)) is Why.TEXT_MISSING


@pytest.mark.parametrize(
    ("minutes", "why"),
    [
        (0, Why.TIME_NOT_POSITIVE),
        (-5, Why.TIME_NOT_POSITIVE),
        (float("nan"), Why.TIME_NOT_POSITIVE),
        (float("inf"), Why.TIME_TOO_LONG),
        (24 * 60 + 1, Why.TIME_TOO_LONG),
    ],
)
def test_no_step_of_an_absurd_length(minutes: float, why: Why) -> None:
    show = running()
    assert refused(show, plans.InsertStep(fresh(show, minutes=minutes), 2)) is why


def test_there_is_an_end_to_steps() -> None:
    show = Show({f"s{number}": 1 for number in range(MOST_STEPS)})
    assert refused(show, plans.InsertStep(fresh(show), 2)) is Why.TOO_MANY_STEPS


def test_moving_and_leaving_out() -> None:
    show = running("abcde")
    show.ask(plans.MoveStep(show.id("e"), 2))
    assert keys(show) == "abecd"
    show.ask(plans.MoveStep(show.id("e"), 99))
    assert keys(show) == "abcde"
    before = show.room
    assert show.ask(plans.MoveStep(show.id("e"), 4)) == before
    show.ask(plans.SkipStep(show.id("c")))
    assert show.step("c").state is StepState.SKIPPED
    before = show.room
    assert show.ask(plans.SkipStep(show.id("c"))) is before
    show.ask(plans.SkipStep(show.id("d")))
    show.ask(plans.SkipStep(show.id("d"), skipped=False))
    assert show.ask(ask.Advance()).step.key == "d"


def test_dropping_the_step_that_runs_goes_on_with_the_next() -> None:
    show = running()
    show.ask(plans.DropStep(show.id("b")), minutes_later=3)
    assert keys(show) == "acd"
    assert show.room.step.key == "c"
    assert show.step("c").started == show.now.utc
    show.wait(2)
    told = timing(show.room, show.now)
    assert told.total == 15 * 60
    assert told.beside == 3 * 60  # in a step that is no more
    show.ask(plans.Undo())
    assert keys(show) == "abcd"
    assert show.room.step.key == "b"
    assert show.step("b").timer.elapsed(show.now) == 5 * 60  # as if it had never been away
    assert timing(show.room, show.now).steps[1].taken == 5 * 60


def test_dropping_the_last_step_that_runs_closes_the_plan() -> None:
    show = running("ab")
    show.ask(plans.DropStep(show.id("b")))
    assert show.room.session.place is Place.CLOSING
    show.ask(plans.Undo())
    assert show.room.session.place is Place.STEPS
    assert show.room.step.key == "b"


def test_dropping_everything_while_it_runs() -> None:
    show = running("abc")
    for key in "cb":
        show.ask(plans.DropStep(show.id(key)))
    assert show.room.session.place is Place.CLOSING
    show.ask(ask.GoBack())
    show.ask(plans.DropStep(show.id("a")), minutes_later=1)
    assert show.room.steps == ()
    assert show.room.session.place is Place.CLOSING
    show.wait(5)
    ahead = forecast(show.room, show.now)
    assert (ahead.slots, ahead.starts) == ({}, {})
    assert recoveries(show.room, show.now) == ()
    assert nudge(show.room, show.now) is None
    assert notice(show.room, show.now) is None
    told = timing(show.room, show.now)
    assert (told.steps, told.total) == ((), 16 * 60)
    for command in (ask.StartTimer(), ask.AddTime(Seconds(60.0)), plans.NextTurn()):
        assert refused(show, command) is Why.NO_STEP
    assert refused(show, ask.Advance()) is Why.AT_END
    show.ask(plans.InsertStep(fresh(show), 0))
    assert show.ask(ask.GoTo(show.id("x"))).step.key == "x"
    for _ in range(show.room.past[-1].number):
        if show.room.past:
            show.ask(plans.Undo())
    assert keys(show) == "abc"
    assert show.room.session.place is Place.LOBBY


def test_an_empty_plan_in_the_lobby_goes_straight_to_the_closing() -> None:
    show = Show({"a": 5})
    show.ask(plans.DropStep(show.id("a")))
    assert show.ask(ask.Advance()).session.place is Place.CLOSING
    assert show.ask(ask.GoBack()).session.place is Place.LOBBY


def test_a_step_can_be_put_after_the_end() -> None:
    show = running("ab")
    show.ask(ask.Advance(), minutes_later=10)
    assert show.room.session.place is Place.CLOSING
    show.ask(plans.InsertStep(fresh(show), 2))
    assert keys(show) == "abx"
    assert show.ask(ask.GoBack()).step.key == "x"


def test_a_step_deleted_by_someone_else_at_the_same_moment() -> None:
    show = running()
    gone = show.id("c")
    show.ask(plans.DropStep(gone))
    for command in (
        plans.DropStep(gone), plans.SkipStep(gone), plans.MoveStep(gone, 2), ask.GoTo(gone),
        plans.SetLengths(((show.id("d"), Seconds(60.0)), (gone, Seconds(60.0)))),
        plans.SetPace(gone, hard=True), plans.SetRounds(gone, None),
        plans.SetMuted(gone),
        ask.AddTime(Seconds(60.0), gone), ask.SetNotes(gone, "x"),
    ):  # fmt: skip
        assert refused(show, command) is Why.UNKNOWN_STEP


def test_what_was_answered_stays() -> None:
    story = story_until("1")
    step = story.room.step
    assert refused(story, plans.DropStep(step.id)) is Why.STEP_HAS_ANSWERS


def test_undo_knows_its_number() -> None:
    show = Show({"a": 10, "b": 10})
    assert refused(show, plans.Undo()) is Why.NOTHING_TO_UNDO
    show.ask(ask.Advance())
    first = show.room.past[-1].number
    show.ask(ask.StartTimer())
    assert refused(show, plans.Undo(first)) is Why.CHANGED_SINCE
    show.ask(plans.Undo(show.room.past[-1].number))
    assert show.step("a").timer.state is TimerState.WAITING
    show.ask(plans.Undo(first))
    assert show.room.session.place is Place.LOBBY
    assert refused(show, plans.Undo(first)) is Why.NOTHING_TO_UNDO
    show.ask(ask.Advance())
    assert show.room.past[-1].number > first  # a number is never used twice


def test_no_step_with_answers_is_undone() -> None:
    show = running()
    person = PersonId("p")
    show.ask(plans.InsertStep(fresh(show, "x", StepKind.BOARD), 2))
    number = show.room.past[-1].number
    show.join("Ann")
    person = show.person("Ann")
    show.ask(ask.Advance())
    card = ask.SubmitCard(CardId("card"), show.step("x").activities[0].id, person, "Idea")
    show.ask(card)
    show.ask(plans.Undo())  # the step is left, what was written in it stays
    assert show.room.cards
    assert refused(show, plans.Undo(number)) is Why.STEP_HAS_ANSWERS
    assert keys(show) == "abxcd"


def test_undo_keeps_notes_and_what_is_shown() -> None:
    show = running()
    show.ask(ask.AddTime(Seconds(60.0)))
    show.ask(ask.SetNotes(show.id("b"), "Bob"))
    show.ask(ask.Reveal(show.step("b").activities[0].id))
    show.ask(plans.SetClockOnly(True))
    show.ask(plans.Undo())
    step = show.step("b")
    assert (step.timer.length, step.notes, step.activities[0].revealed) == (600, "Bob", True)
    assert show.room.session.clock_only
    before = show.room
    assert show.ask(plans.SetClockOnly(True)) is before


def test_fifty_changes_are_remembered() -> None:
    show = running()
    for _ in range(60):
        show.ask(ask.AddTime(Seconds(1.0)))
    for _ in range(50):
        show.ask(plans.Undo())
    assert show.step("b").timer.length == 610
    assert refused(show, plans.Undo()) is Why.NOTHING_TO_UNDO
