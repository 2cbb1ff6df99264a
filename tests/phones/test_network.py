"""The address that phones are shown."""

import ipaddress

import pytest

from workshop_desk.exports.qr import matrix
from workshop_desk.phones.network import Candidate, candidates, choose, join_url, own_address

WIFI = Candidate("wlp2s0", "192.168.1.23", wireless=True)
CABLE = Candidate("eth0", "10.0.0.5")


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ([], ""),
        ([Candidate("lo", "127.0.0.1")], ""),
        ([CABLE, WIFI], "192.168.1.23"),
        ([CABLE], "10.0.0.5"),
        ([WIFI, Candidate("Local Area Connection* 2", "192.168.137.1")], "192.168.137.1"),
        ([WIFI, Candidate("wlan1", "10.42.0.1", wireless=True)], "10.42.0.1"),
        ([WIFI, Candidate("bridge100", "192.168.2.1")], "192.168.2.1"),
        ([Candidate("wlan0", "10.42.0.17", wireless=True), CABLE], "10.42.0.17"),
        ([Candidate("docker0", "172.17.0.1"), CABLE], "10.0.0.5"),
        ([Candidate("br-1f2e", "172.18.0.1"), Candidate("tun0", "10.8.0.2")], ""),
        ([Candidate("tailscale0", "100.101.1.2"), Candidate("wg0", "10.9.0.2"), WIFI], "192.168.1.23"),
        ([Candidate("wlan0", "169.254.3.4", wireless=True), CABLE], "10.0.0.5"),
        ([Candidate("eth1", "8.8.4.4"), CABLE], "10.0.0.5"),
        (
            [
                Candidate("vEthernet (WSL)", "172.25.96.1"),
                Candidate("Wi-Fi", "192.168.0.9", wireless=True),
            ],
            "192.168.0.9",
        ),
        ([Candidate("Local Area Connection* 10", "192.168.5.1"), WIFI], "192.168.5.1"),
        ([Candidate("VMware Network Adapter VMnet8", "192.168.80.1"), CABLE], "10.0.0.5"),
        ([Candidate("Ethernet 3", "10.99.0.4", direct=True), CABLE], "10.0.0.5"),
        (
            [Candidate("utun3", "100.64.0.7"), Candidate("en0", "192.168.1.40", wireless=True)],
            "192.168.1.40",
        ),
        ([Candidate("ztabcdef", "10.147.17.2")], ""),
    ],
)
def test_hotspot_then_wifi_then_cable(found: list[Candidate], wanted: str) -> None:
    assert choose(found) == wanted
    assert choose(found[::-1]) == wanted


def test_this_machine_has_an_address() -> None:
    address = own_address()
    assert not address or not ipaddress.IPv4Address(address).is_loopback
    assert any(one.address == "127.0.0.1" for one in candidates())


@pytest.mark.parametrize("address", ["192.168.137.1", "10.42.0.1", "192.168.100.200", "172.31.255.254"])
def test_the_code_for_phones_stays_small(address: str) -> None:
    url = join_url(address, 8080, "k7qm")
    assert url == f"HTTP://{address}:8080/J/K7QM"
    assert len(matrix(url)) == 25
