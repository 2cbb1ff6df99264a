"""`workshop-desk export`: a session's papers and data as files."""

from pathlib import Path

import click

from workshop_desk.app.entrances import entrance_to_come
from workshop_desk.app.files import write_whole
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.cli.exits import EXIT_CODES
from workshop_desk.cli.host import find_session
from workshop_desk.cli.options import data_option, language_option
from workshop_desk.domain.units import Language
from workshop_desk.exports.kinds import ExportKind
from workshop_desk.exports.table import NOWHERE
from workshop_desk.exports.table import export as make_files
from workshop_desk.i18n.zones import local_zone
from workshop_desk.live.lookup import Lookup


@click.command(epilog=EXIT_CODES)
@click.argument("kind", type=click.Choice([one.value for one in ExportKind]))
@click.argument("session")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="A folder, or for a single file its name.",
)
@data_option
@language_option
def export(kind: str, session: str, out: Path, data: Path, lang: str | None) -> None:
    """Write the papers of SESSION (id or code).

    The sheet is signed for training actions and has the hours of arrival for others; the blank one is
    for pens, before the session or during it.
    """
    if not data.exists():
        raise WorldError(Trouble.FILE_GONE, str(data))
    with Lookup(data) as lookup:
        room = lookup.room(find_session(lookup.sessions(), session))
        settings = lookup.settings()
    language, wanted = Language(lang or room.session.language), ExportKind(kind)
    entrance = NOWHERE
    if wanted is ExportKind.POSTER:
        entrance = entrance_to_come(room.session.code, settings)
    files = make_files(wanted, room, language, local_zone(), entrance)
    single = bool(out.suffix) and not out.is_dir() and len(files) == 1
    for file in files:
        click.echo(str(write_whole(out if single else out / file.name, file.data)))
    if not files:
        click.echo("There is nothing to write for this session.", err=True)
