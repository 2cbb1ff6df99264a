"""`workshop-desk sessions`: what the file holds."""

import json
from pathlib import Path

import click

from workshop_desk.cli.exits import EXIT_CODES
from workshop_desk.cli.options import data_option
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.units import Language
from workshop_desk.live.lookup import Lookup


@click.command(epilog=EXIT_CODES)
@data_option
@click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a table.")
def sessions(data: Path, as_json: bool) -> None:
    """List the sessions of the file, newest first."""
    if not data.exists():
        click.echo("[]" if as_json else "No sessions yet.")
        return
    with Lookup(data) as file:
        lines = file.sessions()
    if as_json:
        click.echo(json.dumps([_record(line) for line in lines], ensure_ascii=False, indent=1))
    elif not lines:
        click.echo("No sessions yet.")
    else:
        for line in lines:
            when = line.planned_start or line.opened or line.created
            click.echo(
                f"{line.code}  {when:%Y-%m-%d}  {line.state.value:<8} {line.people:>4} people  "
                f"{line.title}  ({line.method_title.in_language(Language('en'))})"
            )


def _record(line: SessionLine) -> dict[str, object]:
    return {
        "session": line.id,
        "code": line.code,
        "title": line.title,
        "method": line.method,
        "state": line.state.value,
        "language": line.language,
        "people": line.people,
        "expected": line.expected,
        "planned_seconds": line.planned,
        "open_actions": line.open_actions,
        "created": line.created.isoformat(),
        "opened": line.opened.isoformat() if line.opened else None,
        "closed": line.closed.isoformat() if line.closed else None,
    }
