"""Moderation: what phones write for the room waits until it was looked at, everywhere."""

from dataclasses import replace

import pytest

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.actions import ActionState
from workshop_desk.domain.control_commands import HideCards, LetThrough, SetModerated
from workshop_desk.domain.onstage import shown_cards
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import moderation
from workshop_desk.domain.rules.votes import options
from workshop_desk.domain.steps import Audience, Naming, StepKind
from workshop_desk.domain.units import ActionId, ActivityId, CardId


def board(**options: object) -> Story:
    story = story_with(
        activity(StepKind.BOARD, **options),
        replace(activity(StepKind.ACTIONS, "todo"), meanwhile=True),
        replace(activity(StepKind.VOTE, "vote", source="it"), meanwhile=True),
        replace(activity(StepKind.WRITE, "text"), meanwhile=True),
    )
    story.ask(SetModerated(True))
    return story


def write(
    story: Story, name: str, text: str, key: str = "it", channel: Channel = Channel.PHONE
) -> CardId:
    card, where = CardId(f"c-{text}"), ActivityId(f"activity-{key}")
    story.ask(ask.SubmitCard(card, where, story.person(name), text, channel=channel))
    return card


def seen(story: Story) -> list[str]:
    return [card.text for card in shown_cards(story.room, story.activity("it"))]


def waiting(story: Story) -> list[str]:
    return [card.text for card in moderation.waiting_cards(story.room)]


def test_what_phones_write_waits_and_what_the_desk_writes_does_not() -> None:
    story = board()
    one = write(story, "Ann", "un")
    write(story, "Bob", "deux", channel=Channel.TABLE)
    write(story, "Cem", "trois", channel=Channel.DESK)
    write(story, "Cem", "quatre", channel=Channel.PAPER)
    assert (waiting(story), seen(story)) == (["un", "deux"], ["trois", "quatre"])
    assert [card.text for card in options(story.room, story.activity("vote"))] == ["trois", "quatre"]
    story.ask(LetThrough((one,)))
    assert (waiting(story), seen(story)) == (["deux"], ["un", "trois", "quatre"])
    assert story.ask(LetThrough((one,))) is story.room
    story.ask(LetThrough((one,), through=False))
    assert waiting(story) == ["un", "deux"]


def test_switching_it_off_lets_nothing_through_by_itself() -> None:
    story = board()
    write(story, "Ann", "un")
    story.ask(SetModerated(False))
    write(story, "Bob", "deux")
    assert (waiting(story), seen(story)) == (["un"], ["deux"])


def test_new_words_are_looked_at_anew() -> None:
    story = board()
    one = write(story, "Ann", "un")
    story.ask(LetThrough((one,)))
    story.ask(ask.EditCard(one, "un"))
    assert waiting(story) == []
    story.ask(ask.EditCard(one, "UN", Channel.DESK))
    assert waiting(story) == []
    story.ask(ask.EditCard(one, "autre"))
    assert waiting(story) == ["autre"]
    story.ask(ask.EditCard(one, "encore", Channel.DESK))
    assert waiting(story) == ["encore"]
    write(story, "Ann", "texte", "text")
    assert waiting(story) == ["encore", "texte"]
    story.ask(LetThrough((CardId("c-texte"),)))
    write(story, "Ann", "autre texte", "text")
    assert waiting(story) == ["encore", "autre texte"]


def test_what_is_hidden_or_taken_back_is_no_longer_to_be_looked_at() -> None:
    story = board()
    one, two = write(story, "Ann", "un"), write(story, "Bob", "deux")
    story.ask(ask.MarkCard(one, hidden=True))
    story.ask(ask.MarkCard(two, withdrawn=True))
    assert waiting(story) == []
    story.ask(ask.MarkCard(one, hidden=False))
    assert waiting(story) == ["un"]


@pytest.mark.parametrize("audience", [Audience.AUTHOR, Audience.FACILITATOR])
def test_what_is_not_for_the_room_does_not_wait(audience: Audience) -> None:
    story = board(audience=audience)
    write(story, "Ann", "un")
    assert waiting(story) == []


@pytest.mark.parametrize("naming", Naming)
def test_what_is_held_back_waits_too(naming: Naming) -> None:
    story = board(audience=Audience.HELD, naming=naming)
    write(story, "Ann", "un")
    story.ask(ask.Reveal(story.activity("it").id))
    assert (waiting(story), seen(story)) == (["un"], [])


def test_actions_wait_as_well() -> None:
    story = board()
    todo, action = story.activity("todo").id, ActionId("a")
    story.ask(ask.AddAction(action, todo, "Appeler", "", writer=story.person("Ann")))
    story.ask(ask.AddAction(ActionId("b"), None, "Écrire", "Bob", channel=Channel.DESK))
    assert [one.id for one in moderation.waiting_actions(story.room)] == [action]
    assert not story.room.actions[action].is_open
    story.ask(ask.ChangeAction(action, state=ActionState.DROPPED))
    assert moderation.waiting_actions(story.room) == ()
    story.ask(ask.ChangeAction(action, state=ActionState.OPEN))
    story.ask(LetThrough((), (action,)))
    assert story.room.actions[action].is_open
    assert story.ask(LetThrough((), (action,))) is story.room


def test_all_that_someone_wrote_is_hidden_in_one_go() -> None:
    story = board()
    one, two = write(story, "Ann", "un"), write(story, "Ann", "deux")
    write(story, "Bob", "trois", channel=Channel.DESK)
    story.ask(ask.MarkCard(two, hidden=True))
    mine = moderation.written_by(story.room, story.person("Ann"))
    assert mine == (one,)
    story.ask(HideCards(mine))
    assert story.room.cards[one].hidden
    assert story.ask(HideCards(mine)) is story.room
    story.ask(HideCards(mine, hidden=False))
    assert not story.room.cards[one].hidden


def test_what_is_not_known_is_refused() -> None:
    story = board()
    assert refused(story, HideCards((CardId("none"),))) is Why.UNKNOWN_CARD
    assert refused(story, LetThrough((), (ActionId("none"),))) is Why.UNKNOWN_ACTION
    many = tuple(CardId(str(number)) for number in range(moderation.MOST_AT_ONCE + 1))
    assert refused(story, HideCards(many)) is Why.BAD_VALUE
