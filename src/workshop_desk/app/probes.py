"""Looks at the laptop and the room: each look asks the system, and may take seconds.

`look_at_screens` and `look_at_letters` alone are for the GUI's thread: Qt answers at once.
"""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from shutil import disk_usage

import psutil

from workshop_desk.app.awake import Hold, hold_awake
from workshop_desk.app.player import Player, Way
from workshop_desk.base.paths import data_file
from workshop_desk.desktop.fonts import missing_families
from workshop_desk.desktop.screens import Screen
from workshop_desk.domain.cues import Cue
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.readiness import Check
from workshop_desk.domain.rules import readiness as judge
from workshop_desk.domain.rules.readiness import SeenScreen
from workshop_desk.domain.scanning import JOIN_MODULES
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.wifi import payload
from workshop_desk.exports.qr import QUIET, matrix
from workshop_desk.phones.firewall import check_firewall
from workshop_desk.phones.lookout import Lookout

_PATIENCE = 20.0
"""Seconds for a sound to have been played by one of the system's ways, or by none."""
_TRIAL = ".workshop-desk-trial"


def look_at_screens(screens: Sequence[Screen], settings: Settings) -> Check:
    """Look for a projector, and whether the last row can scan what is on it."""
    seen = tuple(SeenScreen(one.title, one.pixels, one.primary, one.mirrored) for one in screens)
    code = payload(settings.wifi)
    modules = len(matrix(code)) + 2 * QUIET if code else JOIN_MODULES
    return judge.judge_screens(seen, settings.room_depth, settings.picture_width, modules)


def look_at_letters() -> Check:
    """Look whether the letters that ship with the program are there."""
    return judge.judge_fonts(missing_families())


def look_at_sound(*, wanted: bool, ways: Sequence[Way] | None = None) -> Check:
    """Play the bell, where the settings let it be heard."""
    if not wanted:
        return judge.judge_sound(wanted=False, played=False)
    heard, results = threading.Event(), list[bool]()

    def told(played: bool) -> None:  # noqa: FBT001 - as the player tells it
        results.append(played)
        heard.set()

    player = Player(told, ways)
    player.play(Cue.END)
    heard.wait(_PATIENCE)
    player.close()
    return judge.judge_sound(wanted=True, played=any(results))


def look_at_network(
    settings: Settings, port: int, lookout: Lookout | None = None
) -> tuple[Check, Check]:
    """Look which address phones are sent to, and whether the firewall lets them in there."""
    lookout = lookout or Lookout()
    lookout.look()
    lookout.ask_names()
    state, address = lookout.show(NetworkState(port=port), settings.network_choices, "")
    shown = next((one for one in state.candidates if one.address == address), None)
    firewall = check_firewall(port, shown.adapter) if shown else None
    judged = judge.judge_address(state.candidates, address, tied=state.tied)
    return judged, judge.judge_firewall(firewall)


def look_at_power(hold: Hold = hold_awake) -> Check:
    """Look whether the laptop is plugged in, and whether it can be kept awake."""
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    try:
        with hold() as awake:
            stays = awake
    except RuntimeError:  # the service that was asked has gone meanwhile
        stays = False
    if battery is None:
        return judge.judge_power(None, plugged=None, awake=stays)
    return judge.judge_power(round(battery.percent), plugged=battery.power_plugged, awake=stays)


def look_at_disk(data: Path) -> Check:
    """Look whether the file can be written, and how much room there is."""
    folder = data.absolute().parent
    while not folder.exists():
        folder = folder.parent
    usual = data.absolute().parent == data_file().absolute().parent
    writable = _can_write(folder) and (not data.exists() or os.access(data, os.W_OK))
    return judge.judge_disk(
        disk_usage(folder).free, writable=writable, usual=usual, folder=str(folder)[:200]
    )


def _can_write(folder: Path) -> bool:
    """Tell whether a file can be made in a folder: what a system says about that is not always so."""
    trial = folder / f"{_TRIAL}-{os.getpid()}"
    try:
        trial.write_bytes(b"")
    except OSError:
        return False
    trial.unlink(missing_ok=True)
    return True
