"""`workshop-desk check`: is the file whole, is every method right, is every word there."""

from pathlib import Path

import click

from workshop_desk.cli.exits import EXIT_CODES, Exit
from workshop_desk.cli.options import data_option
from workshop_desk.i18n import complaints as words
from workshop_desk.i18n.words import LANGUAGES
from workshop_desk.methods.catalogue import all_methods
from workshop_desk.store import integrity


@click.command(epilog=EXIT_CODES)
@data_option
@click.pass_context
def check(context: click.Context, data: Path) -> None:
    """Check the file, every method and every word; exit 1 if anything is wrong."""
    methods = all_methods()
    found = [str(one) for one in methods.complaints]
    click.echo(f"Methods: {len(methods.known)} read, {len(methods.complaints)} complaints.")
    missing = [line for language in LANGUAGES for line in words.complaints(language)]
    click.echo(f"Words: {', '.join(LANGUAGES)}; {len(missing)} complaints.")
    found += missing
    if data.exists():
        broken = integrity.complaints(data)
        click.echo(f"File: {data}: {'whole' if not broken else 'NOT WHOLE'}.")
        found += broken
    else:
        click.echo(f"File: {data}: not there yet.")
    for line in found:
        click.echo(f"  {line}", err=True)
    context.exit(Exit.LOST if found else Exit.DONE)
