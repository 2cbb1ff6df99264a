"""Phones that steer: paired once, with rights of their own, and taken back at any moment."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import FORM, JSON, Phone, new_key
from tests.phones.test_pages import Checker
from workshop_desk.base.ids import new_token
from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import AddClocks, NewClock
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.stage_commands import AddPicture, SetMessage
from workshop_desk.domain.timer import TimerState
from workshop_desk.domain.units import ClockId, PictureId, Seconds
from workshop_desk.phones.assets import Assets

LetIn = Callable[..., Phone]


@pytest.fixture
def steer(desk: Desk) -> Iterator[Callable[..., Phone]]:
    """Give phones that steer."""
    phones: list[Phone] = []

    def paired(role: RemoteRole = RemoteRole.REMOTE, name: str = "Ben", language: str = "en") -> Phone:
        one = Phone(desk.port, language)
        phones.append(one)
        assert one.pair(desk.offer(role), name).status == 200
        return one

    yield paired
    for one in phones:
        one.close()


def state(phone: Phone) -> Any:
    reply = phone.get("/api/remote/state")
    assert reply.status == 200, reply.text
    return reply.json


def test_a_code_pairs_one_phone_once(desk: Desk, phone: Phone) -> None:
    secret = desk.offer()
    page = phone.get(f"/r/{secret}")
    assert page.status == 200
    assert "Who steers?" in page.text
    assert phone.get(f"/R/{secret}").status == 200
    reply = phone.fill(page.text, f"/r/{secret}", name="Ben")
    assert (reply.status, reply.headers["location"]) == (303, "/remote")
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith("wdr=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Ben" in phone.get("/remote").text
    assert [one.name for one in desk.room.remotes.values() if one.steers] == ["Ben"]
    with Phone(desk.port) as other:
        assert other.get(f"/r/{secret}").status == 409
        again = other.pair(secret)
        assert (again.status, again.json["code"]) == (409, "offer_gone")
    # Scanned once more by the phone that has it: it goes on.
    assert phone.get(f"/r/{secret}").headers["location"] == "/remote"


def test_a_lost_reply_gives_the_same_token(desk: Desk, phone: Phone) -> None:
    message = {"secret": desk.offer(), "name": "Ben", "key": new_key()}
    first = phone.post("remote/pair", message)
    phone.cookies = {}
    second = phone.post("remote/pair", message)
    assert first.json["token"] == second.json["token"]
    assert (first.json["again"], second.json["again"]) == (False, True)


def test_the_file_holds_neither_secret_nor_token(desk: Desk, phone: Phone) -> None:
    secret = desk.offer()
    phone.pair(secret)
    token = phone.token
    kept = "".join(map(str, desk.room.remotes.values()))
    assert secret not in kept
    assert token not in kept


def test_guessing_leads_nowhere_and_is_slowed(desk: Desk, phone: Phone) -> None:
    desk.offer()
    replies = [phone.pair(new_token()) for _ in range(40)]
    assert {one.status for one in replies} == {409, 429}
    assert not [one for one in desk.room.remotes.values() if one.steers]
    for wrong in ("x", "../..", "%00", "a" * 300):
        assert phone.get(f"/r/{wrong}").status in (404, 409)


def test_a_browser_never_sees_its_token(desk: Desk, phone: Phone) -> None:
    body = json.dumps({"secret": desk.offer(), "name": "Ben", "key": new_key()})
    origin = f"http://{phone.host}"
    reply = phone.request("POST", "/api/remote/pair", body, Content_Type=JSON, Origin=origin)
    assert reply.status == 200
    assert "token" not in reply.json


def test_the_buttons_steer(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben = steer()
    told = state(ben)
    assert (told["role"], told["step"], told["back"], told["change"]) == ("remote", None, False, 0)
    assert told["next"] == "Welcome and echo from the last client"
    assert ben.post("remote/next").json["stored"]
    step = desk.room.step
    assert step is not None
    assert step.position == 0
    assert ben.post("remote/start").status == 200
    assert ben.post("remote/time", minutes=1).status == 200
    assert ben.post("remote/time", minutes=-1).status == 200
    assert ben.post("remote/pause").status == 200
    assert desk.room.step is not None
    assert desk.room.step.timer.state is TimerState.PAUSED
    for deed, seen in (("black", "black"), ("freeze", "frozen"), ("look", "look")):
        for on in (True, False):
            assert ben.post(f"remote/{deed}", on=on).status == 200
            assert state(ben)[seen] is on
    assert ben.post("remote/message", text="Coffee is served").status == 200
    assert state(ben)["message"] == "Coffee is served"
    assert ben.post("remote/message", text="").status == 200
    assert ben.post("remote/undo", change=state(ben)["change"]).status == 200
    assert ben.post("remote/undo", change=999).json["code"] == "changed_since"
    assert ben.post("remote/back").status == 200
    assert state(ben)["session"]["place"] == "lobby"


def test_a_press_that_comes_twice_counts_once(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben = steer()
    key = new_key()
    first, second = (ben.post("remote/next", {"key": key}) for _ in range(2))
    assert (first.json["again"], second.json["again"]) == (False, True)
    assert desk.room.step is not None
    assert desk.room.step.position == 0


def test_revealing_and_turns_are_offered_when_there_are_some(
    desk: Desk, steer: Callable[..., Phone]
) -> None:
    ben = steer()
    assert state(ben)["reveal"] is None
    assert state(ben)["speaker"] is None
    vote = desk.go_to("subject_vote")
    reveal = state(ben)["reveal"]
    assert (reveal["activity"], reveal["shown"]) == (vote.id, False)
    assert ben.post("remote/reveal", activity=vote.id, shown=True).status == 200
    assert state(ben)["reveal"]["shown"]
    desk.do(AddClocks(ClockRole.TURN, (NewClock(ClockId("t1"), "Zoé", Seconds(60)),)))
    assert state(ben)["speaker"] == "Zoé"
    assert ben.post("remote/speaker").status == 200
    assert state(ben)["speaker"] == ""


def test_rights_go_by_role(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben, ana = steer(), steer(RemoteRole.CO, "Ana")
    step = desk.room.steps[2]
    picture = AddPicture(PictureId("p-1"), "Plan", "image/png", 4, 3, b"png")
    desk.do(picture)
    leading: tuple[tuple[str, dict[str, object]], ...] = (
        ("go", {"step": step.id}),
        ("length", {"step": step.id, "length": "12"}),
        ("notes", {"step": step.id, "text": "Slowly"}),
        ("picture", {"picture": "p-1"}),
    )
    for deed, content in leading:
        refused = ben.post(f"remote/{deed}", **content)
        assert (refused.status, refused.json["code"]) == (403, "not_allowed"), deed
        assert ana.post(f"remote/{deed}", **content).status == 200, deed
    assert desk.room.step is not None
    assert (desk.room.step.id, desk.room.step.notes) == (step.id, "Slowly")
    assert desk.room.step.timer.length == Seconds(720)
    assert desk.room.session.curtain.picture == "p-1"
    assert (state(ben)["plan"], state(ben)["pictures"]) == ([], [])
    assert len(state(ana)["plan"]) == len(desk.room.steps)
    assert state(ana)["pictures"] == [{"id": "p-1", "name": "Plan"}]
    assert state(ben)["step"]["notes"] == "Slowly"
    unread = ana.post("remote/length", step=step.id, length="soon")
    assert (unread.status, unread.json["code"]) == (422, "length_unread")


def test_one_token_does_not_do_the_work_of_another(
    desk: Desk, steer: Callable[..., Phone], let_in: LetIn
) -> None:
    ben, zoe = steer(), let_in("Zoé")
    activity = desk.go_to("questions")
    for path in ("/api/remote/state", "/api/remote/events"):
        assert zoe.get(path).status == 401
    refused = zoe.post("remote/next")
    assert (refused.status, refused.json["code"]) == (401, "not_paired")
    zoe.cookies, zoe.token = {"wdr": zoe.token}, ""
    assert zoe.get("/api/remote/state").status == 401
    assert ben.get("/api/state").status == 401
    answer = ben.post("card", activity=activity.id, text="Why?")
    assert (answer.status, answer.json["code"]) == (401, "not_joined")
    assert not desk.room.cards
    assert not desk.server.state.awake


def test_a_phone_taken_back_is_told_at_once(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben, ana = steer(), steer(name="Ana")
    desk.revoke("Ben")
    pressed = ben.post("remote/next")
    assert (pressed.status, pressed.json["code"]) == (403, "not_steering")
    assert "does not steer any more" in pressed.json["message"]
    assert ben.get("/api/remote/state").status == 403
    assert desk.room.step is None
    assert ana.post("remote/next").status == 200


def test_taken_back_while_pressing_without_script(desk: Desk, phone: Phone) -> None:
    secret = desk.offer()
    phone.fill(phone.get(f"/r/{secret}").text, f"/r/{secret}", name="Ben")
    page = phone.get("/remote").text
    desk.revoke("Ben")
    reply = phone.fill(page, "/remote/next")
    assert reply.status == 403
    assert "This phone does not steer any more. Ask for a new code at the desk." in reply.text
    assert desk.room.step is None


def test_all_buttons_work_without_script(desk: Desk, phone: Phone) -> None:
    secret = desk.offer(RemoteRole.CO)
    phone.fill(phone.get(f"/r/{secret}").text, f"/r/{secret}", name="Ana")
    assert phone.fill(phone.get("/remote").text, "/remote/next").headers["location"] == "/remote"
    page = phone.get("/remote").text
    assert phone.fill(page, "/remote/start").status == 303
    assert phone.fill(page, "/remote/time", minutes="-1").status == 303
    assert phone.fill(page, "/remote/black", on="1").status == 303
    assert phone.fill(page, "/remote/message", text="Back at 3").status == 303
    assert phone.fill(page, "/remote/notes", text="Slowly").status == 303
    assert phone.fill(page, "/remote/length", length="9 min").status == 303
    wrong = phone.fill(page, "/remote/length", length="soon", key=new_key())
    assert wrong.status == 422
    assert "Please type a length" in wrong.text
    page = phone.get("/remote").text
    assert phone.fill(page, "/remote/message", text="").status == 303
    assert not desk.room.session.curtain.message
    assert desk.room.session.blackout


def test_what_is_sent_is_bounded_and_known(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben = steer()
    for content, code in (
        ({"key": new_key(), "x": 1}, "unknown_field"),
        ({}, "missing_field"),
        ({"key": "short"}, "bad_key"),
    ):
        assert ben.post("remote/next", content).json["code"] == code
    for minutes in (61, -61, 10**9, "1", True, 0.5):
        assert ben.post("remote/time", minutes=minutes).status == 400
    assert ben.post("remote/message", text="x" * 40_000).status == 413
    assert ben.post("remote/message", text="x" * 121).status == 422
    assert ben.post("remote/message", text="x" * 5000).status == 422
    assert ben.request("POST", "/api/remote/next", "key=" + new_key(), Content_Type=FORM).status == 415
    replies = [ben.post("remote/look", on=True) for _ in range(40)]
    assert replies[-1].status == 429
    assert not desk.room.session.curtain.message


def test_other_pages_cannot_press(desk: Desk, phone: Phone) -> None:
    secret = desk.offer()
    phone.fill(phone.get(f"/r/{secret}").text, f"/r/{secret}", name="Ben")
    body = json.dumps({"key": new_key()})
    for origin in ("http://evil.example", "null", None):
        reply = phone.request("POST", "/api/remote/next", body, Content_Type=JSON, Origin=origin)
        assert (reply.status, reply.json["code"]) == (403, "wrong_origin")
    assert phone.get("/remote", Host="evil.example").status == 421
    assert phone.get("/api/remote/state", Host="evil.example").status == 421
    assert desk.room.step is None


def test_the_end_of_the_session_ends_steering(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben = steer()
    secret = desk.offer()
    desk.close()
    assert ben.get("/api/remote/state").status == 410
    assert ben.post("remote/next").status == 410
    assert ben.pair(secret).json["code"] == "offer_gone"


def test_the_remote_speaks_the_phones_language(desk: Desk, steer: Callable[..., Phone]) -> None:
    ben = steer(language="fr")
    desk.do(ask.Advance())
    page = ben.get("/remote").text
    assert "Écran noir" in page
    assert "fin vers" in state(ben)["late"]


BUDGET = 52 * 1024
"""More than a participant's page: the small picture of the stage draws every scene."""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("role", list(RemoteRole))
def test_the_page_is_well_made_and_small_at_every_step(
    desk: Desk, steer: Callable[..., Phone], role: RemoteRole, language: str
) -> None:
    ben, assets = steer(role, "<b>Ben</b>", language), Assets()
    fixed = len(assets.remote_css.body) + len(assets.remote_js.body)
    desk.do(AddPicture(PictureId("p-1"), "</ul><b>Plan", "image/png", 4, 3, b"png"))
    desk.do(SetMessage('"><script>'))
    while True:
        page = ben.get("/remote").text
        checker = Checker()
        checker.feed(page)
        checker.check()
        assert len(page.encode()) + fixed <= BUDGET
        assert not re.search(r"https?:|#[0-9A-Fa-f]{6}", page)
        if desk.room.session.place == "closing":
            break
        desk.do(ask.Advance())


def test_the_scripts_ask_for_nothing_else() -> None:
    assets = Assets()
    for asset in (assets.remote_css, assets.remote_js, assets.stage_css, assets.stage_js):
        text = asset.body.decode().replace("http://www.w3.org/2000/svg", "")
        for font in assets.fonts:
            text = text.replace(f"url({font.path})", "")
        assert not re.search(r"https?:|@import|url\(|eval\(|innerHTML|document\.write", text)


def test_a_link_changes_the_language(desk: Desk, phone: Phone) -> None:
    secret = desk.offer()
    reply = phone.get(f"/r/{secret}?lang=fr")
    assert (reply.status, reply.headers["location"]) == (303, f"/r/{secret}")
    assert "Qui pilote" in phone.get(f"/r/{secret}").text
    assert phone.get("/remote?lang=en").headers["location"] == "/remote"
    assert "does not steer" in phone.get("/remote").text
