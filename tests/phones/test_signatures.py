"""Signing by HTTP: offered beside the step, taken once, said plainly where there is nothing to sign."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import samples, signing
from tests.phones.conftest import Desk
from tests.phones.phone import Phone, new_key
from workshop_desk.domain import commands as ask
from workshop_desk.domain.signatures import LONGEST_INK

LetIn = Callable[..., Phone]


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A desk with an open training action and its phones' server."""
    bare_desk.open(signing.training_plan("en"))
    return bare_desk


def message(phone: Phone, **changes: str) -> dict[str, str]:
    told = phone.state()["signing"]
    facts = {"half_day": told["half_day"], "mark": told["mark"], "ink": signing.ink(), "key": new_key()}
    return {**facts, **changes}


def test_the_state_offers_the_half_day_until_it_is_signed(let_in: LetIn) -> None:
    phone = let_in("Ana")
    told = phone.state()
    assert told["signing"]["signed"] is False
    assert phone.post("signature", message(phone)).status == 200
    after = phone.state()
    assert after["signing"]["signed"] is True
    assert after["view"] != told["view"], "the page draws the line no more"


def test_twenty_sends_at_once_make_one_row(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    same = message(phone)
    others = [message(phone, ink=signing.ink(n)) for n in range(1, 8)]

    def send(one: dict[str, str]) -> tuple[int, dict[str, object]]:
        with Phone(desk.port) as own:
            own.token = phone.token
            answer = own.post("signature", one)
            return answer.status, answer.json

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(send, [*[same] * 8, *others]))
    (row,) = desk.room.signatures
    taken = [facts for status, facts in told if status == 200]
    calm = [facts for status, facts in told if status == 409]
    assert len(taken) + len(calm) == 15
    assert {facts["code"] for facts in calm} <= {"already_signed"}
    assert sum(not facts["again"] for facts in taken) == 1, "one was the first, the rest heard so"
    assert row.person == desk.person("Ana")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"ink": ""}, 422, "nothing_drawn"),
        ({"ink": "5 5 6 6"}, 422, "nothing_drawn"),
        ({"ink": "1 1 9000 9000"}, 422, "bad_value"),
        ({"ink": "1 1;<b>"}, 422, "bad_value"),
        ({"ink": "1" * (LONGEST_INK + 1)}, 422, "text_too_long"),
        ({"mark": "ZZZZ"}, 409, "mark_old"),
        ({"half_day": "2020-01-01 morning", "mark": "0000"}, 409, "mark_old"),
        ({"person": "someone else"}, 400, "unknown_field"),
    ],
)
def test_what_cannot_be_taken(
    desk: Desk, let_in: LetIn, changes: dict[str, str], status: int, code: str
) -> None:
    phone = let_in("Ana")
    answer = phone.post("signature", message(phone, **changes))
    assert (answer.status, answer.json["code"]) == (status, code)
    assert desk.room.signatures == ()


def test_the_page_to_sign_on(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    page = phone.get("/j/K7QM/sign").text
    assert "simple electronic signature (eIDAS regulation), evidence no. 2026-1117-E" in page
    assert "handwritten" not in page
    assert "ask Claire Lambert for the paper sheet" in page, "also without a script"
    phone.post("signature", message(phone))
    assert "Signed for this" in phone.get("/J/K7QM/sign").text
    assert "Please sign for" not in phone.get("/j/K7QM").text
    with Phone(desk.port) as stranger:
        assert stranger.get("/j/K7QM/sign").status == 303
    assert phone.get("/j/ABCD/sign").status == 303


def test_the_closing_offers_it_too_and_a_closed_session_does_not(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    while desk.room.session.place.value != "closing":
        desk.do(ask.Advance())
    assert "I sign for this" in phone.get("/j/K7QM").text
    desk.close()
    assert phone.state()["signing"] is None
    page = phone.get("/j/K7QM").text
    assert "I sign for this" not in page
    assert "Nothing to sign now" in phone.get("/j/K7QM/sign").text


def test_who_left_early_signs_for_having_been_there(desk: Desk, let_in: LetIn) -> None:
    phone = let_in("Ana")
    phone.post("presence", present=False)
    assert "Please sign for" in phone.get("/j/K7QM").text
    assert phone.post("signature", message(phone)).status == 200


WORDS = ("signature", "sign-in", "émarg", "organisme de formation", "réalisation", "NDA", "eIDAS")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_session_that_is_no_training_action_never_speaks_of_signing(
    bare_desk: Desk, language: str
) -> None:
    bare_desk.open(samples.codev_plan(language))
    with Phone(bare_desk.port, language) as phone:
        door = phone.get("/j/K7QM").text
        phone.join("Ana")
        pages = [door, phone.get("/j/K7QM").text]
        bare_desk.go_to("subjects")
        pages.append(phone.get("/j/K7QM").text)
        while bare_desk.room.session.place.value != "closing":
            bare_desk.do(ask.Advance())
        pages.append(phone.get("/j/K7QM").text)
        assert phone.state()["signing"] is None
        assert phone.get("/j/K7QM/sign").status == 409
    for page in pages:
        assert not [word for word in WORDS if word.casefold() in page.casefold()]
