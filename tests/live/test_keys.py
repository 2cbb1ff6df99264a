"""A wish sent again under the same key is done once."""

from dataclasses import replace

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from tests.live.desk import at_the_desk, held_up, refused
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.units import PersonId
from workshop_desk.live.changes import Stored


def test_a_key_sent_again_is_not_done_again(desk: Desk) -> None:
    desk.open()
    join = at_the_desk("Ana")
    first = desk.do(join, key="key-1")
    later = replace(join, person=PersonId(new_id()))
    assert desk.do(later, key="key-1") == Stored(first.revision, again=True)
    desk.do(ask.CloseSession((samples.CertificateId(new_id()),)))
    assert desk.do(join, key="key-1") == Stored(first.revision, again=True)
    desk.restart()
    assert desk.do(join, key="key-1") == Stored(first.revision, again=True)
    assert len(desk.live.read(desk.live.sessions[0].id).result(SOON).people) == 1


def test_a_key_for_something_else_is_refused(desk: Desk) -> None:
    desk.open()
    desk.do(at_the_desk("Ana"), key="key-1")
    assert refused(desk, at_the_desk("Bob"), key="key-1") is Why.KEY_REUSED
    assert refused(desk, ask.Advance(), key="key-1") is Why.KEY_REUSED


def test_a_refused_wish_does_not_use_its_key_up(desk: Desk) -> None:
    desk.open()
    assert refused(desk, at_the_desk(""), key="key-1") is Why.NAME_MISSING
    assert not desk.do(at_the_desk("Ana"), key="key-1").again


def test_a_key_of_what_changes_nothing_is_remembered(desk: Desk) -> None:
    desk.open()
    stored = desk.do(ask.SetBlackout(False), key="key-1")
    assert desk.do(ask.SetBlackout(False), key="key-1") == Stored(stored.revision, again=True)
    assert desk.on_disk() == desk.room


def test_the_same_key_twice_in_one_batch(desk: Desk) -> None:
    desk.open()
    join = at_the_desk("Ana")
    with held_up(desk):
        asked = [desk.live.ask(join, FACILITATOR, "key-1") for _ in range(5)]
    again = [one.result(SOON).again for one in asked]
    assert again == [False, True, True, True, True]
    assert len(desk.room.people) == 1


def test_a_plan_sent_again_is_one_session(desk: Desk) -> None:
    desk.do(samples.codev_plan(), key="key-1")
    plan = samples.method_plan(
        "codev", "standard", new_id=new_id, title=samples.codev_plan().session.title
    )
    again = ask.PlanSession(replace(plan.session, code="ABCD"), plan.steps)
    assert desk.do(again, key="key-1").again
    assert len(desk.live.sessions) == 1
