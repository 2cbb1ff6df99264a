"""The list of people awaited: how it is made, and who is found on it."""

from dataclasses import replace

import pytest

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import commands as ask
from workshop_desk.domain.identity_commands import AddRegistrations, DropRegistrations, SetJoining
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.registrations import Registration, awaited
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules import registrations as rules
from workshop_desk.domain.sessions import Joining, SessionState
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import DeviceId, Language, PersonId, RegistrationId

PEOPLE = (
    ("l-1", "Zoé Martin", "zoe@a.example", "T-1"),
    ("l-2", "Paul Petit", "rh@b.example", "T-2"),
    ("l-3", "Inès Grand", "rh@b.example", ""),
    ("l-4", "Léa Roy", "lea1@c.example", "T-4"),
    ("l-5", "Lea Roy", "lea2@c.example", "T-5"),
)


def place(room: Room, key: str, name: str, email: str | None = None, code: str = "") -> Registration:
    return Registration(RegistrationId(key), room.session.id, name, email, "", code)


def listed(joining: Joining = Joining.LIST) -> Story:
    """Return a room with Ann, Bob and Cem in it, and five people on its list."""
    story = story_with(activity(StepKind.TALK))
    places = tuple(place(story.room, *one) for one in PEOPLE)
    story.room = rules.add(story.room, AddRegistrations(story.room.session.id, places)).room
    if joining is not Joining.OPEN:
        change = SetJoining(story.room.session.id, joining)
        story.room = rules.set_joining(story.room, change).room
    return story


def join(name: str, email: str = "", ticket: str = "", channel: Channel = Channel.PHONE) -> ask.Join:
    device = DeviceId(f"device-{name}{ticket}")
    person = PersonId(f"p-{name}{ticket}")
    wish = ask.Join(person, name, email, Language("fr"), channel, device, f"{name}-hash")
    return replace(wish, ticket=ticket)


@pytest.mark.parametrize("joining", Joining)
@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (join("martin ZOE"), "l-1"),
        (join("Z.", "ZOE@a.example "), "l-1"),
        (join("", ticket=" t-1 "), "l-1"),
        (join("ines grand", "rh@b.example"), "l-3"),
        (join("lea roy", "lea2@c.example"), "l-5"),
        (join("lea roy", ticket="T-4"), "l-4"),
        (join("Paul Petit", "someone@else.example"), "l-2"),
    ],
    ids=str,
)
def test_who_is_found_on_the_list(joining: Joining, wish: ask.Join, found: str) -> None:
    story = listed(joining)
    room = story.ask(wish)
    taken = room.registrations[RegistrationId(found)]
    assert taken.person == wish.person
    assert room.name_of(wish.person) == taken.name, "as it was registered"
    assert room.people[wish.person].email == (wish.email.strip() or taken.email)
    assert len(awaited(room.registrations.values())) == 4


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (join("Nobody Known"), Why.NOT_ON_LIST),
        (join("Zoé"), Why.NOT_ON_LIST),
        (join("Léa Roy"), Why.LIST_UNCLEAR),
        (join("X", "rh@b.example"), Why.LIST_UNCLEAR),
        (join("Zoé Martin", ticket="T-9"), Why.WRONG_OWN_CODE),
    ],
    ids=str,
)
def test_who_is_not_found(wish: ask.Join, why: Why) -> None:
    assert refused(listed(), wish) is why


def test_a_place_is_taken_once() -> None:
    story = listed()
    story.ask(join("Zoé Martin"))
    assert refused(story, join("zoe martin", "other@a.example")) is Why.LIST_PLACE_TAKEN
    assert refused(story, join("", ticket="T-1")) is Why.LIST_PLACE_TAKEN
    wish = replace(join("Zoé"), registration=RegistrationId("l-1"))
    assert refused(story, wish) is Why.LIST_PLACE_TAKEN


def test_with_both_ways_in_others_come_in_too() -> None:
    story = listed(Joining.BOTH)
    for wish in (join("Nobody Known"), join("Zoé Martin"), join("Zoé  martin")):
        story.ask(wish)
    taken = [one for one in story.room.registrations.values() if one.person]
    assert [one.name for one in taken] == ["Zoé Martin"]
    assert refused(story, join("Léa Roy")) is Why.LIST_UNCLEAR


def test_an_open_session_never_asks_who_one_is() -> None:
    story = listed(Joining.OPEN)
    story.ask(join("Léa Roy"))
    assert len(awaited(story.room.registrations.values())) == 5


def test_the_desk_lets_in_whom_it_likes() -> None:
    story = listed()
    story.ask(join("Nobody Known", channel=Channel.DESK))
    story.ask(join("Zoé Martin", channel=Channel.DESK))
    chosen = replace(join("Whoever", channel=Channel.DESK), registration=RegistrationId("l-5"))
    story.ask(chosen)
    room = story.room
    assert room.name_of(chosen.person) == "Lea Roy"
    assert [one.id for one in awaited(room.registrations.values())] == ["l-2", "l-3", "l-4"]
    gone = replace(join("X", channel=Channel.DESK), registration=RegistrationId("none"))
    assert refused(story, gone) is Why.UNKNOWN_REGISTRATION


def test_a_list_is_taken_in_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    room = listed().room
    good = place(room, "l-6", "  Ivo   Marić ", " ")

    def why(*places: Registration) -> Why:
        with pytest.raises(Refusal) as told:
            rules.add(room, AddRegistrations(room.session.id, places))
        return told.value.why

    assert why(good, place(room, "l-7", " ")) is Why.NAME_MISSING
    assert why(good, place(room, "l-7", "x" * 81)) is Why.TEXT_TOO_LONG
    assert why(good, place(room, "l-7", "Eva", "no address")) is Why.BAD_EMAIL
    assert why(good, good) is Why.BAD_VALUE
    assert why(place(room, "l-1", "Eva")) is Why.BAD_VALUE
    assert why(replace(good, person=PersonId("p"))) is Why.BAD_VALUE
    full = replace(good, department=" Qualité  Lyon ", code=" T 9 ")
    added = rules.add(room, AddRegistrations(room.session.id, (full,)))
    (kept,) = added.saved
    assert kept == replace(good, name="Ivo Marić", email=None, department="Qualité Lyon", code="T 9")
    monkeypatch.setattr(rules, "MOST_REGISTRATIONS", 5)
    assert why(good) is Why.LIST_TOO_LONG


def test_who_is_taken_off_the_list_stays_in() -> None:
    story = listed(Joining.OPEN)
    story.ask(join("Zoé Martin"))
    gone = (RegistrationId("l-1"), RegistrationId("l-2"), RegistrationId("none"))
    decision = rules.drop(story.room, DropRegistrations(story.room.session.id, gone))
    assert list(decision.room.registrations) == ["l-3", "l-4", "l-5"]
    assert len(decision.saved) == 2
    assert "p-Zoé Martin" in decision.room.present


def test_the_list_of_a_session_that_is_over_stays() -> None:
    room = listed().room
    over = replace(room, session=replace(room.session, state=SessionState.CLOSED))
    for change in (
        lambda: rules.add(over, AddRegistrations(over.session.id, ())),
        lambda: rules.set_joining(over, SetJoining(over.session.id, Joining.BOTH)),
        lambda: rules.drop(over, DropRegistrations(over.session.id, ())),
    ):
        with pytest.raises(Refusal) as told:
            change()
        assert told.value.why is Why.SESSION_CLOSED


def test_who_may_come_in_can_change() -> None:
    room = listed(Joining.OPEN).room
    change = SetJoining(room.session.id, Joining.BOTH)
    after = rules.set_joining(room, change)
    assert after.saved == (after.room.session,)
    assert after.room.session.joining is Joining.BOTH
    assert rules.set_joining(after.room, change).saved == ()


def test_who_is_in_already_takes_their_place_on_a_list_that_comes_later() -> None:
    story = story_with(activity(StepKind.TALK))
    for name in ("Ivo Marić", "Eva", "Eva", "Léa"):
        story.ask(ask.Join(PersonId(story.new_id()), name, "", Language("fr"), Channel.DESK))
    names = ("MARIC Ivo", "Ann A", "Eva", "Lea", "Léa", "Nobody")
    places = tuple(place(story.room, f"l-{name}", name) for name in names)
    room = rules.add(story.room, AddRegistrations(story.room.session.id, places)).room
    taken = {one.name: room.name_of(one.person) for one in room.registrations.values() if one.person}
    assert taken == {"MARIC Ivo": "Ivo Marić", "Ann A": "Ann A"}, "one name, one place, one person"
    again = rules.add(room, AddRegistrations(room.session.id, (place(room, "l-9", "Ann A"),))).room
    assert again.registrations[RegistrationId("l-9")].person is None


@pytest.mark.parametrize(("by_badge", "source"), [(True, Source.BADGE), (False, Source.DESK)])
def test_how_someone_awaited_came_in_is_noted(by_badge: bool, source: Source) -> None:
    story = listed()
    wish = join("Zoé Martin", channel=Channel.DESK)
    story.ask(replace(wish, registration=RegistrationId("l-1"), by_badge=by_badge))
    assert story.room.presence.events[-1].source is source
