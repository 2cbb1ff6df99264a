"""How to end on time after all: what to shorten, as a proposal that changes nothing by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    begun are never shortened. If nothing is enough, all of them together come first.
    """
    expected = forecast(room, now)
    missing = (expected.expected_end - expected.planned_end).total_seconds()
    if missing < MINUTE:
        return ()
    able = [step for step in room.steps if _slack(step) >= MINUTE]
    shared = _shared(able, missing)
    single = [_single(step, missing) for step in able if _slack(step) >= missing]
    single.sort(key=lambda one: one.cuts[0].after / one.cuts[0].before, reverse=True)
    if not shared.cuts:
        return ()
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


def _single(step: Step, missing: float) -> Recovery:
    minutes = -(-missing // MINUTE)
    taken = min(_slack(step), minutes * MINUTE)
    cut = Cut(step.id, step.timer.length, Seconds(step.timer.length - taken))
    return Recovery((cut,), Seconds(max(0.0, missing - taken)))


def _shared(able: Sequence[Step], missing: float) -> Recovery:
    """Return whole minutes from all, by largest remainder, so that they add up to what is missing."""
    slack = {step.id: _slack(step) / MINUTE for step in able}
    whole = sum(slack.values())
    wanted = min(whole, -(-missing // MINUTE))
    if wanted <= 0:
        return Recovery((), Seconds(missing))
    ideal = {key: wanted * one / whole for key, one in slack.items()}
    given = {key: one // 1 for key, one in ideal.items()}
    by_rest = sorted(ideal, key=lambda key: ideal[key] - given[key], reverse=True)
    for key in by_rest[: round(wanted - sum(given.values()))]:
        given[key] += 1
    cuts = tuple(
        Cut(step.id, step.timer.length, Seconds(step.timer.length - given[step.id] * MINUTE))
        for step in able
        if given[step.id] > 0
    )
    return Recovery(cuts, Seconds(max(0.0, missing - wanted * MINUTE)))
