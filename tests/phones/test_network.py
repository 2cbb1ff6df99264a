"""The address that phones are shown, on every laptop that is met."""

import ipaddress

import pytest

from tests.phones.laptops import LAPTOPS, WIFI, Laptop
from workshop_desk.domain.addresses import decide
from workshop_desk.domain.network import LeftOut
from workshop_desk.exports.qr import matrix
from workshop_desk.phones.adapters import Adapter, adapters
from workshop_desk.phones.network import Named, join_url, sort_out


@pytest.mark.parametrize("laptop", LAPTOPS, ids=lambda one: one.name)
def test_hotspot_then_wifi_then_cable(laptop: Laptop) -> None:
    for order in (laptop.adapters, laptop.adapters[::-1]):
        found = sort_out(order)
        choice = decide(found.candidates)
        assert (choice.shown.address if choice.shown else "") == laptop.shown
        assert (choice.shown.kind if choice.shown else None) is laptop.kind
        assert tuple(one.address for one in choice.candidates[1:]) == laptop.others
        assert sorted(found.left_out) == sorted(laptop.left_out)


def test_names_and_kinds_are_what_the_system_knows_best() -> None:
    mini = (Adapter("en0", ("10.0.0.4",), wireless=True), Adapter("en1", ("10.0.1.4",)))
    named = Named({"en1": "Atelier-Halliade"}, frozenset({"en1"}))
    first = decide(sort_out(mini, named).candidates).candidates[0]
    assert (first.kind, first.network, first.address) == (WIFI, "Atelier-Halliade", "10.0.1.4")
    assert first.identity == "wifi:Atelier-Halliade"


def test_the_same_network_twice_is_one() -> None:
    both = (
        Adapter("wlan0", ("10.0.0.4",), wireless=True),
        Adapter("wlan1", ("10.0.0.5",), wireless=True),
    )
    found = sort_out(both, Named({"wlan0": "Atelier", "wlan1": "Atelier"}))
    assert [one.address for one in found.candidates] == ["10.0.0.4"]
    assert found.left_out == (LeftOut.TWIN,)


def test_this_machine_is_read() -> None:
    here = adapters()
    assert any("127.0.0.1" in one.addresses for one in here)
    for one in sort_out(here).candidates:
        assert not ipaddress.IPv4Address(one.address).is_loopback


@pytest.mark.parametrize("address", ["192.168.137.1", "10.42.0.1", "192.168.100.200", "172.31.255.254"])
def test_the_code_for_phones_stays_small(address: str) -> None:
    url = join_url(address, 8080, "k7qm")
    assert url == f"HTTP://{address}:8080/J/K7QM"
    assert len(matrix(url)) == 25
