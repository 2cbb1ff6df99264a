"""How answers came: kept with named ones, and of anonymous ones only as sums that point at nobody."""

from tests.domain.making import activity, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.channels import by_channel
from workshop_desk.domain.people import Channel
from workshop_desk.domain.scales import FEWEST_TO_SHOW
from workshop_desk.domain.steps import Naming, StepKind
from workshop_desk.domain.units import ActionId, BallotId, CardId, PersonId, RatingId
from workshop_desk.domain.wording import Wording

LEVELS = tuple(Wording.of({"en": str(level)}) for level in range(1, 6))


def rate(story: Story, person: PersonId, channel: Channel) -> None:
    rating = RatingId(story.new_id())
    story.ask(ask.Rate(rating, story.activity("it").id, person, 3, channel=channel))


def people(story: Story, count: int) -> list[PersonId]:
    return [story.join(f"P {number}") for number in range(count)]


def test_a_named_answer_knows_its_channel_and_the_last_one_counts() -> None:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS))
    rate(story, story.person("Ann"), Channel.PHONE)
    rate(story, story.person("Bob"), Channel.PAPER)
    rate(story, story.person("Ann"), Channel.DESK)
    assert by_channel(story.room, story.activity("it")) == {Channel.DESK: 1, Channel.PAPER: 1}
    assert not story.room.answer_counts


def test_every_kind_keeps_it() -> None:
    story = story_with(activity(StepKind.BOARD))
    ann, where = story.person("Ann"), story.activity("it").id
    story.ask(ask.SubmitCard(CardId("c"), where, ann, "x", channel=Channel.TABLE))
    assert by_channel(story.room, story.activity("it")) == {Channel.TABLE: 1}
    story = story_with(activity(StepKind.ACTIONS))
    where = story.activity("it").id
    story.ask(ask.AddAction(ActionId("a"), where, "x", "y", channel=Channel.PAPER))
    assert by_channel(story.room, story.activity("it")) == {Channel.PAPER: 1}
    story = story_with(activity(StepKind.VOTE))
    where = story.activity("it").id
    story.ask(ask.CastBallot(BallotId("b"), where, story.person("Ann"), (), Channel.DESK))
    assert by_channel(story.room, story.activity("it")) == {Channel.DESK: 1}


def test_an_anonymous_answer_keeps_nothing_but_a_sum_of_enough() -> None:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS, naming=Naming.ANONYMOUS))
    crowd = people(story, 2 * FEWEST_TO_SHOW)
    for person in crowd[:FEWEST_TO_SHOW]:
        rate(story, person, Channel.PHONE)
    for person in crowd[FEWEST_TO_SHOW:-1]:
        rate(story, person, Channel.PAPER)
    assert all(one.channel is None for one in story.room.ratings.values())
    assert by_channel(story.room, story.activity("it")) == {}
    rate(story, crowd[-1], Channel.PAPER)
    enough = {Channel.PHONE: FEWEST_TO_SHOW, Channel.PAPER: FEWEST_TO_SHOW}
    assert by_channel(story.room, story.activity("it")) == enough


def test_anonymous_actions_are_counted_by_their_writers_only() -> None:
    story = story_with(activity(StepKind.ACTIONS, naming=Naming.ANONYMOUS))
    where = story.activity("it").id
    story.ask(ask.AddAction(ActionId("a"), where, "x", "y"))
    story.ask(ask.AddAction(ActionId("b"), where, "x", "y", writer=story.person("Ann")))
    assert [one.answers for one in story.room.answer_counts.values()] == [1]
    assert by_channel(story.room, story.activity("it")) == {}
