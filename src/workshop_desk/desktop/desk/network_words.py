"""How the desk calls the laptop's networks, and what it leaves out of them."""

from collections import Counter
from typing import assert_never

from workshop_desk.desktop.desk.controls import isolated
from workshop_desk.domain.network import Candidate, LeftOut, NetworkKind
from workshop_desk.i18n.numbers import join_list
from workshop_desk.i18n.words import Words


def candidate_words(t: Words, one: Candidate) -> str:
    """Return 'Wi-Fi, Atelier-Halliade'; where the network has no name, the adapter's stands for it."""
    kind = kind_words(t, one.kind)
    name = one.network or one.adapter
    return t("{kind}, {name}", kind=kind, name=isolated(name)) if name and name != kind else kind


def kind_words(t: Words, kind: NetworkKind) -> str:
    """Return what a network is."""
    match kind:
        case NetworkKind.HOTSPOT:
            return t("This laptop’s hotspot")
        case NetworkKind.WIFI:
            return t("Wi-Fi")
        case NetworkKind.CABLE:
            return t("Cable")
        case _:
            assert_never(kind)


def left_out_words(t: Words, left_out: tuple[LeftOut, ...]) -> str:
    """Return 'Two others are left out: a VPN and an empty adapter.', '' for none."""
    if not left_out:
        return ""
    counted = Counter(left_out)
    what = join_list([_left_out(t, why, counted[why]) for why in LeftOut if counted[why]], t.language)
    return t.many(
        "{n} other is left out: {what}.", "{n} others are left out: {what}.", len(left_out), what=what
    )


def _left_out(t: Words, why: LeftOut, n: int) -> str:
    match why:
        case LeftOut.VPN:
            return t.many("a VPN", "{n} VPNs", n)
        case LeftOut.VIRTUAL:
            return t.many("an adapter of a virtual machine", "{n} adapters of virtual machines", n)
        case LeftOut.EMPTY:
            return t.many("an adapter without a network", "{n} adapters without a network", n)
        case LeftOut.ONLY_V6:
            return t.many("a network with IPv6 only", "{n} networks with IPv6 only", n)
        case LeftOut.TWIN:
            return t.many("a second way into the same network", "{n} more ways into the same network", n)
        case _:
            assert_never(why)
