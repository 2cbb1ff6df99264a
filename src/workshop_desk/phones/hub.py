"""The bridge from the live room to the phones' event loop: dull notices, merged and spread out.

A notice says only "revision N exists"; phones then ask. Changes of the session or its plan wake the
phones at once; mere counts wake them less often the more phones listen, as each would ask again.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.units import PersonId, Revision
from workshop_desk.live.changes import Changed, Topic
from workshop_desk.live.live import Live
from workshop_desk.phones.problems import Problem, Wrong

SHARDS, SHARD_GAP = 10, 0.01
PACE, PACE_PER_PHONE = 0.1, 0.002
HEARTBEAT = 10.0
AWAKE_FOR = 9.0
"""Seconds after its last request that a phone without a stream counts as awake."""
MOST_STREAMS, MOST_PER_PERSON = 1000, 4
_URGENT = frozenset({Topic.SESSION, Topic.AGENDA, Topic.SESSIONS, Topic.SETTINGS, Topic.TROUBLE})


@dataclass(slots=True, eq=False)
class _Stream:
    who: str
    person: PersonId | None
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False


class Hub:
    """Listens to the live room on its thread, wakes the phones on the server's."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._loop: asyncio.AbstractEventLoop | None = None
        self._forget: Callable[[], None] = lambda: None
        self._shards: list[set[_Stream]] = [set() for _ in range(SHARDS)]
        self._opened = 0
        self._revision = Revision(0)
        self._due: asyncio.TimerHandle | None = None
        self._due_at = 0.0
        self._round_at = 0.0
        self._seen: dict[PersonId, float] = {}
        self._over = False
        self._address = ""
        self._moves = 0

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Start listening; call on the server's thread."""
        self._loop = loop
        self._forget = self._live.subscribe(self._changed)
        self._revision = self._live.revision

    def detach(self) -> None:
        """Stop listening and end every stream; call on the server's thread."""
        if self._over:
            return
        self._over = True
        self._forget()
        if self._due is not None:
            self._due.cancel()
        for stream in self._streams():
            stream.over = True
            stream.wake.set()

    def move(self, address: str) -> None:
        """Tell every page that the session is at another address now, '' for none."""
        self._address = address
        self.nudge()

    def nudge(self) -> None:
        """Have every page look again, though nothing of the session has changed."""
        self._moves += 1
        for stream in self._streams():
            stream.wake.set()

    def seen(self, person: PersonId) -> None:
        """Note that a person's phone asked for something just now."""
        if self._loop is not None:
            self._seen[person] = self._loop.time()

    @property
    def connected(self) -> int:
        """Return how many pages listen now, or asked a moment ago."""
        streams = self._streams()
        listening = {stream.person for stream in streams if stream.person}
        return sum(1 for stream in streams if stream.person) + len(self._asking() - listening)

    @property
    def awake(self) -> frozenset[PersonId]:
        """Return whose phones are awake."""
        listening = {stream.person for stream in self._streams() if stream.person}
        return frozenset(listening | self._asking())

    def listen(self, person: PersonId, last: int) -> AsyncIterator[bytes]:
        """Yield server-sent events for one page of a person until it goes or the server stops."""
        return self._events(_Stream(person, person), last)

    def watch(self, who: str, last: int) -> AsyncIterator[bytes]:
        """Yield the same for a page that is no person's: a remote or a second stage."""
        return self._events(_Stream(who, None), last)

    async def _events(self, stream: _Stream, last: int) -> AsyncIterator[bytes]:
        self._open(stream)
        told, moves = last, self._moves
        try:
            yield b"retry: 2000\n\n"
            while not stream.over:
                if self._revision > told:
                    told = self._revision
                    yield b'id: %d\ndata: {"revision":%d}\n\n' % (told, told)
                if self._moves > moves:
                    moves = self._moves
                    yield b'event: moved\ndata: {"address":"%s"}\n\n' % self._address.encode()
                stream.wake.clear()
                if stream.over:
                    break
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(HEARTBEAT):
                        await stream.wake.wait()
                        continue
                # An event, not a comment: a page's script hears no comments, and goes by this beat.
                yield b'event: here\ndata: {"revision":%d}\n\n' % self._revision
        finally:
            for shard in self._shards:
                shard.discard(stream)

    def check_place(self) -> None:
        """Refuse one page too many."""
        if self._over or len(self._streams()) >= MOST_STREAMS:
            raise Problem(Wrong.TOO_MANY_PAGES, wait=5)

    def _open(self, stream: _Stream) -> None:
        own = [one for one in self._streams() if one.who == stream.who]
        for old in own[: max(0, len(own) - MOST_PER_PERSON + 1)]:
            old.over = True
            old.wake.set()
        stream.over = self._over
        self._shards[self._opened % SHARDS].add(stream)
        self._opened += 1

    def _streams(self) -> list[_Stream]:
        return [stream for shard in self._shards for stream in shard]

    def _asking(self) -> set[PersonId]:
        if self._loop is None:
            return set()
        since = self._loop.time() - AWAKE_FOR
        self._seen = {person: at for person, at in self._seen.items() if at > since}
        return set(self._seen)

    def _changed(self, changed: Changed) -> None:
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        # The loop may close between the question and the call; then nobody listens any more.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(self._noticed, changed)

    def _noticed(self, changed: Changed) -> None:
        assert self._loop is not None
        self._revision = max(self._revision, changed.revision)
        if Topic.PEOPLE in changed.topics:
            self._end_taken_out()
        pace = PACE
        if not changed.topics & _URGENT:
            pace = max(PACE, PACE_PER_PHONE * sum(len(shard) for shard in self._shards))
        at = max(self._loop.time(), self._round_at + pace)
        if self._over or (self._due is not None and self._due_at <= at):
            return
        if self._due is not None:
            self._due.cancel()
        self._due_at = at
        self._due = self._loop.call_at(at, self._wake_all)

    def _end_taken_out(self) -> None:
        """End the streams of those whom the facilitator took out of the room."""
        room = self._live.room
        if room is None:
            return
        for stream in self._streams():
            if stream.person is not None and is_taken_out(room, stream.person):
                self._seen.pop(stream.person, None)
                stream.over = True
                stream.wake.set()

    def _wake_all(self) -> None:
        assert self._loop is not None
        self._due = None
        self._round_at = self._loop.time()
        for place, shard in enumerate(self._shards):
            if shard:
                self._loop.call_later(place * SHARD_GAP, self._wake, place)

    def _wake(self, place: int) -> None:
        for stream in self._shards[place]:
            stream.wake.set()
