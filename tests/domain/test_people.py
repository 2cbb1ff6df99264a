"""Coming, leaving, coming back, names and roles."""

import pytest

from tests.domain.making import activity, refused, story_with
from tests.samples import Story, lobby_room
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules import people as rules
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import DeviceId, Language, PersonId


def room() -> Story:
    """Return a room with Ann, Bob and Cem."""
    return story_with(activity(StepKind.TALK))


def join(name: str, email: str = "", device: str = "") -> ask.Join:
    """Return the wish to come in."""
    person = PersonId(f"person-{name}")
    channel = Channel.PHONE if device else Channel.DESK
    code = DeviceId(device) if device else None
    return ask.Join(person, name, email, Language("en"), channel, code, device and "hash")


def test_coming_in_with_a_phone() -> None:
    story = room()
    story.ask(join(" Zoé  Blanc ", "zoe@example.org", "phone-1"))
    person = story.room.people[PersonId("person- Zoé  Blanc ")]
    assert (person.name, person.email) == ("Zoé Blanc", "zoe@example.org")
    assert story.room.devices["hash"].person == person.id
    assert story.room.present[-1] == person.id


def test_coming_in_at_the_desk_has_no_device() -> None:
    story = room()
    before = len(story.room.devices)
    story.ask(join("Zoé"))
    assert len(story.room.devices) == before
    assert story.room.people[PersonId("person-Zoé")].email is None


def test_the_same_name_may_come_twice() -> None:
    story = room()
    story.join("Ann A")
    assert [person.name for person in story.room.people.values()].count("Ann A") == 2


def test_coming_in_again_is_coming_back() -> None:
    story = room()
    ann = story.person("Ann")
    again = ask.Join(ann, "Other", "", Language("fr"), Channel.PHONE, DeviceId("d"), "h")
    before = story.room
    assert story.ask(again) is before
    story.ask(ask.Leave(ann), minutes_later=1)
    assert ann not in story.room.present
    story.ask(again, minutes_later=1)
    assert ann in story.room.present
    assert story.room.name_of(ann) == "Ann A"
    assert len(story.room.stays_of(ann)) == 2


def test_leaving_twice_ends_one_stay() -> None:
    story = room()
    ann = story.person("Ann")
    story.ask(ask.Leave(ann), minutes_later=1)
    left = story.room.presence
    story.ask(ask.Leave(ann), minutes_later=1)
    assert story.room.presence == left


@pytest.mark.parametrize(
    ("name", "email", "why"),
    [
        (" ", "", Why.NAME_MISSING),
        ("x" * 81, "", Why.TEXT_TOO_LONG),
        ("Ann", "not an address", Why.BAD_EMAIL),
    ],
)
def test_who_cannot_come_in(name: str, email: str, why: Why) -> None:
    assert refused(room(), join(name, email)) is why


def test_a_full_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_PEOPLE", 3)
    assert refused(room(), join("Zoé")) is Why.ROOM_FULL


def test_a_name_can_be_corrected() -> None:
    story = room()
    ann = story.person("Ann")
    assert story.ask(ask.RenamePerson(ann, " Anne A ")).name_of(ann) == "Anne A"
    assert refused(story, ask.RenamePerson(ann, "")) is Why.NAME_MISSING
    for command in (ask.RenamePerson, ask.AssignRole):
        assert refused(story, command(PersonId("who"), "x")) is Why.UNKNOWN_PERSON
    for command in (ask.Leave, ask.Return):
        assert refused(story, command(PersonId("who"))) is Why.UNKNOWN_PERSON


def test_a_role_for_one_passes_on() -> None:
    story = room()
    ann, bob = story.person("Ann"), story.person("Bob")
    story.ask(ask.AssignRole(ann, "guest"))
    assert story.room.in_role("guest") == (ann,)
    story.ask(ask.AssignRole(bob, "guest"))
    assert story.room.in_role("guest") == (bob,)
    assert story.room.role_of(ann) == "member"
    story.ask(ask.AssignRole(bob, ""))
    assert story.room.in_role("guest") == ()


def test_a_role_for_two_is_taken_by_two() -> None:
    story = room()
    for name in ("Ann", "Bob"):
        story.ask(ask.AssignRole(story.person(name), "pair"))
    assert refused(story, ask.AssignRole(story.person("Cem"), "pair")) is Why.ROLE_TAKEN
    story.ask(ask.AssignRole(story.person("Ann"), "pair"))
    assert refused(story, ask.AssignRole(story.person("Ann"), "king")) is Why.UNKNOWN_ROLE


def test_the_sample_has_someone_without_a_phone() -> None:
    sample = lobby_room()
    channels = [one.channel for one in sample.attendees.values()]
    assert channels.count(Channel.DESK) == 1
    assert len(sample.devices) == 6
