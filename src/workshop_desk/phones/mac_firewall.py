"""The application firewall of macOS; its program speaks English in every language."""

import re

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.phones.network_names import Run

NAME = "macOS"
TOOL = "/usr/libexec/ApplicationFirewall/socketfilterfw"
_STATE = re.compile(r"State = (\d)")
_ALL_BLOCKED = 2


def check(program: str, ask: Run) -> Firewall:
    """Return what the firewall of macOS does with connections to this program."""
    state = ask((TOOL, "--getglobalstate"))
    if is_off(state):
        return Firewall(Verdict.ABSENT, NAME)
    all_blocked = blocks_all(state, ask((TOOL, "--getblockall")))
    verdict = Verdict.CLOSED if all_blocked else read(ask((TOOL, "--getappblocked", program)))
    if verdict is Verdict.OPEN:
        return Firewall(verdict, NAME)
    steps = [f'{TOOL} --add "{program}"', f'{TOOL} --unblockapp "{program}"']
    if all_blocked:
        steps.insert(0, f"{TOOL} --setblockall off")
    script = " && ".join(steps).replace("\\", "\\\\").replace('"', '\\"')
    repair = ("osascript", "-e", f'do shell script "{script}" with administrator privileges')
    return Firewall(verdict, NAME, " && ".join(f"sudo {step}" for step in steps), repair)


def is_off(state: str) -> bool:
    """Tell whether the firewall is off, from `--getglobalstate`; without an answer it may be on."""
    found = _STATE.search(state)
    return found is not None and found.group(1) == "0"


def blocks_all(state: str, block_all: str) -> bool:
    """Tell whether everything is blocked, from `--getglobalstate` and `--getblockall`."""
    found = _STATE.search(state)
    of_state = found is not None and int(found.group(1)) == _ALL_BLOCKED
    return of_state or re.search(r"block all.*enabled", block_all, re.IGNORECASE) is not None


def read(app: str) -> Verdict:
    """Return what `--getappblocked` says of a program."""
    if re.search(r"\bpermitted\b|\ballowed\b", app):
        return Verdict.OPEN
    # Not listed yet: macOS asks when the first phone comes, or lets signed programs in by itself.
    return Verdict.CLOSED if re.search(r"\bblocked\b", app) else Verdict.UNSURE
