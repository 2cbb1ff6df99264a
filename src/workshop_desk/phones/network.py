"""Where phones reach this laptop: its addresses, the one to show, and what the QR code holds."""

import ipaddress
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

LOOPBACK = "127.0.0.1"

# Interfaces of virtual machines, containers and tunnels: no phone is behind them.
_VIRTUAL = (
    "lo", "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "vmware", "virtualbox",
    "podman", "cni", "flannel", "lxc", "lxd", "tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale",
    "zt", "ham", "awdl", "llw", "openvpn", "nordlynx", "proton", "cloudflare", "bluetooth",
)  # fmt: skip
# How systems name what is wireless; Linux says it better itself.
_WIRELESS = ("wl", "wi-fi", "wifi", "en0" if sys.platform == "darwin" else "wl")
_HOTSPOT = "bridge100"
_HOTSPOT_ADAPTER = "local area connection* "
_HOTSPOT_NETWORKS = (ipaddress.ip_network("192.168.137.0/24"), ipaddress.ip_network("10.42.0.0/16"))
_SYS = Path("/sys/class/net")
_SOMEWHERE_PRIVATE = ("10.255.255.255", 9)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An IPv4 address of this laptop and the interface that has it.

    One that is `direct` leads to a single other machine, as the tunnels of a VPN do.
    """

    name: str
    address: str
    wireless: bool = False
    direct: bool = False


def own_address() -> str:
    """Return the address to show to phones; '' where there is no network that they could share."""
    return choose(candidates()) or _towards_private()


def choose(found: Iterable[Candidate]) -> str:
    """Return the best address: a hotspot of ours, then Wi-Fi, then cable; '' for none."""
    usable = [one for one in found if _usable(one)]
    return max(usable, key=_score).address if usable else ""


def join_url(address: str, port: int, code: str) -> str:
    """Return what the QR code holds: capitals only, so that it stays small."""
    return f"HTTP://{address}:{port}/J/{code}".upper()


def candidates() -> tuple[Candidate, ...]:
    """Return the IPv4 addresses of this laptop's interfaces that are up, in the system's order."""
    stats = psutil.net_if_stats()
    return tuple(
        Candidate(name, entry.address, _is_wireless(name), "pointopoint" in stats[name].flags.split(","))
        for name, entries in psutil.net_if_addrs().items()
        if name in stats and stats[name].isup
        for entry in entries
        if entry.family == socket.AF_INET
    )


def _is_wireless(name: str) -> bool:
    return (_SYS / name / "wireless").exists() or name.lower().startswith(_WIRELESS)


def _towards_private() -> str:
    """Return the address that a packet to a private network would leave from; none is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        try:
            asker.connect(_SOMEWHERE_PRIVATE)
        except OSError:
            return ""
        address = str(asker.getsockname()[0])
    return address if _usable(Candidate("", address)) else ""


def _usable(one: Candidate) -> bool:
    address = ipaddress.ip_address(one.address)
    if address.is_loopback or address.is_link_local or address.is_unspecified:
        return False
    return _is_hotspot(one) or not (one.direct or one.name.lower().startswith(_VIRTUAL))


def _is_hotspot(one: Candidate) -> bool:
    address = ipaddress.ip_address(one.address)
    hosts = any(address in network for network in _HOTSPOT_NETWORKS) and one.address.endswith(".1")
    return hosts or one.name == _HOTSPOT or one.name.lower().startswith(_HOTSPOT_ADAPTER)


def _score(one: Candidate) -> tuple[bool, bool, bool]:
    return _is_hotspot(one), one.wireless, ipaddress.ip_address(one.address).is_private
