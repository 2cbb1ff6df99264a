"""What phones are told: shared once, small, unchanged when nothing is new."""

from collections.abc import Callable
from dataclasses import replace

from tests import samples
from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import commands as ask
from workshop_desk.domain.units import Language, Moment, PersonId, Revision, Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.phones.state import States

LetIn = Callable[..., Phone]
NOW = Moment(samples.START, Seconds(9000.0), "boot-1")


def test_nothing_new_is_304(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    revision = zoe.state()["revision"]
    reply = zoe.get(f"/api/state?revision={revision}")
    assert (reply.status, reply.body) == (304, b"")
    desk.do(ask.Advance())
    assert zoe.get(f"/api/state?revision={revision}").status == 200
    for odd in ("", "x", "-1", "1e9", "9" * 400):
        assert zoe.get(f"/api/state?revision={odd}").status == 200


def test_the_place_follows_the_room(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    state = zoe.state()
    assert (state["session"]["place"], state["step"], state["action"]) == ("lobby", None, None)
    assert state["timer"] is None
    desk.do(ask.Advance())
    state = zoe.state()
    assert (state["step"]["position"], state["step"]["of"]) == (1, 8)
    assert state["action"]["kind"] == "scale"
    assert [line["state"] for line in state["plan"]][:2] == ["current", "ahead"]
    while desk.room.step is not None:
        desk.do(ask.Advance())
    assert zoe.state()["session"]["place"] == "closing"


def test_the_timer_is_told_as_what_is_left(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.do(ask.Advance())
    timer = zoe.state()["timer"]
    assert (timer["state"], timer["remaining_ms"], timer["length_ms"]) == ("waiting", 300_000, 300_000)
    desk.do(ask.StartTimer())
    desk.do(ask.BackdateStart(Seconds(60)))
    timer = zoe.state()["timer"]
    assert timer["state"] == "running"
    assert 239_000 - 10_000 < timer["remaining_ms"] <= 240_000
    assert timer["sequence"] == zoe.state()["revision"]
    desk.do(ask.PauseTimer())
    assert zoe.state()["timer"]["state"] == "paused"


def test_each_phone_has_its_language(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé", "fr"), let_in("Ana", "en")
    desk.go_to("mood")
    assert zoe.state()["action"]["levels"][4] == "soleil"
    assert ana.state()["action"]["levels"][4] == "sun"
    assert zoe.state()["counts"]["sentence"] == "0 sur 2 a terminé"


def test_counts_alone_leave_the_view_as_it_is(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé"), let_in("Ana")
    mood = desk.go_to("mood")
    before = zoe.state()
    ana.post("rating", activity=mood.id, value=3)
    after = zoe.state()
    assert before["view"] == after["view"]
    assert before["counts"] != after["counts"]
    zoe.post("rating", activity=mood.id, value=3)
    assert zoe.state()["view"] != after["view"]


def test_bytes_and_data_say_the_same() -> None:
    import json

    states, t = States(), Words("fr")
    for step in ("lobby", "0a", "0b", "1", "2", "3", "4", "5", "6", "closing", "closed"):
        room = samples.room_at(step)
        for person in room.attendees:
            told = states.told(room, person, t, NOW)
            assert json.loads(told.body) == states.shape(room, person, t, NOW)
            assert told.view in told.body.decode()
            assert len(told.body) < 8000


def test_the_shared_part_is_made_once_a_revision() -> None:
    states, t = States(), Words("en")
    room = samples.room_at("4", "en")
    for person in room.attendees:
        states.told(room, person, t, NOW)
    assert len(states._shared) <= 2
    later = replace(room, revision=Revision(room.revision + 1))
    states.told(later, PersonId(next(iter(room.attendees))), t, NOW)
    assert states._glance is not None
    assert states._glance.room is later
    assert len(states._shared) == 1


def test_an_unknown_language_is_english() -> None:
    room = samples.lobby_room()
    person = next(iter(room.attendees))
    state = States().shape(room, person, Words(Language("xx")), NOW)
    assert state["session"]["method"] == "Professional co-development"


def test_nothing_of_others_is_told() -> None:
    """Not even names: only counts, and to the client what the room has heard."""
    states, t = States(), Words("fr")
    for step in ("0a", "0b", "1", "2", "3", "5", "6"):
        room = samples.room_at(step)
        for person in room.attendees:
            told = states.told(room, person, t, NOW).body.decode()
            if step == "0b":  # the vote names whose subjects these are
                continue
            for other in room.attendees:
                if other != person:
                    assert room.name_of(other) not in told
            secret = [card for card in room.cards.values() if "SECRET" in card.text]
            assert not [one for one in secret if one.author != person and one.text in told]
