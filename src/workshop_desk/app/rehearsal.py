"""A rehearsal put together: a workshop at speed, a crowd in its own process, pictures and papers."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from workshop_desk.app.files import make_papers
from workshop_desk.app.workshop import PATIENCE, Workshop
from workshop_desk.base.resources import resources
from workshop_desk.domain.units import Language
from workshop_desk.exports.kinds import ExportKind
from workshop_desk.live.crowd import Orders, Outcome, crowd
from workshop_desk.live.rehearse import PretendedFacilitator, Scene
from workshop_desk.live.tally import Tally, tally
from workshop_desk.methods.schema import Method

GOODBYE = 20.0
"""Real seconds that the crowd has to notice the end."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to rehearse; `speed` is how many times faster than real the clock runs."""

    method: Method
    people: int
    speed: float
    language: Language
    out: Path
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it; `errors` are what pretended people met, in their words."""

    tally: Tally
    files: tuple[Path, ...]
    errors: tuple[str, ...]


def rehearse(
    workshop: Workshop, wish: Wish, show: Callable[[Scene], None], stop: threading.Event
) -> Result:
    """Play a whole session on a started workshop; `show` is called at each scene and may take long."""
    preset = next((one.id for one in wish.method.presets if one.id == "standard"), "")
    title = wish.method.name.in_language(wish.language)
    plan = workshop.new_plan(wish.method, preset, title, wish.language, expected=wish.people)
    workshop.ask(plan)
    room = workshop.open_session(plan.session.id)
    orders = Orders(
        host=workshop.network.address,
        port=workshop.network.port,
        code=room.session.code,
        people=wish.people,
        language=wish.language,
        speed=wish.speed,
        seed=wish.seed,
        lines=resources() / "rehearsal" / f"{wish.language}.toml",
    )
    facilitator = PretendedFacilitator(
        workshop.live, speed=wish.speed, people=wish.people, show=show, stop=stop
    )
    outcome = _play(orders, facilitator)
    workshop.stop_phones()
    on_disk = workshop.read(plan.session.id).result(PATIENCE)
    files = tuple(
        path for kind in ExportKind for path in make_papers(kind, on_disk, wish.language, wish.out)
    )
    return Result(tally(outcome, on_disk), files, outcome.errors)


def _play(orders: Orders, facilitator: PretendedFacilitator) -> Outcome:
    """Send the crowd in, run the plan, close, and hear from the crowd; the process always ends."""
    spawn = get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=crowd, args=(orders, there), name="crowd")
    process.start()
    there.close()
    try:
        facilitator.run()
        facilitator.close()
        return _heard(here)
    finally:
        here.close()
        process.join(GOODBYE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()


def _heard(results: Connection) -> Outcome:
    """Return what the crowd tells at its end; one that died tells nothing, and that is told."""
    if results.poll(GOODBYE):
        try:
            outcome: Outcome = results.recv()
        except EOFError:
            pass
        else:
            return outcome
    return Outcome(0, (), 0, 0, ("The pretended crowd did not come back.",))
