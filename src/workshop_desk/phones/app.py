"""All addresses together, with the one place where failures become answers."""

from collections.abc import Awaitable, Callable, Iterator

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workshop_desk.phones.api import Api
from workshop_desk.phones.assets import FOLDER, Assets
from workshop_desk.phones.front import Front
from workshop_desk.phones.guard import Guard
from workshop_desk.phones.own_pages import OwnPages
from workshop_desk.phones.pages import Pages
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.remote_api import RemoteApi
from workshop_desk.phones.remote_web import RemoteWeb
from workshop_desk.phones.replies import FAILURES, Failure, refused, said
from workshop_desk.phones.sign_pages import SignPages
from workshop_desk.phones.stage_pages import StagePages
from workshop_desk.phones.steering import Steering
from workshop_desk.phones.verbs import OWN_VERBS, VERBS
from workshop_desk.phones.visitors import visitor
from workshop_desk.phones.web import Web

Endpoint = Callable[[Request], Awaitable[Response]]
_HTTP = {404: Wrong.NOT_FOUND, 405: Wrong.WRONG_METHOD, 413: Wrong.TOO_LARGE}


def phone_app(front: Front) -> Starlette:
    """Return the ASGI application that serves phones."""
    assets = Assets()
    pages = Pages(assets)
    api, web = Api(front), Web(front, pages)

    def guarded(endpoint: Endpoint) -> Endpoint:
        async def checked(request: Request) -> Response:
            front.check(request)
            return await endpoint(request)

        return checked

    async def asset(request: Request) -> Response:
        return assets.answer(request)

    async def failed(request: Request, failure: Exception) -> Response:
        who = visitor(request, front.room)
        known = _known(front, request, failure)
        api_asked = request.url.path.startswith("/api/")
        answer = refused(who.t, known) if api_asked else web.failed(who, request, said(who.t, known))
        if isinstance(failure, HTTPException):
            answer.headers.update(failure.headers or {})
        return answer

    def route(path: str, endpoint: Endpoint, method: str = "GET") -> Route:
        return Route(path, guarded(endpoint), methods=[method])

    routes = [
        route("/", web.home),
        route("/j", web.code),
        route("/test", web.tried),
        route("/TEST", web.tried),
        route(FOLDER + "{name}", asset),
        route("/api/openapi.json", api.openapi),
        route("/api/state", api.state),
        route("/api/events", api.events),
        route("/api/join", api.join, "POST"),
        route("/api/back", api.come_back, "POST"),
        *(route(f"/api/{verb.name}", api.answer(verb), "POST") for verb in VERBS),
    ]
    routes += [route(*address) for address in (*_doors(web), *_beside(front, pages))]
    handlers = dict.fromkeys((HTTPException, *FAILURES, Exception), failed)
    doors = [Middleware(Guard), Middleware(GZipMiddleware, compresslevel=6)]
    app = Starlette(routes=routes, middleware=doors, exception_handlers=handlers)
    app.router.redirect_slashes = False  # it would answer before the guard, with any host's name
    return app


def _doors(web: Web) -> Iterator[tuple[str, Endpoint, str]]:
    """Yield the addresses of the room's own page, whichever way its code was scanned or typed."""
    for door in ("/j/{code}", "/J/{code}"):
        yield door, web.room, "GET"
        yield f"{door}/", web.room, "GET"
        yield f"{door}/main", web.main, "GET"
        yield f"{door}/back", web.back, "GET"
        yield door, web.join, "POST"
        yield f"{door}/back", web.come_back, "POST"
        for verb in VERBS:
            if verb not in OWN_VERBS:
                yield f"{door}/{verb.name}", web.answer(verb), "POST"


def _beside(front: Front, pages: Pages) -> Iterator[tuple[str, Endpoint, str]]:
    """Yield the addresses that are not for participants: of second stages and of phones that steer."""
    steering, stage = Steering(front), StagePages(front, pages)
    yield from stage.addresses()
    yield from RemoteApi(steering, stage).addresses()
    yield from SignPages(front, pages).addresses()
    yield from OwnPages(front, pages).addresses()
    yield from RemoteWeb(steering, stage, pages).addresses()


def _known(front: Front, request: Request, failure: Exception) -> Failure:
    """Return what is to be told of anything that went wrong."""
    if isinstance(failure, HTTPException):
        wrong = _HTTP.get(failure.status_code, Wrong.NOT_FOUND)
        return front.misdirected(request) or Problem(wrong)
    return failure if isinstance(failure, FAILURES) else Problem(Wrong.BUG)
