"""Cards: limits, tags, marks, and what anonymous ones keep of their author."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import cards as rules
from workshop_desk.domain.steps import Naming, StepKind, Tag
from workshop_desk.domain.units import ActivityId, CardId, PersonId
from workshop_desk.domain.wording import Wording

TAGS = tuple(Tag(name, Wording.of({"en": name})) for name in ("x", "y", "z"))


def board(**options: object) -> Story:
    """Return a room with a board."""
    return story_with(activity(StepKind.BOARD, **options))


def submit(story: Story, author: str | None, text: str = "text", **options: object) -> ask.SubmitCard:
    """Return the wish to write a card."""
    person = story.person(author) if author else None
    return ask.SubmitCard(CardId(story.new_id()), story.activity("it").id, person, text, **options)


def test_a_card_keeps_what_was_said() -> None:
    story = board(tags=TAGS, most_tags=2)
    card = story.write("it", "Ann", " An  idea \r\n and more ", ("x", "y"))
    known = story.room.cards[card]
    assert known.text == "An idea\nand more"
    assert known.tags == ("x", "y")
    assert known.author == story.person("Ann")
    assert known.written == story.now.utc
    assert known.shareable is None
    assert story.room.participation(known.activity, story.person("Ann")).answers == 1


@given(st.integers(1, 5), st.lists(st.sampled_from(["Ann", "Bob"]), max_size=16))
def test_nobody_writes_more_than_the_limit(most: int, authors: list[str]) -> None:
    for naming in (Naming.NAMED, Naming.ANONYMOUS):
        story = board(most=most, naming=naming)
        written = dict.fromkeys(("Ann", "Bob"), 0)
        for author in authors:
            command = submit(story, author)
            if written[author] < most:
                story.ask(command)
                written[author] += 1
            else:
                assert refused(story, command) is Why.TOO_MANY_CARDS
        assert len(story.room.cards) == sum(written.values())


def test_a_card_taken_back_makes_room() -> None:
    story = board(most=1)
    card = story.write("it", "Ann", "one")
    assert refused(story, submit(story, "Ann")) is Why.TOO_MANY_CARDS
    story.ask(ask.MarkCard(card, withdrawn=True))
    assert story.room.cards_of(story.activity("it").id) == ()
    story.write("it", "Ann", "two")
    assert refused(story, ask.EditCard(card, "x")) is Why.UNKNOWN_CARD
    assert refused(story, ask.TagCard(card, ())) is Why.UNKNOWN_CARD


@pytest.mark.parametrize(("kind", "most"), [(StepKind.BOARD, 1), (StepKind.WRITE, 0)])
def test_putting_back_what_was_taken_back_needs_room(kind: StepKind, most: int) -> None:
    story = story_with(activity(kind, most=most))
    first = story.write("it", "Ann", "one")
    story.ask(ask.MarkCard(first, withdrawn=True))
    second = story.write("it", "Ann", "two")
    assert refused(story, ask.MarkCard(first, withdrawn=False)) is Why.TOO_MANY_CARDS
    story.ask(ask.MarkCard(second, withdrawn=True))
    story.ask(ask.MarkCard(first, withdrawn=False))
    assert [one.text for one in story.room.cards_of(story.activity("it").id)] == ["one"]


def test_the_desk_writes_without_an_author_and_without_limit() -> None:
    story = board(most=1)
    for _ in range(3):
        story.ask(submit(story, None))
    assert [card.author for card in story.room.cards.values()] == [None] * 3
    assert story.room.participations == {}


def test_an_anonymous_card_knows_neither_author_nor_second() -> None:
    story = board(naming=Naming.ANONYMOUS)
    story.wait(seconds=17)
    written = story.write("it", "Ann", "mine")
    card = story.room.cards[written]
    assert card.author is None
    assert (card.written.second, card.written.microsecond) == (0, 0)
    assert story.room.participation(card.activity, story.person("Ann")).answers == 1


@pytest.mark.parametrize(
    ("tags", "why"),
    [(("w",), Why.UNKNOWN_TAG), (("x", "y", "z"), Why.TOO_MANY_TAGS)],
)
def test_tags_are_those_offered(tags: tuple[str, ...], why: Why) -> None:
    story = board(tags=TAGS, most_tags=2)
    assert refused(story, submit(story, "Ann", tags=tags)) is why
    card = story.write("it", "Ann", "text", ("x", "x"))
    assert story.room.cards[card].tags == ("x",)
    assert refused(story, ask.TagCard(card, tags)) is why
    assert story.ask(ask.TagCard(card, ("z",))).cards[card].tags == ("z",)


def test_what_cannot_be_written() -> None:
    story = board(longest=10)
    assert refused(story, submit(story, "Ann", "x" * 11)) is Why.TEXT_TOO_LONG
    assert refused(story, submit(story, "Ann", "  ")) is Why.TEXT_MISSING
    stranger = ask.SubmitCard(CardId("c"), story.activity("it").id, PersonId("who"), "x")
    assert refused(story, stranger) is Why.UNKNOWN_PERSON
    nowhere = ask.SubmitCard(CardId("c"), ActivityId("no"), None, "x")
    assert refused(story, nowhere) is Why.UNKNOWN_ACTIVITY
    card = story.write("it", "Ann", "once")
    again = ask.SubmitCard(card, story.activity("it").id, None, "x")
    assert refused(story, again) is Why.TOO_MANY_CARDS


def test_not_before_the_step_and_still_after_it() -> None:
    story = story_with(activity(StepKind.BOARD), enter=False)
    assert refused(story, submit(story, "Ann")) is Why.NOT_NOW
    story.ask(ask.Advance())
    story.ask(ask.Advance())
    story.write("it", "Ann", "a late answer still counts")
    assert len(story.room.cards) == 1


def test_only_where_cards_are_written() -> None:
    story = story_with(activity(StepKind.TALK))
    assert refused(story, submit(story, "Ann")) is Why.WRONG_KIND


def test_marks() -> None:
    story = board()
    card = story.write("it", "Ann", "text")
    story.ask(ask.MarkCard(card, parked=True, starred=True))
    known = story.ask(ask.MarkCard(card, hidden=True)).cards[card]
    assert (known.parked, known.starred, known.hidden) == (True, True, True)
    before = story.room
    assert story.ask(ask.MarkCard(card, hidden=True)) is before
    assert not story.ask(ask.MarkCard(card, parked=False)).cards[card].parked
    assert refused(story, ask.MarkCard(CardId("no"), parked=True)) is Why.UNKNOWN_CARD


def test_sharing_is_asked_only_where_the_method_asks() -> None:
    for asked, said, kept in ((True, True, True), (True, None, None), (False, True, None)):
        story = board(ask_sharing=asked)
        card = story.write("it", "Ann", "x", (), said)
        assert story.room.cards[card].shareable is kept


def test_a_locked_card_stands() -> None:
    story = board()
    card = story.write("it", "Ann", "agreed")
    story.ask(ask.MarkCard(card, locked=True))
    assert refused(story, ask.EditCard(card, "other")) is Why.LOCKED
    assert refused(story, ask.MarkCard(card, withdrawn=True)) is Why.LOCKED
    story.ask(ask.MarkCard(card, locked=False))
    assert story.ask(ask.EditCard(card, "other")).cards[card].text == "other"


def test_the_room_bounds_what_strangers_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_CARDS", 2)
    story = board()
    for _ in range(2):
        story.ask(submit(story, "Ann"))
    assert refused(story, submit(story, "Bob")) is Why.TOO_MANY_CARDS
