"""A second stage in a television's browser: what the room may see, for who knows the code."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.base import clock
from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import AddClocks, NewClock, NextTurn, SetPace, StartClocks
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.stage_commands import (
    AddPicture,
    SetFrozen,
    SetLookHere,
    SetMessage,
    ShowPicture,
)
from workshop_desk.domain.units import CardId, ClockId, Instant, PictureId, Seconds
from workshop_desk.domain.wifi import Wifi, payload
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.assets import Assets
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import Named
from workshop_desk.phones.serve import PhoneServer

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f"
    "0005fe02fea73581e40000000049454e44ae426082"
)
LetIn = Callable[..., Phone]


def stage(phone: Phone) -> Any:
    reply = phone.get("/api/stage/K7QM")
    assert reply.status == 200, reply.text
    return reply.json


def test_strangers_without_the_code_get_the_code_page(phone: Phone) -> None:
    assert "Which session?" in phone.get("/stage").text
    for path in ("/stage/NOPE", "/STAGE/nope"):
        reply = phone.get(path)
        assert reply.status == 404
        assert 'action="/stage"' in reply.text
    assert phone.get("/api/stage/NOPE").status == 404
    assert phone.get("/api/stage/NOPE/events").status == 404
    assert phone.get("/stage/NOPE/picture/x").status == 404
    assert phone.get("/stage?code=k7qm").headers["location"] == "/stage/K7QM"
    assert phone.get("/STAGE/k7qm").status == 200
    assert phone.get("/stage/K7QM", Host="evil.example").status == 421


def test_it_follows_the_scenes(desk: Desk, phone: Phone) -> None:
    lobby = stage(phone)
    assert (lobby["scene"], lobby["join"]["code"], lobby["present"]) == ("lobby", "K7QM", 0)
    assert lobby["join"]["url"] == f"HTTP://127.0.0.1:{desk.port}/J/K7QM"
    desk.go_to("questions")
    desk.do(ask.StartTimer())
    seen = stage(phone)
    assert (seen["scene"], seen["step"]) == ("step", "Clarification")
    assert seen["label"] == "Step 2 of 6"
    assert seen["next"]
    assert seen["timer"]["state"] == "running"
    page = phone.get("/stage/K7QM").text
    assert "Ask to understand, not to suggest." in page
    assert "<form" not in page
    assert phone.get(f"/api/stage/K7QM?revision={seen['revision']}").status == 304
    while desk.room.session.place != "closing":
        desk.do(ask.Advance())
    assert stage(phone)["scene"] == "closing"
    desk.close()
    closed = stage(phone)
    assert (closed["scene"], closed["join"]) == ("closed", None)
    assert "Thank you, see you soon" in phone.get("/stage/K7QM").text


def test_the_wifi_is_in_the_lobby_and_on_no_phone(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    assert stage(phone)["wifi"] is None
    wifi = Wifi("Atelier", 'cerisier; "42"')
    desk.do(ask.ChangeSettings(replace(desk.live.settings, wifi=wifi)))
    told = {"name": "Atelier", "password": wifi.password, "text": payload(wifi)}
    assert stage(phone)["wifi"] == told
    page = phone.get("/stage/K7QM").text
    assert "cerisier; &#34;42&#34;" in page
    zoe = let_in("Zoé Martin")
    assert phone.pair(desk.offer(RemoteRole.CO), "Paul").status == 200
    looks = [(phone, "/remote"), (phone, "/api/remote/state"), (zoe, "/j/K7QM"), (zoe, "/api/state")]
    for who, path in looks:
        reply = who.get(path)
        assert reply.status == 200, path
        assert "cerisier" not in reply.text, path
    desk.go_to("questions")
    assert stage(phone)["wifi"] is None
    assert "cerisier" not in phone.get("/stage/K7QM").text


def test_nothing_private_is_on_it(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    zoe = let_in("Zoé Martin")
    diary = desk.go_to("own_learning")
    assert desk.room.step is not None
    desk.do(ask.SetNotes(desk.room.step.id, "my own notes"))
    zoe.post("card", activity=diary.id, text="a private worry")
    seen = stage(phone)
    assert (seen["scene"], seen["notes"], seen["panel"]) == ("step", [], None)
    assert seen["count"]["words"] == "of 1 has finished"
    everything = json.dumps(seen, ensure_ascii=False) + phone.get("/stage/K7QM").text
    for secret in ("worry", "Zoé", "my own notes", zoe.token):
        assert secret not in everything


def test_the_wall_is_what_everyone_may_read(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    zoe = let_in("Zoé Martin")
    board = desk.go_to("subjects")
    zoe.post("card", activity=board.id, text="Saying <b>no</b>")
    desk.do(ask.SubmitCard(CardId("c-2"), board.id, None, "Not for all"))
    desk.do(ask.MarkCard(CardId("c-2"), hidden=True))
    seen = stage(phone)
    assert seen["scene"] == "wall"
    assert [note["text"] for note in seen["notes"]] == ["Saying <b>no</b>"]
    page = phone.get("/stage/K7QM").text
    assert "Saying &lt;b&gt;no&lt;/b&gt;" in page
    assert "Not for all" not in page


def test_a_vote_is_counted_before_it_is_revealed(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    zoe = let_in("Zoé Martin")
    let_in("Ben Stone")
    board = desk.go_to("subjects")
    desk.do(ask.SubmitCard(CardId("c-1"), board.id, None, "Saying no"))
    vote = desk.go_to("subject_vote")
    dots = [{"card": "c-1", "dots": 1}]
    zoe.post("ballot", activity=vote.id, choices=dots)
    seen = stage(phone)
    assert (seen["scene"], seen["ranking"]) == ("step", [])
    assert (seen["count"]["done"], seen["count"]["of"]) == (1, 2)
    assert seen["remark"] == "Anonymous: no name is kept"
    desk.do(ask.Reveal(vote.id))
    seen = stage(phone)
    assert (seen["scene"], seen["heading"]) == ("vote", "The room has chosen")
    assert seen["ranking"] == [{"rank": 1, "text": "Saying no", "dots": 1}]


def test_few_answers_make_no_chart(desk: Desk, phone: Phone, let_in: LetIn) -> None:
    zoe = let_in("Zoé Martin")
    scale = desk.go_to("roti")
    zoe.post("rating", activity=scale.id, value=4)
    desk.do(ask.Reveal(scale.id))
    told = stage(phone)["scale"]
    assert (told["counts"], told["middle"], told["answers"]) == ([], 0, 1)
    page = phone.get("/stage/K7QM").text
    assert "Shown from 5 answers on" in page
    assert "<text" not in page


def test_clocks_of_groups_and_on_the_side(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    tables = tuple(NewClock(ClockId(f"g{n}"), f"Table {n}", Seconds(300)) for n in (1, 2))
    desk.do(AddClocks(ClockRole.GROUP, tables))
    desk.do(AddClocks(ClockRole.SIDE, (NewClock(ClockId("s"), "Lunch", Seconds(900)),)))
    desk.do(StartClocks((ClockId("g1"), ClockId("s"))))
    seen = stage(phone)
    assert seen["scene"] == "clocks"
    assert [(one["name"], one["state"]) for one in seen["clocks"]] == [
        ("Table 1", "running"),
        ("Table 2", "waiting"),
    ]
    assert seen["side"]["name"] == "Lunch"


def test_turns_tell_who_speaks_and_who_is_next(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    turns = tuple(NewClock(ClockId(name), name, Seconds(120)) for name in ("Ana", "Ben"))
    desk.do(AddClocks(ClockRole.TURN, turns))
    desk.do(NextTurn())
    seen = stage(phone)
    assert (seen["scene"], seen["heading"], seen["label"]) == ("turn", "Ana", "1 of 2")
    assert (seen["next"], seen["remark"]) == ("Ben", "1 more to speak")


def test_the_curtain(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    desk.do(SetMessage("<b>Coffee</b> & cake"))
    assert stage(phone)["message"] == "<b>Coffee</b> & cake"
    assert "&lt;b&gt;Coffee" in phone.get("/stage/K7QM").text
    desk.do(SetLookHere(on=True))
    assert stage(phone)["scene"] == "look"
    assert "Look up here, please" in phone.get("/stage/K7QM").text
    desk.do(ask.SetBlackout(on=True))
    black = stage(phone)
    assert black["scene"] == "black"
    kept = {"revision", "view", "language", "dark", "scene", "frozen"}
    assert not any(value for name, value in black.items() if name not in kept)
    assert "Coffee" not in phone.get("/stage/K7QM").text


def test_a_picture_is_given_only_while_it_is_shown(desk: Desk, phone: Phone) -> None:
    path = "/stage/K7QM/picture/p-1"
    desk.do(AddPicture(PictureId("p-1"), "Plan", "image/png", 1, 1, PNG))
    desk.do(AddPicture(PictureId("p-2"), "Other", "image/jpeg", 1, 1, b"jpeg"))
    assert phone.get(path).status == 404
    desk.do(ShowPicture(PictureId("p-1")))
    reply = phone.get(path)
    assert (reply.status, reply.body) == (200, PNG)
    assert reply.headers["content-type"] == "image/png"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert phone.get("/stage/K7QM/picture/p-2").status == 404
    desk.do(ask.SetBlackout(on=True))
    assert phone.get(path).status == 404
    desk.do(ask.SetBlackout(on=False))
    desk.do(ShowPicture(None))
    assert phone.get(path).status == 404


def test_frozen_it_keeps_what_it_showed(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    desk.do(ask.StartTimer())
    desk.do(SetFrozen(on=True))
    before = stage(phone)
    desk.do(ask.Advance())
    desk.do(SetMessage("later"))
    kept = stage(phone)
    assert kept["frozen"]
    assert kept["changes_ms"] == 0
    assert {**kept, "revision": 0} == {**before, "revision": 0}
    desk.do(ask.SetBlackout(on=True))
    assert stage(phone)["scene"] == "black"
    desk.do(ask.SetBlackout(on=False))
    assert stage(phone)["step"] == before["step"]
    desk.do(SetFrozen(on=False))
    assert stage(phone)["message"] == "later"


def test_it_freezes_what_was_shown_even_if_nobody_looked(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    desk.do(SetFrozen(on=True))
    desk.do(ask.Advance())
    assert stage(phone)["step"] == "Clarification"


def test_a_hard_end_is_told(desk: Desk, phone: Phone) -> None:
    desk.go_to("questions")
    assert desk.room.step is not None
    desk.do(SetPace(desk.room.step.id, hard=True))
    seen = stage(phone)
    assert seen["timer"]["hard"]
    desk.do(ask.StartTimer())
    desk.do(ask.AddTime(Seconds(-3600)))
    seen = stage(phone)
    assert (seen["scene"], seen["heading"]) == ("hard", "Time!")
    assert "Time!" in phone.get("/stage/K7QM").text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_speaks_the_rooms_language(desk: Desk, language: str) -> None:
    with Phone(desk.port, language) as phone:
        assert "Take a seat and join the session." in phone.get("/stage/K7QM").text


def test_watching_is_nobodys_phone(desk: Desk, phone: Phone) -> None:
    for _ in range(3):
        stage(phone)
    assert not desk.server.state.awake
    # An address that costs the laptop little: on a slow machine too it is asked faster than is allowed.
    asked = (phone.get("/stage/K7QM/picture/none").status for _ in range(2000))
    assert 429 in asked


def test_the_page_is_bounded_and_brings_its_own_letters(desk: Desk, phone: Phone) -> None:
    assets = Assets()
    page = phone.get("/stage/K7QM").text
    assert len(page) + len(assets.stage_css.body) + len(assets.stage_js.body) < 64 * 1024
    assert sum(len(font.packed) for font in assets.fonts) < 256 * 1024
    for font in assets.fonts:
        reply = phone.get(font.path)
        assert (reply.status, reply.headers["content-type"]) == (200, "font/ttf")
        assert "immutable" in reply.headers["cache-control"]


def test_a_new_address_is_said_on_the_television_too(bare_desk: Desk) -> None:
    here = ["192.168.1.23"]
    moments = FastMoments(60, Instant(clock.now_utc()))
    lookout = Lookout(
        lambda: (Adapter("wlan0", (here[0],), wireless=True),), lambda _adapters: Named({})
    )
    bare_desk.server = PhoneServer(bare_desk.live, moments, ports=(0,), lookout=lookout)
    bare_desk.open()
    port = bare_desk.port
    with Phone(port) as tv, Phone(port, source="127.0.0.9") as phone:
        lobby = stage(tv)
        assert (lobby["join"]["address"], lobby["join"]["moved"]) == (f"192.168.1.23:{port}", False)
        assert phone.get("/j/K7QM", Host=f"192.168.1.23:{port}").status == 200
        assert soon(lambda: bare_desk.server.state.proven)
        here[0] = "10.20.4.77"
        assert soon(lambda: stage(tv)["join"]["moved"])
        moved = stage(tv)
        assert moved["join"]["url"] == f"HTTP://10.20.4.77:{port}/J/K7QM"
        assert moved["view"] != lobby["view"]
        page = tv.get("/stage/K7QM").text
        assert "Scan again" in page
        assert "The address has changed: please scan the code again." in page


def soon(holds: Callable[[], bool]) -> bool:
    """Tell whether something holds within a few reports of the server."""
    pause = threading.Event()
    return any(holds() or pause.wait(0.1) for _ in range(60))
