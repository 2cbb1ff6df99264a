"""Talks: nothing is captured but that people say yes, or that they have finished."""

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import PersonId


def say_yes(story: Story, name: str, *, finished: bool = True) -> None:
    """Let someone say yes, or take it back."""
    story.ask(ask.MarkFinished(story.activity("it").id, story.person(name), finished))


def test_saying_yes_and_taking_it_back() -> None:
    story = story_with(activity(StepKind.TALK))
    say_yes(story, "Ann")
    say_yes(story, "Bob")
    assert story.room.finished(story.activity("it")) == (story.person("Ann"), story.person("Bob"))
    before = story.room
    say_yes(story, "Ann")
    assert story.room is before
    say_yes(story, "Ann", finished=False)
    assert story.room.finished(story.activity("it")) == (story.person("Bob"),)


def test_who_left_does_not_count() -> None:
    story = story_with(activity(StepKind.TALK))
    say_yes(story, "Ann")
    story.ask(ask.Leave(story.person("Ann")), minutes_later=1)
    assert story.room.finished(story.activity("it")) == ()
    assert len(story.room.taking_part(story.activity("it"))) == 2


def test_strangers_and_steps_ahead_are_refused() -> None:
    story = story_with(activity(StepKind.TALK), enter=False)
    command = ask.MarkFinished(story.activity("it").id, story.person("Ann"))
    assert refused(story, command) is Why.NOT_NOW
    story.ask(ask.Advance())
    stranger = ask.MarkFinished(story.activity("it").id, PersonId("who"))
    assert refused(story, stranger) is Why.UNKNOWN_PERSON
