"""What a look at the laptop and the room means, and keeping it with the session."""

import math
from dataclasses import dataclass, replace

from workshop_desk.domain.firewall import Firewall, Verdict
from workshop_desk.domain.network import Candidate
from workshop_desk.domain.readiness import Check, Finding, Readiness, found
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, with_session
from workshop_desk.domain.scanning import lobby_scanned_from
from workshop_desk.domain.units import Moment

SMALLEST = (1024, 720)
"""Pixels below which a projector makes small letters ragged."""
LOW_BATTERY = 20
"""Percent with which nobody should begin a session of an hour or two."""
LITTLE, TOO_LITTLE = 1_000_000_000, 100_000_000
"""Free bytes below which a disk may fill up during a session, and below which answers may get lost."""
MOST_CHECKS, LONGEST_FACT = 32, 200


@dataclass(frozen=True, slots=True)
class SeenScreen:
    """A screen: name and pixels, whether it is the laptop's own, and whether others show the same."""

    name: str
    pixels: tuple[int, int]
    own: bool
    mirrored: bool = False


def judge_screens(
    screens: tuple[SeenScreen, ...], room_depth: float, picture_width: float, modules: int
) -> Check:
    """Judge the projector; `modules` is what the largest code of the lobby has across."""
    if any(one.mirrored for one in screens):
        return found(Finding.SCREEN_MIRRORED)
    projector = next((one for one in screens if not one.own), None)
    if projector is None:
        return found(Finding.SCREEN_ALONE)
    wide, high = projector.pixels
    if wide < SMALLEST[0] or high < SMALLEST[1]:
        return found(Finding.SCREEN_SMALL, name=projector.name, wide=wide, high=high)
    if room_depth > 0 and picture_width > 0:
        reach = lobby_scanned_from(modules, picture_width, wide / high)
        if reach < room_depth:
            return found(Finding.SCREEN_FAR, metres=math.floor(reach), depth=math.ceil(room_depth))
    return found(Finding.SCREEN_GOOD, name=projector.name, wide=wide, high=high)


def judge_sound(*, wanted: bool, played: bool) -> Check:
    """Judge the loudspeaker: what is switched off was not tried."""
    if not wanted:
        return found(Finding.SOUND_OFF)
    return found(Finding.SOUND_PLAYED if played else Finding.SOUND_SILENT)


def judge_address(candidates: tuple[Candidate, ...], address: str, *, tied: bool) -> Check:
    """Judge the address that phones are shown."""
    shown = next((one for one in candidates if one.address == address), None)
    if shown is None:
        return found(Finding.ADDRESS_NONE)
    facts = {"address": address, "kind": shown.kind.value, "network": shown.network}
    if tied and len(candidates) > 1:
        other = next(one for one in candidates if one is not shown)
        return found(Finding.ADDRESS_TIED, **facts, other=other.address)
    return found(Finding.ADDRESS_GOOD, **facts)


def judge_firewall(firewall: Firewall | None) -> Check:
    """Judge what the firewall does with phones; None where it was not asked."""
    if firewall is None:
        return found(Finding.FIREWALL_UNASKED)
    match firewall.verdict:
        case Verdict.CLOSED:
            return found(Finding.FIREWALL_CLOSED, name=firewall.name, command=firewall.command)
        case Verdict.UNSURE:
            return found(Finding.FIREWALL_UNSURE, name=firewall.name)
        case _:
            return found(Finding.FIREWALL_OPEN)


def judge_power(percent: int | None, *, plugged: bool | None, awake: bool) -> Check:
    """Judge the power: a desktop computer has no battery, `percent` None."""
    if percent is not None and plugged is False:
        low = percent < LOW_BATTERY
        return found(Finding.POWER_LOW if low else Finding.POWER_BATTERY, percent=percent)
    return found(Finding.POWER_PLUGGED if awake else Finding.POWER_SLEEPY)


def judge_disk(free: int, *, writable: bool, usual: bool, folder: str) -> Check:
    """Judge where the file lies: `free` are bytes, `usual` its place in the program's own folder."""
    if not writable:
        return found(Finding.DISK_LOCKED, folder=folder)
    if free < TOO_LITTLE:
        return found(Finding.DISK_FULL, megabytes=free // 1_000_000)
    if free < LITTLE:
        return found(Finding.DISK_LOW, megabytes=free // 1_000_000)
    if not usual:
        return found(Finding.DISK_ELSEWHERE, folder=folder)
    return found(Finding.DISK_GOOD, gigabytes=free // 1_000_000_000)


def judge_fonts(missing: tuple[str, ...]) -> Check:
    """Judge the letters that ship with the program."""
    if missing:
        return found(Finding.FONTS_MISSING, families=", ".join(missing))
    return found(Finding.FONTS_GOOD)


def keep(room: Room, command: KeepReadiness, now: Moment) -> Decision:
    """Keep what was found; each thing is looked at once."""
    items = [one.item for one in command.checks]
    long = any(len(text) > LONGEST_FACT for one in command.checks for fact in one.facts for text in fact)
    if not items or len(items) != len(set(items)) or len(items) > MOST_CHECKS or long:
        raise Refusal(Why.BAD_VALUE)
    readiness = Readiness(now.utc, command.checks)
    return with_session(room, replace(room.session, readiness=readiness))
