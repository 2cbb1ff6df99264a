"""The firewall of Windows: which profile the network has, and what the rules say of this program.

Whoever once pressed Cancel when Windows asked is never asked again, and has a rule that blocks: it has
to go before another one helps. The rule is for the program, not for a port.
"""

import json
from typing import Any

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.phones.network_names import IN_UTF8, POWERSHELL, Run

NAME = "Windows"
_RULE = "Workshop Desk"
_ALLOW, _BLOCK = 2, 4
_BITS = {0: 4, 1: 2, 2: 1}
"""From the category of a network (public, private, of a domain) to the bit of its profile in rules."""
_PROFILES = {4: "Public", 2: "Private", 1: "Domain"}
_PUBLIC = 0
_LOOK = (
    "$r = Get-NetFirewallApplicationFilter -Program '{program}' -ErrorAction SilentlyContinue | "
    "Get-NetFirewallRule | Where-Object {{ $_.Direction -eq 'Inbound' -and $_.Enabled -eq 'True' }} | "
    "Select-Object @{{n='Action';e={{[int]$_.Action}}}}, @{{n='Profile';e={{[int]$_.Profile}}}}; "
    "$p = Get-NetFirewallProfile | Select-Object Name, @{{n='Enabled';e={{[int]$_.Enabled}}}}; "
    "$n = Get-NetConnectionProfile | Select-Object InterfaceAlias, "
    "@{{n='Category';e={{[int]$_.NetworkCategory}}}}; "
    "@{{rules=@($r); profiles=@($p); networks=@($n)}} | ConvertTo-Json -Depth 3 -Compress"
)


def check(program: str, adapter: str, ask: Run) -> Firewall:
    """Return what the firewall of Windows does with phones that come by an adapter."""
    look = _LOOK.format(program=program.replace("'", "''"))
    return read(ask((*POWERSHELL, IN_UTF8 + look)), program, adapter)


def read(said: str, program: str, adapter: str) -> Firewall:
    """Return what Windows said as JSON about rules, profiles and networks."""
    try:
        facts = json.loads(said)
        rules, profiles, networks = (_rows(facts[key]) for key in ("rules", "profiles", "networks"))
        category = _category(networks, adapter)
        bit = _BITS[category]
        on = {str(one["Name"]): int(one["Enabled"]) for one in profiles}
        ours = [
            int(one["Action"]) for one in rules if not int(one["Profile"]) or int(one["Profile"]) & bit
        ]
    except (ValueError, KeyError, TypeError):
        return _with_help(Verdict.UNSURE, program, public=None, blocked=True)
    public = category == _PUBLIC
    if not on.get(_PROFILES[bit], 1):
        return Firewall(Verdict.ABSENT, NAME, public=public)
    blocked = _BLOCK in ours
    if _ALLOW in ours and not blocked:
        return Firewall(Verdict.OPEN, NAME, public=public)
    return _with_help(Verdict.CLOSED, program, public=public, blocked=blocked)


def _with_help(verdict: Verdict, program: str, *, public: bool | None, blocked: bool) -> Firewall:
    command = rule_command(program, public=bool(public), blocked=blocked)
    # A cmd of its own, started as the administrator: Windows asks, and that question is the consent.
    inside = f'/c "{command}"'.replace("'", "''")
    start = f"Start-Process cmd -Verb RunAs -WindowStyle Hidden -Wait -ArgumentList '{inside}'"
    return Firewall(verdict, NAME, command, (*POWERSHELL, start), public)


def rule_command(program: str, *, public: bool, blocked: bool) -> str:
    """Return what an administrator types: the rule for this program, after the one that blocks it."""
    firewall = "netsh advfirewall firewall"
    where = "private,domain,public" if public else "private,domain"
    add = (
        f'{firewall} add rule name="{_RULE}" dir=in action=allow program="{program}" '
        f"profile={where} enable=yes"
    )
    return f'{firewall} delete rule name=all dir=in program="{program}" & {add}' if blocked else add


def _category(networks: list[dict[str, Any]], adapter: str) -> int:
    """Return the category of the adapter's network; unless it is known, the strictest of those there."""
    of_adapter = [int(one["Category"]) for one in networks if one["InterfaceAlias"] == adapter]
    return min(of_adapter or [int(one["Category"]) for one in networks] or [_PUBLIC])


def _rows(found: object) -> list[dict[str, Any]]:
    """Return rows that may be one, several or none: PowerShell makes a difference there."""
    listed = found if isinstance(found, list) else [found]
    return [one for one in listed if isinstance(one, dict)]
