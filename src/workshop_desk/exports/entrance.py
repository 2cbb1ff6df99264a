"""How people come in: what a poster holds besides the session."""

from dataclasses import dataclass

from workshop_desk.domain.wifi import Wifi


@dataclass(frozen=True, slots=True)
class Entrance:
    """What the session's code holds and the address in text, both '' while no network is known."""

    url: str = ""
    address: str = ""
    wifi: Wifi = Wifi()
