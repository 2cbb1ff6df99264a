"""Holding the room: locked doors, who was taken out, messages to phones, phones that are shared."""

import pytest

from tests.domain.making import refused
from tests.samples import Story, story_until
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.control import Control
from workshop_desk.domain.people import Channel
from workshop_desk.domain.phone_messages import LONGEST_STAY, PHONE_MESSAGE_MAX
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.rules.tables import MOST_AT_A_PHONE, at_phone
from workshop_desk.domain.units import CertificateId, DeviceId, Language, PersonId, Seconds

NOBODY = PersonId("nobody")


@pytest.fixture
def story() -> Story:
    return story_until("2")


def newcomer(name: str, channel: Channel = Channel.PHONE) -> ask.Join:
    device = DeviceId(f"d-{name}") if channel is Channel.PHONE else None
    return ask.Join(PersonId(f"p-{name}"), name, "", Language("fr"), channel, device, f"hash-{name}")


def beside(host: PersonId, name: str) -> hold.SitBeside:
    return hold.SitBeside(host, PersonId(f"p-{name}"), name)


def test_a_locked_room_lets_nobody_in_by_phone_but_keeps_who_is_in(story: Story) -> None:
    story.ask(hold.SetLocked(True))
    locked = story.room
    assert locked.session.control == Control(locked=True)
    assert story.ask(hold.SetLocked(True)) is locked
    assert refused(story, newcomer("Zoé")) is Why.JOINING_LOCKED
    story.ask(newcomer("Zoé", Channel.DESK))
    sofia = story.person("Sofia")
    story.ask(ask.Leave(sofia))
    story.ask(ask.Return(sofia))
    assert sofia in story.room.present
    story.ask(hold.SetLocked(False))
    story.ask(newcomer("Ali"))
    assert PersonId("p-Ali") in story.room.present


def test_who_is_taken_out_stays_out_until_let_in_and_what_they_wrote_stays(story: Story) -> None:
    karim = story.person("Karim")
    written = [card for card in story.room.cards.values() if card.author == karim]
    story.ask(hold.RaiseHand(karim))
    story.ask(hold.TakeOut(karim))
    room = story.room
    assert is_taken_out(room, karim)
    assert karim not in room.present
    assert karim not in room.hands
    assert [card for card in room.cards.values() if card.author == karim] == written
    assert story.ask(hold.TakeOut(karim)) is room
    assert refused(story, ask.Return(karim)) is Why.TAKEN_OUT
    assert refused(story, newcomer("karim HADDAD")) is Why.TAKEN_OUT
    story.ask(newcomer("Karim Haddad", Channel.DESK))
    story.ask(hold.LetBackIn(karim))
    assert story.ask(hold.LetBackIn(karim)) is story.room
    story.ask(ask.Return(karim))
    assert karim in story.room.present
    assert refused(story, hold.TakeOut(NOBODY)) is Why.UNKNOWN_PERSON
    assert refused(story, hold.LetBackIn(NOBODY)) is Why.UNKNOWN_PERSON
    assert not is_taken_out(story.room, NOBODY)


def test_phones_are_told_a_few_words_which_end(story: Story) -> None:
    karim = story.person("Karim")
    story.ask(hold.TellPhones("  Pause\ncafé ", seconds=Seconds(60.0)))
    story.ask(hold.TellPhones("À vous.", karim))
    everyone, one = story.room.phone_messages[None], story.room.phone_messages[karim]
    assert (everyone.text, one.text) == ("Pause café", "À vous.")
    assert one.left(story.now) is None
    assert one.stands(story.now)
    assert everyone.left(story.now) == 60
    story.wait(seconds=61)
    assert everyone.left(story.now) == 0
    assert not everyone.stands(story.now)
    story.ask(hold.TellPhones(" ", karim))
    assert set(story.room.phone_messages) == {None}
    assert story.ask(hold.TellPhones("", karim)) is story.room
    assert refused(story, hold.TellPhones("x", NOBODY)) is Why.UNKNOWN_PERSON
    assert refused(story, hold.TellPhones("x" * (PHONE_MESSAGE_MAX + 1))) is Why.TEXT_TOO_LONG
    for seconds in (-1.0, LONGEST_STAY + 1, float("nan")):
        assert refused(story, hold.TellPhones("x", seconds=Seconds(seconds))) is Why.BAD_VALUE


def test_a_table_shares_one_phone_and_each_counts(story: Story) -> None:
    karim = story.person("Karim")
    story.ask(beside(karim, "Léa"))
    lea = PersonId("p-Léa")
    attendee = story.room.attendees[lea]
    assert (attendee.host, attendee.channel) == (karim, Channel.TABLE)
    assert lea in story.room.present
    assert story.ask(beside(karim, "Léa")) is story.room
    story.ask(beside(lea, "Tom"))
    assert at_phone(story.room, karim) == (karim, lea, PersonId("p-Tom"))
    story.ask(hold.TakeOut(lea))
    assert at_phone(story.room, karim) == (karim, PersonId("p-Tom"))
    for number in range(MOST_AT_A_PHONE - 2):
        story.ask(beside(karim, f"N{number}"))
    assert refused(story, beside(karim, "Un")) is Why.PHONE_FULL
    assert refused(story, beside(NOBODY, "Un")) is Why.UNKNOWN_PERSON
    assert refused(story, beside(story.person("Amina"), " ")) is Why.NAME_MISSING
    story.ask(hold.TakeOut(karim))
    assert refused(story, beside(karim, "Un")) is Why.TAKEN_OUT


def test_a_full_room_is_full_at_the_table_too(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    full = len(story.room.attendees)
    monkeypatch.setattr("workshop_desk.domain.rules.tables.MOST_PEOPLE", full)
    assert refused(story, beside(story.person("Karim"), "Léa")) is Why.ROOM_FULL


def test_closing_lets_go_of_everything(story: Story) -> None:
    story.ask(hold.SetLocked(True))
    story.ask(hold.SetHandsShown(True))
    story.ask(hold.RaiseHand(story.person("Karim")))
    story.ask(hold.TellPhones("Pause"))
    ids = tuple(CertificateId(story.new_id()) for _ in story.room.attendees)
    room = story.ask(ask.CloseSession(ids))
    assert room.session.control == Control()
    assert not room.hands
    assert not room.phone_messages
