"""Questions: any number, in order, parked when they are advice in disguise."""

from tests.domain.making import activity, story_with
from tests.samples import room_at
from workshop_desk.domain import commands as ask
from workshop_desk.domain.steps import StepKind


def test_a_queue_keeps_its_order() -> None:
    story = story_with(activity(StepKind.QUEUE))
    for name in ("Ann", "Bob", "Ann", "Cem"):
        story.write("it", name, f"{name}?")
    texts = [card.text for card in story.room.cards_of(story.activity("it").id)]
    assert texts == ["Ann?", "Bob?", "Ann?", "Cem?"]
    assert len(story.room.cards_by(story.activity("it").id, story.person("Ann"))) == 2


def test_advice_in_disguise_is_parked_and_comes_back() -> None:
    story = story_with(activity(StepKind.QUEUE))
    card = story.write("it", "Ann", "Have you tried a list?")
    assert story.ask(ask.MarkCard(card, parked=True)).cards[card].parked
    assert not story.ask(ask.MarkCard(card, parked=False)).cards[card].parked


def test_the_sample_parks_one() -> None:
    room = room_at("2")
    assert [card.parked for card in room.cards.values()].count(True) == 1
