"""What is put in front of the scene: frozen, eyes, messages, pictures."""

import pytest

from tests.domain.making import refused
from tests.samples import Story, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.curtain import MESSAGE_MAX, Curtain
from workshop_desk.domain.pictures import LARGEST, MOST_PICTURES
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.units import PictureId

ONE = PictureId("one")


@pytest.fixture
def story() -> Story:
    return story_until("2")


def add(picture: str = "one", **facts: object) -> stage.AddPicture:
    """Return the wish to keep a small picture, or one with other facts."""
    plain = {"name": "Plan", "media_type": "image/png", "width": 4, "height": 3, "content": b"png"}
    return stage.AddPicture(PictureId(picture), **{**plain, **facts})


def curtain(story: Story) -> Curtain:
    return story.room.session.curtain


def test_the_stage_can_be_frozen_and_eyes_asked_for(story: Story) -> None:
    story.ask(stage.SetFrozen(True))
    story.ask(stage.SetLookHere(True))
    assert curtain(story) == Curtain(frozen=True, look_here=True)
    before = story.room
    assert story.ask(stage.SetFrozen(True)) is before
    story.ask(stage.SetFrozen(False))
    story.ask(stage.SetLookHere(False))
    assert curtain(story) == Curtain()


def test_a_message_is_one_clean_line(story: Story) -> None:
    story.ask(stage.SetMessage("  Le café\n est servi. "))
    assert curtain(story).message == "Le café est servi."
    assert refused(story, stage.SetMessage("x" * (MESSAGE_MAX + 1))) is Why.TEXT_TOO_LONG
    story.ask(stage.SetMessage("   "))
    assert curtain(story).message == ""


def test_a_picture_is_kept_shown_and_forgotten(story: Story) -> None:
    assert refused(story, stage.ShowPicture(ONE)) is Why.UNKNOWN_PICTURE
    assert refused(story, stage.DropPicture(ONE)) is Why.UNKNOWN_PICTURE
    story.ask(add())
    story.ask(stage.ShowPicture(ONE))
    assert curtain(story).picture == ONE
    story.ask(stage.DropPicture(ONE))
    assert curtain(story).picture is None
    assert not story.room.pictures


def test_forgetting_one_leaves_the_one_that_is_shown(story: Story) -> None:
    story.ask(add("one"))
    story.ask(add("two"))
    story.ask(stage.ShowPicture(ONE))
    story.ask(stage.DropPicture(PictureId("two")))
    assert curtain(story).picture == ONE


@pytest.mark.parametrize(
    "facts",
    [
        {"content": b""},
        {"content": b"x" * (LARGEST + 1)},
        {"width": 0},
        {"height": -1},
        {"width": 10**9},
        {"media_type": "image/svg+xml"},
        {"media_type": "text/html"},
    ],
)
def test_what_is_no_picture_is_refused(story: Story, facts: dict[str, object]) -> None:
    assert refused(story, add(**facts)) is Why.BAD_PICTURE


def test_a_picture_is_added_once_and_there_is_an_end_to_them(story: Story) -> None:
    story.ask(add())
    assert refused(story, add()) is Why.BAD_PICTURE
    assert refused(story, add("two", name=" ")) is Why.TEXT_MISSING
    for number in range(MOST_PICTURES - 1):
        story.ask(add(f"p{number}"))
    assert refused(story, add("last")) is Why.TOO_MANY_PICTURES


def test_closing_takes_everything_away_from_the_scene(story: Story) -> None:
    story.ask(stage.SetMessage("Merci"))
    ids = tuple(story.new_id() for _ in story.room.attendees)
    assert story.ask(ask.CloseSession(ids)).session.curtain == Curtain()
