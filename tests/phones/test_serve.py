"""The server's life: ports, stopping, starting again, dying and being mended."""

import logging
import queue
import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.base import clock
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.domain.addresses import remember
from workshop_desk.domain.network import LeftOut, NetworkState
from workshop_desk.domain.units import Instant
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.live.moments import MachineMoments
from workshop_desk.phones import serve
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.lookout import Find, Lookout, Name
from workshop_desk.phones.network import Named
from workshop_desk.phones.ports import PORTS
from workshop_desk.phones.serve import PhoneServer

LetIn = Callable[..., Phone]


def taken() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def test_the_next_port_when_one_is_taken(desk: Desk) -> None:
    desk.server.stop()
    with taken() as first, taken() as free:
        ports = (first.getsockname()[1], free.getsockname()[1])
        free.close()
        server = PhoneServer(desk.live, MachineMoments(), address="127.0.0.1", ports=ports)
        state = server.start()
        server.stop()
    assert (state.running, state.port, state.code) == (True, ports[1], "K7QM")
    assert state.url == f"HTTP://127.0.0.1:{ports[1]}/J/K7QM"
    assert server.state == NetworkState()


def test_all_ports_taken_is_trouble(desk: Desk) -> None:
    with taken() as one:
        server = PhoneServer(
            desk.live, MachineMoments(), address="127.0.0.1", ports=[one.getsockname()[1]]
        )
        with pytest.raises(WorldError) as caught:
            server.start()
    assert caught.value.trouble is Trouble.PORTS_TAKEN
    assert len(set(PORTS)) == 6


def test_everywhere_when_the_address_is_another_machines(desk: Desk) -> None:
    server = PhoneServer(desk.live, MachineMoments(), address="192.0.2.77", ports=(0,))
    state = server.start()
    try:
        assert state.address == "192.0.2.77"
        with Phone(state.port) as phone:
            assert phone.get("/j/K7QM").status == 200
            assert phone.get("/j/K7QM", Host=f"192.0.2.77:{state.port}").status == 200
    finally:
        server.stop()


def test_stopping_is_quick_also_with_open_pages(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    listening = Phone(desk.port)
    listening.token = zoe.token
    sock = socket.create_connection(("127.0.0.1", desk.port))
    head = f"GET /api/events HTTP/1.1\r\nHost: {zoe.host}\r\nAuthorization: Bearer {zoe.token}\r\n\r\n"
    sock.sendall(head.encode())
    assert sock.recv(12) == b"HTTP/1.1 200"
    begin = time.monotonic()
    desk.server.stop()
    assert time.monotonic() - begin < 2
    sock.close()
    desk.server.stop()  # twice is no trouble


def test_a_token_goes_on_after_a_restart_of_everything(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    port = desk.port
    desk.server.stop()
    desk.live.stop()
    desk.live.start()
    desk.server = desk._new_server((port,))
    desk.server.start()
    zoe.close()
    assert zoe.state()["you"]["name"] == "Zoé"


def test_a_server_that_dies_is_told_and_mended_once(
    desk: Desk, let_in: LetIn, expected_log: list[logging.LogRecord]
) -> None:
    zoe, port = let_in("Zoé"), desk.port
    _let_die(desk.server)
    zoe.close()
    assert zoe.state()["you"]["name"] == "Zoé"
    assert (desk.server.state.running, desk.server.state.port) == (True, port)
    _let_die(desk.server)
    assert (desk.server.state.running, desk.server.state.trouble) == (False, "server_died")
    assert [state.trouble for state in desk.told].count("server_died") == 2
    assert len(expected_log) == 2


def test_a_server_that_dies_long_after_is_mended_again(
    desk: Desk, let_in: LetIn, monkeypatch: pytest.MonkeyPatch, expected_log: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr(serve, "CALM_FOR", 0.0)
    zoe, port = let_in("Zoé"), desk.port
    for _ in range(3):
        _let_die(desk.server)
        zoe.close()
        assert zoe.state()["you"]["name"] == "Zoé"
    assert (desk.server.state.running, desk.server.state.port) == (True, port)
    assert len(expected_log) == 3


def test_a_bug_in_who_hears_of_the_network_costs_the_phones_nothing(
    bare_desk: Desk, expected_log: list[logging.LogRecord]
) -> None:
    def fail(_state: NetworkState) -> None:
        raise LookupError

    bare_desk.server = PhoneServer(
        bare_desk.live, MachineMoments(), address="127.0.0.1", ports=(0,), on_change=fail
    )
    bare_desk.open()
    with Phone(bare_desk.port) as phone:
        phone.join("Zoé")
        _let_die(bare_desk.server)
        phone.close()
        assert phone.state()["you"]["name"] == "Zoé"
    bugs = [one for one in expected_log if one.exc_info]
    assert len(bugs) >= 3


def test_the_laptop_is_followed_to_another_network(desk: Desk) -> None:
    here = ["192.168.1.23"]
    heard: queue.Queue[NetworkState] = queue.Queue()
    server = _following(desk, heard, lambda: _wifi(*here))
    assert server.start().address == "192.168.1.23"
    try:
        port = server.state.port
        here[0] = "169.254.1.1"
        lost = _next(heard, lambda state: state.trouble == Trouble.NO_NETWORK.value)
        assert (lost.running, lost.address, lost.left_out) == (True, "127.0.0.1", (LeftOut.EMPTY,))
        here[0] = "10.42.0.1"
        moved = _next(heard, lambda state: state.address == "10.42.0.1")
        assert (moved.running, moved.trouble, moved.proven, moved.moved) == (True, "", False, False)
        assert moved.url == f"HTTP://10.42.0.1:{port}/J/K7QM"
        with Phone(port) as phone:
            assert phone.get("/j/K7QM", Host=f"10.42.0.1:{port}").status == 200
            assert phone.get("/j/K7QM", Host=f"192.168.1.23:{port}").status != 200
    finally:
        server.stop()


def test_phones_that_knew_another_address_have_to_scan_again_for_a_while(desk: Desk) -> None:
    here = ["192.168.1.23"]
    heard: queue.Queue[NetworkState] = queue.Queue()
    server = _following(desk, heard, lambda: _wifi(*here))
    server.start()
    try:
        with Phone(server.state.port, source="127.0.0.9") as phone:
            port = server.state.port
            assert phone.get("/j/K7QM", Host=f"192.168.1.23:{port}").status == 200
            assert not _next(heard, lambda state: state.proven).moved
            here[0] = "192.168.1.24"
            moved = _next(heard, lambda state: state.address == "192.168.1.24")
            assert (moved.moved, moved.proven) == (True, False)
            assert moved.since is not None
            # Still at another address: the new one is not proven by that.
            assert phone.get("/j/K7QM").status == 200
            assert phone.get("/j/K7QM", Host=f"192.168.1.24:{port}").status == 200
            assert _next(heard, lambda state: state.proven).moved
            assert not _next(heard, lambda state: not state.moved).tied
    finally:
        server.stop()


def test_what_the_facilitator_chooses_is_shown_and_comes_back(desk: Desk) -> None:
    heard: queue.Queue[NetworkState] = queue.Queue()
    two = (*_wifi("192.168.1.23"), *_wifi("192.168.7.7", "wlan1"))
    networks = Named({"wlan0": "Atelier", "wlan1": "Voisins"})
    server = _following(desk, heard, lambda: two, lambda _adapters: networks)
    assert not server.start().tied  # their names are asked for first
    tied = _next(heard, lambda state: state.tied)
    assert [one.network for one in tied.candidates] == ["Atelier", "Voisins"]
    kept = remember("", tied.candidates, tied.candidates[1])
    desk.do(ask.ChangeSettings(replace(desk.live.settings, network_choices=kept)))
    chosen = _next(heard, lambda state: state.address == "192.168.7.7")
    assert (chosen.tied, chosen.url) == (False, f"HTTP://192.168.7.7:{chosen.port}/J/K7QM")
    server.stop()
    server.start()
    try:
        _next(heard, lambda state: state.address == "192.168.7.7")
    finally:
        server.stop()


def _wifi(address: str, name: str = "wlan0") -> tuple[Adapter, ...]:
    return (Adapter(name, (address,), wireless=True),)


def _following(
    desk: Desk,
    heard: "queue.Queue[NetworkState]",
    find: Find,
    name: Name = lambda _adapters: Named({}),
) -> PhoneServer:
    """Return a server on a hurried clock: three seconds between two looks are none for anyone."""
    moments = FastMoments(60, Instant(clock.now_utc()))
    lookout = Lookout(find, name)
    return PhoneServer(desk.live, moments, ports=(0,), on_change=heard.put, lookout=lookout)


def _next(heard: "queue.Queue[NetworkState]", wanted: Callable[[NetworkState], bool]) -> NetworkState:
    """Return the next news that is wanted."""
    while True:
        state = heard.get(timeout=10)
        if wanted(state):
            return state


def _let_die(server: PhoneServer) -> None:
    """End a server as if it had ended by itself, and wait until that was dealt with."""
    thread, running = server._thread, server._server
    assert thread is not None
    assert running is not None
    running.should_exit = True
    thread.join(10)
