"""Actions: who does what by when, and which of them stay private."""

from datetime import date

import pytest

from tests.domain.making import activity, refused, story_with
from workshop_desk.domain import commands as ask
from workshop_desk.domain.actions import ActionState
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import actions as rules
from workshop_desk.domain.steps import Audience, StepKind
from workshop_desk.domain.units import ActionId, PersonId

DUE = date(2026, 12, 4)
ONE = ActionId("one")


def test_nobody_named_means_whoever_writes() -> None:
    story = story_with(activity(StepKind.ACTIONS, audience=Audience.AUTHOR))
    here, ann = story.activity("it").id, story.person("Ann")
    story.ask(ask.AddAction(ONE, here, " Say  no ", " ", DUE, " seen ", ann))
    (action,) = story.room.actions_of(here)
    assert (action.what, action.who, action.due, action.sign) == ("Say no", "Ann A", DUE, "seen")
    assert action.private
    assert action.state is ActionState.OPEN
    assert story.room.participation(here, ann).answers == 1


def test_an_action_of_the_room_is_not_private() -> None:
    story = story_with(activity(StepKind.ACTIONS))
    story.ask(ask.AddAction(ONE, None, "Share the list", "Bob"))
    story.ask(ask.AddAction(ActionId("two"), story.activity("it").id, "Meet", "Cem"))
    assert [one.private for one in story.room.actions.values()] == [False, False]
    assert story.room.participations == {}


def test_changing_an_action() -> None:
    story = story_with(activity(StepKind.ACTIONS))
    story.ask(ask.AddAction(ONE, None, "Share", "Bob", DUE))
    story.ask(ask.ChangeAction(ONE, what="Share it", who="Ann"))
    story.ask(ask.ChangeAction(ONE, state=ActionState.DONE))
    action = story.room.actions[ONE]
    assert (action.what, action.who, action.due) == ("Share it", "Ann", DUE)
    assert action.state is ActionState.DONE


def test_what_is_no_action() -> None:
    story = story_with(activity(StepKind.TALK))
    ann = story.person("Ann")
    here = story.activity("it").id
    assert refused(story, ask.AddAction(ONE, here, "x", "y")) is Why.WRONG_KIND
    assert refused(story, ask.AddAction(ONE, None, " ", "y")) is Why.TEXT_MISSING
    assert refused(story, ask.AddAction(ONE, None, "x", "")) is Why.NAME_MISSING
    stranger = ask.AddAction(ONE, None, "x", "y", writer=PersonId("who"))
    assert refused(story, stranger) is Why.UNKNOWN_PERSON
    story.ask(ask.AddAction(ONE, None, "x", "", writer=ann))
    assert refused(story, ask.AddAction(ONE, None, "x", "y")) is Why.TOO_MANY_CARDS
    assert refused(story, ask.ChangeAction(ActionId("no"))) is Why.UNKNOWN_ACTION


def test_not_before_the_step() -> None:
    story = story_with(activity(StepKind.ACTIONS), enter=False)
    command = ask.AddAction(ONE, story.activity("it").id, "x", "y")
    assert refused(story, command) is Why.NOT_NOW


def test_the_session_bounds_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_ACTIONS", 1)
    story = story_with(activity(StepKind.ACTIONS))
    story.ask(ask.AddAction(ONE, None, "x", "y"))
    assert refused(story, ask.AddAction(ActionId("two"), None, "x", "y")) is Why.TOO_MANY_CARDS
