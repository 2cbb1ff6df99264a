"""The protocol in JSON: `docs/phone-protocol.md` explains it, `openapi.py` describes it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import cast

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from workshop_desk.live.changes import Stored
from workshop_desk.phones.bodies import JSON, body_of
from workshop_desk.phones.front import Front, Keyed
from workshop_desk.phones.messages import from_json
from workshop_desk.phones.openapi import description
from workshop_desk.phones.people import AskBack, AskIn
from workshop_desk.phones.replies import told
from workshop_desk.phones.shapes import JoinedShape, ReceiptShape
from workshop_desk.phones.verbs import Verb
from workshop_desk.phones.visitors import COOKIE

Endpoint = Callable[[Request], Awaitable[Response]]


class Api:
    """The addresses under /api."""

    def __init__(self, front: Front) -> None:
        self._front = front
        self._description = told(description())

    async def state(self, request: Request) -> Response:
        """Tell what a phone needs to know, or that nothing is new."""
        front = self._front
        who = front.visitor(request)
        room, person = front.known(who)
        if request.query_params.get("revision") == str(room.revision):
            return Response(status_code=304)
        table = front.table(who, room)
        state = front.states.told(room, person, who.t, front.moments.now(), table)
        return Response(state.body, media_type=JSON)

    async def events(self, request: Request) -> Response:
        """Tell of new revisions as they come, until the page goes."""
        front = self._front
        _, person = front.known(front.visitor(request))
        front.hub.check_place()
        if request.scope["method"] == "HEAD":
            return Response(media_type="text/event-stream")
        return event_stream(front.hub.listen(person, since(request, front)))

    async def join(self, request: Request) -> Response:
        """Let someone in."""
        front = self._front
        message = from_json(AskIn, await body_of(request, JSON))
        return _came_in(request, *await front.join(message, front.visitor(request)))

    async def come_back(self, request: Request) -> Response:
        """Let someone back in by a code."""
        front = self._front
        message = from_json(AskBack, await body_of(request, JSON))
        return _came_in(request, *await front.come_back(message, front.visitor(request)))

    def answer(self, verb: Verb) -> Endpoint:
        """Return the address of one verb."""
        front = self._front

        async def endpoint(request: Request) -> Response:
            message = cast("Keyed", from_json(verb.message, await body_of(request, JSON)))
            return told(receipt(await front.answer(verb, message, front.visitor(request))))

        return endpoint

    async def openapi(self, _request: Request) -> Response:
        """Describe all this."""
        return self._description


def _came_in(request: Request, stored: Stored, token: str) -> Response:
    """Return the answer to who has come in, with what their browser is known by from now on."""
    content = JoinedShape(ok=True, stored=True, revision=stored.revision, again=stored.again)
    if "origin" not in request.headers:  # a tool; pages keep theirs out of any script's reach
        content["token"] = token
    response = told(content)
    set_token(response, token)
    return response


def set_token(response: Response, token: str) -> None:
    """Give a browser its token: out of scripts' reach, and not `Secure`, as there is no https here."""
    response.set_cookie(COOKIE, token, max_age=14 * 86400, path="/", httponly=True, samesite="lax")


def since(request: Request, front: Front) -> int:
    """Return the newest revision that a page has heard of."""
    last = request.headers.get("last-event-id", "")
    return int(last) if last.isdecimal() and len(last) < len("9" * 18) else front.live.revision


def event_stream(events: AsyncIterator[bytes]) -> Response:
    """Return an answer that goes on as long as events come."""
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


def receipt(stored: Stored) -> ReceiptShape:
    """Return what is told of something stored."""
    return ReceiptShape(ok=True, stored=True, revision=stored.revision, again=stored.again)
