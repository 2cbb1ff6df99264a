"""What of the content the whole room may see."""

import pytest

from tests import samples
from tests.domain.making import activity, story_with
from workshop_desk.domain import commands as ask
from workshop_desk.domain.control_commands import GiveFloor, RaiseHand, SetHandsShown
from workshop_desk.domain.onstage import (
    Spread,
    Tally,
    agreed,
    hands_told,
    held_back,
    ranking,
    shown_author,
    shown_cards,
    spread,
    tally,
)
from workshop_desk.domain.steps import Audience, Naming, StepKind
from workshop_desk.domain.wording import Wording

WRITTEN = (StepKind.WRITE, StepKind.BOARD, StepKind.QUEUE)
LEVELS = tuple(Wording.of({"en": str(level)}) for level in range(1, 6))


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize(
    ("audience", "silent", "before", "after"),
    [
        (Audience.ROOM, False, False, False),
        (Audience.ROOM, True, True, False),
        (Audience.HELD, False, True, False),
        (Audience.FACILITATOR, False, True, True),
        (Audience.AUTHOR, False, True, True),
    ],
)
def test_who_may_read_decides(
    kind: StepKind, audience: Audience, silent: bool, before: bool, after: bool
) -> None:
    story = story_with(activity(kind, audience=audience, silent=silent))
    story.write("it", "Ann", "mine")
    for held in (before, after):
        one = story.activity("it")
        assert held_back(one) is held
        assert [card.text for card in shown_cards(story.room, one)] == ([] if held else ["mine"])
        story.ask(ask.Reveal(one.id))


def test_hidden_parked_and_withdrawn_cards_stay_off() -> None:
    story = story_with(activity(StepKind.BOARD))
    cards = [story.write("it", "Ann", text) for text in ("a", "b", "c", "d")]
    story.ask(ask.MarkCard(cards[0], hidden=True))
    story.ask(ask.MarkCard(cards[1], parked=True))
    story.ask(ask.MarkCard(cards[2], withdrawn=True))
    assert [card.text for card in shown_cards(story.room, story.activity("it"))] == ["d"]


@pytest.mark.parametrize(
    ("naming", "name"), [(Naming.NAMED, "Ann A"), (Naming.PSEUDONYMOUS, ""), (Naming.ANONYMOUS, "")]
)
def test_names_are_shown_only_where_people_are_named(naming: Naming, name: str) -> None:
    story = story_with(activity(StepKind.BOARD, naming=naming))
    story.write("it", "Ann", "mine")
    one = story.activity("it")
    assert shown_author(story.room, one, shown_cards(story.room, one)[0]) == name


def test_what_was_agreed_is_the_last_text_that_was_locked() -> None:
    story = story_with(activity(StepKind.WRITE), activity(StepKind.BOARD, "board", meanwhile=True))
    step = story.room.step
    assert step is not None
    assert agreed(story.room, step) is None
    first, second = (story.write("it", *said) for said in (("Ann", "one"), ("Bob", "two")))
    story.ask(ask.MarkCard(first, locked=True))
    found = agreed(story.room, step)
    assert found is not None
    assert found[1].text == "one"
    story.ask(ask.MarkCard(second, locked=True))
    found = agreed(story.room, step)
    assert found is not None
    assert found[1].text == "two"


def test_the_room_waits_for_those_who_write_in_silence_vote_and_answer() -> None:
    story = story_with(
        activity(StepKind.BOARD, "source"),
        activity(StepKind.WRITE, "silent", silent=True, meanwhile=True),
        activity(StepKind.VOTE, "vote", source="source", dots=1, meanwhile=True),
        activity(StepKind.SCALE, "scale", levels=LEVELS, meanwhile=True),
        activity(StepKind.WRITE, "guests", silent=True, who=("guest",), meanwhile=True),
    )
    card = story.write("source", "Ann", "this")
    story.write("silent", "Bob", "done")
    story.vote("vote", "Ann", card)
    story.rate("scale", "Ann", 3)
    story.rate("scale", "Bob", 4)
    counted = {key: tally(story.room, story.activity(key)) for key in ("silent", "vote", "scale")}
    assert counted == {"silent": Tally(1, 3), "vote": Tally(1, 3), "scale": Tally(2, 3)}
    assert tally(story.room, story.activity("source")) is None
    assert tally(story.room, story.activity("guests")) is None
    for key in counted:
        story.ask(ask.Reveal(story.activity(key).id))
        assert tally(story.room, story.activity(key)) is None


def test_dots_are_counted_once_they_are_revealed() -> None:
    story = story_with(
        activity(StepKind.BOARD, "source"),
        activity(StepKind.VOTE, "vote", source="source", dots=1, meanwhile=True),
    )
    cards = [story.write("source", "Ann", text) for text in ("a", "b", "c")]
    story.vote("vote", "Ann", cards[1])
    story.vote("vote", "Bob", cards[2])
    assert ranking(story.room, story.activity("vote")) == ()
    story.ask(ask.Reveal(story.activity("vote").id))
    found = ranking(story.room, story.activity("vote"))
    assert [(one.rank, one.card.text, one.dots) for one in found] == [
        (1, "b", 1),
        (1, "c", 1),
        (3, "a", 0),
    ]


def test_few_anonymous_answers_are_only_counted() -> None:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS, naming=Naming.ANONYMOUS))
    for name in ("Dan D", "Eve E"):
        story.join(name)
    for name in ("Ann", "Bob", "Cem", "Dan"):
        story.rate("it", name, 2)
    story.ask(ask.Reveal(story.activity("it").id))
    assert spread(story.room, story.activity("it")) == Spread((), 0, 4, 5)


def test_five_anonymous_answers_are_shown_once_revealed() -> None:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS, naming=Naming.ANONYMOUS))
    for name in ("Dan D", "Eve E"):
        story.join(name)
    for name in ("Ann", "Bob", "Cem", "Dan", "Eve"):
        story.rate("it", name, 4)
    assert spread(story.room, story.activity("it")).counts == ()
    story.ask(ask.Reveal(story.activity("it").id))
    assert spread(story.room, story.activity("it")) == Spread((0, 0, 0, 5, 0), 4, 5, 5)


def test_named_answers_are_shown_from_the_first_one_on() -> None:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS))
    story.ask(ask.Reveal(story.activity("it").id))
    assert spread(story.room, story.activity("it")) == Spread((), 0, 0, 1)
    story.ask(ask.Reveal(story.activity("it").id, shown=False))
    story.rate("it", "Ann", 1)
    story.ask(ask.Reveal(story.activity("it").id))
    assert spread(story.room, story.activity("it")).middle == 1


def test_private_and_dropped_actions_are_not_for_the_room() -> None:
    room = samples.story_until("closing").room
    assert {one.is_open for one in room.actions.values()} >= {True}
    assert not any(one.is_open for one in room.actions.values() if one.private)


def test_the_room_is_told_how_many_hands_are_up_only_where_the_desk_says_so() -> None:
    story = story_with(activity(StepKind.TALK))
    for name in ("Ann", "Bob"):
        story.ask(RaiseHand(story.person(name)))
    assert hands_told(story.room) == 0
    story.ask(SetHandsShown(True))
    assert hands_told(story.room) == 2
    story.ask(GiveFloor(story.person("Ann")))
    assert hands_told(story.room) == 1
