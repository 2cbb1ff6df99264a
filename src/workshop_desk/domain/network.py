"""Where phones reach the laptop, as the faces show it."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Moment, PersonId, Seconds

NOT_FOR_PHONES = "127.0.0.1"
"""The address of a laptop that is on no network, and of rehearsals: no phone is looked for there."""

HELP_AFTER = Seconds(20.0)
"""How long an address waits for its first phone before help is offered."""


class NetworkKind(StrEnum):
    """What a candidate's network is, the best for phones first."""

    HOTSPOT = "hotspot"
    WIFI = "wifi"
    CABLE = "cable"


class LeftOut(StrEnum):
    """Why an adapter of the laptop is no candidate."""

    VPN = "vpn"
    VIRTUAL = "virtual"
    EMPTY = "empty"
    ONLY_V6 = "only_v6"
    TWIN = "twin"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that phones may reach the laptop by.

    `network` is the network's name, '' where the system does not tell it; `adapter` the system's name
    of what is plugged in there.
    """

    address: str
    kind: NetworkKind
    network: str = ""
    adapter: str = ""

    @property
    def identity(self) -> str:
        """What stays the same when the laptop comes back to this network, its address does not."""
        return f"{self.kind}:{' '.join((self.network or self.adapter).split())}"


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The phones' server at one moment; everything empty while no session is open.

    `address` is the laptop's IP address as text, `url` what the QR holds (capitals). `connected`
    counts pages that listen now, `awake` whose they are; `proven`: a device other than this laptop
    has loaded the page. `trouble` is a code of `base.trouble`, '' while all is well.

    `candidates` are all addresses that would do, the best first, `left_out` why others are none. `tied`
    asks the facilitator: two are equally good, and nobody has chosen yet. `since` is when, on the boot
    clock, the address was first shown. `moved`: phones knew another address, and have to scan again.
    """

    running: bool = False
    address: str = ""
    port: int = 0
    code: str = ""
    url: str = ""
    connected: int = 0
    awake: frozenset[PersonId] = frozenset()
    proven: bool = False
    trouble: str = ""
    candidates: tuple[Candidate, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    tied: bool = False
    since: Seconds | None = None
    moved: bool = False

    @property
    def candidate(self) -> Candidate | None:
        """The candidate whose address is shown, None where it was given or there is none."""
        return next((one for one in self.candidates if one.address == self.address), None)

    def waited(self, now: Moment) -> Seconds | None:
        """Return how long the address has waited for its first phone; None where none is waited for."""
        if not self.running or self.proven or self.since is None or self.address == NOT_FOR_PHONES:
            return None
        return Seconds(max(0.0, now.boot - self.since))

    def wants_help(self, now: Moment) -> bool:
        """Tell whether the first phone is late."""
        waited = self.waited(now)
        return waited is not None and waited >= HELP_AFTER
