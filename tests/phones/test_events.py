"""Notices: dull, merged, ended with the server; they say who is awake."""

import http.client
import json
import socket
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.phones.conftest import Desk
from tests.phones.phone import Phone
from workshop_desk.base import clock
from workshop_desk.domain import commands as ask
from workshop_desk.domain.units import Instant
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import Named
from workshop_desk.phones.serve import PhoneServer

LetIn = Callable[..., Phone]


class Stream:
    """One open stream of events."""

    def __init__(self, phone: Phone, last: int | None = None) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", phone.port, timeout=5)
        headers = {"Authorization": f"Bearer {phone.token}"}
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        self._line.request("GET", "/api/events", headers=headers)
        self.answer = self._line.getresponse()

    def next(self) -> int:
        """Return the revision of the next notice."""
        for line in self.answer:
            if line.startswith(b"data:"):
                return int(json.loads(line[5:])["revision"])
        raise EOFError

    def told(self, kind: str) -> object:
        """Return what the next event of a kind says."""
        for line in self.answer:
            if line == f"event: {kind}\n".encode():
                return json.loads(self.answer.readline()[5:])
        raise EOFError

    def close(self) -> None:
        self.answer.close()
        self._line.close()


def test_a_notice_says_that_there_is_something_new(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    with closing(Stream(zoe)) as stream:
        assert stream.answer.headers["content-type"].startswith("text/event-stream")
        stored = desk.do(ask.Advance())
        assert stream.next() == stored.revision


def test_many_changes_are_few_notices(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    desk.do(ask.Advance())
    with closing(Stream(zoe)) as stream:
        for _ in range(30):
            desk.do(ask.StartTimer())
            last = desk.do(ask.PauseTimer()).revision
        seen = [stream.next()]
        while seen[-1] < last:
            seen.append(stream.next())
        assert len(seen) < 30
        assert seen == sorted(seen)


def test_a_phone_that_was_away_hears_at_once(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    revision = zoe.state()["revision"]
    desk.do(ask.Advance())
    with closing(Stream(zoe, last=revision)) as stream:
        assert stream.next() > revision


@pytest.mark.parametrize("last", ["x", "-1", "9" * 50, ""])
def test_an_odd_last_id_is_no_trouble(let_in: LetIn, last: str) -> None:
    zoe = let_in("Zoé")
    with closing(Stream(zoe, last=last)) as stream:  # type: ignore[arg-type]
        assert stream.answer.status == 200


def test_strangers_hear_nothing(phone: Phone) -> None:
    assert phone.get("/api/events").status == 401


def test_streams_end_when_the_server_stops(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    with closing(Stream(zoe)) as stream:
        desk.server.stop()
        with pytest.raises(EOFError):
            stream.next()


def test_no_more_than_four_pages_of_one_person(let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    streams = [Stream(zoe) for _ in range(5)]
    with pytest.raises(EOFError):
        streams[0].next()
    for stream in streams:
        stream.close()


def test_the_desk_is_told_who_is_awake(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    person = desk.person("Zoé")
    with closing(Stream(zoe)):
        assert _eventually(desk, lambda: desk.server.state.awake == {person})
        assert desk.server.state.connected == 1
        assert not desk.server.state.proven  # it was this very laptop


def _eventually(desk: Desk, holds: Callable[[], bool]) -> bool:
    """Wait for the next reports, a few at most."""
    import threading

    for _ in range(40):
        if holds():
            return True
        threading.Event().wait(0.1)
    return False


def test_a_page_that_vanishes_is_forgotten(desk: Desk, let_in: LetIn) -> None:
    zoe = let_in("Zoé")
    stream = Stream(zoe)
    stream.answer.fp.raw._sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]
    stream.close()
    assert zoe.state()["you"]["present"]


def test_pages_are_told_where_the_session_has_gone(bare_desk: Desk) -> None:
    here = ["192.168.1.23"]
    moments = FastMoments(60, Instant(clock.now_utc()))
    lookout = Lookout(
        lambda: (Adapter("wlan0", (here[0],), wireless=True),), lambda _adapters: Named({})
    )
    bare_desk.server = PhoneServer(bare_desk.live, moments, ports=(0,), lookout=lookout)
    bare_desk.open()
    with Phone(bare_desk.port) as zoe:
        zoe.join("Zoé")
        stream = Stream(zoe)
        assert stream.answer.readline().startswith(b"retry")  # it is open
        here[0] = "10.20.4.77"
        assert stream.told("moved") == {"address": f"10.20.4.77:{bare_desk.port}"}
        later = Stream(zoe)
        assert later.answer.readline().startswith(b"retry")
        here[0] = "169.254.1.1"  # no network at all: nobody is sent anywhere
        assert stream.told("moved") == {"address": ""}
        assert later.told("moved") == {"address": ""}
        stream.close()
        later.close()
