"""A rehearsal put together: a workshop at speed, a crowd in its own process, pictures and papers."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workshop_desk.app.crowd import Crowd
from workshop_desk.app.files import make_papers
from workshop_desk.app.workshop import PATIENCE, Workshop
from workshop_desk.domain.units import Language
from workshop_desk.exports.kinds import AFTERWARDS
from workshop_desk.live.rehearse import PretendedFacilitator, Scene
from workshop_desk.live.tally import Tally, tally
from workshop_desk.methods.schema import Method


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
    """What came of it; `errors` are what pretended people met, in their words.

    `tally` is None where the crowd died and nobody can say what it sent.
    """

    tally: Tally | None
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
    workshop.open_session(plan.session.id)
    facilitator = PretendedFacilitator(
        workshop.live, speed=wish.speed, people=wish.people, show=show, stop=stop
    )
    with Crowd(workshop, wish.people, wish.language, wish.speed, wish.seed) as crowd:
        facilitator.run()
        facilitator.close()
        outcome = crowd.outcome()
    workshop.stop_phones()
    on_disk = workshop.read(plan.session.id).result(PATIENCE)
    files = tuple(
        path for kind in AFTERWARDS for path in make_papers(kind, on_disk, wish.language, wish.out)
    )
    if outcome is None:
        return Result(None, files, ("The pretended crowd died: what it sent is not known.",))
    return Result(tally(outcome, on_disk), files, outcome.errors)
