"""How answers came, in the report: with enough of them, and never where it could point at someone."""

import json
from zoneinfo import ZoneInfo

import pytest

from tests.domain.making import activity, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.scales import FEWEST_TO_SHOW
from workshop_desk.domain.steps import Naming, StepKind
from workshop_desk.domain.units import Language, RatingId
from workshop_desk.domain.wording import Wording
from workshop_desk.exports.channels import channel_words, with_channels
from workshop_desk.exports.record import record
from workshop_desk.i18n.words import Words

LEVELS = tuple(Wording.of({"en": str(level)}) for level in range(1, 6))


def rated(naming: Naming, *ways: tuple[Channel, int]) -> Story:
    story = story_with(activity(StepKind.SCALE, levels=LEVELS, naming=naming))
    for channel, count in ways:
        for number in range(count):
            person = story.join(f"{channel} {number}")
            wish = ask.Rate(
                RatingId(story.new_id()), story.activity("it").id, person, 3, channel=channel
            )
            story.ask(wish)
    return story


def told(story: Story) -> object:
    data = json.loads(record(story.room, Language("en"), ZoneInfo("Europe/Paris")))
    return next(one for step in data["steps"] for one in step["activities"])["channels"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "2 by phone, 1 at a table’s phone, 3 said aloud, 1 on paper"),
        ("fr", "2 par téléphone, 1 au téléphone d’une table, 3 à voix haute, 1 sur papier"),
    ],
)
def test_the_ways_are_told_in_words(language: str, words: str) -> None:
    ways = ((Channel.PHONE, 2), (Channel.TABLE, 1), (Channel.DESK, 3), (Channel.PAPER, 1))
    story, t = rated(Naming.NAMED, *ways), Words(language)
    assert channel_words(t, story.room, story.activity("it")) == words
    assert with_channels(t, story.room, story.activity("it"), "x") == f"x · {words}"
    assert told(story) == {"phone": 2, "table": 1, "desk": 3, "paper": 1}


def test_one_way_alone_goes_without_saying() -> None:
    story = rated(Naming.NAMED, (Channel.PHONE, 3))
    assert with_channels(Words("en"), story.room, story.activity("it"), "x") == "x"
    assert told(story) == {"phone": 3}


def test_few_anonymous_ones_are_told_in_no_way() -> None:
    few = rated(Naming.ANONYMOUS, (Channel.PHONE, 12), (Channel.PAPER, FEWEST_TO_SHOW - 1))
    assert channel_words(Words("en"), few.room, few.activity("it")) == ""
    assert told(few) == {}
    enough = rated(Naming.ANONYMOUS, (Channel.PHONE, 12), (Channel.PAPER, FEWEST_TO_SHOW))
    assert channel_words(Words("en"), enough.room, enough.activity("it")) == "12 by phone, 5 on paper"
    assert told(enough) == {"phone": 12, "paper": FEWEST_TO_SHOW}
