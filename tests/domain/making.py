"""Small rooms for the domain's tests: three people, one step, the activities that a test names."""

from dataclasses import replace

import pytest

from tests.samples import Story, method_plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Role
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.steps import Activity, StepKind
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import ActivityId, Seconds
from workshop_desk.domain.wording import Wording

ROLES = (
    Role("member", Wording.of({"en": "Member"}), ordinary=True),
    Role("guest", Wording.of({"en": "Guest"}), limit=1, private_sheet=True),
    Role("pair", Wording.of({"en": "Pair"}), limit=2),
)


def activity(kind: StepKind, key: str = "it", **options: object) -> Activity:
    """Return an activity of a kind, plain but for the options."""
    plain = Activity(
        id=ActivityId(f"activity-{key}"),
        step=method_plan("roti", "").steps[0].id,
        position=0,
        key=key,
        kind=kind,
        title=Wording.of({"en": key}),
        prompt=Wording.of({"en": f"{key}?"}),
    )
    return replace(plain, **options)


def story_with(*activities: Activity, enter: bool = True) -> Story:
    """Return a session of one step with these activities; Ann, Bob and Cem are in it."""
    planned = method_plan("roti", "", "en")
    step = replace(planned.steps[0], timer=Timer(Seconds(600.0)), activities=activities)
    session = replace(planned.session, roles=ROLES)
    story = Story(ask.PlanSession(session, (step, *planned.steps[1:])))
    for name in ("Ann A", "Bob B", "Cem C"):
        story.join(name)
    if enter:
        story.ask(ask.Advance(), minutes_later=1)
    return story


def refused(story: Story, command: ask.RoomCommand) -> Why:
    """Return why a command is refused; the room stays as it was."""
    before = story.room
    with pytest.raises(Refusal) as caught:
        story.ask(command)
    assert story.room is before
    return caught.value.why


def attempt(story: Story, command: ask.RoomCommand, minutes_later: float = 0.0) -> Why | None:
    """Ask for something that may be refused; return why it was, None when it was done."""
    try:
        story.ask(command, minutes_later)
    except Refusal as refusal:
        return refusal.why
    return None
