"""Which of this laptop's adapters phones may be behind, and what the QR code holds.

IPv4 only. An IPv6 address would do where a network has nothing else, but it makes the code half as large
again, many phones cannot type it, and systems change theirs by the hour: such a network is said to be
left out, and why. Link-local addresses never leave their own cable.
"""

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshop_desk.domain.network import NOT_FOR_PHONES, Candidate, LeftOut, NetworkKind
from workshop_desk.phones.adapters import Adapter

LOOPBACK = NOT_FOR_PHONES

_TUNNELS = (
    "tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale", "zt", "zerotier", "ham", "openvpn",
    "nordlynx", "nordtun", "proton", "mullvad", "cloudflare", "wireguard", "nebula", "gpd", "cscotun",
    "anyconnect", "forticlient", "fortissl", "pangp", "vpn", "outline", "windscribe", "surfshark",
    "expressvpn",
)  # fmt: skip
# What connects a machine to itself or to what runs inside it, or only passes files to a neighbour.
_VIRTUAL = (
    "docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vethernet", "vmware", "virtualbox", "podman",
    "cni", "flannel", "cali", "lxc", "lxd", "incus", "mpqemu", "waydroid", "anbox", "vnet", "vnic",
    "awdl", "llw", "anpi", "ap1", "dummy", "ifb", "sit", "gre", "gif", "stf", "bluetooth", "pan", "bnep",
    "parallels", "npcap", "hyper-v", "kube", "teredo", "isatap", "xhc",
)  # fmt: skip
_LOOPBACK = re.compile(r"lo\d*|loopback.*", re.IGNORECASE)
# First bytes of addresses that only a VPN gives itself: Cisco's, OpenVPN's tap, Palo Alto's, Fortinet's.
_TUNNEL_MACS = ("00:05:9a", "00:ff:", "02:50:41", "00:09:0f:fe", "00:09:0f:aa")

# Windows gives its own hotspot an adapter called "Local Area Connection* 2", in each language its own.
_SHARED_BY_WINDOWS = re.compile(r".+\* ?\d+")
_SHARED_BY_MAC = re.compile(r"bridge1\d\d")
_HOTSPOT_NETWORKS = (ipaddress.ip_network("192.168.137.0/24"), ipaddress.ip_network("10.42.0.0/16"))
# macOS bridges virtual machines by the same kind of adapter that shares its internet.
_MACHINES_OF_MAC = tuple(
    ipaddress.ip_network(one) for one in ("192.168.64.0/20", "10.211.55.0/24", "10.37.129.0/24")
)


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates among the adapters, and why the others are none."""

    candidates: tuple[Candidate, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """What the system calls the networks: by adapter; `wireless` names adapters known to be, if told."""

    networks: Mapping[str, str]
    wireless: frozenset[str] | None = None


NOTHING_NAMED = Named({})


def sort_out(adapters: Iterable[Adapter], named: Named = NOTHING_NAMED) -> Found:
    """Return what phones may be behind, and count what they are not."""
    candidates: dict[str, Candidate] = {}
    left_out = []
    for one in adapters:
        address = _address(one)
        why = _why_not(one, address)
        if why is None:
            made = Candidate(
                address, _kind(one, address, named), named.networks.get(one.name, ""), one.name
            )
            # Of two ways into the same network one is enough, and could not be told from the other.
            why = LeftOut.TWIN if candidates.setdefault(made.identity, made) is not made else None
        if why is not None and not _of_no_interest(one):
            left_out.append(why)
    return Found(tuple(candidates.values()), tuple(left_out))


def join_url(address: str, port: int, code: str) -> str:
    """Return what the QR code holds: capitals only, so that it stays small."""
    return f"HTTP://{address}:{port}/J/{code}".upper()


def test_url(address: str, port: int) -> str:
    """Return what a code holds that only tries whether a phone gets here."""
    return f"HTTP://{address}:{port}/TEST"


def _address(one: Adapter) -> str:
    """Return the address of an adapter that others can use, a private one first; '' for none."""
    useful = [text for text in one.addresses if _leads_out(text)]
    return next((text for text in useful if ipaddress.ip_address(text).is_private), (*useful, "")[0])


def _leads_out(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return not (
        address.is_loopback or address.is_link_local or address.is_unspecified or address.is_multicast
    )


def _why_not(one: Adapter, address: str) -> LeftOut | None:
    name = one.name.lower()
    if _hosts(one, address):
        return None
    if one.direct or name.startswith(_TUNNELS) or one.mac.startswith(_TUNNEL_MACS):
        return LeftOut.VPN
    if name.startswith(_VIRTUAL) or _SHARED_BY_MAC.fullmatch(name):
        return LeftOut.VIRTUAL
    if not address:
        return LeftOut.ONLY_V6 if one.six else LeftOut.EMPTY
    return None


def _of_no_interest(one: Adapter) -> bool:
    """Tell whether nobody knows of an adapter: the machine itself, and what lies idle or in parts."""
    if _LOOPBACK.fullmatch(one.name) or not (one.addresses or one.six):
        return True
    unused = not any(_leads_out(text) for text in one.addresses)
    return unused and (_inside(one) or _SHARED_BY_WINDOWS.fullmatch(one.name) is not None)


def _inside(one: Adapter) -> bool:
    return one.name.lower().startswith((*_VIRTUAL, *_TUNNELS))


def _kind(one: Adapter, address: str, named: Named) -> NetworkKind:
    if _hosts(one, address):
        return NetworkKind.HOTSPOT
    wireless = one.wireless if named.wireless is None else one.name in named.wireless
    return NetworkKind.WIFI if wireless else NetworkKind.CABLE


def _hosts(one: Adapter, address: str) -> bool:
    """Tell whether the laptop itself is the hotspot here."""
    if not address or _inside(one):
        return False  # some clusters of containers use the very network that hotspots do
    known = ipaddress.ip_address(address)
    if any(known in network for network in _HOTSPOT_NETWORKS) and address.endswith(".1"):
        return True
    if _SHARED_BY_MAC.fullmatch(one.name):
        return not any(known in network for network in _MACHINES_OF_MAC)
    return _SHARED_BY_WINDOWS.fullmatch(one.name) is not None
