"""Which address phones are shown: the rule, the tie, what was chosen before, and what phones proved."""

from dataclasses import replace

from workshop_desk.domain.addresses import MOST_KEPT, decide, remember
from workshop_desk.domain.network import Candidate, NetworkKind

WIFI = Candidate("192.168.8.10", NetworkKind.WIFI, "Atelier-Halliade", "wlan0")
OTHER_WIFI = Candidate("192.168.9.11", NetworkKind.WIFI, "Voisins", "wlan1")
CABLE = Candidate("10.20.4.77", NetworkKind.CABLE, "office network", "eth0")
HOTSPOT = Candidate("10.42.0.1", NetworkKind.HOTSPOT, "", "wlan2")


def test_the_best_kind_is_shown_and_nobody_is_asked() -> None:
    choice = decide((CABLE, WIFI, HOTSPOT))
    assert (choice.shown, choice.tied) == (HOTSPOT, False)
    assert choice.candidates == (HOTSPOT, WIFI, CABLE)
    assert decide(()).shown is None


def test_two_equally_good_ones_ask() -> None:
    for order in ((WIFI, OTHER_WIFI, CABLE), (OTHER_WIFI, CABLE, WIFI)):
        choice = decide(order)
        assert (choice.shown, choice.tied) == (WIFI, True)


def test_a_choice_comes_back_at_other_addresses_of_the_same_networks() -> None:
    kept = remember("", (WIFI, OTHER_WIFI, CABLE), OTHER_WIFI)
    tomorrow = replace(WIFI, address="192.168.8.77"), replace(OTHER_WIFI, address="192.168.9.99")
    choice = decide(tomorrow, kept)
    assert (choice.shown, choice.tied) == (tomorrow[1], False)
    # The one that was chosen is not here: the rule holds.
    assert decide((WIFI, CABLE), kept).shown == WIFI
    # On another network nothing was chosen.
    home = replace(WIFI, network="Maison")
    assert decide((home, OTHER_WIFI), kept).tied


def test_choosing_the_rules_own_choice_is_a_choice_too() -> None:
    kept = remember(remember("", (WIFI, CABLE), CABLE), (WIFI, CABLE), WIFI)
    assert decide((WIFI, CABLE), kept).shown == WIFI
    assert kept.count("\n") == 0


def test_names_without_manners_are_kept_on_one_line() -> None:
    wild = replace(WIFI, network="a\tb\u2028c\nd  e\x1cf")
    assert wild.identity == "wifi:a b c d e f"
    kept = remember("", (wild, CABLE), CABLE)
    assert decide((wild, CABLE), kept).shown == CABLE
    assert decide((WIFI, CABLE), "no line of ours\n\n").shown == WIFI


def test_the_oldest_choice_is_forgotten_first() -> None:
    kept = ""
    for number in range(MOST_KEPT + 5):
        kept = remember(kept, (replace(WIFI, network=f"n{number}"), CABLE), CABLE)
    assert len(kept.splitlines()) == MOST_KEPT
    assert "wifi:n0\t" not in kept
    assert decide((replace(WIFI, network="n64"), CABLE), kept).shown == CABLE


def test_what_a_phone_proved_stays_until_someone_chooses() -> None:
    assert decide((WIFI, CABLE), proven=CABLE.address).shown == CABLE
    assert decide((WIFI, OTHER_WIFI), proven=OTHER_WIFI.address).tied is False
    kept = remember("", (WIFI, CABLE), WIFI)
    assert decide((WIFI, CABLE), kept, CABLE.address).shown == WIFI
    assert decide((WIFI,), proven=CABLE.address).shown == WIFI
