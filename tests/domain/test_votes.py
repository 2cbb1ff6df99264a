"""Votes: never more dots than given, one ballot per person, and anonymous ones are final."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import activity, attempt, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import votes as rules
from workshop_desk.domain.steps import Audience, Naming, StepKind
from workshop_desk.domain.units import ActivityId, BallotId, CardId, PersonId
from workshop_desk.domain.votes import Choice, count, dots_per_person


def poll(dots: int = 3, naming: Naming = Naming.NAMED, cards: int = 4) -> tuple[Story, list[CardId]]:
    """Return a room that votes on some cards."""
    source = activity(StepKind.BOARD, "ideas")
    vote = activity(StepKind.VOTE, "vote", source="ideas", dots=dots, naming=naming, position=1)
    story = story_with(source, vote)
    made = [story.write("ideas", "Ann", f"idea {number}") for number in range(cards)]
    story.ask(ask.Advance())
    return story, made


def ballot(story: Story, name: str, *choices: Choice) -> ask.CastBallot:
    """Return someone's wish to vote."""
    return ask.CastBallot(
        BallotId(story.new_id()), story.activity("vote").id, story.person(name), choices
    )


@given(
    st.integers(1, 5),
    st.lists(
        st.tuples(
            st.sampled_from(["Ann", "Bob", "Cem"]),
            st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 4)), max_size=4),
        ),
        max_size=12,
    ),
)
def test_never_more_dots_than_given(dots: int, tries: list[tuple[str, list[tuple[int, int]]]]) -> None:
    story, cards = poll(dots)
    last: dict[str, int] = {}
    for name, wanted in tries:
        choices = tuple(Choice(cards[place], many) for place, many in wanted)
        why = attempt(story, ballot(story, name, *choices))
        assert why in {None, Why.BAD_VALUE, Why.TOO_MANY_DOTS}
        if why is None:
            last[name] = sum(choice.dots for choice in choices)
    ballots = story.room.ballots_of(story.activity("vote").id)
    assert len(ballots) == len(last)
    assert all(0 <= given <= dots for given in last.values())
    assert sum(count(ballots).values()) == sum(last.values())


def test_a_later_ballot_takes_the_place_of_the_first() -> None:
    story, cards = poll()
    story.ask(ballot(story, "Ann", Choice(cards[0], 3)))
    story.ask(ballot(story, "Ann", Choice(cards[1], 1)))
    assert count(story.room.ballots.values()) == {cards[1]: 1}
    assert story.room.finished(story.activity("vote")) == (story.person("Ann"),)


def test_an_anonymous_ballot_is_final_and_nameless() -> None:
    story, cards = poll(naming=Naming.ANONYMOUS)
    story.ask(ballot(story, "Ann", Choice(cards[0], 1)))
    assert [one.voter for one in story.room.ballots.values()] == [None]
    again = ballot(story, "Ann", Choice(cards[1], 1))
    assert refused(story, again) is Why.ALREADY_ANSWERED
    story.ask(ballot(story, "Bob", Choice(cards[0], 2)))
    assert count(story.room.ballots.values()) == {cards[0]: 3}


def test_what_is_no_ballot() -> None:
    story, cards = poll()
    for choices, why in (
        ((Choice(cards[0], 1), Choice(cards[0], 1)), Why.BAD_VALUE),
        ((Choice(cards[0], 0),), Why.BAD_VALUE),
        ((Choice(CardId("no"), 1),), Why.UNKNOWN_CARD),
        ((Choice(cards[0], 4),), Why.TOO_MANY_DOTS),
    ):
        assert refused(story, ballot(story, "Ann", *choices)) is why
    for voter in (None, PersonId("who")):
        stranger = ask.CastBallot(BallotId("b"), story.activity("vote").id, voter, ())
        assert refused(story, stranger) is Why.UNKNOWN_PERSON
    board = ask.CastBallot(BallotId("b"), story.activity("ideas").id, story.person("Ann"), ())
    assert refused(story, board) is Why.WRONG_KIND
    nothing = ask.CastBallot(BallotId("b"), ActivityId("no"), story.person("Ann"), ())
    assert refused(story, nothing) is Why.UNKNOWN_ACTIVITY


def test_no_vote_after_the_result_is_shown() -> None:
    story, cards = poll()
    story.ask(ask.Reveal(story.activity("vote").id))
    assert refused(story, ballot(story, "Ann", Choice(cards[0], 1))) is Why.NOT_NOW


def test_hidden_and_withdrawn_cards_are_no_options() -> None:
    story, cards = poll()
    story.ask(ask.MarkCard(cards[0], hidden=True))
    story.ask(ask.MarkCard(cards[1], withdrawn=True))
    options = rules.options(story.room, story.activity("vote"))
    assert [card.id for card in options] == cards[2:]
    assert refused(story, ballot(story, "Ann", Choice(cards[0], 1))) is Why.UNKNOWN_CARD


@pytest.mark.parametrize("audience", [Audience.HELD, Audience.FACILITATOR, Audience.AUTHOR])
def test_what_not_everyone_may_read_is_no_option(audience: Audience) -> None:
    board = activity(StepKind.BOARD, "ideas", audience=audience, meanwhile=True, who=("guest",))
    vote = activity(StepKind.VOTE, "vote", source="ideas", dots=2)
    story = story_with(vote, board)
    card = story.write("ideas", "Ann", "not for all")
    assert rules.options(story.room, story.activity("vote")) == ()
    assert refused(story, ballot(story, "Ann", Choice(card, 1))) is Why.UNKNOWN_CARD
    story.ask(ask.Reveal(board.id))
    shown = rules.options(story.room, story.activity("vote"))
    assert [one.id for one in shown] == ([card] if audience is Audience.HELD else [])


def test_dots_by_the_usual_rule() -> None:
    assert [dots_per_person(options) for options in (0, 1, 4, 12, 20, 100)] == [1, 1, 1, 3, 5, 8]
    story, _ = poll(dots=0, cards=12)
    assert rules.dots(story.room, story.activity("vote")) == 3


def test_a_vote_without_a_source_has_no_options() -> None:
    story = story_with(activity(StepKind.VOTE, "vote", source="gone"))
    assert rules.options(story.room, story.activity("vote")) == ()


def test_an_empty_ballot_is_a_vote_for_nothing() -> None:
    story, _ = poll()
    story.ask(ballot(story, "Ann"))
    assert story.room.finished(story.activity("vote")) == (story.person("Ann"),)
