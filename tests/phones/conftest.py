from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import samples
from tests.phones.phone import Phone
from workshop_desk.base.ids import mark_of, new_id, new_token
from workshop_desk.domain import commands as ask
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.stage_commands import OfferRemote, RevokeRemote
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import CertificateId, PersonId, RemoteId, StepId
from workshop_desk.live.changes import Stored
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments
from workshop_desk.phones.serve import PhoneServer

SOON = 10.0


class Desk:
    """A facilitator with a real file and a real port."""

    def __init__(self, path: Path, address: str = "127.0.0.1") -> None:
        self.address = address
        self.live = Live(path, MachineMoments())
        self.live.start()
        self.told: list[NetworkState] = []
        self.server = self._new_server((0,))

    def _new_server(self, ports: tuple[int, ...]) -> PhoneServer:
        return PhoneServer(
            self.live, MachineMoments(), address=self.address, ports=ports, on_change=self.told.append
        )

    def open(self, planned: ask.PlanSession | None = None) -> None:
        planned = planned or samples.codev_plan("en")
        self.do(planned)
        self.do(ask.OpenSession(planned.session.id))
        self.server.start()

    def start_server(self, port: int) -> None:
        self.server = self._new_server((port,))
        self.server.start()

    def restart_server(self) -> None:
        port = self.port
        self.server.stop()
        self.start_server(port)

    def stop(self) -> None:
        self.server.stop()
        self.live.stop()

    @property
    def port(self) -> int:
        return self.server.state.port

    @property
    def site(self) -> str:
        """Where the pages are, without a slash at the end."""
        return f"http://{self.address}:{self.port}"

    @property
    def room(self) -> Room:
        assert self.live.room is not None
        return self.live.room

    def do(self, command: ask.Command) -> Stored:
        return self.live.ask(command, ask.Facilitator()).result(SOON)

    def activity(self, key: str) -> Activity:
        found = self.room.activity_by_key(key)
        assert found is not None
        return found

    def go_to(self, key: str) -> Activity:
        """Go to the step and phase in which an activity is open."""
        step = next(one for one in self.room.steps if any(a.key == key for a in one.activities))
        self.do(ask.GoTo(StepId(step.id)))
        while not any(one.key == key for one in self.room.open_activities):
            self.do(ask.Advance())
        return self.activity(key)

    def person(self, name: str) -> PersonId:
        return next(one.id for one in self.room.people.values() if one.name == name)

    def offer(self, role: RemoteRole = RemoteRole.REMOTE) -> str:
        """Offer a phone to steer; return the secret of the code."""
        secret = new_token()
        self.do(OfferRemote(RemoteId(new_id()), role, mark_of(secret)))
        return secret

    def revoke(self, name: str) -> None:
        """Take back the remote of this name."""
        self.do(RevokeRemote(next(one.id for one in self.room.remotes.values() if one.name == name)))

    def close(self) -> None:
        self.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in range(40))))


@pytest.fixture
def bare_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk without a session."""
    desk = Desk(tmp_path / "desk.sqlite")
    yield desk
    desk.stop()


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A desk with an open session, in the lobby, and its phones' server."""
    bare_desk.open()
    return bare_desk


@pytest.fixture
def phone(desk: Desk) -> Iterator[Phone]:
    """A phone that nobody knows yet."""
    with Phone(desk.port) as phone:
        yield phone


@pytest.fixture
def let_in(desk: Desk) -> Iterator[Callable[..., Phone]]:
    """Give phones of people who are in."""
    phones: list[Phone] = []

    def come_in(name: str, language: str = "en") -> Phone:
        one = Phone(desk.port, language)
        phones.append(one)
        assert one.join(name).status == 200
        return one

    yield come_in
    for one in phones:
        one.close()
