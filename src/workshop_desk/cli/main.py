"""`workshop-desk`: without a command it opens the desk."""

import gc
import sys
from pathlib import Path

import click

from workshop_desk.base.trouble import WorldError
from workshop_desk.cli.desk import open_desk
from workshop_desk.cli.options import EXIT_CODES, Exit, data_option, language_option
from workshop_desk.domain.refusals import Refusal
from workshop_desk.i18n.words import Words
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence


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


def main() -> None:
    """Run the command line; what cannot be done ends in one sentence, not in a traceback."""
    words = Words("en")
    try:
        code = workshop_desk(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = Exit.USAGE
    except click.Abort:
        code = Exit.DONE
    except WorldError as error:
        sentence = trouble_sentence(words, error.trouble)
        click.echo(f"{sentence} ({error.detail})" if error.detail else sentence, err=True)
        code = Exit.WORLD
    except Refusal as error:
        click.echo(refusal_sentence(words, error), err=True)
        code = Exit.REFUSED
    sys.exit(code or Exit.DONE)
