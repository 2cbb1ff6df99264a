"""When the session will end, and how far it is from its plan; computed from a moment, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import Instant, Moment, Seconds, StepId


@dataclass(frozen=True, slots=True)
class Forecast:
    """What to expect if every step ahead takes its planned time.

    `planned_end` counts the margin, `behind` does not: eating the margin is being late already.
    `behind` is negative when ahead. `starts` holds the expected start of each step ahead.
    """

    planned_end: Instant
    expected_end: Instant
    behind: Seconds
    starts: Mapping[StepId, Instant]


def forecast(room: Room, now: Moment) -> Forecast:
    """Return what the rest of the plan makes of the time left.

    A session without a planned start is measured from its first step's real one: people who gather
    in the lobby are not late.
    """
    session = room.session
    begun = next((step.started for step in room.steps if step.started is not None), None)
    start = session.planned_start or begun or now.utc
    planned = sum(step.timer.planned for step in room.steps)
    reached, starts = _expected(room, now, start)
    end_of_plan = start + timedelta(seconds=planned)
    return Forecast(
        planned_end=Instant(end_of_plan + timedelta(seconds=session.margin)),
        expected_end=Instant(reached),
        behind=Seconds((reached - end_of_plan).total_seconds()),
        starts=starts,
    )


def time_taken(step: Step, now: Moment) -> Seconds:
    """Return how long a step really took, or has taken so far."""
    if step.started is None:
        return Seconds(0)
    return Seconds(max(0.0, ((step.ended or now.utc) - step.started).total_seconds()))


def _expected(room: Room, now: Moment, start: Instant) -> tuple[Instant, Mapping[StepId, Instant]]:
    """Return the expected end and the expected start of each step ahead."""
    if room.session.closed is not None:
        return room.session.closed, {}
    reached = max(now.utc, start) if room.session.place is Place.LOBBY else now.utc
    starts: dict[StepId, Instant] = {}
    current = room.step
    for step in room.steps:
        if current is not None and step.position < current.position:
            continue
        if step is current:
            left = max(0.0, step.timer.remaining(now))
        elif step.state is StepState.AHEAD:
            starts[step.id] = Instant(reached)
            left = step.timer.length
        else:
            left = 0.0
        reached = Instant(reached + timedelta(seconds=left))
    return reached, starts
