"""Words for what a look at the room found: a sentence, and a next step where there is one."""

from dataclasses import dataclass
from typing import assert_never

from workshop_desk.domain.network import NetworkKind
from workshop_desk.domain.readiness import Check, Finding, Item
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """What is so, and what to do; `then` is '' where all is well."""

    sentence: str
    then: str = ""


def item_title(t: Words, item: Item) -> str:
    """Return what is looked at, in a word or two."""
    match item:
        case Item.SCREEN:
            return t("Screen")
        case Item.SOUND:
            return t("Sound")
        case Item.ADDRESS:
            return t("Address")
        case Item.FIREWALL:
            return t("Firewall")
        case Item.PHONE:
            return t("One phone")
        case Item.POWER:
            return t("Power")
        case Item.DISK:
            return t("Disk")
        case Item.FONTS:
            return t("Letters")
        case _:
            assert_never(item)


def said(t: Words, check: Check) -> Said:
    """Return the words for a check."""
    facts = dict(check.facts)
    match check.item:
        case Item.SCREEN:
            return _screen(t, check.finding, facts)
        case Item.SOUND:
            return _sound(t, check.finding)
        case Item.ADDRESS:
            return _address(t, check.finding, facts)
        case Item.FIREWALL:
            return _firewall(t, check.finding, facts)
        case Item.PHONE:
            return _phone(t, check.finding, facts)
        case Item.POWER:
            return _power(t, check.finding, facts)
        case Item.DISK:
            return _disk(t, check.finding, facts)
        case Item.FONTS:
            return _fonts(t, check.finding, facts)
        case _:
            assert_never(check.item)


def _screen(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.SCREEN_GOOD:
            return Said(t("The projector is there: {name}, {wide} × {high}.", **facts))
        case Finding.SCREEN_ALONE:
            return Said(
                t("No projector is plugged in."),
                t("Plug it in and switch it on. Without one the stage is a window on this screen."),
            )
        case Finding.SCREEN_MIRRORED:
            return Said(
                t("The projector shows the same as this laptop."),
                t("Set your system’s displays to “extend”, so that your notes stay with you."),
            )
        case Finding.SCREEN_SMALL:
            return Said(
                t("The projector shows {wide} × {high} only: {name}.", **facts),
                t("Choose a larger resolution for it in your system’s display settings."),
            )
        case Finding.SCREEN_FAR:
            return Said(
                t("Phones read the codes from up to {metres} m; the last row is at {depth} m.", **facts),
                t("Hang a poster at the back, or let people there zoom in with their phone."),
            )
        case _:
            return Said(t("The screens cannot be seen from here."), t("Prepare the room at the desk."))


def _sound(t: Words, finding: Finding) -> Said:
    match finding:
        case Finding.SOUND_PLAYED:
            return Said(t("The bell was played: did you hear it?"))
        case Finding.SOUND_OFF:
            return Said(t("Signals are silent, as your settings say."))
        case _:
            return Said(
                t("No sound could be played."),
                t("Choose a loudspeaker in your system. The session runs without it too."),
            )


def _address(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.ADDRESS_GOOD:
            where = _network(t, facts)
            return Said(t("Phones are sent to {address}, by {where}.", where=where, **facts))
        case Finding.ADDRESS_TIED:
            return Said(
                t("Two networks would do: {address} and {other}.", **facts),
                t("Open the room and choose the one that phones are on; it is remembered."),
            )
        case _:
            return Said(
                t("This laptop is on no network that phones could share."),
                t("Join the Wi-Fi of the room, or switch a hotspot on."),
            )


def _network(t: Words, facts: dict[str, str]) -> str:
    name = facts.get("network", "")
    match facts.get("kind"):
        case NetworkKind.HOTSPOT:
            return t("this laptop’s own hotspot")
        case NetworkKind.WIFI:
            return t("the Wi-Fi {name}", name=name) if name else t("the Wi-Fi")
        case _:
            return t("the cable, {name}", name=name) if name else t("the cable")


def _firewall(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.FIREWALL_OPEN:
            return Said(t("The firewall lets phones in."))
        case Finding.FIREWALL_CLOSED:
            return Said(
                t("The firewall keeps phones out ({name}).", **facts),
                t("Open it for Workshop Desk. By hand: {command}", **facts)
                if facts.get("command")
                else t("Open it for Workshop Desk in your system’s settings."),
            )
        case Finding.FIREWALL_UNSURE:
            return Said(
                t("There is a firewall that only an administrator may look into ({name}).", **facts),
                t("Try with one phone: if it comes in, all is well."),
            )
        case _:
            return Said(
                t("The firewall was not asked, as there is no network."),
                t("Look again once this laptop is on the network of the room."),
            )


def _phone(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.PHONE_CAME:
            seconds = int(facts.get("seconds", "0"))
            return Said(t.many("A phone came in after {n} s.", "A phone came in after {n} s.", seconds))
        case Finding.PHONE_NONE:
            return Said(
                t("No phone came in."),
                t("Is it on the same Wi-Fi, mobile data and VPN off? Scan the test code again."),
            )
        case Finding.PHONE_PORTS:
            return Said(
                t("Another program stands in the way of phones."),
                t("Close other servers on this laptop, then look again."),
            )
        case _:
            return Said(t("No phone was tried."), t("Scan the test code with one phone in the room."))


def _power(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.POWER_PLUGGED:
            return Said(t("This laptop is plugged in and stays awake."))
        case Finding.POWER_SLEEPY:
            return Said(
                t("Nothing keeps this laptop’s screen awake."),
                t("Switch the screen saver and sleep off for the time of the session."),
            )
        case Finding.POWER_BATTERY:
            return Said(t("This laptop runs on its battery, {percent} %.", **facts), t("Plug it in."))
        case _:
            return Said(
                t("The battery is nearly empty, {percent} %.", **facts), t("Plug this laptop in now.")
            )


def _disk(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    match finding:
        case Finding.DISK_GOOD:
            return Said(t("The file can be written, and {gigabytes} GB are free.", **facts))
        case Finding.DISK_ELSEWHERE:
            return Said(
                t("The file lies elsewhere than usual: {folder}", **facts),
                t("Make sure that folder stays there: no USB key to pull out, no cloud to wait for."),
            )
        case Finding.DISK_LOW:
            return Said(t("Only {megabytes} MB are free on the disk.", **facts), t("Make some room."))
        case Finding.DISK_FULL:
            return Said(
                t("The disk is nearly full: {megabytes} MB are free.", **facts),
                t("Make room now: answers cannot be stored on a full disk."),
            )
        case _:
            return Said(
                t("The file cannot be written in {folder}", **facts),
                t("Allow writing there, or open another file."),
            )


def _fonts(t: Words, finding: Finding, facts: dict[str, str]) -> Said:
    if finding is Finding.FONTS_GOOD:
        return Said(t("The program’s own letters are there."))
    return Said(
        t("Letters are missing: {families}.", **facts), t("Install Workshop Desk anew, it is not whole.")
    )
