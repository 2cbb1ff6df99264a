"""Personal codes: read as people type them, found, and given out once each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.codes import apart, first_free, holder, read_code
from workshop_desk.domain.identity_commands import ClaimPlace
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import people as rules
from workshop_desk.domain.sessions import CODE_LETTERS
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import DeviceId, Language, PersonId


def room() -> Story:
    """Return a room with Ann, Bob and Cem, who have no code, and Zoé, who has one."""
    story = story_with(activity(StepKind.TALK))
    join = ask.Join(PersonId("zoe"), "Zoé", "", Language("fr"), Channel.PHONE, DeviceId("d-1"), "first")
    story.ask(_with(join, "M4TK"))
    return story


def _with(join: ask.Join, *codes: str) -> ask.Join:
    return ask.Join(
        join.person, join.name, "", join.language, join.channel, join.device, join.token_hash, codes
    )


@pytest.mark.parametrize("typed", ["M4TK", "m4tk", " m4 tk ", "M4-TK", "m\u00a04\tt k"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == "M4TK"


@pytest.mark.parametrize("typed", ["", "M4T", "M4TKX", "M0TK", "é4tk", "💡", "null", "M4TK" * 99])
def test_what_is_no_code(typed: str) -> None:
    assert read_code(typed) == ""


@given(st.text(CODE_LETTERS, min_size=4, max_size=4))
def test_a_code_that_is_shown_can_be_typed(code: str) -> None:
    assert read_code(apart(code).lower()) == code


def test_no_code_is_shown_as_nothing() -> None:
    assert apart("") == ""


def test_the_first_code_that_is_free_is_given() -> None:
    attendees = tuple(room().room.attendees.values())
    assert first_free(("M4TK", "bad!", "DUCK", "AB34", "CD67"), attendees) == "AB34"
    assert first_free(("M4TK",), attendees) == ""
    assert holder(attendees, "M4TK") == "zoe"
    assert holder(attendees, "AB34") is None
    assert holder(attendees, "") is None, "who has no code must not be found by none"


def test_a_code_brings_the_same_person_back() -> None:
    story = room()
    story.ask(ask.Leave(PersonId("zoe")), minutes_later=1)
    story.ask(ClaimPlace("m4 tk", DeviceId("d-2"), "second"), minutes_later=1)
    devices = story.room.devices
    assert [devices[mark].person for mark in ("first", "second")] == ["zoe", "zoe"]
    assert "zoe" in story.room.present
    assert len(story.room.attendees) == 4
    stays = story.room.presence
    story.ask(ClaimPlace("M4TK", DeviceId("d-3"), "third"), minutes_later=1)
    assert story.room.presence == stays, "who is there stays there since then"


def test_a_code_that_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    story = room()
    for code in ("AB34", "", "💡", "null"):
        assert refused(story, ClaimPlace(code, DeviceId("d-2"), "x")) is Why.WRONG_OWN_CODE
    monkeypatch.setattr(rules, "MOST_DEVICES", 1)
    assert refused(story, ClaimPlace("M4TK", DeviceId("d-2"), "x")) is Why.TOO_MANY_DEVICES
