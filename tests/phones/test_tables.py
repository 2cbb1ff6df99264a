"""One phone for a table: everyone counts once, and the phone asks who answers."""

from collections.abc import Callable

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.people import Channel

LetIn = Callable[..., Phone]


def shared(desk: Desk, let_in: LetIn) -> Phone:
    phone = let_in("Ana")
    assert phone.post("beside", name="Bob").status == 200
    return phone


def send(phone: Phone, verb: str, person: str, **message: object) -> int:
    """Send an answer for someone at the table."""
    return phone.post(f"{verb}?as={person}", **message).status


def test_a_phone_is_shared_by_name_and_each_counts(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    page = phone.get("/j/K7QM").text
    assert "We share this phone" in page
    assert phone.fill(page, "/j/K7QM/beside", name="Bob").status == 303
    state = phone.state()
    assert [one["name"] for one in state["table"]["people"]] == ["Ana", "Bob"]
    assert state["counts"]["present"] == 2
    assert (state["table"]["chosen"], state["table"]["asks"]) == ("", False)
    assert let_in("Cem").state()["table"] is None


def test_at_each_step_the_phone_asks_who_answers(desk: Desk, let_in: LetIn) -> None:
    phone = shared(desk, let_in)
    where = desk.go_to("subjects").id
    bob = desk.person("Bob")
    page = phone.get("/j/K7QM").text
    assert "Who answers now?" in page
    assert f"/j/K7QM?as={bob}" in page
    page = phone.get(f"/j/K7QM?as={bob}").text
    assert "For Bob" in page
    sent = phone.fill(page, f"/j/K7QM/card?as={bob}", text="Say no")
    assert sent.status == 303
    card = next(iter(desk.room.cards.values()))
    assert (card.author, card.channel) == (bob, Channel.TABLE)
    assert send(phone, "finished", bob, activity=where) == 200
    people = phone.state()["table"]["people"]
    assert [(one["answered"], one["finished"]) for one in people] == [(False, False), (True, True)]
    assert phone.get(f"/api/state?as={bob}").json["mine"]["cards"][0]["text"] == "Say no"
    assert phone.state()["mine"]["cards"] == []


def test_each_votes_once_in_the_same_vote(desk: Desk, let_in: LetIn) -> None:
    phone = shared(desk, let_in)
    ana, bob = desk.person("Ana"), desk.person("Bob")
    where = desk.go_to("mood").id
    for person, value, status in ((ana, 4, 200), (bob, 2, 200), (bob, 3, 409)):
        assert send(phone, "rating", person, activity=where, value=value) == status
    assert sorted(one.value for one in desk.room.ratings.values()) == [2, 4]
    assert [(one.channel, one.answers) for one in desk.room.answer_counts.values()] == [
        (Channel.TABLE, 2)
    ]


def test_a_phone_speaks_for_nobody_else(desk: Desk, let_in: LetIn) -> None:
    phone, other = shared(desk, let_in), let_in("Cem")
    where, bob = desk.go_to("mood").id, desk.person("Bob")
    assert send(other, "rating", bob, activity=where, value=1) == 200
    assert not desk.room.participation(where, bob).answers
    assert desk.room.participation(where, desk.person("Cem")).answers == 1
    desk.do(hold.TakeOut(bob))
    assert phone.get(f"/api/state?as={bob}").json["you"]["name"] == "Ana"
    assert phone.state()["table"] is None
    desk.do(hold.SetLocked(True))
    assert phone.post("beside", name="Dan").status == 403
    assert "We share this phone" not in phone.get("/j/K7QM").text
