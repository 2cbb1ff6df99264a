"""What this laptop is plugged into: its adapters as the system tells them, for every system the same."""

import socket
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

_SYS = Path("/sys/class/net")
_ALONE = ("255.255.255.255", "255.255.255.254")
"""Netmasks of a line to a single other machine, as the tunnels of a VPN have on Windows."""
_WIRELESS = ("wl", "wi-fi", "wifi", "wireless", "drahtlos", "sans fil", "airport")
"""How systems name what is wireless; Linux says it better itself."""


@dataclass(frozen=True, slots=True)
class Adapter:
    """An adapter that is up: the system's name of it, and its IPv4 addresses in the system's order.

    One that is `direct` leads to a single other machine, as the tunnels of a VPN do. `six`: it has an
    IPv6 address that is more than link-local. `mac` is in small letters with colons, '' for none.
    """

    name: str
    addresses: tuple[str, ...] = ()
    wireless: bool = False
    direct: bool = False
    six: bool = False
    mac: str = ""


def adapters() -> tuple[Adapter, ...]:
    """Return the adapters of this laptop that are up, in the system's order."""
    stats = psutil.net_if_stats()
    found = []
    for name, entries in psutil.net_if_addrs().items():
        if name not in stats or not stats[name].isup:
            continue
        four = [entry for entry in entries if entry.family == socket.AF_INET]
        six = [entry.address.lower() for entry in entries if entry.family == socket.AF_INET6]
        macs = [entry.address for entry in entries if entry.family == psutil.AF_LINK]
        flags = stats[name].flags.split(",")
        found.append(
            Adapter(
                name,
                tuple(entry.address for entry in four),
                wireless=_is_wireless(name),
                direct="pointopoint" in flags or any(entry.netmask in _ALONE for entry in four),
                six=any(not one.startswith(("fe80", "::1")) for one in six),
                mac=macs[0].lower().replace("-", ":") if macs else "",
            )
        )
    return tuple(found)


def _is_wireless(name: str) -> bool:
    usual = (*_WIRELESS, "en0") if sys.platform == "darwin" else _WIRELESS
    return (_SYS / name / "wireless").exists() or name.lower().startswith(usual)
