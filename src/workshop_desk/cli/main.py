"""`workshop-desk`: without a command it opens the desk."""

import gc
from pathlib import Path

import click

from workshop_desk.cli.desk import open_desk
from workshop_desk.cli.exits import EXIT_CODES, Exit
from workshop_desk.cli.options import data_option, language_option


class _Desk(click.Group):
    """The desk, with the other commands beside it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return sorted(_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        del ctx
        return _commands().get(cmd_name)


def _commands() -> dict[str, click.Command]:
    # Loaded when one of them is called: the desk would wait for the engines of the papers.
    from workshop_desk.cli.commands import COMMANDS  # noqa: PLC0415

    return COMMANDS


@click.group(
    cls=_Desk,
    invoke_without_command=True,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="workshop-desk")
@data_option
@language_option
@click.pass_context
def workshop_desk(context: click.Context, data: Path, lang: str | None) -> None:
    """Run a workshop in a room from one laptop.

    Without a command, the facilitator's desk opens.
    """
    if context.invoked_subcommand is None:
        context.exit(open_desk(data, lang))
    gc.enable()


def run() -> int:
    """Do what the command line asks for; return the exit code."""
    try:
        code: int | None = workshop_desk(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except click.Abort:
        return Exit.DONE
    return code or Exit.DONE
