"""My data: what is kept, in plain words; taken home, corrected, taken back, erased."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import samples
from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from tests.phones.test_pages import Checker
from workshop_desk.domain import commands as ask
from workshop_desk.domain.data_commands import AnswerErasure
from workshop_desk.domain.training import Training
from workshop_desk.domain.wifi import Wifi

LetIn = Callable[..., Phone]
ME = "/j/K7QM/me"


def page(phone: Phone, path: str = ME) -> str:
    reply = phone.get(path)
    assert reply.status == 200
    checker = Checker()
    checker.feed(reply.text)
    checker.check()
    return reply.text


@pytest.fixture
def zoe(desk: Desk, let_in: LetIn) -> Phone:
    zoe = let_in("Zoé Roy")
    desk.go_to("questions")
    questions = desk.activity("questions").id
    assert zoe.post("card", activity=questions, text="Since when?").status == 200
    return zoe


def test_it_says_what_is_kept(desk: Desk, zoe: Phone) -> None:
    text = page(zoe)
    assert "Zoé Roy" in text
    assert "1 note with your name" in text
    assert "since " in text
    assert "anonymous, cannot be found even by us" in text
    assert "dpo@halliade.example" in text
    code = next(one.code for one in desk.room.attendees.values())
    assert f"{code[:2]}\u00a0{code[2:]}" in text or code in text.replace("\u00a0", "").replace(" ", "")
    desk.close()
    text = page(zoe)
    assert "from " in text
    assert "Change it" not in text
    assert "Erase my name" in text


def test_what_is_taken_home(desk: Desk, zoe: Phone) -> None:
    mood = desk.go_to("mood")
    assert zoe.post("rating", activity=mood.id, value=4).status == 200
    reply = zoe.get("/j/K7QM/me.json")
    assert reply.headers["content-disposition"].startswith("attachment")
    data = json.loads(reply.body)
    assert data["person"]["name"] == "Zoé Roy"
    assert [one["text"] for one in data["cards"]] == ["Since when?"]
    assert data["presence"][0]["left"] is None
    assert data["ratings"] == []
    assert [one["activity"] for one in data["taken_part_in"]] == [
        "Questions",
        mood.title.in_language("en"),
    ]
    plain = zoe.get("/j/K7QM/me.txt")
    assert "Since when?" in plain.text
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"


def test_nobody_elses(desk: Desk, zoe: Phone, let_in: LetIn) -> None:
    ben = let_in("Ben")
    data = ben.get("/j/K7QM/me.json").text
    assert "Zoé" not in data
    assert "Since when?" not in data


@pytest.mark.parametrize("path", ["me.json", "me.txt"])
def test_strangers_get_nothing(phone: Phone, path: str) -> None:
    assert phone.get(f"/j/K7QM/{path}").status == 401
    assert phone.get(ME).headers["location"] == "/j/K7QM"
    assert phone.get("/j/NONE/me").headers["location"] == "/j/NONE"


def test_another_name(desk: Desk, zoe: Phone) -> None:
    reply = zoe.fill(page(zoe), "/j/K7QM/name", name="Zoë R.")
    assert (reply.status, reply.headers["location"]) == (303, ME)
    assert desk.person("Zoë R.")
    wrong = zoe.fill(page(zoe), "/j/K7QM/name", name=" ")
    assert wrong.status == 422
    assert "Please add a name." in wrong.text


def test_notes_are_taken_back(desk: Desk, zoe: Phone) -> None:
    assert zoe.fill(page(zoe), "/j/K7QM/withdraw").status == 303
    assert not desk.room.cards_of(desk.activity("questions").id)
    assert "with your name" not in page(zoe).split("anonymous")[0].split("note")[-1]


def test_a_name_is_erased_by_whoever_leads(desk: Desk, zoe: Phone) -> None:
    person = desk.person("Zoé Roy")
    assert zoe.fill(page(zoe), "/j/K7QM/erasure", wanted="1").status == 303
    text = page(zoe)
    assert "You have asked that your name be erased." in text
    assert zoe.fill(text, "/j/K7QM/erasure", wanted="0").status == 303
    assert "You have asked" not in page(zoe)
    assert zoe.post("erasure", wanted=True).status == 200
    desk.do(AnswerErasure(person, erase=False, reason="After the certificate"))
    assert "After the certificate" in page(zoe)
    desk.do(AnswerErasure(person, erase=True))
    text = page(zoe)
    assert "Your name is erased." in text
    assert "Zoé" not in text
    assert "Zoé" not in zoe.get("/j/K7QM/me.json").text
    assert zoe.state()["you"]["name"] == "—"
    assert "Zoé" not in zoe.get("/j/K7QM").text
    assert zoe.post("name", name="Zoé again").status == 409


def test_the_law_holds_the_attendance_of_a_training(bare_desk: Desk) -> None:
    planned = samples.codev_plan("en")
    training = replace(planned.session, training=Training())
    bare_desk.open(replace(planned, session=training))
    with Phone(bare_desk.port) as zoe:
        zoe.join("Zoé Roy")
        assert "attendance record of this training until" in page(zoe)
        bare_desk.do(AnswerErasure(bare_desk.person("Zoé Roy"), erase=True))
        text = page(zoe)
        assert "Your name is shown nowhere any more." in text
        assert "attendance record only" in text
        assert zoe.state()["you"]["name"] == "—"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_whole_notice_is_there_before_anyone_answers(desk: Desk, language: str) -> None:
    with Phone(desk.port, language) as phone:
        text = page(phone, "/j/K7QM/about")
        assert 'href="/j/K7QM/about"' in page(phone, "/j/K7QM")
    for words in ("Halliade", "cnil.fr", "dpo@halliade.example", "Claire Lambert", "12"):
        assert words in text


def test_the_notice_of_a_training_says_what_the_law_asks(bare_desk: Desk) -> None:
    planned = samples.codev_plan("en")
    bare_desk.open(replace(planned, session=replace(planned.session, training=Training())))
    with Phone(bare_desk.port) as phone:
        text = page(phone, "/j/K7QM/about")
        assert "a legal obligation" in text
        assert "6 years after its end" in text
        assert "signing is asked of everyone" in page(phone, "/j/K7QM")


def test_the_help_names_the_wifi_where_it_is_known(desk: Desk, zoe: Phone) -> None:
    assert "Stay on the Wi-Fi of the room." in zoe.get("/j/K7QM").text
    desk.do(ask.ChangeSettings(replace(desk.live.settings, wifi=Wifi("Atelier <Halliade>"))))
    assert "Stay on the Wi-Fi Atelier &lt;Halliade&gt;." in zoe.get("/j/K7QM").text


def test_a_name_is_text(desk: Desk, let_in: LetIn) -> None:
    evil = let_in("<script>alert(1)</script>")
    assert "<script>alert" not in page(evil)
