"""How to end on time after all: what to shorten, as a proposal that changes nothing by itself."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import TimerMode
from workshop_desk.domain.units import MINUTE, Moment, Seconds, StepId


@dataclass(frozen=True, slots=True)
class Cut:
    """A step and its length before and after."""

    step: StepId
    before: Seconds
    after: Seconds


@dataclass(frozen=True, slots=True)
class Recovery:
    """Steps to shorten; `late` is what would still be missing, 0 when it is enough."""

    cuts: tuple[Cut, ...]
    late: Seconds

    @property
    def enough(self) -> bool:
        """Tell whether the session would end on time."""
        return self.late <= 0


def recoveries(room: Room, now: Moment) -> tuple[Recovery, ...]:
    """Return the ways to end at the planned end, the best first; none while that is in reach anyway.

    First the single step that can give all that is missing with the largest part of its time left,
    then all steps together, each in proportion to what it can give down to its shortest useful time
    (whole minutes), then other single steps. What decides, breaks with a fixed end, and what has
    begun are never shortened, nor what would only make a break with a fixed end longer. If nothing is
    enough, all of them together come first.
    """
    missing = _late(room, now)
    if missing < MINUTE:
        return ()
    able = [
        step
        for step in room.steps
        if _slack(step) >= MINUTE and missing - _late(_shortened(room, _cut(step)), now) >= MINUTE
    ]
    if not able:
        return ()
    shared = _together(room, able, missing, now)
    single = [one for step in able if (one := _alone(room, step, missing, now)).enough]
    single.sort(key=lambda one: one.cuts[0].after / one.cuts[0].before, reverse=True)
    if not single:
        return (shared,)
    if len(shared.cuts) == 1:
        return tuple(single)
    return (single[0], shared, *single[1:])


def _slack(step: Step) -> float:
    """Return how many seconds a step can give, in whole minutes."""
    fixed = step.decides or step.timer.mode is TimerMode.UNTIL or step.rounds is not None
    if step.state is not StepState.AHEAD or fixed:
        return 0.0
    return max(0.0, (step.timer.length - step.shortest) // MINUTE * MINUTE)


def _late(room: Room, now: Moment) -> float:
    """Return by how many seconds the session would miss its planned end."""
    expected = forecast(room, now)
    return (expected.expected_end - expected.planned_end).total_seconds()


def _cut(step: Step, minutes: float = math.inf) -> Cut:
    """Return a step shortened by so many minutes, or as far as it goes."""
    taken = min(_slack(step), minutes * MINUTE)
    return Cut(step.id, step.timer.length, Seconds(step.timer.length - taken))


def _shortened(room: Room, *cuts: Cut) -> Room:
    """Return the room as it would be."""
    after = {cut.step: cut.after for cut in cuts}
    steps = tuple(
        replace(step, timer=replace(step.timer, added=Seconds(after[step.id] - step.timer.planned)))
        if step.id in after
        else step
        for step in room.steps
    )
    return replace(room, steps=steps)


def _recovery(room: Room, now: Moment, *cuts: Cut) -> Recovery:
    return Recovery(cuts, Seconds(max(0.0, _late(_shortened(room, *cuts), now))))


def _alone(room: Room, step: Step, missing: float, now: Moment) -> Recovery:
    """Return what this step alone can do, in whole minutes."""
    return _least(room, now, missing, _slack(step), lambda minutes: (_cut(step, minutes),))


def _together(room: Room, able: Sequence[Step], missing: float, now: Moment) -> Recovery:
    """Return what all steps together can do, in whole minutes."""
    most = sum(_slack(step) for step in able)
    return _least(room, now, missing, most, lambda minutes: _shares(able, minutes))


def _least(
    room: Room, now: Moment, missing: float, most: float, cuts: Callable[[int], Sequence[Cut]]
) -> Recovery:
    """Return the least that is enough, or all there is: a break in between may take some of it."""
    for minutes in range(math.ceil(missing / MINUTE), math.floor(most / MINUTE)):
        one = _recovery(room, now, *cuts(minutes))
        if one.enough:
            return one
    return _recovery(room, now, *cuts(math.floor(most / MINUTE)))


def _shares(able: Sequence[Step], wanted: int) -> tuple[Cut, ...]:
    """Return minutes from all in proportion, by largest remainder, so that they add up as wanted."""
    slack = {step.id: _slack(step) / MINUTE for step in able}
    whole = sum(slack.values())
    ideal = {key: wanted * one / whole for key, one in slack.items()}
    given = {key: one // 1 for key, one in ideal.items()}
    by_rest = sorted(ideal, key=lambda key: ideal[key] - given[key], reverse=True)
    for key in by_rest[: round(wanted - sum(given.values()))]:
        given[key] += 1
    return tuple(_cut(step, given[step.id]) for step in able if given[step.id] > 0)
