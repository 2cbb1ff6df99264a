"""Opening the desk: the windows, with every reason why they cannot show said in a sentence."""

import gc
from pathlib import Path

import click

from workshop_desk.app import display
from workshop_desk.cli.options import Exit


def open_desk(data: Path, language: str | None) -> int:
    """Open the facilitator's window and stay until it is closed; return the exit code."""
    if not qt_is_there():
        return Exit.WORLD
    if not display.has_display():
        click.echo("There is no display here: nothing can be shown. Use 'workshop-desk host'.", err=True)
        return Exit.WORLD
    # Until the desk has settled: what is made to start it is there to stay, none of it is garbage.
    gc.disable()
    # Qt loads here and not above: every other command works on machines that cannot load it.
    from workshop_desk.app.windows import run_desk  # noqa: PLC0415

    return run_desk(data, language)


def qt_is_there() -> bool:
    """Tell whether Qt can load; if not, name the missing packages in one sentence."""
    missing = display.lacks()
    if missing:
        click.echo(
            "Windows need system packages that are not here. Please run: "
            f"sudo apt-get install {' '.join(missing)}",
            err=True,
        )
    return not missing
