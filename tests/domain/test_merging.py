"""Two entries that are one person: everything moves, one vote stays one, and all of it can move back."""

from dataclasses import fields, replace

import pytest

from tests.domain.making import activity, refused, story_with
from tests.samples import Story
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.control_commands import RaiseHand, SitBeside, TakeOut, TellPhones
from workshop_desk.domain.identity_commands import MergePeople, SplitPeople
from workshop_desk.domain.namesakes import namesakes, to_keep
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import Signature, SignatureChannel, SignatureKind
from workshop_desk.domain.steps import Naming, StepKind
from workshop_desk.domain.units import (
    ActionId,
    ActivityId,
    BallotId,
    CardId,
    ClockId,
    DeviceId,
    Language,
    PersonId,
    RatingId,
    RegistrationId,
    Seconds,
    SignatureId,
)
from workshop_desk.domain.votes import Choice
from workshop_desk.domain.wording import Wording

ANN, TWIN = PersonId("ann-1"), PersonId("ann-2")
ON_PHONE = Channel.PHONE
LEVELS = tuple(Wording.of({"en": word}) for word in ("low", "middle", "high"))

MOVED = {
    "people", "attendees", "presence", "devices", "cards", "ballots", "ratings", "participations",
    "actions", "clocks", "registrations", "hands", "phone_messages",
}  # fmt: skip
NOT_OF_ONE = {
    "session", "steps", "revision", "visits", "absences", "pictures", "remotes", "answer_counts", "past",
    "changes", "merges",
}  # fmt: skip
STAYS_APART = {"signatures", "erasures", "certificates"}


def test_every_part_of_a_room_was_thought_of() -> None:
    """A new part that belongs to a person has to move with them, or keep them apart."""
    assert {one.name for one in fields(Room)} == MOVED | NOT_OF_ONE | STAYS_APART


def twice() -> Story:
    """Return a room in which Ann came in twice: from two phones, and did things from each."""
    story = story_with(
        activity(StepKind.BOARD, "board"),
        activity(StepKind.VOTE, "vote", source="board", dots=3),
        activity(StepKind.SCALE, "scale", levels=LEVELS),
        activity(StepKind.SCALE, "mood", levels=LEVELS, naming=Naming.ANONYMOUS),
    )
    for number, (person, name) in enumerate(((ANN, "Ann Lee"), (TWIN, "ann  LEE"))):
        device, token = DeviceId(f"d-{person}"), f"h-{person}"
        wish = ask.Join(person, name, "", Language("en"), ON_PHONE, device, token)
        story.ask(replace(wish, codes=(f"ABC{3 + number}",)), minutes_later=5)
    board = story.activity("board").id
    for person in (ANN, TWIN, story.person("Bob")):
        card = CardId(f"c-{person}")
        story.ask(ask.SubmitCard(card, board, person, f"Idea {person}", channel=ON_PHONE))
    return story


def go_to(story: Story, key: str) -> ActivityId:
    """Go on until an activity is open."""
    while story.activity(key).opened is None:
        story.ask(ask.Advance())
    return story.activity(key).id


def merged(story: Story) -> Room:
    return story.ask(MergePeople(ANN, TWIN), minutes_later=1)


def hours(room: Room, person: PersonId) -> list[tuple[object, object]]:
    return [(stay.entered, stay.left) for stay in room.stays_of(person)]


def test_namesakes_are_found() -> None:
    story = twice()
    assert namesakes(story.room) == ((ANN, TWIN),)
    assert to_keep(story.room, TWIN, ANN) == (ANN, TWIN)
    assert namesakes(merged(story)) == ()


def test_everything_of_the_other_becomes_theirs() -> None:
    story = twice()
    bob = story.person("Bob")
    story.ask(ask.AssignRole(TWIN, "guest"))
    story.ask(ask.AddAction(ActionId("a"), None, "Call", "Ann", writer=TWIN))
    clock = plans.NewClock(ClockId("k"), "Table 1", Seconds(60), (bob, TWIN))
    story.ask(plans.AddClocks(ClockRole.GROUP, (clock,)))
    place = Registration(RegistrationId("l"), story.room.session.id, "Ann Lee", person=TWIN)
    story.room = replace(story.room, registrations={place.id: place})
    story.ask(RaiseHand(TWIN))
    story.ask(TellPhones("Hello", person=TWIN))
    guest = PersonId("guest")
    story.ask(SitBeside(TWIN, guest, "Gus"))
    before = story.room
    room = merged(story)
    assert TWIN not in room.attendees
    assert TWIN not in room.people
    assert room.role_of(ANN) == "guest"
    assert [one.author for one in room.cards.values()] == [ANN, ANN, bob]
    assert {one.person for one in room.devices.values() if one.person != bob} >= {ANN}
    assert TWIN not in {one.person for one in room.devices.values()}
    assert room.actions[ActionId("a")].writer == ANN
    assert room.clocks[ClockId("k")].people == (bob, ANN)
    assert room.registrations[place.id].person == ANN
    assert list(room.hands) == [ANN]
    assert room.phone_messages == {}
    assert room.attendees[guest].host == ANN
    back = story.ask(SplitPeople(TWIN))
    assert list(back.attendees) == list(before.attendees), "in the order in which they came"
    assert back.attendees == before.attendees
    assert back.people == before.people
    for part in ("cards", "actions", "devices", "registrations", "participations"):
        assert getattr(back, part) == getattr(before, part), part
    assert set(back.clocks[ClockId("k")].people) == {bob, TWIN, ANN}


def test_one_person_has_one_vote() -> None:
    story = twice()
    bob = f"c-{story.person('Bob')}"
    vote = go_to(story, "vote")
    choice = (Choice(CardId(bob), 1),)
    for person in (ANN, TWIN):
        ballot = BallotId(f"b-{person}")
        story.ask(ask.CastBallot(ballot, vote, person, choice, channel=ON_PHONE))
    scale = go_to(story, "scale")
    story.ask(ask.Rate(RatingId("r-twin"), scale, TWIN, 2, channel=ON_PHONE))
    before = story.room
    room = merged(story)
    assert [one.voter for one in room.ballots_of(vote)] == [ANN]
    assert list(room.ballots) == ["b-ann-1"], "the answer of the one who is kept stands"
    assert [(one.id, one.rater) for one in room.ratings_of(scale)] == [("r-twin", ANN)]
    assert room.participation(vote, ANN).answers == 1
    assert room.participation(vote, ANN).finished
    # What is answered since stays with who was kept.
    story.ask(ask.CastBallot(BallotId("b"), vote, ANN, (), channel=ON_PHONE))
    back = story.ask(SplitPeople(TWIN))
    assert {one.voter: len(one.choices) for one in back.ballots_of(vote)} == {ANN: 0, TWIN: 1}
    assert [one.rater for one in back.ratings_of(scale)] == [TWIN]
    assert back.participation(vote, TWIN) == before.participation(vote, TWIN)
    assert back.participation(vote, ANN).answers == 2


def test_anonymous_answers_belong_to_nobody_and_stay() -> None:
    story = twice()
    mood = go_to(story, "mood")
    for person in (ANN, TWIN):
        story.ask(ask.Rate(RatingId(f"r-{person}"), mood, person, 3, channel=ON_PHONE))
    room = merged(story)
    assert len(room.ratings_of(mood)) == 2
    assert room.participation(mood, ANN).answers == 2
    back = story.ask(SplitPeople(TWIN))
    assert [back.participation(mood, one).answers for one in (ANN, TWIN)] == [1, 1]


def test_who_was_kept_keeps_their_own_hand_role_and_seat() -> None:
    story = twice()
    for person in (ANN, TWIN):
        story.ask(ask.AssignRole(person, "pair"))
        story.ask(RaiseHand(person))
    story.ask(SitBeside(ANN, PersonId("guest"), "Gus"))
    story.ask(MergePeople(PersonId("guest"), ANN))
    assert story.room.attendees[PersonId("guest")].host is None
    story.ask(SplitPeople(ANN))
    assert story.room.attendees[PersonId("guest")].host == ANN
    assert set(story.room.hands) == {ANN, TWIN}
    room = merged(story)
    assert list(room.hands) == [ANN]
    story.ask(ask.AssignRole(ANN, "member"))
    assert story.ask(SplitPeople(TWIN)).role_of(ANN) == "member", "as was said since"


def test_who_was_taken_out_is_no_namesake() -> None:
    story = twice()
    story.ask(TakeOut(TWIN))
    assert namesakes(story.room) == ()


def test_hours_in_the_room_are_counted_once() -> None:
    story = twice()
    start = story.room.stays_of(ANN)[0].entered
    story.ask(ask.Leave(ANN, Source.DESK), minutes_later=10)
    room = merged(story)
    assert hours(room, ANN) == [(start, None)], "the second entry was there all the time"
    assert hours(room, TWIN) == []
    story.ask(ask.Leave(ANN, Source.DESK), minutes_later=5)
    back = story.ask(SplitPeople(TWIN), minutes_later=1)
    assert len(hours(back, TWIN)) == 1
    assert TWIN in back.present
    assert hours(back, ANN)[0][0] == start
    assert ANN not in back.present


def test_hours_apart_stay_apart() -> None:
    story = twice()
    story.ask(ask.Leave(ANN, Source.DESK), minutes_later=10)
    story.ask(ask.Leave(TWIN, Source.DESK), minutes_later=1)
    story.ask(ask.Return(TWIN, Source.DESK), minutes_later=10)
    before = story.room
    room = merged(story)
    assert [left is None for _, left in hours(room, ANN)] == [False, True]
    back = story.ask(SplitPeople(TWIN), minutes_later=1)
    for person in (ANN, TWIN):
        assert hours(back, person) == hours(before, person)


def test_hours_that_no_longer_fit_stay_with_who_was_kept() -> None:
    story = twice()
    story.ask(ask.Leave(ANN, Source.DESK), minutes_later=10)
    story.ask(ask.Leave(TWIN, Source.DESK), minutes_later=10)
    merged(story)
    story.ask(ask.Return(ANN, Source.DESK), minutes_later=1)
    now = hours(story.room, ANN)
    back = story.ask(SplitPeople(TWIN), minutes_later=1)
    assert hours(back, ANN)[-1] == now[-1]


def test_who_has_signed_is_kept_and_does_not_move() -> None:
    story = twice()
    link = Signature(
        SignatureId("s"),
        story.room.session.id,
        0,
        SignatureKind.SIGNED,
        TWIN,
        "2026-11-26 am",
        story.now.utc,
        SignatureChannel.PHONE,
    )
    story.room = replace(story.room, signatures=(link,))
    assert to_keep(story.room, ANN, TWIN) == (TWIN, ANN)
    assert refused(story, MergePeople(ANN, TWIN)) is Why.STAYS_APART
    assert story.ask(MergePeople(TWIN, ANN)).name_of(TWIN) == "ann LEE"


def test_what_cannot_be_merged_or_split() -> None:
    story = twice()
    assert refused(story, MergePeople(ANN, ANN)) is Why.BAD_VALUE
    assert refused(story, MergePeople(ANN, PersonId("who"))) is Why.UNKNOWN_PERSON
    assert refused(story, SplitPeople(TWIN)) is Why.NOTHING_TO_UNDO
    merged(story)
    assert refused(story, MergePeople(ANN, TWIN)) is Why.UNKNOWN_PERSON
    bob = story.person("Bob")
    story.ask(MergePeople(bob, ANN))
    assert refused(story, SplitPeople(TWIN)) is Why.NOTHING_TO_UNDO, "the last one first"
    story.ask(SplitPeople(ANN))
    story.ask(SplitPeople(TWIN))
    assert {ANN, TWIN, bob} <= set(story.room.attendees)


@pytest.mark.parametrize("name", ["💡", "محمد", "Null", "X"])
def test_namesakes_of_any_kind(name: str) -> None:
    story = story_with(activity(StepKind.TALK))
    for number in range(2):
        story.ask(ask.Join(PersonId(f"p-{number}"), name, "", Language("en"), Channel.DESK))
    assert namesakes(story.room) == (("p-0", "p-1"),)


def test_who_was_taken_out_stays_apart_from_who_is_in() -> None:
    story = twice()
    story.ask(TakeOut(TWIN))
    assert refused(story, MergePeople(ANN, TWIN)) is Why.STAYS_APART
    assert refused(story, MergePeople(TWIN, ANN)) is Why.STAYS_APART
    story.ask(TakeOut(ANN))
    assert TWIN not in story.ask(MergePeople(ANN, TWIN)).attendees
