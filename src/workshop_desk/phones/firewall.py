"""Whether this laptop's firewall lets phones in, and how to open it; each system in its own way.

Not for the GUI's thread nor the server's: some systems think about it for seconds.
"""

import subprocess
import sys
from functools import partial

import psutil

from workshop_desk.domain.firewall import Firewall
from workshop_desk.phones import linux_firewall, mac_firewall, windows_firewall
from workshop_desk.phones.network_names import NO_WINDOW, Run, run

PATIENCE = 12.0
"""Seconds for one question to the firewall; PowerShell alone may take three to wake up."""
CONSENT = 90.0
"""Seconds for someone to find and type the administrator's password."""

_slowly = partial(run, patience=PATIENCE)


def check_firewall(port: int, adapter: str, ask: Run = _slowly, system: str = sys.platform) -> Firewall:
    """Return what the firewall does with phones that come to a port by an adapter."""
    if system == "win32":
        return windows_firewall.check(this_program(), adapter, ask)
    if system == "darwin":
        return mac_firewall.check(this_program(), ask)
    return linux_firewall.check(port, adapter, ask)


def repair_firewall(found: Firewall) -> bool:
    """Open the firewall as was found; the system asks for consent. Tells whether that went well."""
    if not found.repair:
        return False
    try:
        ended = subprocess.run(  # noqa: S603 - the very words that were shown
            found.repair,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=CONSENT,
            check=False,
            creationflags=NO_WINDOW if sys.platform == "win32" else 0,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def this_program() -> str:
    """Return the file that listens for phones; in a virtual environment that is not the one started."""
    return str(psutil.Process().exe())
