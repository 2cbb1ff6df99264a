"""A look at the room before the day: one thing after the other, while a phone may try the test code."""

import threading
from collections.abc import Callable
from functools import partial

from workshop_desk.app import probes
from workshop_desk.app.relay import Relay
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.trouble import WorldError
from workshop_desk.desktop.desk.preparing import Prepared
from workshop_desk.desktop.screens import Screen
from workshop_desk.domain.network import NOT_FOR_PHONES, NetworkState
from workshop_desk.domain.readiness import Check, Finding, Item, found
from workshop_desk.domain.settings import Settings
from workshop_desk.phones.network import test_url
from workshop_desk.phones.ports import PORTS

Aside = Callable[[Callable[[], object], str], None]
"""Does something in a thread, one thing after the other."""

_PATIENCE = 5.0
"""Seconds that closing waits for a look that is under way."""


class Preparation:
    """Lives on the GUI thread; `heard` is told there what was found, from `begin` to `cancel`."""

    def __init__(
        self,
        workshop: Workshop,
        settings: Settings,
        relay: Relay,
        aside: Aside,
        heard: Callable[[Prepared], None],
    ) -> None:
        self._workshop = workshop
        self._settings = settings
        self._relay = relay
        self._aside = aside
        self._heard = heard
        self._checks: dict[Item, Check] = {}
        self._cancelled = False
        self._serves = False
        self._url = self._address = ""
        self._begun: float | None = None
        # A thread of its own: opening a room must not wait for it. It keeps nobody from leaving.
        self._thread = threading.Thread(target=self._look, name="readiness", daemon=True)

    def begin(self, screens: tuple[Screen, ...]) -> None:
        """Look at what Qt knows at once, and at the rest in a thread."""
        self._note(probes.look_at_screens(screens, self._settings), probes.look_at_letters())
        # The phones first: whoever holds one may try it while the rest is looked at.
        self._aside(self._serve, "phones start")
        self._thread.start()

    def cancel(self) -> None:
        """Look no further, and let no phone in any more."""
        if not self._cancelled:
            self._cancelled = True
            self._aside(self._stop, "phones stop")

    def close(self) -> None:
        """Cancel, and wait for what cannot be broken off, but not for ever."""
        self.cancel()
        if self._thread.is_alive():
            self._thread.join(_PATIENCE)

    def network(self, state: NetworkState) -> None:
        """Hear of the phones' server: that it has an address, and that a phone came in."""
        if self._cancelled or not self._serves or Item.PHONE in self._checks:
            return
        now = self._workshop.moments.now().boot
        lost = state.address in {"", NOT_FOR_PHONES}
        address = "" if lost else f"{state.address}:{state.port}"
        if address != self._address:
            self._address, self._begun = address, now
            self._url = test_url(state.address, state.port) if address else ""
            self._tell()
        if address and state.proven and self._begun is not None:
            self._note(found(Finding.PHONE_CAME, seconds=max(1, round(now - self._begun))))

    def _serve(self) -> None:
        """Let phones in, on the thread for that."""
        if self._cancelled:
            return
        try:
            state = self._workshop.start_phones()
        except WorldError:
            self._relay.later(partial(self._note, found(Finding.PHONE_PORTS)))
            return
        self._relay.later(partial(self._served, state))

    def _served(self, state: NetworkState) -> None:
        self._serves = True
        self.network(state)

    def _stop(self) -> None:
        """Let nobody in any more, unless a session was opened meanwhile."""
        if not self._workshop.session_open:
            self._workshop.stop_phones()

    def _look(self) -> None:
        """Look at one thing after the other, on a thread."""
        looks: tuple[Callable[[], tuple[Check, ...]], ...] = (
            lambda: (probes.look_at_disk(self._workshop.data),),
            lambda: (probes.look_at_sound(wanted=self._settings.sound),),
            lambda: probes.look_at_network(self._settings, self._port()),
            lambda: (probes.look_at_power(),),
        )
        for look in looks:
            if self._cancelled:
                return
            checks = look()
            self._relay.later(partial(self._note, *checks))

    def _port(self) -> int:
        return self._workshop.network.port or PORTS[0]

    def _note(self, *checks: Check) -> None:
        self._checks |= {one.item: one for one in checks}
        self._tell()

    def _tell(self) -> None:
        if not self._cancelled:
            ordered = tuple(self._checks[item] for item in Item if item in self._checks)
            self._heard(Prepared(ordered, self._url, self._address))
