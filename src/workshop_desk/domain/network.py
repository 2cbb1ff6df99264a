"""Where phones reach the laptop, as the faces show it."""

from dataclasses import dataclass

from workshop_desk.domain.units import PersonId


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The phones' server at one moment; everything empty while no session is open.

    `address` is the laptop's IP address as text, `url` what the QR holds (capitals). `connected`
    counts pages that listen now, `awake` whose they are; `proven`: a device other than this laptop
    has loaded the page. `trouble` is a code of `base.trouble`, '' while all is well.
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
