"""The one thread that writes, and all locks of this room.

It sleeps until something is asked, takes all that waits, has it stored in one go, tells the
listeners, then answers. Whatever happens, every future is answered.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.units import PictureId, Seconds, SessionId
from workshop_desk.live.changes import Changed, Stored
from workshop_desk.live.keeper import Keeper
from workshop_desk.live.snapshot import Snapshot
from workshop_desk.live.wish import Wish

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room

_log = logging.getLogger(__name__)

MOST_AT_ONCE = 500
"""Wishes in one transaction: more would make the first of them wait for the last."""

Listener = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class _Ask:
    wish: Wish
    future: Future[Stored] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class _Look:
    read: Callable[[Keeper], Any]
    future: Future[Any] = field(default_factory=Future)


class _Stop:
    """The last thing that the thread takes."""


class Listeners:
    """Who wants to be told; anyone may come and go on any thread."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._lock = Lock()
        self._all: tuple[Listener, ...] = ()

    def add(self, listener: Listener) -> Callable[[], None]:
        """Add one; returns how to take it away again."""
        with self._lock:
            self._all = (*self._all, listener)

        def remove() -> None:
            with self._lock:
                self._all = tuple(one for one in self._all if one is not listener)

        return remove

    def tell(self, changed: Changed) -> None:
        """Tell all; one that fails does not keep the others from hearing."""
        for listener in self._all:
            try:
                listener(changed)
            except Exception:  # noqa: BLE001 - see above
                _log.exception("a bug in a listener of the live room")


class Writer:
    """Runs a keeper on a thread of its own."""

    def __init__(self, open_keeper: Callable[[], Keeper], listeners: Listeners) -> None:
        """Begin the thread, which opens the file; `wait` for it."""
        self._listeners = listeners
        self._queue: SimpleQueue[_Ask | _Look | _Stop] = SimpleQueue()
        self._gate = Lock()
        self._shut = False
        self._taken: list[_Ask | _Look | _Stop] = []
        self._opening: Future[Keeper] = Future()
        self._thread = Thread(target=self._run, args=(open_keeper,), name="live-writer", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the file is open; WorldError if it cannot be."""
        try:
            self._keeper = self._opening.result()
        except BaseException:
            self._thread.join()
            raise

    @property
    def snapshot(self) -> Snapshot:
        """The newest picture, all of it on disk."""
        return self._keeper.snapshot

    def ask(self, wish: Wish) -> Future[Stored]:
        """Have a wish stored."""
        item = _Ask(wish)
        self._put(item)
        return item.future

    def read(self, session: SessionId) -> "Future[Room]":
        """Have a session read from the file, after all that was asked before."""
        return self._look(lambda keeper: keeper.read(session))

    def past_times(self, method: str) -> Future[Mapping[str, tuple[Seconds, ...]]]:
        """Have read how long a method's steps took, after all that was asked before."""
        return self._look(lambda keeper: keeper.past_times(method))

    def picture(self, wanted: PictureId) -> Future[bytes]:
        """Have a picture's bytes read, after all that was asked before."""
        return self._look(lambda keeper: keeper.picture(wanted))

    def stop(self) -> None:
        """Store what waits, answer everyone, end the thread; asking is then answered STOPPED."""
        with self._gate:
            if not self._shut:
                self._shut = True
                self._queue.put(_Stop())
        self._thread.join()

    def _look(self, read: Callable[[Keeper], Any]) -> Future[Any]:
        item = _Look(read)
        self._put(item)
        return item.future

    def _put(self, item: _Ask | _Look) -> None:
        # Behind the gate nothing can slip into the queue after the last thing that is ever taken.
        with self._gate:
            if not self._shut:
                self._queue.put(item)
                return
        item.future.set_exception(WorldError(Trouble.STOPPED))

    def _run(self, open_keeper: Callable[[], Keeper]) -> None:
        try:
            keeper = open_keeper()
        except BaseException as error:  # noqa: BLE001 - raised again where the thread was begun
            self._opening.set_exception(error)
            return
        self._opening.set_result(keeper)
        try:
            self._rest(keeper)
            while self._round(keeper):
                pass
        finally:
            self._shut_down(keeper)

    def _round(self, keeper: Keeper) -> bool:
        """Take all that waits and answer it, or look at the clocks; False after the last."""
        items: list[_Ask | _Look | _Stop] = []
        self._taken = items
        try:
            items.append(self._queue.get(timeout=keeper.patience))
            while len(items) < MOST_AT_ONCE:
                items.append(self._queue.get_nowait())
        except Empty:
            pass
        asked = [one for one in items if isinstance(one, _Ask) and _still_wanted(one.future)]
        if asked:
            self._store(keeper, asked)
        self._rest(keeper)
        for one in items:
            if isinstance(one, _Look) and _still_wanted(one.future):
                _read(keeper, one)
        return not any(isinstance(one, _Stop) for one in items)

    def _rest(self, keeper: Keeper) -> None:
        try:
            changed = keeper.rest()
        except Exception:  # noqa: BLE001 - what the clock asks for must not end what people ask for
            _log.exception("a bug while looking at the clocks")
            return
        if changed is not None:
            self._listeners.tell(changed)

    def _store(self, keeper: Keeper, asked: Sequence[_Ask]) -> None:
        try:
            answers, changed = keeper.store([one.wish for one in asked])
        except Exception as bug:  # noqa: BLE001 - each future gets its answer, also a bug
            _log.exception("a bug while storing")
            answers, changed = [bug] * len(asked), None
        try:
            if changed is not None:
                self._listeners.tell(changed)
        finally:
            for one, answer in zip(asked, answers, strict=True):
                if isinstance(answer, Stored):
                    one.future.set_result(answer)
                else:
                    one.future.set_exception(answer)

    def _shut_down(self, keeper: Keeper) -> None:
        """Close, and answer whoever came while the thread was dying of something unheard of."""
        with self._gate:
            self._shut = True
        keeper.close()
        left = self._taken
        while not self._queue.empty():
            left.append(self._queue.get_nowait())
        for item in left:
            if not isinstance(item, _Stop) and _is_open(item.future):
                item.future.set_exception(WorldError(Trouble.STOPPED))


def _read(keeper: Keeper, look: _Look) -> None:
    try:
        found = look.read(keeper)
    except (Refusal, WorldError) as error:
        look.future.set_exception(error)
    except Exception as bug:  # noqa: BLE001 - each future gets its answer, also a bug
        _log.exception("a bug while reading")
        look.future.set_exception(bug)
    else:
        look.future.set_result(found)


def _still_wanted(future: "Future[Stored] | Future[Room]") -> bool:
    """Tell whether nobody has called it off; from now on nobody can."""
    return future.set_running_or_notify_cancel()


def _is_open(future: "Future[Stored] | Future[Room]") -> bool:
    """Tell whether somebody still waits for an answer, taken up or not."""
    return future.running() or (not future.done() and _still_wanted(future))
