"""Coming back by one's personal code, from another browser; and how guessing one is slowed."""

import re
from collections.abc import Callable

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import Phone, new_key
from workshop_desk.base.ids import new_id
from workshop_desk.domain.codes import apart
from workshop_desk.domain.identity_commands import (
    AddRegistrations,
    MergePeople,
    SetJoining,
    SplitPeople,
)
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.sessions import CODE_LETTERS, Joining
from workshop_desk.domain.units import RegistrationId
from workshop_desk.phones import limits

LetIn = Callable[..., Phone]
TICKET = "EVT-0042/É"


def code_of(desk: Desk, name: str) -> str:
    return desk.room.attendees[desk.person(name)].code


def no_code(desk: Desk) -> str:
    """Return a code that is nobody's."""
    taken = {one.code for one in desk.room.attendees.values()}
    return next(code for one in CODE_LETTERS if (code := one * 4) not in taken)


def await_zoe(desk: Desk, joining: Joining) -> None:
    session = desk.room.session.id
    zoe = Registration(RegistrationId(new_id()), session, "Zoé Martin", "zoe@a.example", "", TICKET)
    desk.do(AddRegistrations(session, (zoe,)))
    desk.do(SetJoining(session, joining))


def test_everyone_gets_a_code_of_their_own(desk: Desk, let_in: LetIn) -> None:
    names = [f"Guest {number}" for number in range(6)]
    told = [let_in(name).state()["you"]["code"] for name in names]
    assert told == [code_of(desk, name) for name in names]
    assert len(set(told)) == 6
    assert all(re.fullmatch(f"[{CODE_LETTERS}]{{4}}", code) for code in told)


def test_a_code_brings_back_from_another_browser(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    first = let_in("Zoé")
    code = code_of(desk, "Zoé")
    reply = phone.post("back", code="K7QM", own_code=f" {apart(code).lower()} ", key=new_key())
    assert reply.status == 200
    phone.token = reply.json["token"]
    assert phone.state()["you"] == first.state()["you"]
    assert phone.token != first.token
    assert len(desk.room.attendees) == 1
    assert len(desk.room.devices) == 2


def test_a_lost_answer_is_given_again(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    let_in("Zoé")
    message = {"code": "K7QM", "own_code": code_of(desk, "Zoé"), "key": new_key()}
    first = phone.post("back", message)
    phone.cookies.clear()
    again = phone.post("back", message)
    assert first.json["token"] == again.json["token"]
    assert again.json["again"]
    assert len(desk.room.devices) == 2


def test_without_script_by_the_page(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    let_in("Zoé")
    assert 'href="/j/K7QM/back"' in phone.get("/j/K7QM").text
    page = phone.get("/j/k7qm/back").text
    wrong = phone.fill(page, "/j/K7QM/back", own_code=no_code(desk))
    assert wrong.status == 404
    assert "Nobody here has this code." in wrong.text
    assert no_code(desk) in wrong.text
    right = phone.fill(page, "/j/K7QM/back", own_code=code_of(desk, "Zoé"))
    assert (right.status, right.headers["location"]) == (303, "/j/K7QM")
    inside = phone.get("/j/K7QM").text
    assert "Welcome Zoé" in inside
    assert apart(code_of(desk, "Zoé")) in inside
    assert phone.get("/j/K7QM/back").headers["location"] == "/j/K7QM"
    assert phone.get("/j/K7QM/back?lang=fr").status == 303


def test_nonsense_is_answered_calmly_and_costs_nothing(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    let_in("Zoé")
    for nonsense in ("0", "ABCDE", "💡💡💡💡", "' OR 1=1", "é" * 300, "null") * 2:
        reply = phone.post("back", code="K7QM", own_code=nonsense)
        assert (reply.status, reply.json["code"]) == (404, "wrong_own_code")
    assert phone.post("back", code="K7QM", own_code=code_of(desk, "Zoé")).status == 200


def test_who_guesses_is_slowed_and_nobody_else(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    let_in("Zoé")
    wrong, right = no_code(desk), code_of(desk, "Zoé")
    tries = int(limits.GUESSES_AT_ONCE)
    told = [phone.post("back", code="K7QM", own_code=wrong).status for _ in range(tries)]
    assert told == [404] * tries
    slowed = phone.post("back", code="K7QM", own_code=right)
    assert (slowed.status, slowed.json["code"]) == (429, "too_fast")
    assert int(slowed.headers["retry-after"]) >= 1
    with Phone(desk.port) as other:
        assert other.post("back", code="K7QM", own_code=right).status == 200


def test_right_codes_are_no_guesses(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    names = [f"Guest {number}" for number in range(int(limits.GUESSES_AT_ONCE) + 2)]
    for name in names:
        let_in(name)
    for name in names:
        assert phone.post("back", code="K7QM", own_code=code_of(desk, name)).status == 200
        phone.cookies.clear()


def test_the_whole_room_is_slowed_too(
    desk: Desk, let_in: LetIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ROOM_GUESSES_AT_ONCE", 3.0)
    desk.restart_server()
    let_in("Zoé")
    told = []
    for _ in range(4):
        with Phone(desk.port) as one:
            told.append(one.post("back", code="K7QM", own_code=no_code(desk)).status)
    assert told == [404, 404, 404, 429]


def test_a_ticket_lets_in_once(desk: Desk, phone: Phone) -> None:
    await_zoe(desk, Joining.LIST)
    page = phone.get("/j/K7QM/back").text
    assert "The code of your ticket works as well." in page
    assert phone.fill(page, "/j/K7QM/back", own_code=TICKET.lower()).status == 303
    assert "Welcome Zoé Martin" in phone.get("/j/K7QM").text
    with Phone(desk.port) as other:
        reply = other.post("back", code="K7QM", own_code=TICKET)
        assert (reply.status, reply.json["code"]) == (409, "list_place_taken")
        own = code_of(desk, "Zoé Martin")
        assert other.post("back", code="K7QM", own_code=own).status == 200


def test_a_list_is_told_to_nobody(desk: Desk, phone: Phone) -> None:
    await_zoe(desk, Joining.LIST)
    page = phone.get("/j/K7QM").text
    assert "as you registered" in page
    assert "Martin" not in page
    stranger = phone.fill(page, "/j/K7QM", name="Zoé")
    assert stranger.status == 409
    assert "This name is not on the list." in stranger.text
    assert "Martin" not in stranger.text
    assert phone.fill(page, "/j/K7QM", name="MARTIN zoe").status == 303
    assert "Welcome Zoé Martin" in phone.get("/j/K7QM").text


def test_trying_names_is_slowed_like_codes(desk: Desk, phone: Phone) -> None:
    await_zoe(desk, Joining.LIST)
    tries = [phone.join(f"Someone {n}").status for n in range(int(limits.GUESSES_AT_ONCE) + 1)]
    assert tries[-2:] == [409, 429]


def test_two_phones_of_one_person_are_one_once_the_desk_says_so(desk: Desk, let_in: LetIn) -> None:
    first, second = let_in("Zoé"), let_in("zoé")
    keep, gone = tuple(desk.room.attendees)
    questions = desk.go_to("questions").id
    for number, one in enumerate((first, second)):
        assert one.post("card", activity=questions, text=f"Question {number}").status == 200
    desk.do(MergePeople(keep, gone))
    assert first.state()["you"] == second.state()["you"]
    assert [card["text"] for card in second.state()["mine"]["cards"]] == ["Question 0", "Question 1"]
    assert second.post("card", activity=questions, text="Question 2").status == 200
    desk.do(SplitPeople(gone))
    assert [len(one.state()["mine"]["cards"]) for one in (first, second)] == [2, 1]
    assert first.state()["you"]["code"] != second.state()["you"]["code"]
