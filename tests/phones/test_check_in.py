"""Many check in at once: each is in once, and hears a calm answer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.live.conftest import FACILITATOR, SOON
from tests.phones.conftest import Desk
from tests.phones.phone import Phone, new_key
from workshop_desk.domain import commands as ask
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.room import Room
from workshop_desk.i18n.dates import clock_time

AT_ONCE, BURST = 20, 200


def on_disk(desk: Desk) -> Room:
    """Return the room as the file has it."""
    room = desk.live.read(desk.room.session.id).result(SOON)
    assert room is not None
    return room


def same_person(token: str, port: int, gate: Barrier) -> int:
    """Say from one more connection of the same person that they are here, as all others do."""
    with Phone(port, token=token) as phone:
        phone.get("/api/state")
        gate.wait(SOON)
        return phone.post("presence", present=True).status


def test_twenty_check_ins_of_one_person_at_once_are_one(desk: Desk, phone: Phone) -> None:
    phone.join("Zoé")
    (person,) = desk.room.attendees
    desk.do(ask.Leave(person))
    before = desk.room.presence.events
    phones = AT_ONCE // 2
    gate = Barrier(AT_ONCE)

    def at_the_desk(source: Source) -> int:
        gate.wait(SOON)
        desk.live.ask(ask.Return(person, source), FACILITATOR).result(SOON)
        return 200

    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = [pool.submit(same_person, phone.token, phone.port, gate) for _ in range(phones)]
        sources = (Source.DESK, Source.BADGE) * (phones // 2)
        asked += [pool.submit(at_the_desk, source) for source in sources]
        answers = [one.result() for one in asked]
    assert answers == [200] * AT_ONCE
    (event,) = desk.room.presence.events[len(before) :]
    assert (event.person, event.way) == (person, Way.IN)
    assert on_disk(desk).presence == desk.room.presence
    assert phone.state()["counts"]["present"] == 1


def test_a_burst_of_two_hundred_lets_each_in_exactly_once(desk: Desk, phone: Phone) -> None:
    """Half of them send it twice, as phones do that heard no answer."""
    keys = [new_key() for _ in range(BURST)]

    def come(numbers: range) -> list[int]:
        found = []
        for number in [one for one in numbers for _ in range(1 + one % 2)]:
            with Phone(phone.port) as one:
                message = {"code": "K7QM", "name": f"Person {number}", "key": keys[number]}
                found.append(one.post("join", message).status)
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        parts = [range(start, BURST, AT_ONCE) for start in range(AT_ONCE)]
        answers = [status for part in pool.map(come, parts) for status in part]
    assert answers == [200] * (BURST + BURST // 2)
    room = on_disk(desk)
    assert sorted(one.name for one in room.people.values()) == sorted(
        f"Person {n}" for n in range(BURST)
    )
    assert len(room.presence.events) == len({one.id for one in room.presence.events}) == BURST
    assert len(room.present) == BURST


def test_who_is_in_already_is_told_since_when(desk: Desk, phone: Phone) -> None:
    phone.join("Zoé")
    (came,) = desk.room.presence.events
    revision = desk.room.presence
    assert phone.post("presence", present=True).status == 200
    assert desk.room.presence == revision
    assert phone.state()["you"]["since"] == f"{came.at:%Y-%m-%dT%H:%M:%SZ}"
    page = phone.get("/j/K7QM").text
    assert f"You are in since {clock_time(came.at)}." in page
    phone.post("presence", present=False)
    assert phone.state()["you"]["since"] == ""
