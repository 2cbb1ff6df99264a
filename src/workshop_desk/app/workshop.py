"""One desk at work: the live room on its file, and the phones' server while a session is open."""

import gc
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workshop_desk.base.ids import new_code, new_id
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS, SessionState
from workshop_desk.domain.units import CertificateId, Instant, Language, SessionId
from workshop_desk.live.changes import Stored
from workshop_desk.live.live import Live
from workshop_desk.live.moments import Moments
from workshop_desk.phones.ports import PORTS

if TYPE_CHECKING:
    from workshop_desk.domain.commands import CloseSession, Command, PlanSession
    from workshop_desk.domain.room import Room
    from workshop_desk.domain.training import Training
    from workshop_desk.methods.schema import Method
    from workshop_desk.phones.serve import PhoneServer

PATIENCE = 30.0
"""Seconds that a caller without windows waits for the writer; the GUI never waits."""

SWITCH_INTERVAL = 0.0001
"""Seconds after which a running thread is asked for the interpreter."""

GOODBYE = 2.0
"""Seconds for phones to read that the session is over before their server stops."""

LATE_COMERS = 20
"""People who may still come in between the wish to close and the writer's turn."""


class Workshop:
    """Builds live room and phones' server, opens and closes sessions, closes all in reverse."""

    def __init__(
        self,
        data: Path,
        moments: Moments,
        *,
        address: str | None = None,
        ports: Sequence[int] = PORTS,
    ) -> None:
        self.data = data
        self.live = Live(data, moments)
        self.moments = moments
        self._address = address
        self._ports = ports
        self.on_network: Callable[[NetworkState], None] | None = None
        self._turn = threading.Lock()
        self._interval = sys.getswitchinterval()
        self._server: PhoneServer | None = None

    def __enter__(self) -> Self:
        self.live.start()
        # A busy thread must give the phones' thread its turn at once: 1 ms instead of seconds.
        sys.setswitchinterval(SWITCH_INTERVAL)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop_phones()
        self.live.stop()
        sys.setswitchinterval(self._interval)
        gc.unfreeze()

    @property
    def network(self) -> NetworkState:
        """How phones reach this laptop now."""
        return self._server.state if self._server else NetworkState()

    def ask(self, command: "Command") -> Stored:
        """Ask as the facilitator and wait; raises Refusal or WorldError. Not for the GUI thread."""
        # Loaded with the first wish, here and below: the desk's home is shown without any.
        from workshop_desk.domain.commands import Facilitator  # noqa: PLC0415

        return self.live.ask(command, Facilitator()).result(PATIENCE)

    def new_plan(
        self,
        method: "Method",
        preset: str,
        title: str,
        language: Language,
        *,
        expected: int = 0,
        planned_start: Instant | None = None,
        usual: "Mapping[str, float] | None" = None,
        training: "Training | None" = None,
    ) -> "PlanSession":
        """Make a session's plan from a method, with a code that no other session of the file has."""
        from workshop_desk.methods.planning import plan  # noqa: PLC0415

        taken = {line.code for line in self.live.sessions}
        code = new_code(CODE_LETTERS, CODE_LENGTH)
        while code in taken:
            code = new_code(CODE_LETTERS, CODE_LENGTH)
        return plan(
            method,
            preset,
            title=title,
            language=language,
            settings=self.live.settings,
            now=self.moments.now().utc,
            code=code,
            new_id=new_id,
            planned_start=planned_start,
            expected=expected,
            usual=usual,
            training=training,
        )

    @property
    def session_open(self) -> bool:
        """Whether a session is open."""
        return any(line.state is SessionState.OPEN for line in self.live.sessions)

    def start_phones(self) -> NetworkState:
        """Serve the phones' pages, anew if that had ended; raises WorldError when no port is free."""
        with self._turn:
            if self._server is not None and not self._server.state.running:
                self._server.stop()
                self._server = None
            if self._server is None:
                # Loaded when a room opens: the desk would wait a third of a second for it at start.
                from workshop_desk.phones.serve import PhoneServer  # noqa: PLC0415

                server = PhoneServer(
                    self.live,
                    self.moments,
                    address=self._address,
                    ports=self._ports,
                    on_change=self._told,
                )
                server.start()
                self._server = server
                # What is loaded by now stays. Looking through all of it for garbage, in the middle of a
                # burst of answers, would keep every phone waiting for a tenth of a second.
                gc.freeze()
            return self._server.state

    def stop_phones(self) -> None:
        """Say goodbye to the phones and free the port."""
        with self._turn:
            server, self._server = self._server, None
            if server is not None:
                server.stop()

    def _told(self, state: NetworkState) -> None:
        """Pass on news of the phones' server, on its thread."""
        if self.on_network is not None:
            self.on_network(state)

    def say_goodbye(self) -> None:
        """Leave the phones time to read that the session is over, then stop; takes GOODBYE seconds."""
        if self._server is not None:
            threading.Event().wait(GOODBYE)
        self.stop_phones()

    def open_session(self, session: SessionId) -> "Room":
        """Open or resume a session and let phones in."""
        from workshop_desk.domain.commands import OpenSession  # noqa: PLC0415

        self.ask(OpenSession(session))
        self.start_phones()
        return self.room

    def close_session(self) -> "Room":
        """Close the open session; phones are told before their server stops."""
        self.ask(self.closing())
        return self.room

    def closing(self) -> "CloseSession":
        """Return the command that closes the room, with an id for each certificate."""
        from workshop_desk.domain.commands import CloseSession  # noqa: PLC0415

        enough = len(self.room.attendees) + LATE_COMERS
        return CloseSession(tuple(CertificateId(new_id()) for _ in range(enough)))

    @property
    def room(self) -> "Room":
        """The room that is open or was closed last."""
        room = self.live.room
        assert room is not None
        return room

    def read(self, session: SessionId) -> "Future[Room]":
        """Read any session from disk."""
        return self.live.read(session)
