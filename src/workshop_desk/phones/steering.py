"""What a request of a phone that steers needs: who asks, the limits, pairing, and asking the room."""

import asyncio
from typing import cast

from starlette.requests import Request

from workshop_desk.domain.commands import Newcomer, Steerer
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import Remote
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.stage_commands import PairRemote
from workshop_desk.live.changes import Stored
from workshop_desk.phones import limits
from workshop_desk.phones.deeds import AskPair, Deed
from workshop_desk.phones.front import Front, Keyed
from workshop_desk.phones.keys import answer_mark, join_mark, token_for, token_hash
from workshop_desk.phones.limits import Bucket, Buckets
from workshop_desk.phones.problems import Problem, Wrong
from workshop_desk.phones.visitors import Steersman, steersman


class Steering:
    """The reception for phones that steer; nothing of it is open to participants."""

    def __init__(self, front: Front) -> None:
        self.front = front
        self._presses = Buckets(limits.ANSWERS_AT_ONCE, limits.ANSWERS_PER_SECOND)
        self._looks = Buckets(limits.LOOKS_AT_ONCE, limits.LOOKS_PER_SECOND)
        now = front.moments.now().boot
        self._pairs = Bucket(limits.PAIRS_AT_ONCE, limits.PAIRS_PER_SECOND, now)

    def visitor(self, request: Request) -> Steersman:
        """Return who asks."""
        return steersman(request, self.front.room)

    def known(self, who: Steersman) -> tuple[Room, Remote]:
        """Return the room and the remote that may look at it, or refuse."""
        room, remote = self._paired(who)
        if wait := self._looks.take(who.mark, self.front.moments.now().boot):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        if not remote.steers:
            raise Refusal(Why.NOT_STEERING)
        if room.session.state is SessionState.CLOSED:
            raise Refusal(Why.SESSION_CLOSED)
        return room, remote

    def offered(self, secret: str) -> Remote:
        """Return the offer that a secret belongs to, or refuse; nothing is taken up yet."""
        room, mark = self.front.room, token_hash(secret)
        for remote in room.remotes.values() if room else ():
            if remote.offer_hash == mark and remote.revoked is None:
                return remote
        raise Refusal(Why.OFFER_GONE)

    async def pair(self, message: AskPair) -> tuple[Stored, str]:
        """Take an offer up; returns the receipt and the token, the same one when asked again."""
        room = self.front.room
        if room is None or room.session.state is SessionState.CLOSED:
            raise Refusal(Why.OFFER_GONE)
        if wait := self._pairs.take(self.front.moments.now().boot):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        whole = f"remote {room.session.id} {message.secret} {message.key}"
        token = token_for(whole)
        command = PairRemote(token_hash(message.secret), token_hash(token), message.name)
        future = self.front.live.ask(command, Newcomer(), join_mark(whole))
        return await asyncio.shield(asyncio.wrap_future(future)), token

    async def steer(self, deed: Deed, message: object, who: Steersman) -> Stored:
        """Ask for what a phone wants; whether it may is for the rights to say."""
        _, remote = self._paired(who)
        if wait := self._presses.take(who.mark, self.front.moments.now().boot):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        key = answer_mark(who.mark, cast("Keyed", message).key)
        future = self.front.live.ask(deed.build(message), Steerer(remote.id), key)
        return await asyncio.shield(asyncio.wrap_future(future))

    def _paired(self, who: Steersman) -> tuple[Room, Remote]:
        room = self.front.room
        if room is None or who.remote is None:
            raise Problem(Wrong.NOT_PAIRED)
        return room, who.remote
