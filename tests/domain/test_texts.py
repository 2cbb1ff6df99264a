"""Texts: one per person, changed by writing again."""

from tests.domain.making import activity, refused, story_with
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import CardId


def test_writing_again_changes_the_text() -> None:
    story = story_with(activity(StepKind.WRITE))
    first = story.write("it", "Ann", "one")
    story.write("it", "Bob", "two")
    story.write("it", "Ann", "three")
    assert len(story.room.cards) == 2
    assert story.room.cards[first].text == "three"


def test_an_agreed_text_stands() -> None:
    story = story_with(activity(StepKind.WRITE))
    card = story.write("it", "Ann", "one")
    story.ask(ask.MarkCard(card, locked=True))
    again = ask.SubmitCard(CardId("new"), story.activity("it").id, story.person("Ann"), "two")
    assert refused(story, again) is Why.LOCKED


def test_who_has_written_their_text_has_finished() -> None:
    story = story_with(activity(StepKind.WRITE))
    story.write("it", "Ann", "one")
    story.person("Bob")
    assert story.room.finished(story.activity("it")) == (story.person("Ann"),)
