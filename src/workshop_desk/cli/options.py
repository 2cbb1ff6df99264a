"""Options and exit codes that several commands share."""

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import Any

import click

from workshop_desk.base.paths import data_file


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    LOST = 1  # a rehearsal lost or doubled an answer, or a check found something
    USAGE = 2  # click: the command was typed wrongly
    WORLD = 3  # the machine is in the way: disk, file, port, missing libraries
    REFUSED = 4  # what was asked cannot be done now


EXIT_CODES = (
    "Exit codes: 0 done; 1 something was lost or a check failed; 2 wrong usage; "
    "3 the machine is in the way (file, disk, port, missing libraries); 4 cannot be done now."
)

Command = Callable[..., Any]


def data_option(command: Command) -> Command:
    """Add `--data FILE`."""
    return click.option(
        "--data",
        type=click.Path(dir_okay=False, path_type=Path),
        default=data_file,
        show_default="the platform's folder for user data",
        help="The SQLite file that holds everything.",
    )(command)


def language_option(command: Command) -> Command:
    """Add `--lang fr|en`."""
    return click.option(
        "--lang", type=click.Choice(["fr", "en"]), default=None, help="French or English."
    )(command)
