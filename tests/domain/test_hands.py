"""Raised hands: one each, in order, down by themselves."""

import pytest

from tests.domain.making import refused
from tests.samples import Story, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import GiveFloor, LowerHand, RaiseHand
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules.hands import queue, speaker


@pytest.fixture
def story() -> Story:
    return story_until("2")


def test_hands_stand_in_the_order_in_which_they_went_up(story: Story) -> None:
    karim, amina = story.person("Karim"), story.person("Amina")
    story.ask(RaiseHand(karim))
    story.ask(RaiseHand(amina), minutes_later=1)
    before = story.room
    assert story.ask(RaiseHand(karim), minutes_later=1) is before
    assert queue(before) == (karim, amina)
    story.ask(LowerHand(karim))
    assert story.ask(LowerHand(karim)) is story.room
    story.ask(RaiseHand(karim))
    assert queue(story.room) == (amina, karim)


def test_one_has_the_floor_and_gives_it_on(story: Story) -> None:
    karim, amina = story.person("Karim"), story.person("Amina")
    assert speaker(story.room) is None
    story.ask(RaiseHand(karim))
    story.ask(RaiseHand(amina))
    story.ask(GiveFloor(amina))
    assert (queue(story.room), speaker(story.room)) == ((karim,), amina)
    assert story.ask(GiveFloor(amina)) is story.room
    story.ask(GiveFloor(karim))
    assert (queue(story.room), speaker(story.room)) == ((), karim)
    assert refused(story, GiveFloor(amina)) is Why.NO_HAND
    story.ask(LowerHand(karim))
    assert speaker(story.room) is None


def test_who_leaves_asks_no_more_and_who_is_away_cannot_ask(story: Story) -> None:
    karim = story.person("Karim")
    story.ask(RaiseHand(karim))
    story.ask(ask.Leave(karim))
    assert not story.room.hands
    assert refused(story, RaiseHand(karim)) is Why.UNKNOWN_PERSON
