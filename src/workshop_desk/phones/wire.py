"""The wire: uvicorn's HTTP protocol with bounds that it does not have itself."""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_MAX = 16 * 1024
"""Bytes of address and headers of one request."""
HEAD_TIME = 10.0
"""Seconds from connecting to the end of the first request's headers."""

_TOO_LONG = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)


class BoundedHttp(HttpToolsProtocol):
    """One connection: headers may neither be endless nor trickle in for ever."""

    _head = 0
    _in_head = True
    _patience: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_TIME, transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._heard()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came in; the parser keeps an unfinished header to itself, so count here."""
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            self._check(self._head)

    def on_message_begin(self) -> None:
        """Count anew for each request."""
        self._head, self._in_head = 0, True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """Go on with the request, unless its connection was given up."""
        self._heard()
        self._in_head = False
        self._check(len(self.url) + sum(len(name) + len(value) for name, value in self.headers))
        if not self.transport.is_closing():
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body of a request that goes on."""
        if not self.transport.is_closing():
            super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request that goes on."""
        if not self.transport.is_closing():
            super().on_message_complete()

    def _check(self, size: int) -> None:
        if size > HEAD_MAX and not self.transport.is_closing():
            self.transport.write(_TOO_LONG)
            self.transport.close()

    def _heard(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
