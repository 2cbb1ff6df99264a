"""What the networks are called: the words of each system's programs, in several languages."""

import json
from collections.abc import Sequence

import pytest

from workshop_desk.phones import network_names as names
from workshop_desk.phones.adapters import Adapter

ENGLISH = """
There is 1 interface on the system:

    Name                   : Wi-Fi
    Description            : Intel(R) Wi-Fi 6 AX201 160MHz
    GUID                   : 11111111-2222-3333-4444-555555555555
    Physical address       : a4:83:e7:10:20:30
    Interface type         : Primary
    State                  : connected
    SSID                   : Atelier-Halliade
    BSSID                  : 10:20:30:40:50:60
    Network type           : Infrastructure
    Profile                : Atelier-Halliade 2

    Hosted network status  : Not available
"""
FRENCH = """
Il existe 1 interface sur le système :

    Nom                   : Wi-Fi 2
    Description            : Realtek 8822CE Wireless LAN 802.11ac PCI-E NIC
    GUID                   : 11111111-2222-3333-4444-555555555555
    Adresse physique       : a4:83:e7:10:20:30
    État                  : connecté
    SSID                   : Café : l’atelier
    BSSID                  : 10:20:30:40:50:60
    Type de réseau         : Infrastructure
    Profil                 : Café : l’atelier

    État du réseau hébergé  : Non disponible
"""
GERMAN_TWO = (
    "\r\nEs sind 2 Schnittstellen auf dem System vorhanden:\r\n\r\n"
    "    Name                   : WLAN\r\n    Beschreibung           : Killer\r\n"
    "    Status                 : Verbunden\r\n    SSID                   : Haus\r\n"
    "    AP BSSID               : 10:20:30:40:50:60\r\n\r\n"
    "    Name                   : WLAN 2\r\n    Beschreibung           : USB\r\n"
    "    Status                 : Getrennt\r\n\r\n"
)
JAPANESE = """
システムに 1 インターフェイスがあります:

    名前                   : Wi-Fi
    説明                   : Intel(R) Wi-Fi 6
    状態                   : 接続されました
    SSID                   : 会議室
"""
NO_RIGHT = """
Network shell commands need location permission to access WLAN information.
Turn on Location services on the Location page in Privacy & security settings.
"""


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (ENGLISH, {"Wi-Fi": "Atelier-Halliade"}),
        (FRENCH, {"Wi-Fi 2": "Café : l’atelier"}),
        (GERMAN_TWO, {"WLAN": "Haus"}),
        (JAPANESE, {"Wi-Fi": "会議室"}),
        (NO_RIGHT, {}),
        ("", {}),
    ],
)
def test_windows_tells_the_wifi_in_its_own_language(said: str, wanted: dict[str, str]) -> None:
    assert names.netsh_names(said) == wanted


def test_windows_tells_its_profiles_one_or_several_or_none() -> None:
    one = {"Name": "office.example", "InterfaceAlias": "Ethernet", "Category": 2}
    two = {"Name": "Atelier 2", "InterfaceAlias": "Wi-Fi", "Category": 0}
    assert names.profile_names(json.dumps(one)) == {"Ethernet": "office.example"}
    both = {"Ethernet": "office.example", "Wi-Fi": "Atelier 2"}
    assert names.profile_names(json.dumps([one, two])) == both
    for nonsense in ("", "\r\n", "Get-NetConnectionProfile : not recognized", "[1]", "null"):
        assert names.profile_names(nonsense) == {}


def test_a_mac_tells_its_ports_and_its_wifi_or_hides_it() -> None:
    said = (
        "\nHardware Port: USB 10/100/1000 LAN\nDevice: en7\nEthernet Address: 00:e0:4c:00:00:01\n"
        "\nHardware Port: Wi-Fi\nDevice: en0\nEthernet Address: a4:83:e7:10:20:30\n"
    )
    assert names.hardware_ports(said) == {"en7": "USB 10/100/1000 LAN", "en0": "Wi-Fi"}
    assert names.airport_name("Current Wi-Fi Network: Atelier: 2\n") == "Atelier: 2"
    assert names.airport_name("You are not associated with an AirPort network.\n") == ""
    summary = "<dictionary> {\n  BSSID : <redacted>\n  InterfaceType : WiFi\n  SSID : Atelier\n}"
    assert names.summary_name(summary) == "Atelier"
    assert names.summary_name(summary.replace(": Atelier", ": <redacted>")) == ""
    assert names.summary_name("") == ""


def test_linux_tells_its_connections_and_escapes_colons() -> None:
    said = (
        "wlp2s0:wifi:Chez Zoé\\: salon\neno1:ethernet:Connexion filaire 1\nlo:loopback:lo\nwwan0:gsm:\n"
    )
    both = {"wlp2s0": "Chez Zoé: salon", "eno1": "Connexion filaire 1"}
    assert names.nmcli_connections(said) == both
    listed = "no:wlp2s0:Voisins\nyes:wlp2s0:a\\:b\\\\c\nyes:wlp3s0:\n"
    assert names.nmcli_networks(listed) == {"wlp2s0": "a:b\\c"}


WIFI = Adapter("wlp2s0", ("10.0.0.4",), wireless=True)


@pytest.mark.parametrize(
    ("system", "programs", "adapter", "wanted"),
    [
        ("linux", {"iwgetid": "Atelier\n"}, WIFI, "Atelier"),
        ("linux", {"nmcli -t -f DEVICE": "wlp2s0:wifi:Auto\n"}, WIFI, "Auto"),
        ("linux", {"nmcli -t -f ACTIVE": "yes:wlp2s0:Atelier\n"}, WIFI, "Atelier"),
        ("linux", {}, WIFI, ""),
        (
            "win32",
            {"netsh": ENGLISH},
            Adapter("Wi-Fi", ("10.0.0.4",), wireless=True),
            "Atelier-Halliade",
        ),
        (
            "darwin",
            {
                "networksetup -listall": "Hardware Port: Wi-Fi\nDevice: en1\n",
                "networksetup -getairport": "Current Wi-Fi Network: Atelier\n",
                "ipconfig": "SSID : <redacted>\n",
            },
            Adapter("en1", ("10.0.0.4",)),
            "Atelier",
        ),
    ],
)
def test_each_system_is_asked_in_its_way(
    system: str, programs: dict[str, str], adapter: Adapter, wanted: str
) -> None:
    def ask(command: Sequence[str]) -> str:
        line = " ".join(command)
        return next((said for start, said in programs.items() if line.startswith(start)), "")

    named = names.network_names((adapter,), ask, system)
    assert named.networks.get(adapter.name, "") == wanted
    if system == "darwin":
        assert named.wireless == frozenset({"en1"})


def test_a_program_that_is_absent_fails_or_hangs_says_nothing() -> None:
    assert names.run(("no-such-program-here",)) == ""
    assert names.run(("sleep", "5"), 0.05) == ""
    assert names.run(("echo", "Zoé")) == "Zoé\n"
    assert names.decoded("Café".encode("cp850")) == "Café"
