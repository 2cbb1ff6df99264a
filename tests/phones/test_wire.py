"""The wire: nothing that comes may be endless, trickle in for ever, or keep others out."""

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import JSON, Phone, new_key
from workshop_desk.phones import hub, places, wire

LetIn = Callable[..., Phone]
SHORT = 0.2


class Line:
    """A bare connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._sock = socket.create_connection(("127.0.0.1", port), timeout=10)

    def __enter__(self) -> "Line":
        return self

    def __exit__(self, *_: object) -> None:
        self._sock.close()

    def send(self, text: str) -> None:
        self._sock.sendall(text.encode())

    def ask(self, path: str, *headers: str, method: str = "GET") -> None:
        """Send a whole head."""
        lines = (f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self._port}", *headers, "", "")
        self.send("\r\n".join(lines))

    def some(self) -> bytes:
        return self._sock.recv(65536)

    def rest(self) -> bytes:
        """Return all that comes until the other side ends it."""
        found = b""
        try:
            while piece := self.some():
                found += piece
        except ConnectionError:
            pass
        return found

    def shut(self) -> None:
        """Say that no more will be sent."""
        self._sock.shutdown(socket.SHUT_WR)


@pytest.fixture
def line(desk: Desk) -> Iterator[Line]:
    """One connection to the desk."""
    with Line(desk.port) as line:
        yield line


def bearer(phone: Phone) -> str:
    return f"Authorization: Bearer {phone.token}"


def until(true: Callable[[], bool], phone: Phone) -> None:
    """Ask the server for something until a thing is true there."""
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        phone.get("/nothing")


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "HEAD_TIME", SHORT)
    monkeypatch.setattr(wire, "BODY_TIME", SHORT)


@pytest.mark.usefixtures("_hurry")
def test_a_connection_that_asks_for_nothing_ends(line: Line) -> None:
    assert line.rest() == b""


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize("begun", ["GET /", "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_a_head_that_never_ends_ends(line: Line, begun: str) -> None:
    line.send(begun)
    assert line.rest() == b""


@pytest.mark.usefixtures("_hurry")
def test_a_second_head_that_never_ends_ends(line: Line) -> None:
    line.ask("/nothing")
    line.send("GET /api/st")
    found = line.rest()
    assert found.startswith(b"HTTP/1.1 404")
    assert found.count(b"HTTP/1.1") == 1


@pytest.mark.usefixtures("_hurry")
def test_a_body_that_never_comes_ends(line: Line) -> None:
    line.ask("/api/join", f"Content-Type: {JSON}", "Content-Length: 100", method="POST")
    line.send("{")
    assert line.rest() == b""


@pytest.mark.usefixtures("_hurry")
def test_who_is_being_answered_has_time(line: Line, let_in: LetIn) -> None:
    line.ask("/api/events", bearer(let_in("Zoé")))
    found = b""
    while b"retry:" not in found:
        found += line.some()
    line.ask("/api/state")  # asked behind the stream, it waits for its turn; nothing is cut
    line._sock.settimeout(SHORT * 3)
    with pytest.raises(TimeoutError):
        line.some()


def test_a_body_without_end_is_cut(line: Line) -> None:
    line.ask("/api/join", f"Content-Type: {JSON}", "Transfer-Encoding: chunked", method="POST")
    piece = "10000\r\n" + "x" * 0x10000 + "\r\n"
    with pytest.raises(ConnectionError):
        line.send(piece * (4 * wire.DRAIN_MAX // 0x10000))


def test_five_megabytes_are_a_sentence(phone: Phone) -> None:
    body = json.dumps({"code": "K7QM", "name": "x" * 5_000_000, "key": new_key()})
    reply = phone.request("POST", "/api/join", body, Content_Type=JSON)
    assert (reply.status, reply.json["message"]) == (413, "That is too much at once.")
    assert phone.get("/j/K7QM").status == 200


def test_a_phone_that_goes_in_the_middle_of_a_body_is_no_bug(line: Line, phone: Phone) -> None:
    line.ask("/api/join", f"Content-Type: {JSON}", "Content-Length: 100", method="POST")
    line.send("{")
    line.shut()
    assert line.rest() == b""
    assert phone.get("/").status == 200  # and nothing in the log, says the fixture


def test_strangers_who_hold_connections_keep_nobody_out(
    desk: Desk, let_in: LetIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST_CONNECTIONS", 8)
    zoe = let_in("Zoé")
    with ExitStack() as opened:
        held = [opened.enter_context(Line(desk.port)) for _ in range(12)]
        for one in held[:4]:
            one.ask("/api/join", f"Content-Type: {JSON}", "Content-Length: 9", method="POST")
        assert zoe.state()["you"]["name"] == "Zoé"
        with Phone(desk.port) as new:
            assert new.join("Ana").status == 200


def test_a_stream_is_never_the_one_to_go(
    desk: Desk, let_in: LetIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    zoe = let_in("Zoé")
    with Line(desk.port) as stream, ExitStack() as opened:
        stream.ask("/api/events", bearer(zoe))
        assert stream.some().startswith(b"HTTP/1.1 200")
        monkeypatch.setattr(places, "MOST_CONNECTIONS", 3)
        held = [opened.enter_context(Line(desk.port)) for _ in range(9)]
        assert held[0].rest() == b""
        zoe.close()
        assert zoe.post("presence", present=False).status == 200
        found = b""
        while b"data:" not in found:
            found += stream.some()


def test_more_open_files_are_asked_for() -> None:
    places.widen()
    assert 0 < places.most_connections() <= places.MOST_CONNECTIONS


def test_what_was_asked_behind_a_stream_does_not_keep_it_alive(
    desk: Desk, let_in: LetIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that goes ends each of its requests, not only the newest one; a heartbeat finds out."""
    monkeypatch.setattr(hub, "HEARTBEAT", 0.05)
    zoe = let_in("Zoé")
    for _ in range(6):
        with Line(desk.port) as line:
            line.ask("/api/events", bearer(zoe))
            line.ask("/api/state", bearer(zoe))
            assert line.some().startswith(b"HTTP/1.1 200")
    running = desk.server._server
    assert running is not None
    until(lambda: not running.server_state.tasks, zoe)


def test_what_is_asked_in_one_go_is_answered_in_order(line: Line, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    line.ask("/api/state", bearer(zoe))
    line.ask("/nothing")
    line.ask("/api/state")
    line.ask("/api/openapi.json", "Connection: close")
    found = line.rest()
    status = [piece[:3] for piece in found.split(b"HTTP/1.1 ")[1:]]
    assert status == [b"200", b"404", b"401", b"200"]


def test_a_look_at_the_head_of_a_stream_opens_none(line: Line, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    line.ask("/api/events", bearer(zoe), "Connection: close", method="HEAD")
    assert line.rest().startswith(b"HTTP/1.1 200")


def test_an_upgrade_is_a_request_like_any_other(line: Line) -> None:
    upgrade = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")
    line.ask("/api/events", *upgrade, "Sec-WebSocket-Key: x")
    assert line.some().startswith(b"HTTP/1.1 401")


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_no_host_is_the_wrong_host(line: Line, version: str) -> None:
    line.send(f"GET / HTTP/{version}\r\nConnection: close\r\n\r\n")
    assert line.rest().startswith(b"HTTP/1.1 421")


@pytest.mark.parametrize(
    "head",
    [
        "Content-Length: -1",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        f"Content-Length: {'9' * 4500}",
        "Content-Length: 0x2",
    ],
)
def test_lengths_that_lie_are_refused(line: Line, head: str) -> None:
    line.ask("/api/join", f"Content-Type: {JSON}", head, method="POST")
    assert line.rest().startswith(b"HTTP/1.1 400")


def test_two_hundred_pages_come_and_go_and_leave_nothing(
    desk: Desk, let_in: LetIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    zoe = let_in("Zoé")
    for number in range(200):
        with Line(desk.port) as line:
            line.ask("/api/events", bearer(zoe))
            line.some()
            if number % 2:  # vanish without a word
                line._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, bytes((1, *[0] * 7)))
    running = desk.server._server
    assert running is not None
    now = running.server_state
    until(lambda: len(now.connections) <= 1 and not now.tasks, zoe)
    assert not caplog.records
