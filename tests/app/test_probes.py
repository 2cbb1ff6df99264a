"""Looks at the laptop: what a system tells, and what it does not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.pretend_screens import EPSON, LAPTOP
from workshop_desk.app import probes
from workshop_desk.app.player import Running
from workshop_desk.domain.readiness import Finding, Item
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.wifi import Wifi
from workshop_desk.phones.adapters import Adapter
from workshop_desk.phones.lookout import Lookout
from workshop_desk.phones.network import NOTHING_NAMED


def silent(_path: Path, _running: Running) -> bool:
    return False


def heard(path: Path, _running: Running) -> bool:
    return path.exists()


def test_the_bell_is_played_by_the_first_way_that_can() -> None:
    assert probes.look_at_sound(wanted=True, ways=(silent, heard)).finding is Finding.SOUND_PLAYED
    assert probes.look_at_sound(wanted=True, ways=(silent,)).finding is Finding.SOUND_SILENT
    assert probes.look_at_sound(wanted=False, ways=(silent,)).finding is Finding.SOUND_OFF


def test_screens_are_judged_for_the_largest_code() -> None:
    far = Settings(room_depth=10, picture_width=2.4)
    both = (LAPTOP, EPSON)
    assert probes.look_at_screens(both, far).finding is Finding.SCREEN_GOOD
    long = Settings(room_depth=10, picture_width=2.4, wifi=Wifi("A" * 32, "b" * 60))
    assert probes.look_at_screens(both, long).finding is Finding.SCREEN_FAR
    assert probes.look_at_screens(both[:1], far).finding is Finding.SCREEN_ALONE


def test_a_laptop_on_no_network_asks_no_firewall() -> None:
    nowhere = Lookout(lambda: (), lambda _seen: NOTHING_NAMED)
    address, firewall = probes.look_at_network(Settings(), 8080, nowhere)
    assert (address.finding, firewall.finding) == (Finding.ADDRESS_NONE, Finding.FIREWALL_UNASKED)


def test_the_address_is_the_one_that_phones_are_sent_to() -> None:
    home = Adapter("wlan0", ("192.168.8.10",), wireless=True)
    here = Lookout(lambda: (home,), lambda _seen: NOTHING_NAMED)
    address, firewall = probes.look_at_network(Settings(), 8080, here)
    assert dict(address.facts)["address"] == "192.168.8.10"
    assert firewall.item is Item.FIREWALL


@pytest.mark.parametrize("stays", [True, False])
def test_a_laptop_that_cannot_be_kept_awake_is_said(stays: bool) -> None:
    @contextmanager
    def hold() -> Iterator[bool]:
        yield stays

    found = probes.look_at_power(hold).finding
    assert found is not (Finding.POWER_SLEEPY if stays else Finding.POWER_PLUGGED)


def test_a_service_that_goes_away_keeps_nothing_awake() -> None:
    @contextmanager
    def hold() -> Iterator[bool]:
        yield True
        raise RuntimeError("gone")

    assert probes.look_at_power(hold).finding is not Finding.POWER_PLUGGED


def test_where_the_file_lies(tmp_path: Path) -> None:
    found = probes.look_at_disk(tmp_path / "new" / "deep" / "a.sqlite")
    assert found.finding in {Finding.DISK_ELSEWHERE, Finding.DISK_LOW, Finding.DISK_FULL}
    assert not (tmp_path / "new").exists()
    (tmp_path / "taken").write_text("here")
    assert probes.look_at_disk(tmp_path / "taken" / "a.sqlite").finding is Finding.DISK_LOCKED
    assert list(tmp_path.iterdir()) == [tmp_path / "taken"]
