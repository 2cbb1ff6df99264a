"""Scales: one answer per person within the levels; anonymous ones are final and shown from five on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import activity, refused, story_with
from tests.samples import Story, roti_room
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.scales import FEWEST_TO_SHOW, Rating, distribution
from workshop_desk.domain.steps import Naming, StepKind
from workshop_desk.domain.units import ActivityId, PersonId, RatingId, SessionId
from workshop_desk.domain.wording import Wording

LEVELS = tuple(Wording.of({"en": str(level)}) for level in range(1, 6))


def scale(naming: Naming = Naming.NAMED) -> Story:
    """Return a room with a scale of five."""
    return story_with(activity(StepKind.SCALE, levels=LEVELS, naming=naming))


def test_a_named_answer_can_change() -> None:
    story = scale()
    story.rate("it", "Ann", 2)
    story.rate("it", "Ann", 5, " well  done ")
    (rating,) = story.room.ratings.values()
    assert (rating.value, rating.word, rating.rater) == (5, "well done", story.person("Ann"))
    assert story.room.finished(story.activity("it")) == (story.person("Ann"),)


def test_an_anonymous_answer_is_final_and_nameless() -> None:
    story = scale(Naming.ANONYMOUS)
    story.rate("it", "Ann", 2)
    again = ask.Rate(RatingId("r"), story.activity("it").id, story.person("Ann"), 3)
    assert refused(story, again) is Why.ALREADY_ANSWERED
    assert [one.rater for one in story.room.ratings.values()] == [None]


@pytest.mark.parametrize("value", [0, 6, -1, 1000])
def test_only_the_levels_offered(value: int) -> None:
    story = scale()
    command = ask.Rate(RatingId("r"), story.activity("it").id, story.person("Ann"), value)
    assert refused(story, command) is Why.BAD_VALUE


def test_what_is_no_answer() -> None:
    story = scale()
    here, ann = story.activity("it").id, story.person("Ann")
    for rater in (None, PersonId("who")):
        assert refused(story, ask.Rate(RatingId("r"), here, rater, 1)) is Why.UNKNOWN_PERSON
    long = ask.Rate(RatingId("r"), here, ann, 1, "x" * 41)
    assert refused(story, long) is Why.TEXT_TOO_LONG
    story.ask(ask.Reveal(here))
    assert refused(story, ask.Rate(RatingId("r"), here, ann, 1)) is Why.NOT_NOW
    other = story_with(activity(StepKind.TALK))
    command = ask.Rate(RatingId("r"), other.activity("it").id, other.person("Ann"), 1)
    assert refused(other, command) is Why.WRONG_KIND


@given(st.lists(st.integers(1, 5), max_size=30))
def test_a_distribution_loses_nobody(values: list[int]) -> None:
    ratings = [
        Rating(RatingId(str(place)), SessionId("s"), ActivityId("a"), None, value)
        for place, value in enumerate(values)
    ]
    found = distribution(ratings, 5)
    assert sum(found.counts) == found.answers == len(values)
    assert found.showable == (len(values) >= FEWEST_TO_SHOW)
    if values:
        assert found.middle in values
        below = sum(value < found.middle for value in values)
        above = sum(value > found.middle for value in values)
        assert below < len(values) / 2
        assert above <= len(values) / 2
    else:
        assert found.middle is None


def test_the_sample_has_a_roti_that_may_be_shown() -> None:
    room = roti_room()
    roti = room.activity_by_key("roti")
    assert roti is not None
    found = distribution(room.ratings_of(roti.id), 5)
    assert found.counts == (0, 1, 1, 3, 2)
    assert found.middle == 4
    assert found.showable
