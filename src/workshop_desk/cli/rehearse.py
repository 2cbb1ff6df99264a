"""`workshop-desk rehearse`: a whole session with pretended people, and what it proves."""

import tempfile
import threading
from pathlib import Path

import click

from workshop_desk.app import display
from workshop_desk.app.rehearsal import Result, Wish
from workshop_desk.app.rehearsal import rehearse as play
from workshop_desk.app.workshop import Workshop
from workshop_desk.base import clock
from workshop_desk.cli.desk import qt_is_there
from workshop_desk.cli.exits import EXIT_CODES, Exit
from workshop_desk.cli.methods import the_method
from workshop_desk.cli.options import language_option
from workshop_desk.domain.units import Instant, Language
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.live.rehearse import Scene

LOOPBACK = "127.0.0.1"


@click.command(epilog=EXIT_CODES)
@click.option("--method", "method_id", default="codev", show_default=True, help="The method's id.")
@click.option("--people", type=click.IntRange(1, 200), default=8, show_default=True)
@click.option(
    "--speed",
    type=click.FloatRange(1, 3600),
    default=60,
    show_default=True,
    help="How many times faster than real.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out/rehearsal"),
    show_default=True,
    help="Where papers and pictures go.",
)
@click.option("--headless", is_flag=True, help="Paint in memory even where there is a display.")
@click.option(
    "--data",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="Play into this file; by default into one that is thrown away.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The chance of the crowd.")
@language_option
@click.pass_context
def rehearse(
    context: click.Context,
    method_id: str,
    people: int,
    speed: float,
    out: Path,
    headless: bool,
    data: Path | None,
    seed: int,
    lang: str | None,
) -> None:
    """Play a whole session with pretended people who join and answer over real HTTP.

    Ends with the papers, a picture of the stage per scene, and a report. Exit 1 if an answer was lost
    or counted twice.
    """
    wish = Wish(the_method(method_id), people, speed, Language(lang or "fr"), out, seed)
    with tempfile.TemporaryDirectory(prefix="workshop-desk-") as folder:
        file = data or Path(folder) / "rehearsal.sqlite"
        moments = FastMoments(speed, Instant(clock.now_utc()))
        click.echo(
            f"Rehearsing {wish.method.name.in_language(Language('en'))} with {people} people, "
            f"{speed:g} times faster than real."
        )
        result = _with_pictures(Workshop(file, moments, address=LOOPBACK), wish, headless=headless)
    _report(result, out)
    figures = result.tally
    whole = figures is not None and figures.whole and figures.people == people
    context.exit(Exit.DONE if whole else Exit.LOST)


def _with_pictures(workshop: Workshop, wish: Wish, *, headless: bool) -> Result:
    """Play with the windows where they can be seen, painted in memory otherwise, or without."""
    if headless or not display.has_display():
        if not headless:
            click.echo("There is no display here: the stage is painted in memory.")
        display.use_offscreen()
    if not qt_is_there():
        click.echo("Going on without pictures of the stage.")
        with workshop:
            return play(workshop, wish, _no_picture, threading.Event())
    # Qt loads here and not above: a machine without its libraries still rehearses.
    from workshop_desk.app.shown import run_rehearsal  # noqa: PLC0415

    return run_rehearsal(workshop, wish, shown=display.has_display() and not headless)


def _no_picture(scene: Scene) -> None:
    click.echo(f"  {scene.number:02d} {scene.name}")


def _report(result: Result, out: Path) -> None:
    papers = [path.name for path in result.files]
    click.echo(f"\nPapers and pictures in {out}: {', '.join(papers)}")
    for error in result.errors[:10]:
        click.echo(f"  {error}", err=True)
    figures = result.tally
    if figures is None:
        return
    click.echo(
        f"People {figures.people} · answers sent {figures.sent}, acknowledged "
        f"{figures.acknowledged}, stored {figures.stored}, lost {figures.lost}, duplicates "
        f"{figures.duplicates} ({figures.resent} were sent twice on purpose)"
    )
    click.echo(
        f"Answer time p50 {figures.p50:.0f} ms, p95 {figures.p95:.0f} ms, p99 {figures.p99:.0f} ms"
    )
    click.echo("Nothing was lost." if figures.whole else "SOMETHING WAS LOST OR COUNTED TWICE.")
