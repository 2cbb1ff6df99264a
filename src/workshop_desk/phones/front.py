"""What every request needs: the live room, who asks, the limits, and asking the room."""

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from starlette.requests import Request

from workshop_desk.domain.codes import holder, read_code
from workshop_desk.domain.commands import Join, Newcomer, Participant
from workshop_desk.domain.identity_commands import ClaimPlace
from workshop_desk.domain.names import folded
from workshop_desk.domain.network import NOT_FOR_PHONES
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Joining, SessionState
from workshop_desk.domain.units import Language, PersonId, Seconds
from workshop_desk.i18n.words import LANGUAGES
from workshop_desk.live.changes import Stored
from workshop_desk.live.live import Live
from workshop_desk.live.moments import Moments
from workshop_desk.phones import limits
from workshop_desk.phones.guard import check_host, check_origin, is_own, meant
from workshop_desk.phones.guesses import Guesses
from workshop_desk.phones.hub import Hub
from workshop_desk.phones.keys import answer_mark, join_mark, token_for
from workshop_desk.phones.limits import Bucket, Buckets
from workshop_desk.phones.people import AskBack, AskIn, claim, join
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.shapes import TableShape
from workshop_desk.phones.shown import Shown
from workshop_desk.phones.state import States
from workshop_desk.phones.tables import by_table, table_shape
from workshop_desk.phones.verbs import Verb
from workshop_desk.phones.visitors import Visitor, has_cookie, visitor


class Keyed(Protocol):
    """A message with the phone's own name for its wish."""

    @property
    def key(self) -> str:
        """Return that name."""
        ...


@dataclass
class Front:
    """The reception: pages and API both come here to the live room."""

    live: Live
    moments: Moments
    hub: Hub
    address: str = ""
    states: States = field(default_factory=States)
    proven: bool = False
    moved: bool = False

    def __post_init__(self) -> None:
        self._answers = Buckets(limits.ANSWERS_AT_ONCE, limits.ANSWERS_PER_SECOND)
        self._looks = Buckets(limits.LOOKS_AT_ONCE, limits.LOOKS_PER_SECOND)
        self.shown = Shown(self.live, self.moments)
        self._guesses = Guesses(self._now())
        self._joins = Bucket(limits.JOINS_AT_ONCE, limits.JOINS_PER_SECOND, self._now())

    @property
    def room(self) -> Room | None:
        """The room that is open, or was closed last."""
        return self.live.room

    def visitor(self, request: Request) -> Visitor:
        """Return who asks; their phone is awake."""
        who = visitor(request, self.room)
        if who.person is not None:
            self.hub.seen(who.person)
            # A page that was there before the laptop started again proves the address as well.
            self.looked(request)
        return who

    def check(self, request: Request) -> None:
        """Refuse a request that does not mean this laptop, or a change that another page wants."""
        check_host(request.scope, self.address)
        if request.method not in ("GET", "HEAD"):
            check_origin(request.scope, has_cookie=has_cookie(request))

    def misdirected(self, request: Request) -> Problem | None:
        """Return what is wrong with the address that a request means, None for nothing."""
        try:
            check_host(request.scope, self.address)
        except Problem as problem:
            return problem
        return None

    def looked(self, request: Request) -> None:
        """Note that the page was opened; from another device, that proves the address it came by."""
        if not is_own(request.scope) and meant(request.scope) == self.address:
            self.proven = True

    def move(self, address: str, port: int) -> None:
        """Be at another address from now on; no phone has proven that one yet, pages are told of it."""
        self.address, self.proven = address, False
        self.hub.move("" if address == NOT_FOR_PHONES else f"{address}:{port}")

    def known(self, who: Visitor) -> tuple[Room, PersonId]:
        """Return the room and who is in it, or refuse strangers."""
        room = self.room
        if who.taken_out:
            raise Problem(Wrong.TAKEN_OUT)
        if room is None or who.person is None:
            raise Problem(Wrong.NOT_JOINED)
        if wait := self._looks.take(who.mark, self._now()):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        return room, who.person

    def table(self, who: Visitor, room: Room) -> TableShape | None:
        """Return who shares a phone, None where nobody does."""
        holder = who.holder
        return table_shape(room, holder, who.person if who.chosen else None) if holder else None

    def open_room(self, code: str) -> Room:
        """Return the room with this code, or refuse where it is another or over."""
        room = self.room
        if room is None or room.session.code != code.strip().upper():
            raise Refusal(Why.WRONG_CODE)
        if room.session.state is SessionState.CLOSED:
            raise Refusal(Why.SESSION_CLOSED)
        return room

    def _door(self, code: str, who: Visitor) -> Room:
        """Return the room with this code, or refuse whoever was taken out of it."""
        room = self.open_room(code)
        if who.taken_out:
            raise Refusal(Why.TAKEN_OUT)
        return room

    async def join(self, message: AskIn, who: Visitor) -> tuple[Stored, str]:
        """Let someone in; returns the receipt and the token, the same one when asked again."""
        room = self._door(message.code, who)
        if wait := self._joins.take(self._now()):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        language = message.language if message.language in LANGUAGES else who.t.language
        # A key that comes back in another session opens that one: it is another secret there.
        secret = f"{room.session.id} {message.key}"
        command = join(message, Language(language), secret)
        guess = who.connection if message.ticket or room.session.joining is Joining.LIST else ""
        return await self._enter(command, secret, guess), token_for(secret)

    async def come_back(self, message: AskBack, who: Visitor) -> tuple[Stored, str]:
        """Let someone back in by a code: their personal one, else that of their ticket."""
        room = self._door(message.code, who)
        secret = f"{room.session.id} {message.key}"
        tickets = {folded(one.code) for one in room.registrations.values() if one.code}
        if (
            folded(message.own_code.strip()) in tickets
            and holder(room.attendees.values(), read_code(message.own_code)) is None
        ):
            by_ticket = AskIn(message.code, "", message.key, ticket=message.own_code)
            return await self.join(by_ticket, who)
        if not read_code(message.own_code):
            raise Refusal(Why.WRONG_OWN_CODE)  # it can be nobody's, so it is no guess either
        command = claim(message.own_code, secret)
        return await self._enter(command, secret, who.connection), token_for(secret)

    async def _enter(self, command: Join | ClaimPlace, secret: str, guess: str) -> Stored:
        """Ask to come in; `guess` names the connection where this could be a guess, '' otherwise."""
        if guess:
            self._guesses.begin(guess, self._now())
        stored = await _receipt(self.live.ask(command, Newcomer(), join_mark(secret)))
        if guess:
            self._guesses.right(guess)
        return stored

    async def answer(self, verb: Verb, message: Keyed, who: Visitor) -> Stored:
        """Ask for what a participant wants; returns once it is on disk."""
        room, person = self.known(who)
        if wait := self._answers.take(who.mark, self._now()):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        command = by_table(verb.build(message, person, room), room, who.holder or person)
        future = self.live.ask(command, Participant(person), answer_mark(who.mark, message.key))
        return await _receipt(future)

    def _now(self) -> Seconds:
        return self.moments.now().boot


async def _receipt(future: Future[Stored]) -> Stored:
    """Wait for the writer; whoever stops waiting must not stop the writing."""
    return await asyncio.shield(asyncio.wrap_future(future))
