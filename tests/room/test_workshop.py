"""A desk at work without windows: the phones' server comes back when the session is opened again."""

import http.client
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import samples
from workshop_desk.app.workshop import Workshop
from workshop_desk.domain.sessions import SessionState
from workshop_desk.live.moments import MachineMoments


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with Workshop(tmp_path / "a.sqlite", MachineMoments(), address="127.0.0.1", ports=(0,)) as one:
        planned = samples.codev_plan("en")
        one.ask(planned)
        one.open_session(planned.session.id)
        yield one


def die(workshop: Workshop) -> None:
    """Let the phones' server end as if by itself, and wait until that was dealt with."""
    server = workshop._server
    assert server is not None
    thread, running = server._thread, server._server
    assert thread is not None
    assert running is not None
    running.should_exit = True
    thread.join(10)


def answers(workshop: Workshop) -> int:
    line = http.client.HTTPConnection("127.0.0.1", workshop.network.port, timeout=10)
    line.request("GET", "/j/K7QM")
    with line.getresponse() as reply:
        status = reply.status
    line.close()
    return status


def test_a_server_that_died_twice_comes_back_when_the_session_is_opened_again(
    workshop: Workshop, expected_log: list[logging.LogRecord]
) -> None:
    assert answers(workshop) == 200
    die(workshop)
    assert answers(workshop) == 200
    die(workshop)
    assert not workshop.network.running
    assert workshop.room.session.state is SessionState.OPEN
    workshop.open_session(workshop.room.session.id)
    assert workshop.network.running
    assert answers(workshop) == 200
    assert len(expected_log) == 2


def test_starting_what_runs_changes_nothing(workshop: Workshop) -> None:
    before = workshop.network
    assert workshop.start_phones() == before
