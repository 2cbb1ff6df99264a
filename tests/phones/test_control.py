"""What phones see of a room that is held: locked, taken out, eyes up, hands, messages, moderation."""

from collections.abc import Callable
from contextlib import closing

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from tests.phones.test_events import Stream
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.rules.moderation import waiting_cards
from workshop_desk.domain.stage_commands import SetLookHere
from workshop_desk.domain.units import Seconds

LetIn = Callable[..., Phone]


@pytest.mark.parametrize(("language", "words"), [("en", "Joining is closed"), ("fr", "entrées sont")])
def test_a_newcomer_is_told_kindly_that_joining_is_closed(
    desk: Desk, let_in: LetIn, language: str, words: str
) -> None:
    inside = let_in("Ana")
    desk.do(hold.SetLocked(True))
    with Phone(desk.port, language) as late:
        page = late.get("/J/K7QM")
        assert page.status == 403
        assert words in page.text
        assert "/j/K7QM/back" in page.text
        refused = late.join("Zoé")
        assert (refused.status, refused.json["code"]) == (403, "joining_locked")
    inside.post("presence", present=False)
    assert inside.post("presence", present=True).status == 200
    code = desk.room.attendees[desk.person("Ana")].code
    with Phone(desk.port) as other:
        assert other.get("/j/K7QM/back").status == 200
        page = other.get("/j/K7QM/back").text
        assert other.fill(page, "/j/K7QM/back", own_code=code).status == 303
        assert other.state()["you"]["name"] == "Ana"


def test_the_stage_shows_nothing_to_scan_while_joining_is_closed(desk: Desk, phone: Phone) -> None:
    assert phone.get("/api/stage/K7QM").json["join"] is not None
    desk.do(hold.SetLocked(True))
    stage = phone.get("/api/stage/K7QM").json
    assert (stage["join"], stage["locked"]) == (None, True)
    page = phone.get("/stage/K7QM").text
    assert "Joining is closed." in page
    assert 'class="qr"' not in page


def test_who_is_taken_out_is_out_at_once_and_everywhere(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    person = desk.person("Ana")
    code = desk.room.attendees[person].code
    desk.do(hold.TakeOut(person))
    state = phone.get("/api/state")
    assert (state.status, state.json["code"]) == (401, "taken_out")
    assert phone.get("/api/events").status == 401
    assert phone.post("hand", up=True).status == 401
    page = phone.get("/j/K7QM")
    assert page.status == 403
    assert "has taken you out" in page.text
    assert phone.post("join", code="K7QM", name="Someone else").status == 403
    with Phone(desk.port) as other:
        assert other.join("ana").json["code"] == "taken_out"
        back = other.fill(other.get("/j/K7QM/back").text, "/j/K7QM/back", own_code=code)
        assert back.status == 403
        assert other.get("/api/state").json["code"] == "not_joined"
    desk.do(hold.LetBackIn(person))
    assert phone.state()["you"] | {"present": False} == phone.state()["you"]
    assert phone.post("presence", present=True).status == 200
    assert phone.state()["you"]["present"]


def test_hands_go_up_and_each_phone_knows_its_own_place_only(desk: Desk, let_in: LetIn) -> None:
    ana, bob = let_in("Ana"), let_in("Bob")
    for phone in (ana, bob, ana):
        assert phone.post("hand", up=True).status == 200
    assert [one.state()["you"]["hand"] for one in (ana, bob)] == [1, 2]
    assert "you are next" in ana.get("/j/K7QM").text
    assert "1 before you" in bob.get("/j/K7QM").text
    assert "Ana" not in bob.get("/j/K7QM").text
    desk.do(hold.GiveFloor(desk.person("Ana")))
    assert (ana.state()["you"]["floor"], bob.state()["you"]["hand"]) == (True, 1)
    assert "You have the floor" in ana.get("/j/K7QM").text
    page = ana.get("/j/K7QM").text
    assert ana.fill(page, "/j/K7QM/hand", up="0").status == 303
    assert not ana.state()["you"]["floor"]


def test_a_message_is_for_all_or_for_one_and_ends_by_itself(desk: Desk, let_in: LetIn) -> None:
    ana, bob = let_in("Ana"), let_in("Bob")
    assert ana.state()["message"] is None
    desk.do(hold.TellPhones("Back in <five>.", seconds=Seconds(60.0)))
    desk.do(hold.TellPhones("See me.", desk.person("Ana")))
    assert ana.state()["message"] == {"text": "See me.", "for_you": True}
    assert ana.state()["message_ms"] == 0
    assert bob.state()["message"] == {"text": "Back in <five>.", "for_you": False}
    assert 0 < bob.state()["message_ms"] <= 60_000
    assert "Back in &lt;five&gt;." in bob.get("/j/K7QM").text
    desk.do(hold.TellPhones("", desk.person("Ana")))
    assert ana.state()["message"]["text"] == "Back in <five>."
    desk.do(hold.TellPhones("Gone in no time.", seconds=Seconds(1e-6)))
    assert bob.state()["message"] is None


def test_eyes_up_asks_for_nothing_and_keeps_what_a_plain_form_sends(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    where = desk.go_to("subjects").id
    page = phone.get("/j/K7QM").text
    desk.do(SetLookHere(True))
    assert phone.state()["session"]["look"]
    assert "Please look up" in phone.get("/j/K7QM").text
    late = phone.fill(page, "/j/K7QM/card", text="Say no")
    assert late.status == 409
    assert "Say no" in late.text
    assert not desk.room.cards
    # What a page with script had sent before it saw this is not lost.
    assert phone.post("card", activity=where, text="Say yes").status == 200
    desk.restart_server()
    phone.close()
    assert phone.state()["session"]["look"]
    desk.do(SetLookHere(False))
    assert "Please look up" not in phone.get("/j/K7QM").text


def test_what_is_moderated_is_said_to_wait_and_shown_nowhere(desk: Desk, let_in: LetIn) -> None:
    phone, other = let_in("Ana"), let_in("Bob")
    desk.do(hold.SetModerated(True))
    where = desk.go_to("subjects").id
    assert phone.state()["action"]["moderated"]
    assert "looked at before the room" in phone.get("/j/K7QM").text
    assert phone.post("card", activity=where, text="Say no").status == 200
    assert phone.state()["mine"]["cards"][0]["waiting"]
    assert "waiting to be looked at" in phone.get("/j/K7QM").text
    assert "Say no" not in phone.get("/stage/K7QM").text
    desk.go_to("subject_vote")
    assert other.state()["action"]["options"] == []
    desk.do(hold.LetThrough(tuple(card.id for card in waiting_cards(desk.room))))
    assert [one["text"] for one in other.state()["action"]["options"]] == ["Say no"]
    desk.do(ask.GoTo(desk.room.steps[0].id))


def test_the_notices_of_who_is_taken_out_end_at_once(desk: Desk, let_in: LetIn) -> None:
    ana, bob = let_in("Ana"), let_in("Bob")
    with closing(Stream(ana)) as gone, closing(Stream(bob)) as stays:
        taken = desk.do(hold.TakeOut(desk.person("Ana"))).revision
        with pytest.raises(EOFError):
            gone.next()
        assert stays.next() >= taken


def test_who_holds_the_remote_gives_the_floor_on(desk: Desk, let_in: LetIn) -> None:
    for name in ("Ana", "Bob"):
        let_in(name).post("hand", up=True)
    ana, bob = desk.person("Ana"), desk.person("Bob")
    with Phone(desk.port) as remote:
        assert remote.pair(desk.offer()).status == 200
        for person in (ana, bob):
            assert remote.post("remote/floor", person=person).status == 200
        hands = remote.get("/api/remote/state").json["hands"]
        assert hands == [{"person": bob, "name": "Bob", "floor": True}]
        assert remote.post("remote/lower", person=bob).status == 200
        assert remote.post("remote/floor", person=bob).json["code"] == "no_hand"
    assert not desk.room.hands
