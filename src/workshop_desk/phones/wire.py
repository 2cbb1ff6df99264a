"""The wire: uvicorn's HTTP protocol with bounds that it does not have itself."""

import asyncio
import logging

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from workshop_desk.phones.places import most_connections

HEAD_MAX = 16 * 1024
"""Bytes of address and headers of one request."""
DRAIN_MAX = 8 * 1024 * 1024
"""Bytes of a body that are let pass by: who sends too much still hears so, if it is not endless."""
HEAD_TIME = 10.0
"""Seconds from connecting to the end of the first request's headers, and for those of each other."""
BODY_TIME = 20.0
"""Seconds for the body that comes after them."""

_TOO_LONG = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)

_NO_HTTP = "Invalid HTTP request received."


def worth_a_line(record: logging.LogRecord) -> bool:
    """Serve as uvicorn's log filter: what is no HTTP is answered, but strangers do not fill the log.

    Phones that try https first send such things all day.
    """
    return record.msg != _NO_HTTP


class BoundedHttp(HttpToolsProtocol):
    """One connection: nothing that comes may be endless or trickle in for ever.

    When there is no place for one more, an idle one goes: first of those that never asked for
    anything, so that strangers who only hold connections keep nobody out; a phone that was only
    resting comes back by itself.
    """

    _head = 0
    _body = 0
    _reading = False
    _in_head = True
    _gone = False
    _patience: asyncio.TimerHandle | None = None
    idle_since = 0.0
    _cycles: tuple[RequestResponseCycle, ...] = ()

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is being answered here: it rests, or its request is not whole yet."""
        if self._gone:
            return False
        return self._patience is not None or self.cycle is None or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self.idle_since = self.loop.time()
        self._wait(HEAD_TIME)
        if len(self.connections) > most_connections():
            self._make_place()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting, and tell every request that nobody listens any more, not only the newest."""
        self._heard()
        super().connection_lost(exc)
        for cycle in self._cycles:
            if not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()
        self._cycles = ()

    def data_received(self, data: bytes) -> None:
        """Take what came in; the parser keeps an unfinished header to itself, so count here."""
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            self._check(self._head)
        if self._reading and self._patience is None:
            self._wait(HEAD_TIME if self._in_head else BODY_TIME)

    def on_message_begin(self) -> None:
        """Count anew for each request."""
        self._head, self._body, self._in_head, self._reading = 0, 0, True, True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Go on with the request, unless its connection was given up."""
        self._heard()
        self._in_head = False
        self._check(len(self.url) + sum(len(name) + len(value) for name, value in self.headers))
        if not self.transport.is_closing():
            super().on_headers_complete()
            running = (one for one in self._cycles if not one.response_complete)
            self._cycles = (*running, self.cycle)

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body of a request that goes on."""
        self._body += len(body)
        if self._body > DRAIN_MAX:
            self.transport.abort()
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request that goes on."""
        self._heard()
        self._reading = False
        if not self.transport.is_closing():
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """Rest, unless more was asked meanwhile."""
        self.idle_since = self.loop.time()
        super().on_response_complete()

    def leave(self) -> None:
        """Go at once; it stays on the server's list until the loop's next round."""
        self._gone = True
        self.transport.abort()

    def timeout_keep_alive_handler(self) -> None:
        """End a rest; an answer that was never fetched is not waited for any longer."""
        self._end()

    def _unsupported_upgrade_warning(self) -> None:
        """Answer as if nothing else had been asked for: strangers do not fill the log."""

    def _end(self) -> None:
        if self.transport.is_closing() or self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            self.transport.close()

    def _make_place(self) -> None:
        others = (one for one in self.connections if isinstance(one, BoundedHttp) and one is not self)
        idle = (one for one in others if one.is_idle)
        strangers_first = min(
            idle, key=lambda one: (one.cycle is not None, one.idle_since), default=self
        )
        strangers_first.leave()

    def _check(self, size: int) -> None:
        if size > HEAD_MAX and not self.transport.is_closing():
            self.transport.write(_TOO_LONG)
            self.transport.close()

    def _wait(self, seconds: float) -> None:
        self._patience = self.loop.call_later(seconds, self._end)

    def _heard(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
