"""The pages about one's own data and about what becomes of everyone's, and what can be taken home."""

from collections.abc import Awaitable, Callable, Iterator
from typing import cast

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.exports.own_data import own_data, own_text
from workshop_desk.i18n.zones import local_zone
from workshop_desk.phones.bodies import FORM, body_of
from workshop_desk.phones.front import Front, Keyed
from workshop_desk.phones.messages import from_form
from workshop_desk.phones.own_facts import own_facts
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.replies import FAILURES, said
from workshop_desk.phones.verbs import OWN_VERBS, Verb
from workshop_desk.phones.visitors import Visitor
from workshop_desk.phones.web import language_change, wrong

Endpoint = Callable[[Request], Awaitable[Response]]


class OwnPages:
    """The addresses of "My data"."""

    def __init__(self, front: Front, pages: Pages) -> None:
        self._front = front
        self._pages = pages

    def addresses(self) -> Iterator[tuple[str, Endpoint, str]]:
        """Yield the addresses, what answers there, and the method."""
        for door in ("/j/{code}", "/J/{code}"):
            yield f"{door}/me", self.me, "GET"
            yield f"{door}/me.json", self.data, "GET"
            yield f"{door}/me.txt", self.text, "GET"
            yield f"{door}/about", self.about, "GET"
            for verb in OWN_VERBS:
                yield f"{door}/{verb.name}", self.answer(verb), "POST"

    async def me(self, request: Request) -> Response:
        """Show what is kept of who asks; strangers are shown the way in."""
        who = self._front.visitor(request)
        code = request.path_params["code"].upper()
        if changed := language_change(request, f"/j/{code}/me"):
            return changed
        room = self._front.room
        if room is None or room.session.code != code or who.person is None:
            return RedirectResponse(f"/j/{code}", 303)
        return HTMLResponse(self._page(who, room, who.person))

    async def about(self, request: Request) -> Response:
        """Tell in full what becomes of what people write: also to who is not in yet."""
        front, code = self._front, request.path_params["code"].upper()
        who = front.visitor(request)
        if changed := language_change(request, f"/j/{code}/about"):
            return changed
        room = front.room
        if room is None or room.session.code != code:
            raise Refusal(Why.WRONG_CODE)
        return HTMLResponse(self._pages.about(who.t, room))

    async def data(self, request: Request) -> Response:
        """Give one's data to programs."""
        who, room, person = self._known(request)
        data = own_data(room, person, Language(who.t.language))
        return _file(data, "application/json", f"{room.session.code}.json")

    async def text(self, request: Request) -> Response:
        """Give one's data to read."""
        who, room, person = self._known(request)
        data = own_text(room, person, Language(who.t.language), local_zone())
        return _file(data, "text/plain; charset=utf-8", f"{room.session.code}.txt")

    def answer(self, verb: Verb) -> Endpoint:
        """Return the form's address of one verb; it leads back to the page."""
        front = self._front

        async def endpoint(request: Request) -> Response:
            who, room, person = self._known(request)
            message = cast("Keyed", from_form(verb.message, await body_of(request, FORM)))
            try:
                await front.answer(verb, message, who)
            except FAILURES as failure:
                tale = said(who.t, failure)
                return wrong(self._page(who, front.room or room, person, tale.message), tale)
            return RedirectResponse(f"/j/{room.session.code}/me", 303)

        return endpoint

    def _known(self, request: Request) -> tuple[Visitor, Room, PersonId]:
        who = self._front.visitor(request)
        return who, *self._front.known(who)

    def _page(self, who: Visitor, room: Room, person: PersonId, message: str = "") -> str:
        facts = own_facts(who.t, room, person, self._front.moments.now().utc)
        return self._pages.me(who.t, room, facts, message)


def _file(data: bytes, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="workshop-desk-{name}"'}
    return Response(data, headers=headers, media_type=kind)
