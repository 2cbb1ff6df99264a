"""Which part of the session the room was in, from when: together they make up the whole of its time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workshop_desk.domain.units import Moment, Seconds, SessionId, StepId


@dataclass(frozen=True, slots=True)
class Visit:
    """From `entered` on, up to the next visit, the room was in a step; None: before or after them."""

    session: SessionId
    position: int
    step: StepId | None
    entered: Moment


def time_in(visits: Sequence[Visit], step: StepId | None, until: Moment) -> Seconds:
    """Return how long the room was in a step, all visits together."""
    ends = [visit.entered for visit in visits[1:]] + [until]
    spans = zip(visits, ends, strict=True)
    return Seconds(sum(end.since(visit.entered) for visit, end in spans if visit.step == step))


def moved(visits: tuple[Visit, ...], session: SessionId, step: StepId | None, now: Moment) -> Visit:
    """Return the visit that begins when the room goes somewhere else."""
    return Visit(session, len(visits), step, now)


def came_back(visits: Sequence[Visit]) -> bool:
    """Tell whether the room had been where it is before, and elsewhere since."""
    here = visits[-1].step
    stays = [visit.step == here for visit in visits]
    # A visit that was taken back leaves two of the same step one after the other: that is one stay.
    return sum(now and not before for before, now in pairwise((False, *stays))) > 1


def begun_earlier(visits: tuple[Visit, ...], at: Moment) -> tuple[Visit, ...]:
    """Return the visits that change when the last one began earlier; those before it end by then."""
    first = visits[0].entered
    if at.since(first) <= 0:
        at = first
    return tuple(
        replace(visit, entered=at)
        for visit in visits[1:]
        if visit is visits[-1] or visit.entered.since(at) > 0
    )
