"""Pages packed on their way out: what a slow line carries is a third of what is drawn.

Only pages: style and script are packed once and for all, and a stream of events must not wait.
"""

import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SMALLEST = 500
"""Bytes below which packing saves nothing that a packet would notice."""


class Packing:
    """Packs every page for browsers that say that they unpack."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back, packed where it is a page."""
        if scope["type"] != "http" or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            await self._app(scope, receive, send)
            return
        begun: list[Message] = []

        async def packed(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                begun.append(message)
                return
            if begun:
                start = begun.pop()
                # Ours are drawn whole; one that came in parts would go on as it is.
                if not message.get("more_body") and len(message["body"]) > _SMALLEST:
                    message = {**message, "body": gzip.compress(message["body"], 6, mtime=0)}
                    headers = MutableHeaders(scope=start)
                    headers["Content-Encoding"] = "gzip"
                    headers["Content-Length"] = str(len(message["body"]))
                    headers.add_vary_header("Accept-Encoding")
                await send(start)
            await send(message)

        await self._app(scope, receive, packed)


def _is_page(start: Message) -> bool:
    return Headers(scope=start).get("content-type", "").startswith("text/html")
