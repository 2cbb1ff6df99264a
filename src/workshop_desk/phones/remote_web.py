"""The pages of phones that steer; the buttons work without any script, by plain forms."""

import math
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import Remote
from workshop_desk.domain.room import Room
from workshop_desk.phones.bodies import FORM, body_of
from workshop_desk.phones.deeds import DEEDS, AskPair, Deed
from workshop_desk.phones.messages import from_form
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.problems import Problem
from workshop_desk.phones.remote_api import set_remote_token
from workshop_desk.phones.remote_state import remote_shape
from workshop_desk.phones.replies import FAILURES, Said, said
from workshop_desk.phones.stage_pages import StagePages
from workshop_desk.phones.stage_shapes import RemoteShape
from workshop_desk.phones.steering import Steering
from workshop_desk.phones.visitors import Steersman
from workshop_desk.phones.web import language_change

Endpoint = Callable[[Request], Awaitable[Response]]
_HOME = "/remote"


class RemoteWeb:
    """The addresses that people who steer see."""

    def __init__(self, steering: Steering, stage: StagePages, pages: Pages) -> None:
        self._steering = steering
        self._stage = stage
        self._pages = pages

    def addresses(self) -> tuple[tuple[str, Endpoint, str], ...]:
        """Return the addresses, who answers, and the method."""
        found: list[tuple[str, Endpoint, str]] = [
            (_HOME, self.page, "GET"),
            (f"{_HOME}/main", self.main, "GET"),
            *((f"{_HOME}/{deed.name}", self.answer(deed), "POST") for deed in DEEDS),
        ]
        for door in ("/r/{secret}", "/R/{secret}"):
            found += [(door, self.door, "GET"), (door, self.pair, "POST")]
        return tuple(found)

    async def door(self, request: Request) -> Response:
        """Ask who will steer; the offer is not taken up by looking."""
        steering = self._steering
        who = steering.visitor(request)
        if changed := language_change(request, request.url.path):
            return changed
        try:
            offer = steering.offered(request.path_params["secret"])
        except Refusal as failure:
            if who.remote is not None and who.remote.steers:
                return RedirectResponse(_HOME, 303)  # the same code, scanned once more
            return self._not_steering(who, failure)
        steering.front.looked(request)
        return HTMLResponse(self._pages.pair(who.t, offer.role, request.path_params["secret"]))

    async def pair(self, request: Request) -> Response:
        """Let a phone steer whose holder said their name."""
        steering, secret = self._steering, request.path_params["secret"]
        who = steering.visitor(request)
        body = await body_of(request, FORM)
        message = from_form(AskPair, body + b"&secret=" + quote(secret, safe="").encode())
        try:
            _, token = await steering.pair(message)
        except FAILURES as failure:
            tale = said(who.t, failure)
            if isinstance(failure, Refusal) and failure.why is Why.OFFER_GONE:
                return self._not_steering(who, failure)
            role = steering.offered(secret).role
            return _wrong(self._pages.pair(who.t, role, secret, message.name, tale.message), tale)
        response = RedirectResponse(_HOME, 303)
        set_remote_token(response, token)
        return response

    async def page(self, request: Request) -> Response:
        """Show the remote, or why this phone is none."""
        who = self._steering.visitor(request)
        if changed := language_change(request, _HOME):
            return changed
        try:
            room, remote = self._steering.known(who)
        except (Problem, Refusal) as failure:
            return self._not_steering(who, failure)
        return HTMLResponse(self._pages.remote(who.t, room, self._shape(request, room, remote, who)))

    async def main(self, request: Request) -> Response:
        """Give the part of the page that changes, for the script."""
        who = self._steering.visitor(request)
        room, remote = self._steering.known(who)
        return HTMLResponse(self._pages.remote_main(who.t, self._shape(request, room, remote, who)))

    def answer(self, deed: Deed) -> Endpoint:
        """Return the form's address of one deed."""
        steering = self._steering

        async def endpoint(request: Request) -> Response:
            who = steering.visitor(request)
            message = from_form(deed.message, await body_of(request, FORM))
            try:
                await steering.steer(deed, message, who)
            except FAILURES as failure:
                return self._not_done(request, who, failure)
            return RedirectResponse(_HOME, 303)

        return endpoint

    def _not_done(self, request: Request, who: Steersman, failure: Exception) -> Response:
        """Show the remote with what is wrong, or that this phone is none any more."""
        try:
            room, remote = self._steering.known(who)
        except (Problem, Refusal) as gone:
            return self._not_steering(who, gone)
        assert isinstance(failure, FAILURES)
        tale = said(who.t, failure)
        shape = self._shape(request, room, remote, who)
        return _wrong(self._pages.remote(who.t, room, shape, tale.message), tale)

    def _not_steering(self, who: Steersman, failure: Problem | Refusal) -> Response:
        tale = said(who.t, failure)
        return _wrong(self._pages.not_steering(who.t, tale.message), tale)

    def _shape(self, request: Request, room: Room, remote: Remote, who: Steersman) -> RemoteShape:
        now = self._steering.front.moments.now()
        return remote_shape(room, remote, self._stage.shape(request, room), who.t, now)


def _wrong(page: str, tale: Said) -> Response:
    headers = {"Retry-After": str(math.ceil(tale.wait))} if tale.wait else None
    return HTMLResponse(page, tale.status, headers)
