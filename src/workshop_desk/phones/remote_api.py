"""The protocol of phones that steer, in JSON: `docs/phone-protocol.md` explains it."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from workshop_desk.phones.api import event_stream, receipt, since
from workshop_desk.phones.bodies import JSON, body_of
from workshop_desk.phones.deeds import DEEDS, AskPair, Deed
from workshop_desk.phones.messages import from_json
from workshop_desk.phones.remote_state import remote_shape
from workshop_desk.phones.replies import told
from workshop_desk.phones.shapes import JoinedShape
from workshop_desk.phones.stage_pages import StagePages
from workshop_desk.phones.steering import Steering
from workshop_desk.phones.visitors import REMOTE_COOKIE

Endpoint = Callable[[Request], Awaitable[Response]]


class RemoteApi:
    """The addresses under /api/remote."""

    def __init__(self, steering: Steering, stage: StagePages) -> None:
        self._steering = steering
        self._stage = stage

    def addresses(self) -> tuple[tuple[str, Endpoint, str], ...]:
        """Return the addresses, who answers, and the method."""
        deeds = ((f"/api/remote/{deed.name}", self.answer(deed), "POST") for deed in DEEDS)
        return (
            ("/api/remote/state", self.state, "GET"),
            ("/api/remote/events", self.events, "GET"),
            ("/api/remote/pair", self.pair, "POST"),
            *deeds,
        )

    async def state(self, request: Request) -> Response:
        """Tell how the session stands, or that nothing is new."""
        who = self._steering.visitor(request)
        room, remote = self._steering.known(who)
        if request.query_params.get("revision") == str(room.revision):
            return Response(status_code=304)
        now = self._steering.front.moments.now()
        return told(remote_shape(room, remote, self._stage.shape(request, room), who.t, now))

    async def events(self, request: Request) -> Response:
        """Tell of new revisions as they come, until the page goes."""
        front = self._steering.front
        _, remote = self._steering.known(self._steering.visitor(request))
        front.hub.check_place()
        if request.scope["method"] == "HEAD":
            return Response(media_type="text/event-stream")
        return event_stream(front.hub.watch(remote.id, since(request, front)))

    async def pair(self, request: Request) -> Response:
        """Let a phone steer."""
        message = from_json(AskPair, await body_of(request, JSON))
        stored, token = await self._steering.pair(message)
        content = JoinedShape(ok=True, stored=True, revision=stored.revision, again=stored.again)
        if "origin" not in request.headers:  # a tool; pages keep theirs out of any script's reach
            content["token"] = token
        response = told(content)
        set_remote_token(response, token)
        return response

    def answer(self, deed: Deed) -> Endpoint:
        """Return the address of one deed."""
        steering = self._steering

        async def endpoint(request: Request) -> Response:
            message = from_json(deed.message, await body_of(request, JSON))
            return told(receipt(await steering.steer(deed, message, steering.visitor(request))))

        return endpoint


def set_remote_token(response: Response, token: str) -> None:
    """Give a browser its token to steer: for this laptop's own pages only, and only for a day."""
    response.set_cookie(REMOTE_COOKIE, token, max_age=86400, path="/", httponly=True, samesite="strict")
