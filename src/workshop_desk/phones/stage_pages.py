"""A read-only page for a television's browser: a second stage, for who knows the session's code."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PictureId
from workshop_desk.domain.wifi import payload
from workshop_desk.i18n.words import Words
from workshop_desk.phones import limits
from workshop_desk.phones.api import event_stream, since
from workshop_desk.phones.front import Front
from workshop_desk.phones.limits import Bucket
from workshop_desk.phones.network import join_url
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.replies import said, told
from workshop_desk.phones.stage_shapes import JoinShape, StageShape, WifiShape
from workshop_desk.phones.stage_state import stage_shape
from workshop_desk.phones.web import language_change

Endpoint = Callable[[Request], Awaitable[Response]]
_EVERY_STAGE = "stage"


class StagePages:
    """The addresses of the second stage."""

    def __init__(self, front: Front, pages: Pages) -> None:
        self._front = front
        self._pages = pages
        now = front.moments.now().boot
        self._watches = Bucket(limits.WATCHES_AT_ONCE, limits.WATCHES_PER_SECOND, now)

    def addresses(self) -> tuple[tuple[str, Endpoint, str], ...]:
        """Return the addresses, who answers, and the method: all are only looked at."""
        found: list[tuple[str, Endpoint]] = [
            ("/api/stage/{code}", self.state),
            ("/api/stage/{code}/events", self.events),
        ]
        for door in ("/stage", "/STAGE"):
            found += [
                (door, self.code),
                (f"{door}/{{code}}", self.page),
                (f"{door}/{{code}}/main", self.main),
                (f"{door}/{{code}}/picture/{{picture}}", self.picture),
            ]
        return tuple((path, endpoint, "GET") for path, endpoint in found)

    async def code(self, request: Request) -> Response:
        """Ask for the code, or go on with one that was typed."""
        if changed := language_change(request, "/stage"):
            return changed
        typed = "".join(one for one in request.query_params.get("code", "") if one.isalnum())[:16]
        if typed.isascii() and typed:
            return RedirectResponse(f"/stage/{typed.upper()}", 303)
        return HTMLResponse(self._pages.ask_code(self._words(request), where="/stage"))

    async def page(self, request: Request) -> Response:
        """Show the stage, or to strangers the question for the code."""
        try:
            room = self._room(request)
        except Refusal as failure:
            tale = said(self._words(request), failure)
            page = self._pages.ask_code(self._words(request), tale.message, where="/stage")
            return HTMLResponse(page, tale.status)
        return HTMLResponse(self._pages.stage(room, self._shape(request)))

    async def main(self, request: Request) -> Response:
        """Give the part of the page that changes, for the script."""
        room = self._room(request)
        return HTMLResponse(self._pages.stage_main(room, self._shape(request)))

    async def state(self, request: Request) -> Response:
        """Tell what the room may see, or that nothing is new."""
        room = self._room(request)
        if request.query_params.get("revision") == str(room.revision):
            return Response(status_code=304)
        return told(self._shape(request))

    async def events(self, request: Request) -> Response:
        """Tell of new revisions as they come, until the page goes."""
        self._room(request)
        front = self._front
        front.hub.check_place()
        if request.scope["method"] == "HEAD":
            return Response(media_type="text/event-stream")
        return event_stream(front.hub.watch(_EVERY_STAGE, since(request, front)))

    async def picture(self, request: Request) -> Response:
        """Give a picture, only while the room sees it."""
        self._room(request)
        shown, _ = self._front.shown.look() or (self._room(request), None)
        wanted = PictureId(request.path_params["picture"])
        picture = shown.pictures.get(wanted)
        seen = self._shape(request)["scene"] == "picture" and shown.session.curtain.picture == wanted
        if picture is None or not seen:
            raise Problem(Wrong.NOT_FOUND)
        content = await asyncio.shield(asyncio.wrap_future(self._front.live.picture(wanted)))
        return Response(content, media_type=picture.media_type)

    def shape(self, request: Request, room: Room, wifi: WifiShape | None = None) -> StageShape:
        """Return what the room sees now, for who may look at it; the Wi-Fi is for a stage alone."""
        front = self._front
        shown, at = front.shown.look() or (room, front.moments.now())
        dark = front.live.settings.stage_dark
        return stage_shape(shown, room, at, self._join(request, room), dark=dark, wifi=wifi)

    def _shape(self, request: Request) -> StageShape:
        wifi = self._front.live.settings.wifi
        told = WifiShape(name=wifi.name, password=wifi.password, text=payload(wifi))
        room = self._room(request, counted=False)
        return self.shape(request, room, told if wifi.known else None)

    def _room(self, request: Request, *, counted: bool = True) -> Room:
        room = self._front.room
        if room is None or room.session.code != request.path_params["code"].upper():
            raise Refusal(Why.WRONG_CODE)
        if counted and (wait := self._watches.take(self._front.moments.now().boot)):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        return room

    def _join(self, request: Request, room: Room) -> JoinShape:
        server, port = request.scope.get("server") or ("", 0)
        address, code = self._front.address or server, room.session.code
        url, moved = join_url(address, port, code), self._front.moved
        return JoinShape(url=url, address=f"{address}:{port}", code=code, moved=moved)

    def _words(self, request: Request) -> Words:
        return self._front.visitor(request).t
