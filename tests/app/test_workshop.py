"""A workshop put together: codes, closing, phones that come and go with the session."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.samples import CardId
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import Language, PersonId, SessionId
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(tmp_path / "a.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        yield workshop


def planned(workshop: Workshop) -> SessionId:
    method = all_methods().get("roti")
    assert method is not None
    plan = workshop.new_plan(method, "", "ROTI", Language("en"))
    workshop.ask(plan)
    return plan.session.id


def test_codes_differ(workshop: Workshop) -> None:
    for _ in range(5):
        planned(workshop)
    assert len({line.code for line in workshop.live.sessions}) == 5


def test_phones_come_with_the_session_and_go_with_it(workshop: Workshop) -> None:
    assert not workshop.network.running
    room = workshop.open_session(planned(workshop))
    assert workshop.network.running
    assert workshop.network.code == room.session.code
    assert workshop.network.url.endswith(f"/J/{room.session.code}")
    assert workshop.start_phones() == workshop.network
    workshop.stop_phones()
    assert not workshop.network.running


def test_closing_numbers_a_certificate_for_everyone(workshop: Workshop) -> None:
    workshop.open_session(planned(workshop))
    for name in ("Amina", "Julien"):
        join = ask.Join(PersonId(new_id()), name, "", Language("fr"), Channel.DESK)
        workshop.ask(join)
    room = workshop.close_session()
    assert room.session.state is SessionState.CLOSED
    assert sorted(one.name for one in room.certificates.values()) == ["Amina", "Julien"]
    assert workshop.read(room.session.id).result(5) == room


def test_a_refusal_reaches_whoever_asks(workshop: Workshop) -> None:
    workshop.open_session(planned(workshop))
    with pytest.raises(Refusal) as caught:
        workshop.ask(ask.EditCard(CardId("no"), "text"))
    assert caught.value.why is Why.UNKNOWN_CARD


def test_what_is_loaded_is_not_searched_for_garbage_while_phones_are_in(tmp_path: Path) -> None:
    with Workshop(tmp_path / "c.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        workshop.open_session(planned(workshop))
        assert gc.get_freeze_count() > 10_000
    assert gc.get_freeze_count() == 0


def test_threads_take_turns_quickly_only_while_it_runs(tmp_path: Path) -> None:
    before = sys.getswitchinterval()
    with Workshop(tmp_path / "b.sqlite", MachineMoments()):
        assert sys.getswitchinterval() < before
    assert sys.getswitchinterval() == before
