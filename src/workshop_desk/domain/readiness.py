"""Whether a room is ready: what is looked at before the day, and what was found."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Instant


class Item(StrEnum):
    """What is looked at, in the order in which it is shown."""

    SCREEN = "screen"
    SOUND = "sound"
    ADDRESS = "address"
    FIREWALL = "firewall"
    PHONE = "phone"
    POWER = "power"
    DISK = "disk"
    FONTS = "fonts"


class Grade(StrEnum):
    """How serious a finding is; `UNKNOWN`: it could not be looked at, or not yet."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    UNKNOWN = "unknown"


class Finding(StrEnum):
    """What can be found: the closed list that the words cover. Each begins with its item."""

    SCREEN_GOOD = "screen_good"
    SCREEN_ALONE = "screen_alone"
    SCREEN_MIRRORED = "screen_mirrored"
    SCREEN_SMALL = "screen_small"
    SCREEN_FAR = "screen_far"
    SCREEN_UNSEEN = "screen_unseen"
    SOUND_PLAYED = "sound_played"
    SOUND_OFF = "sound_off"
    SOUND_SILENT = "sound_silent"
    ADDRESS_GOOD = "address_good"
    ADDRESS_TIED = "address_tied"
    ADDRESS_NONE = "address_none"
    FIREWALL_OPEN = "firewall_open"
    FIREWALL_UNSURE = "firewall_unsure"
    FIREWALL_CLOSED = "firewall_closed"
    FIREWALL_UNASKED = "firewall_unasked"
    PHONE_CAME = "phone_came"
    PHONE_NONE = "phone_none"
    PHONE_UNTRIED = "phone_untried"
    PHONE_PORTS = "phone_ports"
    POWER_PLUGGED = "power_plugged"
    POWER_SLEEPY = "power_sleepy"
    POWER_BATTERY = "power_battery"
    POWER_LOW = "power_low"
    DISK_GOOD = "disk_good"
    DISK_ELSEWHERE = "disk_elsewhere"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    DISK_LOCKED = "disk_locked"
    FONTS_GOOD = "fonts_good"
    FONTS_MISSING = "fonts_missing"

    @property
    def item(self) -> Item:
        """What this was found of."""
        return Item(self.value.partition("_")[0])

    @property
    def grade(self) -> Grade:
        """How serious it is."""
        if self in _GOOD:
            return Grade.OK
        if self in _BAD:
            return Grade.BAD
        return Grade.UNKNOWN if self in _UNKNOWN else Grade.WARN


_GOOD = frozenset(
    {
        Finding.SCREEN_GOOD,
        Finding.SOUND_PLAYED,
        Finding.SOUND_OFF,
        Finding.ADDRESS_GOOD,
        Finding.FIREWALL_OPEN,
        Finding.PHONE_CAME,
        Finding.POWER_PLUGGED,
        Finding.DISK_GOOD,
        Finding.FONTS_GOOD,
    }
)
_BAD = frozenset(
    {
        Finding.ADDRESS_NONE,
        Finding.FIREWALL_CLOSED,
        Finding.PHONE_PORTS,
        Finding.POWER_LOW,
        Finding.DISK_FULL,
        Finding.DISK_LOCKED,
        Finding.FONTS_MISSING,
    }
)
_UNKNOWN = frozenset({Finding.SCREEN_UNSEEN, Finding.FIREWALL_UNASKED, Finding.PHONE_UNTRIED})

Facts = tuple[tuple[str, str], ...]
"""What fills the blanks of a finding's words, by name, as plain text."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    finding: Finding
    facts: Facts = ()

    @property
    def item(self) -> Item:
        """What was looked at."""
        return self.finding.item

    @property
    def grade(self) -> Grade:
        """How serious it is."""
        return self.finding.grade


def found(finding: Finding, **facts: str | int) -> Check:
    """Return a check with its facts."""
    return Check(finding, tuple((name, str(value)) for name, value in facts.items()))


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the last look at the room found, and when; None for never."""

    at: Instant | None = None
    checks: tuple[Check, ...] = ()

    @property
    def open_points(self) -> int:
        """How many things there are to look at."""
        return sum(1 for one in self.checks if one.grade in {Grade.WARN, Grade.BAD})
