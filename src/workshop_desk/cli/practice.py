"""`workshop-desk practice`: rehearse by hand, in windows, with pretended people."""

from pathlib import Path

import click

from workshop_desk.app import display
from workshop_desk.base.ids import new_code, new_id
from workshop_desk.cli.desk import qt_is_there
from workshop_desk.cli.exits import EXIT_CODES, Exit
from workshop_desk.cli.methods import the_method
from workshop_desk.cli.options import data_option, language_option
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language, SessionId
from workshop_desk.live.lookup import Lookup
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.planning import plan


@click.command(epilog=EXIT_CODES)
@data_option
@click.option("--session", default="", help="The id of a planned session; by default a new one.")
@click.option("--method", "method_id", default="codev", show_default=True, help="The method's id.")
@click.option("--preset", default="", help="A preset of the method; none for its usual minutes.")
@click.option("--title", default="", help="What it is called; the method's name otherwise.")
@click.option("--people", type=click.IntRange(3, 60), default=8, show_default=True)
@click.option(
    "--speed",
    type=click.IntRange(1, 60),
    default=1,
    show_default=True,
    help="How many times faster than real.",
)
@click.option("--watched", is_flag=True, hidden=True, help="Go when the input ends.")
@language_option
@click.pass_context
def practice(
    context: click.Context,
    data: Path,
    session: str,
    method_id: str,
    preset: str,
    title: str,
    people: int,
    speed: int,
    watched: bool,
    lang: str | None,
) -> None:
    """Rehearse by hand: desk and stage as they are on the day, with pretended people.

    Settings and plan are read from the file of `--data`, which stays as it is; nothing is kept.
    """
    if not qt_is_there():
        context.exit(Exit.WORLD)
    # The desk that watches has shown that windows are possible here.
    if not watched and not display.has_display():
        click.echo("There is no display here. Use 'workshop-desk rehearse'.", err=True)
        context.exit(Exit.WORLD)
    # Qt loads here and not above: every other command works on machines that cannot load it.
    from workshop_desk.app.practice import Wish, practise  # noqa: PLC0415

    settings, room = Settings(), None
    if data.exists():
        settings, room = _known(data, session)
    if room is not None:
        practise(Wish(settings, room.session, room.steps, people, speed, watched))
        return
    method = the_method(method_id)
    language = Language(lang or settings.room_language)
    planned = plan(
        method,
        preset,
        title=title or method.name.in_language(language),
        language=language,
        settings=settings,
        now=MachineMoments().now().utc,
        code=new_code(CODE_LETTERS, CODE_LENGTH),
        new_id=new_id,
    )
    practise(Wish(settings, planned.session, planned.steps, people, speed, watched))


def _known(data: Path, session: str) -> tuple[Settings, Room | None]:
    """Read settings and the planned session; refused while a real one is open."""
    with Lookup(data) as file:
        if any(line.state is SessionState.OPEN for line in file.sessions()):
            raise Refusal(Why.OTHER_SESSION_OPEN)
        return file.settings(), file.room(SessionId(session)) if session else None
