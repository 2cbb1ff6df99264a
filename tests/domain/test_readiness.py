"""What a look at the laptop and the room means."""

from typing import get_args

import pytest

from tests import samples
from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.domain.network import Candidate, NetworkKind
from workshop_desk.domain.readiness import Check, Facts, Finding, Grade, Item, Readiness, found
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.rules import readiness as judge
from workshop_desk.domain.rules.readiness import SeenScreen
from workshop_desk.domain.units import Moment, Seconds

LAPTOP = SeenScreen("Laptop", (1920, 1080), own=True)
BEAMER = SeenScreen("Beamer", (1920, 1080), own=False)
WIFI = Candidate("192.168.8.10", NetworkKind.WIFI, "Atelier", "wlan0")
CABLE = Candidate("10.20.4.77", NetworkKind.CABLE, "", "eth0")


def facts(check: Check) -> dict[str, str]:
    return dict(check.facts)


def test_every_finding_is_of_an_item_and_has_a_grade() -> None:
    assert {one.item for one in Finding} == set(Item)
    assert {one.grade for one in Finding} == set(Grade)
    assert get_args(Facts)[0] == tuple[str, str]


@pytest.mark.parametrize(
    ("screens", "room", "finding"),
    [
        ((LAPTOP, BEAMER), (0.0, 0.0), Finding.SCREEN_GOOD),
        ((LAPTOP,), (0.0, 0.0), Finding.SCREEN_ALONE),
        ((), (0.0, 0.0), Finding.SCREEN_ALONE),
        ((SeenScreen("L", (1920, 1080), own=True, mirrored=True),), (9.0, 2.0), Finding.SCREEN_MIRRORED),
        ((LAPTOP, SeenScreen("Old", (800, 600), own=False)), (0.0, 0.0), Finding.SCREEN_SMALL),
        ((LAPTOP, SeenScreen("Low", (1280, 600), own=False)), (0.0, 0.0), Finding.SCREEN_SMALL),
        ((LAPTOP, BEAMER), (8.0, 2.4), Finding.SCREEN_GOOD),
        ((LAPTOP, BEAMER), (9.0, 2.4), Finding.SCREEN_FAR),
        ((LAPTOP, BEAMER), (9.0, 0.0), Finding.SCREEN_GOOD),
    ],
)
def test_screens(screens: tuple[SeenScreen, ...], room: tuple[float, float], finding: Finding) -> None:
    assert judge.judge_screens(screens, *room, 41).finding is finding


def test_how_far_the_codes_are_read_is_told() -> None:
    assert facts(judge.judge_screens((LAPTOP, BEAMER), 9.4, 2.4, 41)) == {"metres": "8", "depth": "10"}


def test_sound() -> None:
    assert judge.judge_sound(wanted=False, played=False).finding is Finding.SOUND_OFF
    assert judge.judge_sound(wanted=True, played=True).grade is Grade.OK
    assert judge.judge_sound(wanted=True, played=False).grade is Grade.WARN


def test_address() -> None:
    both = (WIFI, CABLE)
    good = judge.judge_address(both, WIFI.address, tied=False)
    assert good.finding is Finding.ADDRESS_GOOD
    assert facts(good) == {"address": "192.168.8.10", "kind": "wifi", "network": "Atelier"}
    tied = judge.judge_address(both, WIFI.address, tied=True)
    assert (tied.finding, facts(tied)["other"]) == (Finding.ADDRESS_TIED, "10.20.4.77")
    assert judge.judge_address((WIFI,), WIFI.address, tied=True).finding is Finding.ADDRESS_GOOD
    assert judge.judge_address((), "", tied=False).grade is Grade.BAD


def test_firewall() -> None:
    assert judge.judge_firewall(None).grade is Grade.UNKNOWN
    closed = judge.judge_firewall(Firewall(Verdict.CLOSED, "ufw", "sudo ufw allow 8080/tcp"))
    assert closed.grade is Grade.BAD
    assert facts(closed)["command"] == "sudo ufw allow 8080/tcp"
    assert judge.judge_firewall(Firewall(Verdict.UNSURE, "ufw")).grade is Grade.WARN
    assert judge.judge_firewall(Firewall(Verdict.OPEN)).grade is Grade.OK
    assert judge.judge_firewall(Firewall(Verdict.ABSENT)).grade is Grade.OK


def test_power() -> None:
    low = judge.judge_power(19, plugged=False, awake=True)
    assert (low.finding, low.grade) == (Finding.POWER_LOW, Grade.BAD)
    assert judge.judge_power(20, plugged=False, awake=True).finding is Finding.POWER_BATTERY
    assert judge.judge_power(20, plugged=None, awake=True).finding is Finding.POWER_PLUGGED
    assert judge.judge_power(None, plugged=None, awake=True).finding is Finding.POWER_PLUGGED
    assert judge.judge_power(90, plugged=True, awake=False).finding is Finding.POWER_SLEEPY


def test_disk() -> None:
    def disk(free: int, *, writable: bool = True, usual: bool = True) -> Check:
        return judge.judge_disk(free, writable=writable, usual=usual, folder="/data")

    assert facts(disk(5_900_000_000)) == {"gigabytes": "5"}
    assert disk(900_000_000).finding is Finding.DISK_LOW
    assert disk(99_000_000).finding is Finding.DISK_FULL
    assert disk(5_000_000_000, usual=False).finding is Finding.DISK_ELSEWHERE
    assert disk(0, writable=False).finding is Finding.DISK_LOCKED


def test_letters() -> None:
    assert judge.judge_fonts(()).grade is Grade.OK
    assert facts(judge.judge_fonts(("A", "B"))) == {"families": "A, B"}


def test_what_was_found_is_kept_with_the_session() -> None:
    room, now = samples.lobby_room(), Moment(samples.START, Seconds(0.0), "boot")
    checks = (
        found(Finding.POWER_LOW, percent=3),
        found(Finding.FONTS_GOOD),
        found(Finding.SOUND_SILENT),
    )
    kept = judge.keep(room, KeepReadiness(room.session.id, checks), now).room.session.readiness
    assert kept == Readiness(now.utc, checks)
    assert kept.open_points == 2
    twice = (found(Finding.FONTS_GOOD), found(Finding.FONTS_MISSING))
    long = (found(Finding.FONTS_MISSING, families="x" * 201),)
    for wrong in ((), twice, long):
        with pytest.raises(Refusal) as told:
            judge.keep(room, KeepReadiness(room.session.id, wrong), now)
        assert told.value.why is Why.BAD_VALUE
