"""The page to sign on: apart from the room's page, so that nothing changes under the hand that draws."""

from collections.abc import Awaitable, Callable, Iterator, Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from workshop_desk.domain.half_days import Half
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.i18n.words import Words
from workshop_desk.phones.front import Front
from workshop_desk.phones.keys import shelf_mark
from workshop_desk.phones.pages import Pages

Endpoint = Callable[[Request], Awaitable[Response]]


class SignPages:
    """The address of the page to sign on."""

    def __init__(self, front: Front, pages: Pages) -> None:
        self._front = front
        self._pages = pages

    def addresses(self) -> Iterator[tuple[str, Endpoint, str]]:
        """Yield the addresses, what answers there, and the method."""
        for door in ("/j/{code}/sign", "/J/{code}/sign"):
            yield door, self.sign, "GET"

    async def sign(self, request: Request) -> Response:
        """Show the page to sign on, or why there is nothing to sign."""
        front = self._front
        who = front.visitor(request)
        code = request.path_params["code"].upper()
        room = front.room
        if room is None or room.session.code != code or who.person is None:
            return RedirectResponse(f"/j/{code}", 303)
        if room.session.training is None:
            raise Refusal(Why.NO_TRAINING)
        facts = {**self._facts(who.t, room, who.person), "me": shelf_mark(who.person)}
        return HTMLResponse(self._pages.sign(who.t, room, facts))

    def _facts(self, t: Words, room: Room, person: PersonId) -> Mapping[str, object]:
        signing, now = self._front.states.signing, self._front.moments.now()
        half, shape = signing.half(room, person, now), signing.shape(room, person, now)
        if half is None or shape is None:
            return {
                "ask": False,
                "signed": False,
                "heading": t("Nothing to sign now"),
                "sentence": t("Each half-day is signed while it lasts, and a quarter of an hour after."),
            }
        morning = half.half is Half.MORNING
        said = signing.words(t, room, half)
        if shape["signed"]:
            return {
                "ask": False,
                "signed": True,
                "heading": t("Signed for this morning") if morning else t("Signed for this afternoon"),
                "sentence": t("Your signature is on the laptop’s disk. Thank you."),
                "said": said,
            }
        return {
            "ask": True,
            "said": said,
            "person": room.name_of(person),
            "half_day": half.key,
            "mark": shape["mark"],
            "button": t("I sign for this morning") if morning else t("I sign for this afternoon"),
        }
