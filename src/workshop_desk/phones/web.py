"""The pages' addresses: they work without any script, by plain forms and redirects."""

import math
from collections.abc import Awaitable, Callable
from typing import cast

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.units import PersonId
from workshop_desk.i18n.words import LANGUAGES
from workshop_desk.phones.api import set_token
from workshop_desk.phones.bodies import FORM, body_of
from workshop_desk.phones.front import Front, Keyed
from workshop_desk.phones.keys import shelf_mark
from workshop_desk.phones.messages import from_form
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.people import AskBack, AskIn
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.replies import FAILURES, Said, said
from workshop_desk.phones.verbs import Verb
from workshop_desk.phones.visitors import LANGUAGE_COOKIE, Visitor

_ANSWERS = ("card", "card-text", "card-mark", "ballot", "rating", "action", "finished")
"""What a page without script may not send while everyone is asked to look up."""

Endpoint = Callable[[Request], Awaitable[Response]]


class Web:
    """The addresses that people see."""

    def __init__(self, front: Front, pages: Pages) -> None:
        self._front = front
        self._pages = pages

    async def home(self, request: Request) -> Response:
        """Ask for the code, or go on to the room that one is in."""
        who = self._front.visitor(request)
        if changed := language_change(request, "/"):
            return changed
        if who.person is not None and self._front.room is not None:
            return _to_room(self._front.room.session.code)
        return HTMLResponse(self._pages.ask_code(who.t))

    async def tried(self, request: Request) -> Response:
        """Say to a phone that it gets here, session or not."""
        who = self._front.visitor(request)
        if changed := language_change(request, "/test"):
            return changed
        self._front.looked(request)
        return HTMLResponse(self._pages.tried(who.t))

    async def code(self, request: Request) -> Response:
        """Go on with a code that was typed."""
        code = "".join(one for one in request.query_params.get("code", "") if one.isalnum())[:16]
        return _to_room(code.upper()) if code.isascii() and code else RedirectResponse("/", 303)

    async def room(self, request: Request) -> Response:
        """Show the room to who is in, the way in to others."""
        front = self._front
        who = front.visitor(request)
        code = request.path_params["code"]
        if changed := language_change(request, f"/j/{code.upper()}"):
            return changed
        room = front.room
        if room is None or room.session.code != code.upper():
            tale = said(who.t, Refusal(Why.WRONG_CODE))
            return HTMLResponse(self._pages.ask_code(who.t, tale.message), tale.status)
        front.looked(request)
        if who.person is not None:
            return HTMLResponse(self._room_page(who, room, who.person))
        if room.session.state is SessionState.CLOSED:
            return HTMLResponse(self._pages.closed(who.t), 410)
        if who.taken_out:
            return HTMLResponse(self._pages.taken_out(who.t, room), 403)
        if room.session.control.locked:
            return HTMLResponse(self._pages.locked(who.t, room), 403)
        return HTMLResponse(self._pages.join(who.t, room, {}))

    async def main(self, request: Request) -> Response:
        """Give the part of the page that changes, for the script."""
        who = self._front.visitor(request)
        room, person = self._front.known(who)
        now, table = self._front.moments.now(), self._front.table(who, room)
        state = self._front.states.shape(room, person, who.t, now, table)
        return HTMLResponse(self._pages.main(who.t, room, state))

    async def join(self, request: Request) -> Response:
        """Let someone in who filled the form."""
        front = self._front
        who = front.visitor(request)
        code = request.path_params["code"]
        body = await body_of(request, FORM)
        message = from_form(AskIn, body + b"&code=" + code.encode())
        room = front.open_room(code)
        try:
            _, token = await front.join(message, who)
        except FAILURES as failure:
            tale = said(who.t, failure)
            typed = {"name": message.name, "email": message.email}
            return wrong(self._pages.join(who.t, room, typed, tale.message), tale)
        return _came_in(room, token)

    async def back(self, request: Request) -> Response:
        """Ask for the code that brings someone back."""
        front, code = self._front, request.path_params["code"]
        who = front.visitor(request)
        if changed := language_change(request, f"/j/{code.upper()}/back"):
            return changed
        room = front.open_room(code)
        if who.person is not None:
            return _to_room(room.session.code)
        return HTMLResponse(self._pages.back(who.t, room))

    async def come_back(self, request: Request) -> Response:
        """Let someone back in who typed their code."""
        front, code = self._front, request.path_params["code"]
        who = front.visitor(request)
        body = await body_of(request, FORM)
        message = from_form(AskBack, body + b"&code=" + code.encode())
        room = front.open_room(code)
        try:
            _, token = await front.come_back(message, who)
        except FAILURES as failure:
            tale = said(who.t, failure)
            return wrong(self._pages.back(who.t, room, message.own_code, tale.message), tale)
        return _came_in(room, token)

    def answer(self, verb: Verb) -> Endpoint:
        """Return the form's address of one verb."""
        front = self._front

        async def endpoint(request: Request) -> Response:
            who = front.visitor(request)
            room, person = front.known(who)
            message = cast("Keyed", from_form(verb.message, await body_of(request, FORM)))
            try:
                if room.session.curtain.look_here and verb.name in _ANSWERS:
                    raise Refusal(Why.EYES_UP)
                await front.answer(verb, message, who)
            except FAILURES as failure:
                tale = said(who.t, failure)
                typed = str(getattr(message, "text", "") or getattr(message, "what", ""))
                page = self._room_page(who, front.room or room, person, tale.message, typed)
                return wrong(page, tale)
            return _to_room(room.session.code)

        return endpoint

    def failed(self, who: Visitor, request: Request, tale: Said) -> Response:
        """Show what went wrong and the way on."""
        code = request.path_params.get("code", "")
        door = request.url.path.lower().split("/")[1]
        onward = f"/j/{code.upper()}" if code else "/"
        if door == "stage":
            onward = f"/stage/{code.upper()}"
        elif door == "remote":
            onward = "/remote"
        return wrong(self._pages.trouble(who.t, tale.message, onward), tale)

    def _room_page(
        self, who: Visitor, room: Room, person: PersonId, message: str = "", typed: str = ""
    ) -> str:
        now, table = self._front.moments.now(), self._front.table(who, room)
        state = self._front.states.shape(room, person, who.t, now, table)
        return self._pages.room(
            who.t,
            room,
            state,
            me=shelf_mark(person),
            wifi=self._front.live.settings.wifi.name,
            said=message,
            typed=typed,
        )


def wrong(page: str, tale: Said) -> Response:
    """Return a page that tells what went wrong."""
    headers = {"Retry-After": str(math.ceil(tale.wait))} if tale.wait else None
    return HTMLResponse(page, tale.status, headers)


def _came_in(room: Room, token: str) -> Response:
    response = _to_room(room.session.code)
    set_token(response, token)
    return response


def _to_room(code: str) -> Response:
    return RedirectResponse(f"/j/{code}", 303)


def language_change(request: Request, onward: str) -> Response | None:
    """Keep the language that was chosen by a link, and show the page again in it."""
    wanted = request.query_params.get("lang")
    if wanted is None:
        return None
    if wanted not in LANGUAGES:
        raise Problem(Wrong.NOT_FOUND)
    response = RedirectResponse(onward, 303)
    response.set_cookie(LANGUAGE_COOKIE, wanted, max_age=365 * 86400, path="/", samesite="lax")
    return response
