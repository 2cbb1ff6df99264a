"""What the firewalls of each system say, and the exact words that open them."""

import json
import sys
from collections.abc import Callable, Sequence

import pytest

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.phones import linux_firewall as linux
from workshop_desk.phones import mac_firewall as mac
from workshop_desk.phones import windows_firewall as windows
from workshop_desk.phones.firewall import check_firewall, repair_firewall, this_program

OPEN, CLOSED, UNSURE, ABSENT = Verdict
EXE = r"C:\Program Files\Workshop Desk\workshop-desk.exe"


def says(programs: dict[str, str]) -> Callable[[Sequence[str]], str]:
    """Return a way to ask that knows what a command beginning with these words prints."""

    def ask(command: Sequence[str]) -> str:
        line = " ".join(command)
        return next((said for start, said in programs.items() if line.startswith(start)), "")

    return ask


def windows_says(rules: object, category: int, on: int = 1, adapter: str = "Wi-Fi") -> str:
    profiles = [{"Name": name, "Enabled": on} for name in ("Domain", "Private", "Public")]
    networks = [
        {"InterfaceAlias": adapter, "Category": category},
        {"InterfaceAlias": "vEthernet (WSL)", "Category": 2},
    ]
    return json.dumps({"rules": rules, "profiles": profiles, "networks": networks})


ADD = (
    'netsh advfirewall firewall add rule name="Workshop Desk" dir=in action=allow '
    f'program="{EXE}" profile=private,domain enable=yes'
)
PUBLIC = ADD.replace("private,domain", "private,domain,public")
DELETE = f'netsh advfirewall firewall delete rule name=all dir=in program="{EXE}" & '
ALLOW, BLOCK = {"Action": 2, "Profile": 0}, {"Action": 4, "Profile": 6}


@pytest.mark.parametrize(
    ("said", "verdict", "public", "command"),
    [
        (windows_says([ALLOW], 1), OPEN, False, ""),
        (windows_says(ALLOW, 0), OPEN, True, ""),  # a single row, as older PowerShells write it
        (windows_says([{"Action": 2, "Profile": 2}], 0), CLOSED, True, PUBLIC),
        (windows_says([{"Action": 2, "Profile": 3}], 2), OPEN, False, ""),
        (windows_says([], 1), CLOSED, False, ADD),
        (windows_says(None, 1), CLOSED, False, ADD),
        (windows_says([ALLOW, BLOCK], 0), CLOSED, True, DELETE + PUBLIC),
        (windows_says([BLOCK], 2), CLOSED, False, ADD),
        (windows_says([], 1, on=0), ABSENT, False, ""),
        (windows_says([ALLOW], 1, adapter="Wi-Fi 2"), OPEN, False, ""),
        ("", UNSURE, None, DELETE + ADD),
        ("Get-NetFirewallProfile : Access denied", UNSURE, None, DELETE + ADD),
        ('{"rules": [], "profiles": []}', UNSURE, None, DELETE + ADD),
    ],
)
def test_windows_with_its_profiles_and_rules(
    said: str, verdict: Verdict, public: bool | None, command: str
) -> None:
    found = windows.read(said, EXE, "Wi-Fi")
    assert (found.verdict, found.public, found.command) == (verdict, public, command)
    assert found.stands_in_the_way is bool(found.repair) is bool(command)
    if command:
        assert found.repair[0] == "powershell"
        assert command in found.repair[-1]
        assert "-Verb RunAs" in found.repair[-1]


def test_windows_is_asked_about_this_program_whatever_its_folder_is_called() -> None:
    asked: list[str] = []

    def ask(command: Sequence[str]) -> str:
        asked.append(command[-1])
        return ""

    windows.check(r"C:\Chez l'amie\desk.exe", "Wi-Fi", ask)
    assert r"-Program 'C:\Chez l''amie\desk.exe'" in asked[0]
    assert "@{n='Action';e={[int]$_.Action}}" in asked[0]


APP = "/Applications/Workshop Desk.app/Contents/MacOS/workshop-desk"


@pytest.mark.parametrize(
    ("state", "block_all", "app", "verdict"),
    [
        ("Firewall is disabled. (State = 0)", "", "", ABSENT),
        (
            "Firewall is enabled. (State = 1)",
            "Firewall has block all state set to disabled.",
            "Incoming connection to the application is permitted",
            OPEN,
        ),
        (
            "Firewall is enabled. (State = 1)",
            "Block all DISABLED!",
            "Incoming connection to the application is blocked",
            CLOSED,
        ),
        ("Firewall is enabled. (State = 1)", "", "The application is not part of the firewall", UNSURE),
        ("Firewall is blocking all non-essential incoming connections. (State = 2)", "", "", CLOSED),
        ("Firewall is enabled. (State = 1)", "Firewall has block all state set to enabled.", "", CLOSED),
        ("", "", "", UNSURE),
    ],
)
def test_a_mac_with_its_application_firewall(
    state: str, block_all: str, app: str, verdict: Verdict
) -> None:
    programs = {
        f"{mac.TOOL} --getglobalstate": state,
        f"{mac.TOOL} --getblockall": block_all,
        f"{mac.TOOL} --getappblocked {APP}": app,
    }
    found = mac.check(APP, says(programs))
    assert found.verdict is verdict
    if found.stands_in_the_way:
        assert f'sudo {mac.TOOL} --add "{APP}" && sudo {mac.TOOL} --unblockapp "{APP}"' in found.command
        assert found.repair[:2] == ("osascript", "-e")
        assert f'--add \\"{APP}\\"' in found.repair[2]
        everything = "State = 2" in state or "enabled." in block_all
        assert ("--setblockall off" in found.command) is everything


UFW = """Status: active
Logging: on (low)
Default: {default} (incoming), allow (outgoing), disabled (routed)
New profiles: skip

To                         Action      From
--                         ------      ----
22/tcp                     ALLOW IN    Anywhere
{rule}
22/tcp (v6)                ALLOW IN    Anywhere (v6)
"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Status: inactive\n", ABSENT),
        (UFW.format(default="deny", rule=""), CLOSED),
        (UFW.format(default="allow", rule=""), OPEN),
        (UFW.format(default="allow", rule="8080/tcp                   DENY IN     Anywhere"), CLOSED),
        (UFW.format(default="deny", rule="8080/tcp                   ALLOW IN    Anywhere"), OPEN),
        (UFW.format(default="deny", rule="8080/udp                   ALLOW IN    Anywhere"), CLOSED),
        (UFW.format(default="deny", rule="8000:8090/tcp              LIMIT IN    192.168.0.0/16"), OPEN),
        (UFW.format(default="deny", rule="Anywhere on wlan0          ALLOW IN    Anywhere"), OPEN),
        (UFW.format(default="deny", rule="OpenSSH                    ALLOW IN    Anywhere"), CLOSED),
    ],
)
def test_linux_with_ufw(said: str, verdict: Verdict) -> None:
    assert linux.read_ufw(said, 8080) is verdict
    found = linux.check(8080, "wlan0", says({"ufw status": said}), lambda _path: "", lambda _name: None)
    assert found.verdict is verdict
    assert found.command == ("sudo ufw allow 8080/tcp" if verdict is CLOSED else "")
    assert not found.repair


def test_linux_with_a_ufw_whose_rules_only_root_may_read() -> None:
    def find(name: str) -> str:
        return f"/usr/bin/{name}"

    on = linux.check(8080, "wlan0", says({}), lambda _path: "# x\nENABLED=yes\n", find)
    wanted = ("pkexec", "ufw", "allow", "8080/tcp")
    assert on == Firewall(UNSURE, "ufw", "sudo ufw allow 8080/tcp", wanted)
    off = linux.check(8080, "wlan0", says({}), lambda _path: "ENABLED=no\n", find)
    assert off == Firewall(ABSENT)
    assert linux.file_text("/no/such/file") == ""


ZONE = """{name} (active)
  target: {target}
  interfaces: wlan0
  services: dhcpv6-client ssh
  ports: {ports}
  protocols:
  forward: yes
"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (
            ZONE.format(
                name="FedoraWorkstation", target="default", ports="1025-65535/udp 1025-65535/tcp"
            ),
            OPEN,
        ),
        (ZONE.format(name="public", target="default", ports=""), CLOSED),
        (ZONE.format(name="public", target="default", ports="8080/udp"), CLOSED),
        (ZONE.format(name="trusted", target="ACCEPT", ports=""), OPEN),
        ("", UNSURE),
    ],
)
def test_linux_with_firewalld(said: str, verdict: Verdict) -> None:
    programs = {
        "firewall-cmd --state": "running\n",
        "firewall-cmd --get-zone": "home\n",
        "firewall-cmd --zone=home --list-all": said,
    }
    found = linux.check(8080, "wlan0", says(programs), lambda _path: "", lambda _name: None)
    assert (found.verdict, found.name) == (verdict, "firewalld")
    command = "sudo firewall-cmd --zone=home --add-port=8080/tcp"
    assert found.command == ("" if verdict is OPEN else command)


NFT = """table inet filter {
	chain input {
		type filter hook input priority filter; policy %s;
		ct state { established, related } accept
		iif "lo" accept
		%s
	}
	chain forward {
		type filter hook forward priority filter; policy drop;
	}
}
"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("", ABSENT),
        (NFT % ("accept", ""), OPEN),
        (NFT % ("drop", ""), CLOSED),
        (NFT % ("drop", "tcp dport 22 accept"), CLOSED),
        (NFT % ("drop", "tcp dport { 22, 8000-8090 } ct state new accept"), OPEN),
        (NFT % ("accept", "tcp dport 8080 counter packets 0 bytes 0 accept\n\t\tdrop"), OPEN),
        (NFT % ("accept", "counter packets 1 bytes 9 reject"), CLOSED),
    ],
)
def test_linux_with_bare_rules(said: str, verdict: Verdict) -> None:
    found = linux.check(8080, "wlan0", says({"nft": said}), lambda _path: "", lambda _name: None)
    assert found == Firewall(verdict, "" if verdict is ABSENT else "nftables")


def test_each_system_has_its_own_check() -> None:
    assert check_firewall(8080, "Wi-Fi", says({}), "win32").name == "Windows"
    assert check_firewall(8080, "en0", says({}), "darwin").name == "macOS"
    assert check_firewall(8080, "wlan0", says({"nft": NFT % ("drop", "")}), "linux").verdict is CLOSED


def test_this_machine_is_checked_and_repaired_only_where_there_is_a_way() -> None:
    assert check_firewall(8080, "lo").verdict in Verdict
    assert this_program()
    assert not repair_firewall(Firewall(CLOSED))
    assert not repair_firewall(Firewall(CLOSED, repair=("no-such-program-here",)))
    assert repair_firewall(Firewall(CLOSED, repair=(sys.executable, "-c", "")))
    assert not repair_firewall(Firewall(CLOSED, repair=(sys.executable, "-c", "raise SystemExit(1)")))
