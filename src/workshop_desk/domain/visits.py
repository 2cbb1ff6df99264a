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
    """Return the visits that change when the last one really began at another moment.

    Where that is earlier, visits since become part of the same stay. The way back is measured from
    one to the one before, as only the moments of one boot can be compared; it ends at the first.
    """
    here = visits[-1]
    if at.since(here.entered) > 0:
        return (replace(here, entered=at),)
    missing, place = here.entered.since(at), len(visits) - 1
    gaps = [after.entered.since(before.entered) for before, after in pairwise(visits)]
    while place > 1 and missing > gaps[place - 1]:
        missing = Seconds(missing - gaps[place - 1])
        place -= 1
    if not place:
        return ()
    begun = visits[place].entered.back(min(missing, gaps[place - 1]))
    later = (replace(visit, step=here.step) for visit in visits[place + 1 :])
    return (replace(visits[place], step=here.step, entered=begun), *later)
