"""A name is erased wherever it stands; what it wrote for everyone stays, and so does the number."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args, get_type_hints

import pytest

from tests.domain.making import refused
from tests.samples import Story, story_until
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.control_commands import TellPhones
from workshop_desk.domain.data_commands import AnswerErasure, AskErasure, WithdrawCards
from workshop_desk.domain.erasure import ERASED_NAME, ErasureState
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.legal_hold import held_until, is_held, recorded_name
from workshop_desk.domain.people import Channel, Role
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.rules import registrations
from workshop_desk.domain.rules.decision import Entity
from workshop_desk.domain.steps import Audience
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import (
    ActionId,
    CertificateId,
    ClockId,
    Instant,
    PersonId,
    PictureId,
    RegistrationId,
    RemoteId,
    Seconds,
)

SCRUBBED = {
    "Action.sign", "Action.what", "Action.who", "Card.text", "Certificate.name", "Clock.name",
    "Erasure.reason", "Person.email", "Person.name", "PhoneMessage.text", "Picture.name",
    "PresenceEvent.reason", "Rating.word", "Registration.email", "Registration.name", "Remote.name",
    "Session.next_date", "Session.title", "Step.notes",
}  # fmt: skip
NO_PLACE_FOR_A_NAME = {
    "Attendee.code", "Attendee.role", "Card.tags", "Certificate.number", "Device.token_hash",
    "ErasedName.name", "Picture.media_type", "Registration.code", "Registration.department",
    "Remote.offer_hash", "Remote.token_hash", "Session.code", "Session.contact", "Session.facilitator",
    "Session.location", "Session.method", "Session.organisation", "Session.preset", "Step.key",
    "Step.label",
    # Signatures are only of training actions: the law keeps the name there.
    "Signature.half_day", "Signature.hash", "Signature.ink", "Signature.mark", "Signature.previous",
    "Signature.reason",
}  # fmt: skip


@pytest.fixture
def story() -> Story:
    return story_until("6")


def first(story: Story) -> PersonId:
    """Return someone who wrote, for the room and for themselves."""
    authors = [one.author for one in story.room.cards.values() if one.author]
    private = {
        card.author
        for card in story.room.cards.values()
        if story.room.activity(card.activity).audience is Audience.AUTHOR
    }
    return next(one for one in authors if one in private)


def close(story: Story) -> None:
    story.ask(ask.CloseSession(tuple(CertificateId(story.new_id()) for _ in story.room.attendees)))


def test_a_wish_is_made_called_off_refused_and_made_again(story: Story) -> None:
    me = first(story)
    assert me not in story.room.erasures
    story.ask(AskErasure(me, wanted=False))
    assert me not in story.room.erasures
    story.ask(AskErasure(me))
    asked = story.room.erasures[me]
    assert (asked.state, asked.asked) == (ErasureState.ASKED, story.now.utc)
    assert asked.waits
    story.ask(AskErasure(me), minutes_later=1)
    assert story.room.erasures[me] == asked
    story.ask(AskErasure(me, wanted=False))
    assert story.room.erasures[me].state is ErasureState.CALLED_OFF
    assert not story.room.erasures[me].waits
    story.ask(AskErasure(me))
    assert refused(story, AnswerErasure(me, erase=False)) is Why.REASON_MISSING
    story.ask(AnswerErasure(me, erase=False, reason="We talked about it"), minutes_later=2)
    refusal = story.room.erasures[me]
    assert (refusal.state, refusal.reason) == (ErasureState.REFUSED, "We talked about it")
    assert story.room.name_of(me) != ERASED_NAME
    story.ask(AskErasure(me))
    assert story.room.erasures[me].state is ErasureState.ASKED


def test_a_name_is_erased_from_everything_that_says_it(story: Story) -> None:
    me = first(story)
    name = story.room.name_of(me)
    here = len(story.room.present)
    use_everywhere(story, me, name)
    assert name in str(story.room)
    texts = [one.text for one in story.room.cards.values() if one.author == me]
    story.ask(AskErasure(me))
    story.ask(AnswerErasure(me, erase=True))
    room = story.room
    assert name not in str(room)
    assert room.people[me].email is None
    assert (room.name_of(me), room.erasures[me].state) == (ERASED_NAME, ErasureState.ERASED)
    assert len(room.present) == here
    assert not [one for one in room.cards.values() if one.author == me]
    assert not [one for one in room.ballots.values() if one.voter == me]
    assert not [one for one in room.ratings.values() if one.rater == me]
    assert not [one for one in room.actions.values() if one.writer == me]
    assert not room.registrations
    kept = {one.text for one in room.cards.values()}
    assert kept & set(texts), "what was written for the room stays"
    assert set(texts) - kept, "what was for the author alone goes"
    assert any(ERASED_NAME in step.notes for step in room.steps)
    assert not room.past, "taking back a change would bring the name back"


def use_everywhere(story: Story, me: PersonId, name: str) -> None:
    """Let a name stand in everything that people can type."""
    session, step = story.room.session.id, story.room.steps[0].id
    other = next(one for one in story.room.present if one != me)
    board = story.activity("questions")
    card = story.write("questions", story.room.name_of(other).split()[0], f"What does {name} think?")
    assert story.room.cards[card].activity == board.id
    story.ask(
        ask.AddAction(ActionId("a-all"), None, f"Ask {name}", name, None, f"{name} says so", other)
    )
    story.ask(ask.AddAction(ActionId("a-own"), story.activity("actions").id, "Mine", "", None, "", me))
    story.ask(ask.SetNotes(step, f"{name} came late"))
    story.ask(ask.SetNextDate(f"With {name}"))
    story.ask(stage.SetMessage(f"{name}, please call"))
    story.ask(TellPhones(f"{name}, please call"))
    story.ask(stage.AddPicture(PictureId("x"), f"{name}.png", "image/png", 1, 1, b"x"))
    story.ask(stage.OfferRemote(RemoteId("r"), stage.RemoteRole.REMOTE, "0" * 64))
    story.ask(stage.PairRemote("0" * 64, "1" * 64, name))
    story.ask(
        plans.AddClocks(ClockRole.GROUP, (plans.NewClock(ClockId("k"), name, Seconds(60.0), (me,)),))
    )
    listed = (Registration(RegistrationId("l"), session, name, "x@a.example"),)
    story.room = registrations.add(story.room, AddRegistrations(session, listed)).room
    room = story.room
    word = replace(next(iter(room.ratings.values())), word=f"like {name}")
    story.room = replace(room, ratings={**room.ratings, word.id: word})
    story.ask(AskErasure(other))
    story.ask(AnswerErasure(other, erase=False, reason=f"{name} would mind"))
    taken = replace(listed[0], person=me)
    awaited = replace(listed[0], id=RegistrationId("l-2"))
    story.room = replace(story.room, registrations={taken.id: taken, awaited.id: awaited})
    title = replace(story.room.session, title=f"With {name}")
    story.room = replace(story.room, session=title)


def test_it_is_possible_after_the_session_and_takes_the_name_off_the_certificates(story: Story) -> None:
    me = first(story)
    close(story)
    assert any(one.person == me and one.name for one in story.room.certificates.values())
    story.ask(AskErasure(me))
    story.ask(AnswerErasure(me, erase=True))
    assert {one.name for one in story.room.certificates.values() if one.person == me} == {ERASED_NAME}
    assert refused(story, WithdrawCards(me)) is Why.SESSION_CLOSED


def test_once_erased_it_stays_so(story: Story) -> None:
    me = first(story)
    story.ask(AnswerErasure(me, erase=True))
    before = story.room
    story.ask(AskErasure(me))
    story.ask(AnswerErasure(me, erase=False, reason="No"))
    assert story.room == before
    assert refused(story, ask.RenamePerson(me, "Again")) is Why.NAME_ERASED


def test_the_law_keeps_the_attendance_of_a_training_action(story: Story) -> None:
    me = first(story)
    assert not is_held(story.room, me)
    story.room = replace(story.room, session=replace(story.room.session, training=Training()))
    name = story.room.name_of(me)
    story.ask(AnswerErasure(me, erase=True))
    close(story)
    room = story.room
    assert room.erasures[me].state is ErasureState.RESTRICTED
    assert (room.name_of(me), recorded_name(room, me)) == (ERASED_NAME, name)
    assert room.people[me].email is None
    assert recorded_name(room, PersonId("nobody")) == ERASED_NAME
    assert [one.name for one in room.certificates.values() if one.person == me] == [name]


def test_evidence_is_kept_for_six_years(story: Story) -> None:
    leap = Instant(datetime(2028, 2, 29, 12, tzinfo=UTC))
    assert held_until(story.room, leap) == date(2034, 2, 28)
    close(story)
    ended = story.room.session.closed
    assert ended is not None
    assert held_until(story.room, leap) == ended.date().replace(year=ended.year + 6)


def test_where_two_bear_the_name_the_texts_stay(story: Story) -> None:
    me = first(story)
    name = story.room.name_of(me)
    twin = story.join(name)
    story.ask(ask.SetNotes(story.room.steps[0].id, f"{name} came late"))
    story.ask(AnswerErasure(me, erase=True))
    assert story.room.steps[0].notes == f"{name} came late"
    assert (story.room.name_of(me), story.room.name_of(twin)) == (ERASED_NAME, name)


def test_a_name_is_a_word_of_its_own(story: Story) -> None:
    ann = story.join("Ann", Channel.DESK)
    story.ask(ask.SetNotes(story.room.steps[0].id, "Ann and Annie; annually (Ann)"))
    story.ask(AnswerErasure(ann, erase=True))
    assert story.room.steps[0].notes == "— and Annie; annually (—)"


def test_notes_are_taken_back_but_for_what_was_agreed(story: Story) -> None:
    me = first(story)
    mine = [one.id for one in story.room.cards.values() if one.author == me]
    story.ask(ask.MarkCard(mine[0], locked=True))
    story.ask(WithdrawCards(me))
    after = [story.room.cards[one] for one in mine]
    assert [one.withdrawn for one in after] == [not one.locked for one in after]
    others = [one for one in story.room.cards.values() if one.author != me]
    assert not any(one.withdrawn for one in others)


def test_every_text_that_people_type_is_known_here() -> None:
    """A new text in a row must be scrubbed of names, or be known as no place for one."""
    texts = {
        f"{kind.__name__}.{name}"
        for kind in get_args(Entity)
        for name, hint in get_type_hints(kind, localns={"Role": Role}).items()
        if str in (hint, *get_args(hint))
    }
    assert texts == SCRUBBED | NO_PLACE_FOR_A_NAME


def test_nobody_unknown(story: Story) -> None:
    nobody = PersonId("nobody")
    for command in (AskErasure(nobody), AnswerErasure(nobody, erase=True), WithdrawCards(nobody)):
        assert refused(story, command) is Why.UNKNOWN_PERSON


def test_no_reason_goes_with_an_erasure(story: Story) -> None:
    assert refused(story, AnswerErasure(first(story), erase=True, reason="Ann")) is Why.BAD_VALUE
