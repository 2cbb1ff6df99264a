"""A pretended crowd at work: its process, what it is held by, and what it tells at its end."""

import contextlib
from ctypes import c_double, c_int
from multiprocessing import get_context
from multiprocessing.sharedctypes import RawValue
from types import TracebackType
from typing import Self

from workshop_desk.app.workshop import Workshop
from workshop_desk.base.resources import resources
from workshop_desk.domain.units import Language
from workshop_desk.live.crowd import Orders, Outcome, Reins, crowd
from workshop_desk.phones.network import LOOPBACK

GOODBYE = 20.0
"""Real seconds that the crowd has to notice the end."""


class Crowd:
    """People who join the open session over real HTTP, from entering to leaving the `with` block.

    Their process ends with the block, and by itself when this program dies.
    """

    def __init__(
        self, workshop: Workshop, people: int, language: Language, speed: float, seed: int = 1
    ) -> None:
        spawn = get_context("spawn")
        orders = Orders(
            host=LOOPBACK,  # the server listens there too, and no lost Wi-Fi sends anyone home
            port=workshop.network.port,
            code=workshop.room.session.code,
            people=people,
            language=language,
            seed=seed,
            lines=resources() / "rehearsal" / f"{language}.toml",
        )
        over, self._over = spawn.Pipe(duplex=False)
        speed_, refused = RawValue(c_double, speed), RawValue(c_int, 0)
        self._reins = Reins(speed_, refused, over)
        self._here, self._there = spawn.Pipe(duplex=False)
        self._process = spawn.Process(
            target=crowd, args=(orders, self._reins, self._there), name="crowd", daemon=True
        )

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Let them come."""
        self._process.start()
        self._there.close()
        self._reins.over.close()

    def close(self) -> None:
        """Send everyone home, and end their process should it not end by itself."""
        self._over.close()
        self._here.close()
        self._process.join(GOODBYE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def think(self, speed: float) -> None:
        """Think and type so many times faster than people do."""
        self._reins.speed.value = speed

    @property
    def alive(self) -> bool:
        """Whether anyone is still there."""
        return self._process.is_alive()

    @property
    def refused(self) -> int:
        """How many answers were not stored so far."""
        return self._reins.refused.value

    def send_home(self) -> None:
        """Let everyone stop where they are; a closed session lets them go by itself."""
        with contextlib.suppress(OSError):  # they are gone already
            self._over.send("home")

    def outcome(self) -> Outcome | None:
        """Wait for everyone to leave and return what they did, None where their process has died."""
        if not self._here.poll(GOODBYE):
            return None
        try:
            told: Outcome = self._here.recv()
        except EOFError:
            return None
        return told
