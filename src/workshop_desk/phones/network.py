"""Where phones reach this laptop: its addresses, the one to show, and what the QR code holds."""

import ipaddress
import socket
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import fcntl

LOOPBACK = "127.0.0.1"

# Interfaces of virtual machines, containers and tunnels: no phone is behind them.
_VIRTUAL = (
    "lo", "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "vmware", "virtualbox",
    "podman", "cni", "flannel", "lxc", "lxd", "tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale",
    "zt", "ham",
)  # fmt: skip
_HOTSPOT = "bridge100"
_HOTSPOT_NETWORKS = (ipaddress.ip_network("192.168.137.0/24"), ipaddress.ip_network("10.42.0.0/16"))
_SYS = Path("/sys/class/net")
_GET_ADDRESS = 0x8915 if sys.platform == "linux" else 0xC0206921
_SOMEWHERE_PRIVATE = ("10.255.255.255", 9)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An IPv4 address of this laptop and the interface that has it."""

    name: str
    address: str
    wireless: bool = False


def own_address() -> str:
    """Return the address to show to phones; the loopback address where there is no network."""
    return choose(candidates()) or _towards_private() or LOOPBACK


def choose(found: Iterable[Candidate]) -> str:
    """Return the best address: a hotspot of ours, then Wi-Fi, then cable; '' for none."""
    usable = [one for one in found if _usable(one)]
    return max(usable, key=_score).address if usable else ""


def join_url(address: str, port: int, code: str) -> str:
    """Return what the QR code holds: capitals only, so that it stays small."""
    return f"HTTP://{address}:{port}/J/{code}".upper()


def candidates() -> tuple[Candidate, ...]:
    """Return the IPv4 addresses of this laptop, in the system's order."""
    if sys.platform == "win32":
        return tuple(Candidate("", address) for address in _addresses_by_name())
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        for _, name in socket.if_nameindex():
            if address := _address_of(asker, name):
                found.append(Candidate(name, address, (_SYS / name / "wireless").exists()))
    return tuple(found)


def _address_of(asker: socket.socket, name: str) -> str:
    request = struct.pack("256s", name.encode()[:15])
    try:
        answer = fcntl.ioctl(asker.fileno(), _GET_ADDRESS, request)
    except OSError:  # no address, or gone since we listed it
        return ""
    return socket.inet_ntoa(answer[20:24])


def _addresses_by_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return []
    return [str(entry[4][0]) for entry in found]


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
    name = one.name.lower()
    return _is_hotspot(one) or not name.startswith(_VIRTUAL)


def _is_hotspot(one: Candidate) -> bool:
    address = ipaddress.ip_address(one.address)
    hosts = any(address in network for network in _HOTSPOT_NETWORKS) and one.address.endswith(".1")
    return hosts or one.name == _HOTSPOT


def _score(one: Candidate) -> tuple[bool, bool, bool]:
    return _is_hotspot(one), one.wireless, ipaddress.ip_address(one.address).is_private
