"""Opening the desk: the windows, with every reason why they cannot show said in a sentence."""

import gc
import sys
from pathlib import Path

from workshop_desk.app import display
from workshop_desk.cli.exits import Exit


def open_desk(data: Path, language: str | None) -> int:
    """Open the facilitator's window and stay until it is closed; return the exit code."""
    if not qt_is_there():
        return Exit.WORLD
    if not display.has_display():
        tell("There is no display here: nothing can be shown. Use 'workshop-desk host'.")
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
        tell(
            "Windows need system packages that are not here. Please run: "
            f"sudo apt-get install {' '.join(missing)}"
        )
    return not missing


def tell(sentence: str) -> None:
    """Say a sentence where errors are said; a program started by its icon may have no such place."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
