"""The phones' server: uvicorn with an event loop of its own in a thread of its own."""

import asyncio
import contextlib
import errno
import logging
import socket
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import uvicorn

from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.units import Seconds
from workshop_desk.live.live import Live
from workshop_desk.live.moments import Moments
from workshop_desk.phones import places
from workshop_desk.phones.app import phone_app
from workshop_desk.phones.front import Front
from workshop_desk.phones.hub import Hub
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import LOOPBACK, join_url
from workshop_desk.phones.ports import PORTS
from workshop_desk.phones.wire import BoundedHttp, worth_a_line

REPORT_EVERY = 0.5
LOOK_EVERY = 3.0
"""Seconds between two looks at the laptop's addresses."""
NAMES_EVERY = 60.0
"""Seconds between two questions what the networks are called, which costs seconds on some systems."""
SCAN_AGAIN = 120.0
"""Seconds for which a new address is called new once the first phone has found it."""
_START_TIME, _STOP_TIME = 10.0, 5.0
_EVERYWHERE = "0.0.0.0"  # noqa: S104  # phones come in by whichever network they share with us
CALM_FOR = 60.0
"""Seconds after which a server that was mended may be mended again."""
_log = logging.getLogger(__name__)


class PhoneServer:
    """Serves the phones of one desk from `start` to `stop`, and says how that goes."""

    def __init__(
        self,
        live: Live,
        moments: Moments,
        *,
        address: str | None = None,
        ports: Sequence[int] = PORTS,
        on_change: Callable[[NetworkState], None] = lambda _state: None,
        lookout: Lookout | None = None,
    ) -> None:
        self._live = live
        self._moments = moments
        self._address = address
        self._ports = ports
        self._on_change = on_change
        self._lookout = lookout or Lookout()
        self._state = NetworkState()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._ready = threading.Event()
        self._mended_at: float | None = None
        self._reached = ""
        self._proven_at: float | None = None

    @property
    def state(self) -> NetworkState:
        """How phones reach this laptop now."""
        return self._state

    def start(self) -> NetworkState:
        """Take the first free port and serve; raises WorldError when there is none."""
        self._stopping.clear()
        places.widen()
        sock = self._bind(self._ports)
        state = NetworkState(running=True, port=sock.getsockname()[1])
        if self._address is None:
            self._lookout.look()
        self._tell(self._named(self._sighted(state)))
        self._run(sock)
        return self._state

    def stop(self) -> None:
        """End every stream, finish what was asked, free the port."""
        self._stopping.set()
        while (thread := self._thread) is not None:
            if self._server is not None:
                self._server.should_exit = True
            thread.join(_STOP_TIME)
            if self._thread is thread:  # it may have been mended just then: end that one too
                self._thread = None
        self._tell(NetworkState())

    def _run(self, sock: socket.socket) -> None:
        self._ready.clear()
        self._thread = threading.Thread(target=self._serve, args=(sock,), name="phones", daemon=True)
        self._thread.start()
        self._ready.wait(_START_TIME)

    def _serve(self, sock: socket.socket) -> None:
        """Be the server's thread: whatever ends it unasked is told and mended."""
        try:
            with sock:
                asyncio.run(self._listen(sock))
        finally:
            self._ready.set()
            if not self._stopping.is_set():
                self._died()

    async def _listen(self, sock: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        logging.getLogger("uvicorn.error").addFilter(worth_a_line)
        hub = Hub(self._live)
        front = Front(self._live, self._moments, hub, self._state.address, proven=self._state.proven)
        server = self._server = _Server(
            uvicorn.Config(
                phone_app(front),
                http=BoundedHttp,
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                backlog=places.WAITING,
                timeout_keep_alive=30,
                timeout_graceful_shutdown=2,
            ),
            self._ready,
            hub,
        )
        server.should_exit = self._stopping.is_set()
        hub.attach(loop)
        forget = self._live.subscribe(front.shown.changed)
        reports = loop.create_task(self._report(front))
        try:
            await server.serve([sock])
        finally:
            reports.cancel()
            forget()
            hub.detach()
            with contextlib.suppress(asyncio.CancelledError):
                await reports

    async def _report(self, front: Front) -> None:
        """Tell who listens, at a calm pace, and follow the laptop to another network."""
        names = asyncio.create_task(self._keep_names()) if self._address is None else None
        looked = self._moments.now().boot
        try:
            while True:
                await asyncio.sleep(REPORT_EVERY)
                if self._address is None and abs(self._moments.now().boot - looked) >= LOOK_EVERY:
                    looked = self._moments.now().boot
                    await asyncio.to_thread(self._lookout.look)
                self._report_once(front)
        finally:
            if names is not None:
                names.cancel()

    def _report_once(self, front: Front) -> None:
        state = self._sighted(replace(self._state, proven=front.proven))
        if state.address != front.address:
            _log.info("phones reach this laptop at %s", state.address)
            front.move(state.address, state.port)
        if state.moved != front.moved:
            front.moved = state.moved
            front.hub.nudge()
        new = replace(
            self._named(state),
            connected=front.hub.connected,
            awake=front.hub.awake,
            proven=front.proven,
        )
        if new != self._state and not self._stopping.is_set():
            self._tell(new)

    async def _keep_names(self) -> None:
        """Ask what the networks are called whenever something was plugged in, and now and then."""
        asked = self._moments.now().boot
        while True:
            late = abs(self._moments.now().boot - asked) >= NAMES_EVERY
            if self._lookout.unnamed or late:
                asked = self._moments.now().boot
                await asyncio.to_thread(self._lookout.ask_names)
            await asyncio.sleep(REPORT_EVERY)

    def _sighted(self, state: NetworkState) -> NetworkState:
        """Return the state at the address that is best now, and since when."""
        now = self._moments.now().boot
        address = self._address
        if address is None:
            kept = self._live.settings.network_choices
            state, address = self._lookout.show(state, kept, state.address if state.proven else "")
        reached = _reached(state, address)
        if reached.address != state.address or reached.since is None:
            reached = replace(reached, since=Seconds(now))
        if state.proven and reached.address == state.address:
            self._proven_at = now if self._proven_at is None else self._proven_at
            found = not state.moved or now - self._proven_at >= SCAN_AGAIN
            self._reached = reached.address if found else self._reached
        else:
            self._proven_at = None
        lost = reached.address == LOOPBACK
        moved = bool(self._reached) and not lost and self._reached != reached.address
        return replace(reached, moved=moved)

    def _named(self, state: NetworkState) -> NetworkState:
        """Return the state with the code of the session that is open, and what the QR code holds."""
        room = self._live.room
        code = room.session.code if room else ""
        return replace(state, code=code, url=join_url(state.address, state.port, code))

    def _died(self) -> None:
        _log.error("the phones' server ended by itself")
        trouble = Trouble.SERVER_DIED.value
        self._tell(replace(self._state, running=False, connected=0, awake=frozenset(), trouble=trouble))
        now = self._moments.now().boot
        just_mended = self._mended_at is not None and now - self._mended_at < CALM_FOR
        if just_mended or self._stopping.is_set():
            return
        self._mended_at = now
        try:
            sock = self._bind((self._state.port, *self._ports))
        except WorldError:
            return
        self._tell(replace(self._state, running=True, port=sock.getsockname()[1], trouble=""))
        self._run(sock)

    def _bind(self, ports: Sequence[int]) -> socket.socket:
        for port in ports:
            for host in (self._address or _EVERYWHERE, _EVERYWHERE):
                try:
                    return _listening(host, port)
                except OSError as error:
                    if error.errno != errno.EADDRNOTAVAIL:
                        break  # taken or not ours to take: the next port
        raise WorldError(Trouble.PORTS_TAKEN, ", ".join(str(port) for port in ports))

    def _tell(self, state: NetworkState) -> None:
        if state != self._state:
            self._state = state
            try:
                self._on_change(state)
            except Exception:  # noqa: BLE001 - whoever is told must not take the phones down
                _log.exception("a bug in who hears of the network")


def _reached(state: NetworkState, address: str) -> NetworkState:
    """Return the state of a laptop at another address, '' where it is on no network."""
    lost = Trouble.NO_NETWORK.value
    if not address:
        return replace(state, address=LOOPBACK, trouble=lost)
    return replace(state, address=address, trouble="" if state.trouble == lost else state.trouble)


class _Server(uvicorn.Server):
    """A server that says when it serves, ends streams when it stops, and leaves signals alone."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event, hub: Hub) -> None:
        super().__init__(config)
        self._ready = ready
        self._hub = hub

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin, and say so."""
        await super().startup(sockets)
        self._ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End; streams first, as they would never end by themselves."""
        self._hub.detach()
        await super().shutdown(sockets)


def _listening(host: str, port: int) -> socket.socket:
    # Named as TCP, since asyncio only then sends small answers at once (TCP_NODELAY): 2 ms, not 42.
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(1)  # claims the port now; uvicorn sets the real backlog
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock
