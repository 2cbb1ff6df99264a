"""Who asks, in which language: from the cookie or the tool's token, never from what is claimed."""

import re
from dataclasses import dataclass

from starlette.requests import Request

from workshop_desk.domain.remotes import Remote
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.units import PersonId
from workshop_desk.i18n.words import LANGUAGES, Words, best_language
from workshop_desk.phones.keys import token_hash
from workshop_desk.phones.tables import speaking

COOKIE, REMOTE_COOKIE, LANGUAGE_COOKIE = "wd", "wdr", "wdl"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sent a request; `person` is None for strangers, `mark` names the device.

    `holder` is who holds the phone, another person where a table shares it and it speaks for someone
    else; `chosen`: the address says for whom. `taken_out`: whose device it is may not be in the room,
    so that it speaks for nobody.
    `connection` tells strangers apart, who have no device yet: never by their address alone.
    """

    person: PersonId | None
    mark: str
    t: Words
    connection: str = ""
    taken_out: bool = False
    holder: PersonId | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Steersman:
    """Whoever sent a request to steer; `remote` is None for strangers, and may be revoked by now."""

    remote: Remote | None
    mark: str
    t: Words


def visitor(request: Request, room: Room | None) -> Visitor:
    """Return who asks."""
    device = None
    mark = ""
    if token := _token(request, COOKIE):
        mark = token_hash(token)
        device = room.devices.get(mark) if room else None
    person = device.person if device else None
    host, port = request.client or ("", 0)
    t = Words(_language(request, room, person))
    if room is not None and person is not None and is_taken_out(room, person):
        return Visitor(None, mark, t, f"{host}:{port}", taken_out=True)
    wanted = request.query_params.get("as", "")
    if wanted and room is not None and person is not None:
        spoken_for = speaking(room, person, wanted)
        if spoken_for is not None:
            return Visitor(spoken_for, mark, t, f"{host}:{port}", holder=person, chosen=True)
    return Visitor(person, mark, t, f"{host}:{port}", holder=person)


def steersman(request: Request, room: Room | None) -> Steersman:
    """Return who steers; a participant's token is none of theirs."""
    remote, mark = None, ""
    if token := _token(request, REMOTE_COOKIE):
        mark = token_hash(token)
        known = room.remotes.values() if room else ()
        remote = next((one for one in known if one.token_hash == mark), None)
    return Steersman(remote, mark, Words(_language(request, room, None)))


def has_cookie(request: Request) -> bool:
    """Tell whether the request comes with a cookie of ours that lets do something."""
    return COOKIE in request.cookies or REMOTE_COOKIE in request.cookies


def _token(request: Request, cookie: str) -> str:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    token = bearer.strip() if scheme.lower() == "bearer" else request.cookies.get(cookie, "")
    return token if _TOKEN.fullmatch(token) else ""


def _language(request: Request, room: Room | None, person: PersonId | None) -> str:
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    if room and person:
        return room.attendees[person].language
    return best_language(request.headers.get("accept-language"), room.session.language if room else "fr")
