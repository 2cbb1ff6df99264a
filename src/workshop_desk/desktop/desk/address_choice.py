"""The facilitator's choice of a network for the phones, kept for the next time the laptop is on it."""

from dataclasses import replace

from workshop_desk.desktop.desk.asking import Asking
from workshop_desk.desktop.desk.face import Face
from workshop_desk.domain.addresses import remember
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.network import Candidate, NetworkState


def choose_address(face: Face, asking: Asking, state: NetworkState, chosen: Candidate) -> None:
    """Wish for phones to come by this network, today and whenever the laptop is on it again."""
    settings = asking.bridge.settings
    kept = remember(settings.network_choices, state.candidates, chosen)
    if kept == settings.network_choices:
        return
    said = face.t("The code now holds {address}.", address=chosen.address)
    asking.ask(ChangeSettings(replace(settings, network_choices=kept)), said=said)
