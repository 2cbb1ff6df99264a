"""Breaks: nothing is asked of anyone, and the clock may run to a time of day."""

from datetime import timedelta

from tests import samples
from tests.domain.making import activity, refused, story_with
from tests.shows import Show
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.timer import TimerPhase
from workshop_desk.domain.units import CardId

BACK = samples.START + timedelta(minutes=30)


def test_a_step_with_a_pause_is_a_break() -> None:
    assert story_with(activity(StepKind.PAUSE)).room.steps[0].is_break
    assert not story_with(activity(StepKind.TALK)).room.steps[0].is_break


def test_a_break_asks_for_nothing() -> None:
    assert not StepKind.PAUSE.asks
    story = story_with(activity(StepKind.PAUSE))
    card = ask.SubmitCard(CardId("c"), story.activity("it").id, story.person("Ann"), "Café")
    assert refused(story, card) is Why.WRONG_KIND


def test_a_break_ends_at_its_hour_however_late_it_begins() -> None:
    show = Show({"pause": 15}, breaks={"pause": BACK})
    show.ask(ask.Advance(), minutes_later=20)
    show.ask(ask.StartTimer())
    assert show.step("pause").timer.remaining(show.now) == 600
    show.ask(ask.PauseTimer(), minutes_later=2)
    assert show.step("pause").timer.remaining(show.now) == 480  # the hour does not wait
    show.ask(ask.StartTimer(), minutes_later=8)
    assert show.step("pause").timer.phase(show.now) is TimerPhase.OVER
