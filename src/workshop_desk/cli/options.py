"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from workshop_desk.base.paths import data_file

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
