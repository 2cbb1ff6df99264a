"""Codéveloppement, step by step: who does what when, and what stays private."""

import pytest

from tests.samples import method, room_at, story_until
from workshop_desk.domain.steps import Audience, Naming
from workshop_desk.domain.units import Language

MINUTES = {
    "0a": (5, 10, 20),
    "0b": (5, 10, 15),
    "1": (5, 7, 10),
    "2": (10, 15, 25),
    "3": (3, 5, 10),
    "4": (20, 30, 45),
    "5": (5, 12, 20),
    "6": (8, 15, 20),
    "7": (0, 3, 5),
}
TYPES = (
    "testimony",
    "ideas",
    "questions",
    "hypotheses",
    "feedback",
    "reframing",
    "plan_test",
    "rehearsal",
    "resources",
)


def test_steps_and_minutes_are_those_of_the_reference() -> None:
    known = {
        step.id: (step.minutes.min, step.minutes.typ, step.minutes.max) for step in method("codev").steps
    }
    assert known == MINUTES


def test_presets_are_those_of_the_reference() -> None:
    presets = {one.id: (one.total, one.margin) for one in method("codev").presets}
    assert presets == {"flash": (45, 0), "standard": (90, 5), "long": (120, 16)}
    long = method("codev").preset("long")
    assert long is not None
    assert dict(long.minutes) == {key: typ for key, (_, typ, _) in MINUTES.items() if key != "7"}


@pytest.mark.parametrize(
    ("step", "client", "consultant"),
    [
        ("1", "subject", "listening_notes"),
        ("2", "answers", "questions"),
        ("3", "contract", "agreement"),
        ("4", "receiving", "contributions"),
        ("5", "actions", "hearing"),
        ("6", "roti", "roti"),
    ],
)
def test_each_role_has_its_own_action(step: str, client: str, consultant: str) -> None:
    story = story_until(step)
    for name, wanted in (("Sofia", client), ("Karim", consultant)):
        activity = story.room.action_for(story.person(name))
        assert activity is not None
        assert activity.key == wanted


@pytest.mark.parametrize(
    ("step", "leading"),
    [("1", "presentation"), ("2", "questions"), ("3", "contract"), ("4", "contributions")],
)
def test_what_leads_the_stage(step: str, leading: str) -> None:
    activity = room_at(step).leading
    assert activity is not None
    assert activity.key == leading


def test_the_types_of_the_contract_and_of_the_contributions_are_the_nine() -> None:
    activities = {one.key: one for step in method("codev").steps for one in step.activities}
    for key in ("contract", "contributions"):
        assert tuple(tag.id for tag in activities[key].tags) == TYPES
    assert activities["contract"].most_tags == 3


def test_private_texts_are_for_their_author_alone() -> None:
    activities = {one.key: one for step in method("codev").steps for one in step.activities}
    private = {key for key, one in activities.items() if one.audience is Audience.AUTHOR}
    assert private == {"subject", "listening_notes", "own_learning", "keep", "actions"}
    blind = {key for key, one in activities.items() if one.naming is Naming.ANONYMOUS}
    assert blind == {"mood", "subject_vote", "roti"}


def test_the_anchors_of_the_roti() -> None:
    activities = {one.key: one for step in method("codev").steps for one in step.activities}
    levels = [level.in_language(Language("fr")) for level in activities["roti"].levels]
    assert len(levels) == 5
    assert levels[0].startswith("Inutile")
    assert levels[4].startswith("Valait bien plus")
