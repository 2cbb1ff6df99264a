"""Where the time went: planned, added, run and held per step, which together make up the whole."""

from dataclasses import dataclass

from workshop_desk.domain.forecast import time_taken
from workshop_desk.domain.room import Room
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import Moment, Seconds, StepId
from workshop_desk.domain.visits import time_in


@dataclass(frozen=True, slots=True)
class StepTime:
    """One step's time in seconds.

    `ran` is what its timer counted, `held` what passed in the step without it: before it was started,
    in pauses, after it was stopped, and what was given back. `over` is the part of `ran` beyond what
    was planned and added.
    """

    step: StepId
    planned: Seconds
    added: Seconds
    ran: Seconds
    held: Seconds
    over: Seconds
    skipped: bool

    @property
    def taken(self) -> Seconds:
        """Return how long the room was in the step."""
        return Seconds(self.ran + self.held)


@dataclass(frozen=True, slots=True)
class Timing:
    """A session's time: its steps, and what passed before, between and after them."""

    steps: tuple[StepTime, ...]
    beside: Seconds

    @property
    def total(self) -> Seconds:
        """Return the time from opening to closing, or to now."""
        return Seconds(self.beside + sum(step.taken for step in self.steps))


def timing(room: Room, now: Moment) -> Timing:
    """Return where the time went, up to the closing or to now.

    Sessions from before visits were kept are told from the start and end of their steps.
    """
    visits = room.visits
    closed = room.session.state is SessionState.CLOSED
    until = visits[-1].entered if visits and closed else now
    steps = tuple(_step_time(room, step, until) for step in room.steps)
    beside = time_in(visits, None, until) if visits else _beside(room, steps, now)
    return Timing(steps, beside)


def _step_time(room: Room, step: Step, until: Moment) -> StepTime:
    clock = step.timer
    taken = time_in(room.visits, step.id, until) if room.visits else time_taken(step, until)
    ran = Seconds(min(taken, clock.elapsed(until)))
    return StepTime(
        step=step.id,
        planned=clock.planned,
        added=clock.added,
        ran=ran,
        held=Seconds(taken - ran),
        over=Seconds(max(0.0, ran - clock.length)),
        skipped=step.state is StepState.SKIPPED,
    )


def _beside(room: Room, steps: tuple[StepTime, ...], now: Moment) -> Seconds:
    opened, closed = room.session.opened, room.session.closed
    if opened is None:
        return Seconds(0)
    whole = ((closed or now.utc) - opened).total_seconds()
    return Seconds(max(0.0, whole - sum(step.taken for step in steps)))
