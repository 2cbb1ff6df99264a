"""What the networks are called: asked of each system's own programs, read without knowing its language.

Without the program, or without an answer in time, a network has no name: the desk then says "Wi-Fi".
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.network import Named

PATIENCE = 3.0
"""Seconds for one program; nobody but a thread of its own waits for it."""

Run = Callable[[Sequence[str]], str]
"""Runs a program and returns what it printed, '' where there is none or it failed."""

POWERSHELL = ("powershell", "-NoProfile", "-NonInteractive", "-Command")
IN_UTF8 = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; "
PROFILES = (
    IN_UTF8 + "Get-NetConnectionProfile | Select-Object Name, InterfaceAlias, "
    "@{n='Category';e={[int]$_.NetworkCategory}} | ConvertTo-Json -Compress"
)
NO_WINDOW = 0x0800_0000
_HIDDEN = "<redacted>"
"""What macOS says instead of a name to programs that may not know where it is."""
_PAIR = re.compile(r"^\s*([^:]+?)\s*:\s?(.*?)\s*$")
_PORT = re.compile(r"^Hardware Port: (.*)\nDevice: (\S+)", re.MULTILINE)
_CURRENT = re.compile(r"^[^:\n]+: (.+)$")


def run(command: Sequence[str], patience: float = PATIENCE) -> str:
    """Run a program of the system; its trouble is no trouble of ours."""
    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        ended = subprocess.run(  # noqa: S603 - our own words only
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            creationflags=NO_WINDOW if sys.platform == "win32" else 0,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return decoded(ended.stdout)


def decoded(said: bytes) -> str:
    """Return what a program printed; old ones of Windows write in the code page of their country."""
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode("oem" if sys.platform == "win32" else "cp850", errors="replace")


def network_names(adapters: Sequence[Adapter], ask: Run = run, system: str = sys.platform) -> Named:
    """Return what the networks behind the adapters are called; takes as long as the system needs."""
    if system == "win32":
        return Named({**profile_names(ask((*POWERSHELL, PROFILES))), **netsh_names(ask(_NETSH))})
    if system == "darwin":
        return _on_mac(adapters, ask)
    return _on_linux(adapters, ask)


_NETSH = ("netsh", "wlan", "show", "interfaces")


def _on_mac(adapters: Sequence[Adapter], ask: Run) -> Named:
    ports = hardware_ports(ask(("networksetup", "-listallhardwareports")))
    wireless = frozenset(device for device, port in ports.items() if port in ("Wi-Fi", "AirPort"))
    names = {}
    for one in adapters:
        if one.name in wireless and one.addresses:
            names[one.name] = summary_name(ask(("ipconfig", "getsummary", one.name))) or airport_name(
                ask(("networksetup", "-getairportnetwork", one.name))
            )
    return Named({device: name for device, name in names.items() if name}, wireless if ports else None)


def _on_linux(adapters: Sequence[Adapter], ask: Run) -> Named:
    names = nmcli_connections(ask(("nmcli", "-t", "-f", "DEVICE,TYPE,CONNECTION", "device")))
    wireless = [one.name for one in adapters if one.wireless and one.addresses]
    heard: dict[str, str] = {}
    for name in wireless:
        if said := ask(("iwgetid", name, "-r")).strip("\r\n"):
            heard[name] = said
    if len(heard) < len(wireless):
        # Without a new search of the air, which would take seconds and slow the network down.
        listed = ("nmcli", "-t", "-f", "ACTIVE,DEVICE,SSID", "device", "wifi", "list", "--rescan", "no")
        heard = {**nmcli_networks(ask(listed)), **heard}
    return Named({**names, **heard})


def netsh_names(said: str) -> dict[str, str]:
    """Return the Wi-Fi networks of `netsh wlan show interfaces`, whatever language it speaks.

    Each adapter's block begins with its name and has one line called SSID in every language.
    """
    names: dict[str, str] = {}
    for block in re.split(r"\r?\n\s*\r?\n", said):
        pairs = [found.groups() for line in block.splitlines() if (found := _PAIR.match(line))]
        ssid = next((value for key, value in pairs if key.upper() == "SSID"), "")
        # The line above the first may be a title that ends in a colon.
        adapter = next((value for _key, value in pairs if value), "")
        if ssid and adapter and adapter != ssid:
            names[adapter] = ssid
    return names


def profile_names(said: str) -> dict[str, str]:
    """Return the networks that Windows knows, by adapter, from its list of connection profiles."""
    return {str(one["InterfaceAlias"]): str(one["Name"]) for one in profiles(said) if one.get("Name")}


def profiles(said: str) -> list[dict[str, str | int]]:
    """Return the connection profiles that PowerShell wrote as JSON: one, several or none."""
    try:
        read = json.loads(said) if said.strip() else []
    except ValueError:
        return []
    listed = read if isinstance(read, list) else [read]
    return [
        one for one in listed if isinstance(one, dict) and isinstance(one.get("InterfaceAlias"), str)
    ]


def hardware_ports(said: str) -> dict[str, str]:
    """Return what each device of a Mac is, from `networksetup -listallhardwareports`."""
    return {device: port for port, device in _PORT.findall(said)}


def airport_name(said: str) -> str:
    """Return the network of `networksetup -getairportnetwork`: after the colon of its sentence."""
    found = _CURRENT.match(said.strip())
    return found.group(1) if found else ""


def summary_name(said: str) -> str:
    """Return the network of `ipconfig getsummary`, unless macOS keeps it to itself."""
    for line in said.splitlines():
        found = _PAIR.match(line)
        if found and found.group(1) == "SSID":
            return "" if found.group(2) == _HIDDEN else found.group(2)
    return ""


def nmcli_connections(said: str) -> dict[str, str]:
    """Return the names of connections by device; those of Wi-Fi are mostly the network's own."""
    rows = (_fields(line) for line in said.splitlines())
    return {
        row[0]: row[2]
        for row in rows
        if len(row) == 3 and row[1] in ("wifi", "ethernet") and row[2]  # noqa: PLR2004
    }


def nmcli_networks(said: str) -> dict[str, str]:
    """Return the Wi-Fi network of each device that has one."""
    rows = (_fields(line) for line in said.splitlines())
    return {row[1]: row[2] for row in rows if len(row) == 3 and row[0] == "yes" and row[2]}  # noqa: PLR2004


def _fields(line: str) -> list[str]:
    """Return the fields of a terse line: parted by colons, where those of a field have a backslash."""
    return [re.sub(r"\\(.)", r"\1", one) for one in re.split(r"(?<!\\):", line)]
