"""Keeps screen and laptop awake while a session is open, by a thread of its own, and lets go after it.

`wakepy` asks each system in its own way: Windows' execution state, macOS' `caffeinate`, on Linux the
screen saver's service or GNOME's session manager. All of them let go by themselves should the program
be killed. The desktop portal is left out on purpose: it answers before anyone has agreed, and the desk
could not say that the screen may go dark.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

_log = logging.getLogger(__name__)

Hold = Callable[[], AbstractContextManager[bool]]
"""Keeps awake inside; says whether it can. Entered and left by the same thread."""

PATIENCE = 5.0
"""Seconds that closing waits for the system to be told."""


@contextmanager
def hold_awake() -> Iterator[bool]:
    """Keep screen and laptop awake inside; yields whether the screen is."""
    # Loaded with the first session, by the thread that needs it.
    from wakepy import keep  # noqa: PLC0415

    logging.getLogger("wakepy").setLevel(logging.WARNING)  # it tells at length what did not work
    # KDE's screen saver service keeps the screen on but lets the laptop sleep: both are asked for.
    with keep.running(on_fail="pass"), keep.presenting(on_fail="pass") as screen:
        yield screen.active


class Awake:
    """Keeps awake between `keep` and `let_go`. `told` hears, in a thread, whether that works."""

    def __init__(self, told: Callable[[bool], object], hold: Hold = hold_awake) -> None:
        self._told = told
        self._hold = hold
        self._enough: threading.Event | None = None
        self._threads: list[threading.Thread] = []

    def keep(self) -> None:
        """Keep awake from now on; returns at once."""
        if self._enough is None:
            self._enough = threading.Event()
            self._threads = [one for one in self._threads if one.is_alive()]
            # A daemon: whatever else goes wrong, it keeps nobody from leaving.
            thread = threading.Thread(target=self._stay, args=(self._enough,), name="awake", daemon=True)
            self._threads.append(thread)
            thread.start()

    def let_go(self) -> None:
        """Let screen and laptop sleep again; returns at once."""
        if self._enough is not None:
            self._enough.set()
            self._enough = None

    def close(self) -> None:
        """Let go, and wait until the system has been told."""
        self.let_go()
        for thread in self._threads:
            thread.join(PATIENCE)

    def _stay(self, enough: threading.Event) -> None:
        try:
            with self._hold() as awake:
                _log.info("screen and laptop stay awake" if awake else "nothing keeps the screen awake")
                self._told(awake)
                enough.wait()
        except RuntimeError as error:  # the service that was asked has gone meanwhile
            _log.info("letting go: %s", error)
