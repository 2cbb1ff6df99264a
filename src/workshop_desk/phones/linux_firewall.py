"""The firewalls of Linux: ufw, firewalld, or bare rules of nftables; whichever is at work.

Only root may read most of their rules. What can be known without is told, the rest is said to be unsure.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.phones.network_names import Run

_UFW_FILE = "/etc/ufw/ufw.conf"
_RANGE = re.compile(r"(\d+)(?:[:-](\d+))?(?:/(tcp|udp))?")
_INPUT = re.compile(r"hook input([^\n]*)\n(.*?)^\s*\}\s*$", re.MULTILINE | re.DOTALL)
_STOPS = re.compile(r"^\s*(?:counter [^\n]*)?(?:drop|reject)\b", re.MULTILINE)
_ACCEPTED = re.compile(r"tcp dport (\{[^}]*\}|[\d-]+)[^\n]*accept")

Read = Callable[[str], str]
"""Returns what a file says, '' where it may not be read."""


def file_text(path: str) -> str:
    """Return what a file says, '' where it may not be read."""
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def check(
    port: int,
    adapter: str,
    ask: Run,
    read_file: Read = file_text,
    find: Callable[[str], str | None] = shutil.which,
) -> Firewall:
    """Return what the firewall that is at work does with phones."""
    by_password = ("pkexec",) if find("pkexec") else ()
    said = ask(("ufw", "status", "verbose"))
    ufw = read_ufw(said, port) if said else unread_ufw(read_file(_UFW_FILE))
    if ufw is not Verdict.ABSENT:
        return _told(ufw, "ufw", ("ufw", "allow", f"{port}/tcp"), by_password)
    if ask(("firewall-cmd", "--state")).strip() == "running":
        zone = ask(("firewall-cmd", f"--get-zone-of-interface={adapter}")).strip()
        zone = zone or ask(("firewall-cmd", "--get-default-zone")).strip() or "public"
        verdict = read_firewalld(ask(("firewall-cmd", f"--zone={zone}", "--list-all")), port)
        opening = ("firewall-cmd", f"--zone={zone}", f"--add-port={port}/tcp")
        return _told(verdict, "firewalld", opening, by_password)
    verdict = read_nft(ask(("nft", "list", "ruleset")), port)
    # Where a rule belongs in somebody's own set of rules only they know: no command of ours.
    return Firewall(verdict, "" if verdict is Verdict.ABSENT else "nftables")


def read_ufw(said: str, port: int) -> Verdict:
    """Return what `ufw status verbose` says of a port."""
    if not re.search(r"^Status: active", said, re.MULTILINE):
        return Verdict.ABSENT
    for line in said.splitlines():
        parts = re.split(r"\s{2,}", line.strip())
        if len(parts) > 1 and _covers(parts[0], port):
            return Verdict.OPEN if parts[1].startswith(("ALLOW", "LIMIT")) else Verdict.CLOSED
    return (
        Verdict.OPEN
        if re.search(r"^Default: allow \(incoming\)", said, re.MULTILINE)
        else Verdict.CLOSED
    )


def unread_ufw(settings: str) -> Verdict:
    """Return what the settings of ufw tell when its rules may not be read."""
    return Verdict.UNSURE if re.search(r"^ENABLED=yes", settings, re.MULTILINE) else Verdict.ABSENT


def read_firewalld(said: str, port: int) -> Verdict:
    """Return what `firewall-cmd --list-all` says of a port in one zone."""
    if not said.strip():
        return Verdict.UNSURE
    facts = dict(re.findall(r"^\s*([a-z-]+): ?(.*)$", said, re.MULTILINE))
    if facts.get("target", "") == "ACCEPT":
        return Verdict.OPEN
    ports = facts.get("ports", "").split()
    return Verdict.OPEN if any(_covers(one, port) for one in ports) else Verdict.CLOSED


def read_nft(said: str, port: int) -> Verdict:
    """Return what the rules of nftables, if they may be read, do with a port."""
    for head, rules in _INPUT.findall(said):
        if "policy drop" not in head and not _STOPS.search(rules):
            continue
        ports = re.findall(r"\d+(?:-\d+)?", " ".join(_ACCEPTED.findall(rules)))
        if not any(_covers(one, port) for one in ports):
            return Verdict.CLOSED
    return Verdict.OPEN if said.strip() else Verdict.ABSENT


def _told(
    verdict: Verdict, name: str, opening: tuple[str, ...], by_password: tuple[str, ...]
) -> Firewall:
    if verdict is Verdict.OPEN:
        return Firewall(verdict, name)
    repair = (*by_password, *opening) if by_password else ()
    return Firewall(verdict, name, " ".join(("sudo", *opening)), repair)


def _covers(text: str, port: int) -> bool:
    """Tell whether '8080', '8000:8100/tcp' or 'Anywhere' speaks of a port of TCP."""
    if text.startswith("Anywhere"):
        return True
    found = _RANGE.fullmatch(text.removesuffix(" (v6)"))
    if found is None or found.group(3) == "udp":
        return False
    first = int(found.group(1))
    return first <= port <= int(found.group(2) or first)
