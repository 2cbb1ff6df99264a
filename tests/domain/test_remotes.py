"""Phones that steer: an offer is taken up once, replaced by the next, and taken back for good."""

import pytest

from tests.domain.making import refused
from tests.samples import Story, story_until
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.remotes import MOST_REMOTES, RemoteRole
from workshop_desk.domain.units import RemoteId

TOKEN = "f" * 64


@pytest.fixture
def story() -> Story:
    return story_until("2")


def offer(number: int, role: RemoteRole = RemoteRole.REMOTE) -> stage.OfferRemote:
    return stage.OfferRemote(RemoteId(f"r{number}"), role, f"{number:064d}")


def pair(number: int, name: str = "Paul") -> stage.PairRemote:
    return stage.PairRemote(f"{number:064d}", TOKEN, name)


def test_an_offer_is_taken_up_once(story: Story) -> None:
    story.ask(offer(1))
    remote = story.room.remotes[RemoteId("r1")]
    assert not remote.steers
    story.ask(pair(1))
    remote = story.room.remotes[RemoteId("r1")]
    assert remote.steers
    assert (remote.name, remote.token_hash, remote.offer_hash) == ("Paul", TOKEN, "")
    assert refused(story, pair(1)) is Why.OFFER_GONE


def test_the_next_offer_of_a_role_takes_the_place_of_one_that_nobody_took_up(story: Story) -> None:
    story.ask(offer(1))
    story.ask(offer(2, RemoteRole.CO))
    story.ask(offer(3))
    assert refused(story, pair(1)) is Why.OFFER_GONE
    story.ask(pair(2))
    story.ask(pair(3))
    assert [one.steers for one in story.room.remotes.values()] == [False, True, True]


def test_a_remote_is_revoked_for_good(story: Story) -> None:
    story.ask(offer(1))
    story.ask(pair(1))
    story.ask(stage.RevokeRemote(RemoteId("r1")))
    assert not story.room.remotes[RemoteId("r1")].steers
    assert refused(story, stage.RevokeRemote(RemoteId("r1"))) is Why.UNKNOWN_REMOTE
    assert refused(story, stage.RevokeRemote(RemoteId("none"))) is Why.UNKNOWN_REMOTE


def test_an_offer_that_was_taken_back_cannot_be_taken_up(story: Story) -> None:
    story.ask(offer(1))
    story.ask(stage.RevokeRemote(RemoteId("r1")))
    assert refused(story, pair(1)) is Why.OFFER_GONE


def test_strangers_cannot_guess_or_fill_up(story: Story) -> None:
    assert refused(story, pair(9)) is Why.OFFER_GONE
    assert refused(story, stage.PairRemote("", TOKEN, "x")) is Why.BAD_VALUE
    story.ask(offer(1))
    assert refused(story, pair(1, " ")) is Why.NAME_MISSING
    assert refused(story, stage.PairRemote(f"{1:064d}", "short", "x")) is Why.BAD_VALUE
    assert refused(story, offer(1)) is Why.BAD_VALUE
    short = stage.OfferRemote(RemoteId("r2"), RemoteRole.CO, "short")
    assert refused(story, short) is Why.BAD_VALUE


def test_there_is_an_end_to_remotes(story: Story) -> None:
    for number in range(MOST_REMOTES):
        story.ask(offer(number))
        story.ask(pair(number))
    assert refused(story, offer(99)) is Why.TOO_MANY_REMOTES
    story.ask(stage.RevokeRemote(RemoteId("r0")))
    story.ask(offer(99))
