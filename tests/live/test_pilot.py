"""A rehearsal that goes on by itself: a whole plan, from what the room shows."""

import pytest

from tests.live.conftest import Desk
from tests.samples import codev_plan
from workshop_desk.base import clock
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.units import Instant, Language, PersonId
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.live.pilot import LATE, next_wish


def opened(desk: Desk) -> int:
    """Open a room and return how many are expected."""
    plan = codev_plan()
    desk.do(plan)
    desk.do(ask.OpenSession(plan.session.id))
    return plan.session.expected


def test_it_waits_for_everyone_and_goes_through_to_the_closing(desk: Desk) -> None:
    expected = opened(desk)
    assert next_wish(desk.room, desk.moments.now()) is None
    for number in range(expected):
        person = PersonId(new_id())
        desk.do(ask.Join(person, f"Guest {number}", "", Language("fr"), Channel.DESK))
    seen = []
    for _ in range(400):
        wish = next_wish(desk.room, desk.moments.now())
        if wish is None:
            if desk.room.session.place is Place.CLOSING:
                break
            desk.moments.wait(float(LATE))
            continue
        seen.append(type(wish))
        desk.do(wish)
    assert desk.room.session.place is Place.CLOSING
    assert {ask.Advance, ask.StartTimer, ask.Reveal} <= set(seen)
    assert next_wish(desk.room, desk.moments.now()) is None


def test_a_clock_that_a_hand_has_stopped_is_left_alone(desk: Desk) -> None:
    opened(desk)
    desk.do(ask.Advance())
    desk.do(ask.StartTimer())
    desk.do(ask.PauseTimer())
    desk.moments.wait(7200)
    assert next_wish(desk.room, desk.moments.now()) is None


def test_time_never_jumps_when_its_speed_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    real = 100.0
    monkeypatch.setattr(clock, "now_boot", lambda: real)
    moments = FastMoments(60, Instant(clock.now_utc()))
    begin = moments.now()
    real = 110.0
    assert moments.now().since(begin) == 600
    moments.speed = 1
    assert moments.now().since(begin) == 600
    real = 115.0
    assert moments.now().since(begin) == 605
    assert moments.speed == 1
    moments.speed = 20
    real = 116.0
    assert moments.now().since(begin) == pytest.approx(625)
    assert (moments.now().utc - begin.utc).total_seconds() == pytest.approx(625)
