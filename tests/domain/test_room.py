"""The room answers who does what now, and the story of the sample stays true."""

import pytest

from tests.samples import closed_room, codev_plan, lobby_room, room_at, story_until, voted_room
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Audience, StepKind
from workshop_desk.domain.units import ActivityId, Language, PersonId
from workshop_desk.domain.wording import Wording


def test_in_the_lobby_there_is_nothing_to_do() -> None:
    room = lobby_room()
    assert room.step is None
    assert room.leading is None
    assert room.open_activities == ()
    assert {room.action_for(person) for person in room.present} == {None}


def test_a_planned_room_is_empty() -> None:
    planned = codev_plan()
    room = Room(planned.session, planned.steps)
    assert room.present == ()
    assert room.name_of(None) == ""
    assert room.name_of(PersonId("who")) == ""
    assert room.activity_by_key("nothing") is None
    with pytest.raises(Refusal):
        room.activity(ActivityId("nothing"))


def test_the_client_and_the_consultants_do_different_things() -> None:
    story = story_until("2")
    sofia, karim = story.person("Sofia"), story.person("Karim")
    answers, questions = story.room.action_for(sofia), story.room.action_for(karim)
    assert answers is not None
    assert questions is not None
    assert answers.kind is StepKind.TALK
    assert questions.kind is StepKind.QUEUE
    assert story.room.taking_part(answers) == (sofia,)
    assert len(story.room.taking_part(questions)) == 6
    assert story.room.step_of(answers).key == "2"


def test_the_sample_keeps_private_texts_private() -> None:
    room = closed_room()
    private = {
        one.id for step in room.steps for one in step.activities if one.audience is Audience.AUTHOR
    }
    for card in room.cards.values():
        assert ("SECRET" in card.text) == (card.activity in private)
    for action in room.actions.values():
        assert ("SECRET" in action.what) == action.private


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sample_is_whole_in_both_languages(language: str) -> None:
    room = closed_room(language)
    assert room.session.language == language
    assert (len(room.certificates), len(room.actions), len(room.ratings)) == (8, 4, 13)
    assert {card.shareable for card in room.cards.values()} == {True, False, None}
    assert sum(card.starred for card in room.cards.values()) == 2
    assert sum(card.locked for card in room.cards.values()) == 1


def test_rooms_at_each_stage() -> None:
    assert voted_room().leading.revealed
    assert room_at("4").step.key == "4"


def test_wording_falls_back() -> None:
    wording = Wording.of({"fr": "oui", "en": "yes"})
    assert wording.in_language(Language("de")) == "yes"
    assert Wording.of({"fr": "oui"}).in_language(Language("en")) == "oui"
    assert Wording().in_language(Language("en")) == ""
    assert wording
    assert not Wording.of({"fr": ""})
