"""Looks at the firewall and calls the laptop by its own address, in threads of their own."""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workshop_desk.app.relay import Relay
from workshop_desk.desktop.desk.reach import ReachFacts
from workshop_desk.domain.network import NetworkState

if TYPE_CHECKING:
    from workshop_desk.domain.firewall import Firewall

PATIENCE = 3.0
"""Seconds for the laptop to answer itself: it takes milliseconds unless something is in the way."""
_GOING = 2.0
"""Seconds that the end of the program waits for a firewall; it changes nothing by then."""

Check = Callable[[int, str], "Firewall"]
Repair = Callable[["Firewall"], bool]


class Reach:
    """Lives on the GUI thread, its deeds do not; `tell` is called there when something was found."""

    def __init__(
        self,
        network: Callable[[], NetworkState],
        relay: Relay,
        tell: Callable[[], None],
        check: Check | None = None,
        repair: Repair | None = None,
    ) -> None:
        self._network = network
        self._relay = relay
        self._tell = tell
        self._check = check or _check
        self._repair = repair or _repair
        self._facts = ReachFacts()
        self._threads: list[threading.Thread] = []
        self._closed = False

    @property
    def has_hotspot_settings(self) -> bool:
        """Whether this system has a place to share its internet that can be shown."""
        return sys.platform in _HOTSPOT_SETTINGS

    def facts(self) -> ReachFacts:
        """Return what is known by now."""
        return self._facts

    def call_itself(self) -> None:
        """Ask the laptop for its own page at the address that is shown."""
        state = self._network()
        if state.running:
            self._aside(partial(self._call, state.address, state.port), "own page")

    def check_firewall(self) -> None:
        """Look at the firewall again, unless that is under way."""
        if not self._facts.busy:
            self._become(replace(self._facts, busy=True))
            self._aside(partial(self._look, self._network()), "firewall")

    def repair_firewall(self) -> None:
        """Open the firewall as the last look has found it, and look again."""
        found = self._facts.firewall
        if found is not None and found.repair and not self._facts.busy:
            self._become(replace(self._facts, busy=True))
            self._aside(partial(self._mend, found, self._network()), "firewall")

    def open_hotspot_settings(self) -> None:
        """Show where the system lets its internet be shared."""
        place = _HOTSPOT_SETTINGS.get(sys.platform)
        if place is None:
            return
        # Loaded when there is something to open: Qt makes its classes when they are named.
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        QDesktopServices.openUrl(QUrl(place))

    def close(self) -> None:
        """Tell nobody any more, and wait a moment for what is under way."""
        self._closed = True
        for thread in self._threads:
            thread.join(_GOING)

    def _call(self, address: str, port: int) -> None:
        answers = _answers(address, port)
        self._later(lambda facts: replace(facts, answers=answers))

    def _look(self, state: NetworkState) -> None:
        shown = state.candidate
        found = self._check(state.port, shown.adapter if shown else "")
        self._later(lambda facts: replace(facts, firewall=found, busy=False))

    def _mend(self, found: "Firewall", state: NetworkState) -> None:
        self._repair(found)
        self._look(state)

    def _aside(self, deed: Callable[[], None], name: str) -> None:
        self._threads = [one for one in self._threads if one.is_alive()]
        thread = threading.Thread(target=deed, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _later(self, change: Callable[[ReachFacts], ReachFacts]) -> None:
        self._relay.later(lambda: self._become(change(self._facts)))

    def _become(self, facts: ReachFacts) -> None:
        if facts != self._facts and not self._closed:
            self._facts = facts
            self._tell()


_HOTSPOT_SETTINGS = {
    "win32": "ms-settings:network-mobilehotspot",
    "darwin": "x-apple.systempreferences:com.apple.Sharing-Settings.extension",
}


def _answers(address: str, port: int) -> bool:
    """Tell whether the phones' page comes from an address of this laptop."""
    # Loaded with the first call, in its thread: the desk's home does without.
    from http import HTTPStatus  # noqa: PLC0415
    from http.client import HTTPConnection, HTTPException  # noqa: PLC0415

    line = HTTPConnection(address, port, timeout=PATIENCE)
    try:
        line.request("GET", "/")
        return line.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        line.close()


def _check(port: int, adapter: str) -> "Firewall":
    # Loaded with the first look, in its thread: most days nobody asks.
    from workshop_desk.phones.firewall import check_firewall  # noqa: PLC0415

    return check_firewall(port, adapter)


def _repair(found: "Firewall") -> bool:
    from workshop_desk.phones.firewall import repair_firewall  # noqa: PLC0415

    return repair_firewall(found)
