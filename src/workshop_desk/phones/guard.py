"""The guard at the door: whose address is asked for, from which page, and what every answer carries.

Forwarding headers are ignored. No CORS header is ever sent: other pages get nothing from here.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workshop_desk.phones.problems import Problem, Wrong

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers then call the origin of our own plain forms "null".
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    # No opener policy: over plain HTTP browsers ignore it, and complain of it on every page.
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Puts the safety headers on every answer; the checks are called by who answers in words."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and its answer back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, sealed)


def check_host(scope: Scope, shown: str) -> None:
    """Refuse unless the request names the address it came in by, or the one that is shown.

    A page on the internet can make its own name point here (DNS rebinding), but it cannot make
    browsers leave that name out.
    """
    hosts = Headers(scope=scope).getlist("host")
    address, port = scope.get("server") or ("", 0)
    if len(hosts) != 1 or hosts[0].lower() not in set(_names((address, shown), port)):
        raise Problem(Wrong.WRONG_HOST)


def check_origin(scope: Scope, *, has_cookie: bool) -> None:
    """Refuse a change that another page asks for.

    Browsers say where a change comes from. Without that word it is a program, and a program has no
    cookie of ours unless someone means to use it behind its owner's back.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is None and not has_cookie:
        return
    if origin is None or origin.lower() != f"http://{headers.get('host', '').lower()}":
        raise Problem(Wrong.WRONG_ORIGIN)


def is_own(scope: Scope) -> bool:
    """Tell whether a request comes from this laptop itself."""
    client, server = scope.get("client"), scope.get("server")
    if not client or not server:
        return True
    return str(client[0]) in (str(server[0]), "127.0.0.1")


def meant(scope: Scope) -> str:
    """Return the address that a request names, without its port, '' for none."""
    host = Headers(scope=scope).get("host", "")
    return host.rpartition(":")[0] or host


def _names(addresses: Iterable[str], port: int) -> Iterable[str]:
    for address in addresses:
        if address:
            yield f"{address}:{port}".lower()
            if port == 80:  # noqa: PLR2004
                yield address.lower()
        if address.startswith("127."):
            yield f"localhost:{port}"
