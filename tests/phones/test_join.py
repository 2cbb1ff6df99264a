"""Coming in: by API and by form, once only, back again, and what is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import samples
from tests.phones.conftest import Desk
from tests.phones.phone import Phone, new_key
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.phones.keys import token_hash


def test_a_tool_comes_in_and_gets_a_token(desk: Desk, phone: Phone) -> None:
    reply = phone.post("join", code="k7qm", name=" Zoé  Martin ", email="zoe@example.org", key=new_key())
    assert reply.status == 200
    token = reply.json["token"]
    assert token_hash(token) in desk.room.devices
    assert [one.name for one in desk.room.people.values()] == ["Zoé Martin"]
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith(f"wd={token};")
    for word in ("HttpOnly", "Path=/", "SameSite=lax"):
        assert word in cookie
    assert "Secure" not in cookie


def test_a_page_gets_no_token_that_a_script_could_read(phone: Phone) -> None:
    body = f'{{"code":"K7QM","name":"Zoé","key":"{new_key()}"}}'
    origin = f"http://{phone.host}"
    reply = phone.request("POST", "/api/join", body, Content_Type="application/json", Origin=origin)
    assert reply.status == 200
    assert "token" not in reply.json
    assert phone.get("/api/state").status == 200


def test_the_same_key_lets_in_once_and_gives_the_same_token(desk: Desk, phone: Phone) -> None:
    message = {"code": "K7QM", "name": "Zoé", "key": new_key()}
    first = phone.post("join", message)
    desk.restart_server()
    phone.close()
    phone.cookies.clear()
    again = phone.post("join", message)
    assert (first.json["again"], again.json["again"]) == (False, True)
    assert first.json["token"] == again.json["token"]
    assert len(desk.room.people) == 1


def another_plan() -> ask.PlanSession:
    """Return a plan of a second session, with ids and a code of its own."""
    planned = samples.method_plan("roti", samples.method("roti").presets[0].id, "en", new_id)
    return replace(planned, session=replace(planned.session, code="BCDF"))


def test_a_key_kept_from_another_session_lets_in_as_someone_new(desk: Desk, phone: Phone) -> None:
    key = new_key()
    phone.join("Zoé", key=key)
    old = phone.token
    desk.close()
    planned = another_plan()
    desk.do(planned)
    desk.do(ask.OpenSession(planned.session.id))
    assert phone.get("/api/state").status == 401
    assert phone.post("card", activity=desk.room.steps[0].activities[0].id, text="x").status == 401
    phone.token = ""
    assert phone.join("Zoé", planned.session.code, key=key).status == 200
    assert phone.token != old
    assert len(desk.room.people) == 1


def test_the_file_holds_neither_token_nor_key(desk: Desk, phone: Phone) -> None:
    key = new_key()
    phone.post("join", code="K7QM", name="Zoé", key=key)
    token = phone.cookies["wd"]
    folder = desk.live._path.parent
    written = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"Zo" in written
    assert token.encode() not in written
    assert key.encode() not in written


@pytest.mark.parametrize("path", ["/j/K7QM", "/J/K7QM", "/j/k7qm", "/J/k7Qm"])
def test_the_code_in_any_case(phone: Phone, path: str) -> None:
    reply = phone.get(path)
    assert reply.status == 200
    assert 'name="name"' in reply.text


def test_without_script_by_a_plain_form(desk: Desk, phone: Phone) -> None:
    page = phone.get("/J/K7QM").text
    reply = phone.fill(page, "/j/K7QM", name="Amina Benali", email="")
    assert (reply.status, reply.headers["location"]) == (303, "/j/K7QM")
    assert [one.name for one in desk.room.people.values()] == ["Amina Benali"]
    assert "Welcome Amina Benali" in phone.get("/j/K7QM").text
    again = phone.fill(page, "/j/K7QM", name="Amina Benali", email="")
    assert again.status == 303
    assert len(desk.room.people) == 1


def test_a_form_without_a_name_comes_back_with_what_was_typed(desk: Desk, phone: Phone) -> None:
    page = phone.get("/j/K7QM").text
    reply = phone.fill(page, "/j/K7QM", name="  ", email="zoe@example.org")
    assert reply.status == 422
    assert "Please add a name." in reply.text
    assert "zoe@example.org" in reply.text
    assert not desk.room.people


def test_home_asks_for_the_code_and_then_knows_the_way(phone: Phone) -> None:
    assert 'name="code"' in phone.get("/").text
    assert phone.get("/j?code=k7%20qm").headers["location"] == "/j/K7QM"
    assert phone.get("/j?code=%C3%A9").headers["location"] == "/"
    phone.fill(phone.get("/j/K7QM").text, "/j/K7QM", name="Zoé")
    assert phone.get("/").headers["location"] == "/j/K7QM"


def test_an_unknown_code_is_a_page_and_a_sentence(phone: Phone) -> None:
    page = phone.get("/j/NOPE")
    assert page.status == 404
    assert 'name="code"' in page.text
    reply = phone.post("join", code="NOPE", name="Zoé")
    assert (reply.status, reply.json["code"]) == (404, "wrong_code")


def test_no_session_at_all(bare_desk: Desk) -> None:
    bare_desk.server.start()
    with Phone(bare_desk.port) as phone:
        assert phone.get("/").status == 200
        assert phone.get("/j/K7QM").status == 404
        assert phone.post("join", code="K7QM", name="Zoé").status == 404
        assert phone.get("/api/state").status == 401


def test_a_closed_session_lets_nobody_in_and_says_goodbye(
    desk: Desk, phone: Phone, let_in: Callable[..., Phone]
) -> None:
    known = let_in("Zoé")
    desk.close()
    assert phone.get("/j/K7QM").status == 410
    reply = phone.post("join", code="K7QM", name="Late")
    assert (reply.status, reply.json["code"]) == (410, "session_closed")
    assert known.state()["session"]["state"] == "closed"
    assert "Thank you Zoé" in known.get("/j/K7QM").text
    assert known.post("presence", present=False).status == 410


def test_leaving_and_coming_back(desk: Desk, let_in: Callable[..., Phone]) -> None:
    zoe = let_in("Zoé")
    assert zoe.post("presence", present=False).status == 200
    assert zoe.state()["you"]["present"] is False
    page = zoe.get("/j/K7QM").text
    assert "See you soon Zoé" in page
    assert zoe.fill(page, "/j/K7QM/presence", present="1").status == 303
    assert zoe.state()["you"]["seat"] == 1
    desk.do(ask.Leave(desk.person("Zoé")))
    assert "See you soon Zoé" in zoe.get("/j/K7QM").text


def test_the_notice_speaks_of_this_session(phone: Phone) -> None:
    """What matters most stands on the way in; the rest is one tap away."""
    page, whole = phone.get("/j/K7QM").text, phone.get("/j/K7QM/about").text
    first = (
        "Your name: visible in the room.",
        "Weather on arrival, Vote and ROTI, return on time invested: anonymous.",
    )
    brief = ("Halliade uses your answers", "Kept 12 months.", 'href="/j/K7QM/about"')
    rest = (
        "Claire Lambert’s laptop",
        "dpo@halliade.example",
        "My subject, My notes, In silence, What I keep and Action plan: for you alone.",
    )
    assert not [words for words in (*first, *brief) if words not in page]
    assert not [words for words in (*first, *rest) if words not in whole]


def test_the_language_of_the_browser_and_the_switch(desk: Desk) -> None:
    with Phone(desk.port, "fr-FR,fr;q=0.9,en;q=0.5") as phone:
        assert '<html lang="fr">' in phone.get("/j/K7QM").text
        reply = phone.get("/j/K7QM?lang=en")
        assert (reply.status, reply.headers["location"]) == (303, "/j/K7QM")
        page = phone.get("/j/K7QM").text
        assert '<html lang="en">' in page
        assert "Come in" in page
        assert phone.post("join", code="NOPE", name="x").json["message"].isascii()
        assert phone.get("/j/K7QM?lang=xx").status == 404
    with Phone(desk.port, "de") as phone:
        assert '<html lang="en">' in phone.get("/j/K7QM").text  # the session's own
