"""When the session will end, and how far it is from its plan; computed from a moment, never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import Instant, Moment, Seconds, StepId

ANOTHER_DAY = timedelta(hours=12)
"""How far from its planned start a session that runs was planned for another day."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When a step was to begin and end, and when it did or is expected to."""

    planned_start: Instant
    planned_end: Instant
    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Forecast:
    """What to expect if every step ahead takes its time.

    `planned_end` counts the margin, `behind` does not: eating the margin is being late already.
    `behind` is negative when ahead. `starts` holds the expected start of each step ahead, `slots` the
    times of all that are not left out.
    """

    planned_end: Instant
    expected_end: Instant
    behind: Seconds
    starts: Mapping[StepId, Instant]
    slots: Mapping[StepId, Slot]


def forecast(room: Room, now: Moment) -> Forecast:
    """Return what the rest of the plan makes of the time left.

    A session without a planned start is measured from its first step's real one: people who gather in
    the lobby are not late. So is one that runs on another day than it was planned for. A break that
    ends at a fixed time absorbs delay before anything else.
    """
    start = _start(room, now)
    planned = _planned(room.steps, start)
    reached, expected = _expected(room, now, start)
    end_of_plan = _last(room, planned, start)
    slots = {step: Slot(*planned[step], *span) for step, span in expected.items() if step in planned}
    ahead = (step for step in room.steps if step.state is StepState.AHEAD and step.id in expected)
    return Forecast(
        planned_end=Instant(end_of_plan + timedelta(seconds=room.session.margin)),
        expected_end=Instant(reached),
        behind=Seconds((reached - end_of_plan).total_seconds()),
        starts={step.id: expected[step.id][0] for step in ahead},
        slots=slots,
    )


def planned_end(room: Room, now: Moment) -> datetime:
    """Return when the last step was to end, without the margin."""
    start = _start(room, now)
    return _last(room, _planned(room.steps, start), start)


def planned_length(room: Room) -> Seconds:
    """Return the planned time of a session: its steps, the margin, and what is held for its end."""
    steps = sum(step.timer.planned_whole for step in room.steps)
    return Seconds(steps + room.session.margin + room.session.held)


def time_taken(step: Step, now: Moment) -> Seconds:
    """Return how long a step really took, or has taken so far."""
    if step.started is None:
        return Seconds(0)
    return Seconds(max(0.0, ((step.ended or now.utc) - step.started).total_seconds()))


Span = tuple[Instant, Instant]


def put_off(room: Room, now: Moment) -> bool:
    """Tell whether the session runs, or waits to begin, on another day than it was planned for."""
    planned, begun = room.session.planned_start, _begun(room)
    if planned is None:
        return False
    if begun is None:
        return room.session.closed is None and now.utc - planned > ANOTHER_DAY
    return abs(begun - planned) > ANOTHER_DAY


def _begun(room: Room) -> Instant | None:
    return next((step.started for step in room.steps if step.started is not None), None)


def _start(room: Room, now: Moment) -> Instant:
    planned = None if put_off(room, now) else room.session.planned_start
    return planned or _begun(room) or Instant(now.utc)


def _last(room: Room, planned: Mapping[StepId, Span], start: Instant) -> datetime:
    last = max((end for _, end in planned.values()), default=start)
    return last + timedelta(seconds=room.session.held)


def _planned(steps: Sequence[Step], start: datetime) -> Mapping[StepId, Span]:
    """Return when each step was to begin and end, those left out included: they were planned."""
    spans, reached = {}, start
    for step in steps:
        clock = step.timer  # without what was added
        # What was put in under way was not planned, whatever hour it ends at.
        put_in = not clock.planned
        end = reached if put_in else _until(clock.until, reached, clock.planned, clock.planned)
        end += timedelta(seconds=clock.planned_whole - clock.planned)
        spans[step.id] = (Instant(reached), Instant(end))
        reached = end
    return spans


def _expected(room: Room, now: Moment, start: Instant) -> tuple[datetime, Mapping[StepId, Span]]:
    """Return the expected end, and when each step began and ended or will."""
    spans: dict[StepId, Span] = {}
    closed = room.session.closed
    if closed is not None:
        reached: datetime = closed
    else:
        reached = max(now.utc, start) if room.session.place is Place.LOBBY else now.utc
    for step in room.steps:
        match step.state:
            case StepState.DONE:
                begun = step.started or now.utc
                spans[step.id] = (begun, step.ended or begun)
            case StepState.CURRENT:
                left = timedelta(seconds=max(0.0, step.timer.left_with_questions(now)))
                spans[step.id] = (step.started or now.utc, Instant(reached + left))
                reached += left
            case StepState.AHEAD if closed is None:
                # The room may have been in it before, and gone back: what it used then is used.
                length = Seconds(max(0.0, step.timer.length - step.timer.elapsed(now)))
                end = _until(step.timer.target, reached, length, step.shortest)
                end += timedelta(seconds=step.timer.asked)
                spans[step.id] = (Instant(reached), Instant(end))
                reached = end
            case _:
                continue
    return reached, spans


def _until(target: Instant | None, begin: datetime, length: Seconds, shortest: Seconds) -> datetime:
    """Return when a step that begins then will end; one with a fixed end gives up what it can."""
    if target is not None:
        return max(target, begin + timedelta(seconds=shortest))
    return begin + timedelta(seconds=length)
