"""What phones are told: shared once, small, unchanged when nothing is new."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests import samples
from tests.phones.breaks import a_break
from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.domain import agenda_commands as plan
from workshop_desk.domain import commands as ask
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import ClockId, Instant, Language, Moment, PersonId, Revision, Seconds
from workshop_desk.i18n.words import Words
from workshop_desk.live.moments import MachineMoments
from workshop_desk.phones.clocks import timer_shape
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


def test_each_group_has_its_clock(desk: Desk, let_in: LetIn) -> None:
    zoe, ana, tom = let_in("Zoé"), let_in("Ana"), let_in("Tom")
    desk.go_to("questions")
    red, blue = ClockId("red"), ClockId("blue")
    made = (
        plan.NewClock(red, "Red", Seconds(300), (desk.person("Zoé"),)),
        plan.NewClock(blue, "Blue", Seconds(420), (desk.person("Ana"),)),
    )
    view = zoe.state()["view"]
    desk.do(plan.AddClocks(ClockRole.GROUP, made))
    desk.do(plan.StartClocks((red,)))
    hers, his, ours = (one.state()["timer"] for one in (zoe, ana, tom))
    assert [(one["name"], one["state"]) for one in (hers, his, ours)] == [
        ("Red", "running"),
        ("Blue", "waiting"),
        ("", "waiting"),
    ]
    assert [one["length_ms"] for one in (hers, his, ours)] == [300_000, 420_000, 780_000]
    assert zoe.state()["view"] == view


def test_who_speaks_is_told_to_all(desk: Desk, let_in: LetIn) -> None:
    zoe, ana = let_in("Zoé"), let_in("Ana")
    desk.go_to("questions")
    made = tuple(
        plan.NewClock(ClockId(name), name, Seconds(0), (desk.person(name),)) for name in ("Zoé", "Ana")
    )
    desk.do(plan.AddClocks(ClockRole.TURN, made))
    assert ana.state()["timer"]["turn"] == {
        "speaker": "",
        "yours": False,
        "next": "Zoé",
        "next_is_you": False,
    }
    desk.do(plan.NextTurn())
    timer = ana.state()["timer"]
    assert timer["turn"] == {"speaker": "Zoé", "yours": False, "next": "Ana", "next_is_you": True}
    assert timer["length_ms"] == 390_000
    assert zoe.state()["timer"]["turn"]["yours"]
    desk.do(plan.PauseClocks((ClockId("Zoé"),)))
    assert zoe.state()["timer"]["state"] == "paused"
    desk.do(plan.StartClocks((ClockId("Ana"),)))
    assert zoe.state()["timer"]["turn"]["speaker"] == "Ana"  # the one whose clock runs, as on the stage
    desk.do(plan.ResetClocks((ClockId("Ana"),)))
    desk.do(plan.NextTurn())
    desk.do(plan.NextTurn())
    timer = ana.state()["timer"]
    assert (timer["name"], timer["turn"]["speaker"], timer["turn"]["next"]) == ("", "", "")
    assert timer["length_ms"] == 780_000


def test_rounds_and_how_it_ends_are_told(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.go_to("questions")
    step = desk.room.step
    assert step is not None
    desk.do(plan.SetRounds(step.id, Rounds(3, Seconds(600), Seconds(10))))
    desk.do(plan.SetPace(step.id, at_zero=AtZero.GO_ON, hard=True, questions=Seconds(90)))
    desk.do(ask.StartTimer())
    desk.do(ask.BackdateStart(Seconds(604)))
    timer = zoe.state()["timer"]
    left = timer["round"].pop("left_ms")
    assert 0 < left <= 6000
    assert timer["round"] == {
        "number": 1,
        "count": 3,
        "changing": True,
        "change_ms": 10_000,
        "lengths_ms": [600_000] * 3,
    }
    assert (timer["soon_ms"], timer["last_ms"]) == (120_000, 60_000)
    ends = ("at_zero", "notice_ms", "hard", "questions_ms")
    assert [timer[name] for name in ends] == ["go_on", 10_000, True, 90_000]


def test_a_break_tells_when_to_be_back(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.go_to("mood")
    desk.do(plan.InsertStep(a_break(desk.room.session.id), 1))
    assert zoe.state()["timer"]["back_at"] == ""
    desk.do(ask.GoTo(desk.room.steps[1].id))
    assert (zoe.state()["action"]["kind"], zoe.state()["timer"]["back_at"]) == ("pause", "")
    assert "Not started" in zoe.get("/j/K7QM").text
    desk.do(ask.StartTimer())
    back = zoe.state()["timer"]["back_at"]
    end = MachineMoments().now().utc + timedelta(minutes=15)
    assert abs((datetime.fromisoformat(back) - end).total_seconds()) <= 31
    assert back.endswith(":00Z")
    view = zoe.state()["view"]
    desk.do(ask.AddTime(Seconds(300)))
    assert zoe.state()["view"] == view
    assert zoe.state()["timer"]["back_at"] != back
    target = Instant(datetime(2040, 1, 1, 15, 20, tzinfo=UTC))
    near = replace(desk.room.steps[1].timer, mode=TimerMode.UNTIL, until=target, added=Seconds(0))
    step = replace(desk.room.steps[1], timer=near)
    room = replace(desk.room, steps=(desk.room.steps[0], step, *desk.room.steps[2:]))
    shape = timer_shape(room, desk.person("Zoé"), NOW)
    assert shape is not None
    assert shape["back_at"] == "2040-01-01T15:20:00Z"


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
