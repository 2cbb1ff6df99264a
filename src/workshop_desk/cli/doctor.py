"""`workshop-desk doctor`: is this laptop ready for a room, in the words that the desk uses."""

import tempfile
import threading
from pathlib import Path

import click

from workshop_desk.app import display
from workshop_desk.app.workshop import Workshop
from workshop_desk.base.trouble import WorldError
from workshop_desk.cli.desk import qt_is_there
from workshop_desk.cli.exits import EXIT_CODES, Exit
from workshop_desk.cli.options import data_option, language_option
from workshop_desk.domain.network import NOT_FOR_PHONES, NetworkState
from workshop_desk.domain.readiness import Check, Finding, Grade, Item, found
from workshop_desk.domain.settings import Settings
from workshop_desk.i18n.words import Words
from workshop_desk.live.lookup import Lookup
from workshop_desk.live.moments import MachineMoments
from workshop_desk.live.readiness_sentences import item_title, said
from workshop_desk.phones.network import test_url
from workshop_desk.phones.ports import PORTS

_SIGNS = {Grade.OK: "ok  ", Grade.WARN: "look", Grade.BAD: "BAD ", Grade.UNKNOWN: "?   "}


@click.command(epilog=EXIT_CODES)
@data_option
@language_option
@click.option("--silent", is_flag=True, help="Do not play the bell.")
@click.option(
    "--phone",
    type=click.IntRange(0, 600),
    default=0,
    metavar="SECONDS",
    help="Wait that long for one phone to open the test address; 0 for not at all.",
)
@click.pass_context
def doctor(context: click.Context, data: Path, lang: str | None, phone: int, *, silent: bool) -> None:
    """Look whether this laptop is ready for a room; exit 1 if something is bad.

    Screen, sound, address, firewall, one phone, power, disk and letters: the same looks and sentences as
    "Prepare the room" at the desk, which keeps them with a session.
    """
    settings = _settings(data)
    t = Words(lang or settings.language)
    checks = _look(t, data, settings, silent=silent, phone=phone)
    for item in Item:
        for check in (one for one in checks if one.item is item):
            words = said(t, check)
            line = t("{item}: {finding}", item=item_title(t, item), finding=words.sentence)
            click.echo(f"{_SIGNS[check.grade]} {line}")
            if words.then:
                click.echo(f"     → {words.then}")
    bad = any(one.grade is Grade.BAD for one in checks)
    context.exit(Exit.LOST if bad else Exit.DONE)


def _look(t: Words, data: Path, settings: Settings, *, silent: bool, phone: int) -> list[Check]:
    # Loaded here: where Qt cannot load, the rest is looked at all the same.
    if not qt_is_there():
        return [found(Finding.SCREEN_UNSEEN), found(Finding.FONTS_MISSING, families="Qt")]
    visible = display.has_display()
    if not visible:
        display.use_offscreen()
    from workshop_desk.app import probes  # noqa: PLC0415
    from workshop_desk.app.windows import application  # noqa: PLC0415
    from workshop_desk.desktop.screens import QtScreens  # noqa: PLC0415

    application(t.language)
    screens = QtScreens().all() if visible else ()
    unseen = found(Finding.SCREEN_UNSEEN)
    checks = [
        probes.look_at_screens(screens, settings) if visible else unseen,
        probes.look_at_letters(),
        probes.look_at_disk(data),
        probes.look_at_sound(wanted=settings.sound and not silent),
        *probes.look_at_network(settings, PORTS[0]),
        probes.look_at_power(),
    ]
    return [*checks, _try_phone(phone) if phone else found(Finding.PHONE_UNTRIED)]


def _settings(data: Path) -> Settings:
    """Return the settings of the file, the usual ones where there is none yet or it cannot be read."""
    if not data.exists():
        return Settings()
    try:
        with Lookup(data) as lookup:
            return lookup.settings()
    except WorldError:
        return Settings()


def _try_phone(seconds: int) -> Check:
    """Serve the test address from a file of its own, and wait for a phone."""
    with tempfile.TemporaryDirectory(prefix="workshop-desk-") as folder:
        try:
            with Workshop(Path(folder) / "trial.sqlite", MachineMoments()) as workshop:
                return _wait(workshop, seconds)
        except WorldError:
            return found(Finding.PHONE_PORTS)


def _wait(workshop: Workshop, seconds: int) -> Check:
    came = threading.Event()

    def told(state: NetworkState) -> None:
        if state.proven:
            came.set()

    workshop.on_network = told
    state = workshop.start_phones()
    if state.address in {"", NOT_FOR_PHONES}:
        return found(Finding.PHONE_NONE)
    click.echo(test_url(state.address, state.port).lower(), err=True)
    begun = workshop.moments.now()
    if not came.wait(seconds):
        return found(Finding.PHONE_NONE)
    waited = workshop.moments.now().since(begun)
    return found(Finding.PHONE_CAME, seconds=max(1, round(waited)))
