"""How people come into a session, for papers that are printed before its room is open."""

from workshop_desk.domain.network import NOT_FOR_PHONES, NetworkState
from workshop_desk.domain.settings import Settings
from workshop_desk.exports.entrance import Entrance
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import join_url
from workshop_desk.phones.ports import PORTS


def entrance_now(network: NetworkState, settings: Settings) -> Entrance:
    """Return what phones are told now; no address where the room is closed or there is no network."""
    if not network.running or network.address in {"", NOT_FOR_PHONES}:
        return Entrance(wifi=settings.wifi)
    return Entrance(network.url, f"{network.address}:{network.port}", settings.wifi)


def entrance_to_come(code: str, settings: Settings, lookout: Lookout | None = None) -> Entrance:
    """Return what phones would be told if the room opened now; asking the system may take seconds."""
    lookout = lookout or Lookout()
    lookout.look()
    lookout.ask_names()
    _, address = lookout.show(NetworkState(), settings.network_choices, "")
    if not address:
        return Entrance(wifi=settings.wifi)
    port = PORTS[0]
    return Entrance(join_url(address, port, code), f"{address}:{port}", settings.wifi)
