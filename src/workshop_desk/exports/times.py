"""Where the time went, in whole seconds that add up, the same for every paper, table and screen."""

from dataclasses import dataclass, replace

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timing import StepTime, timing
from workshop_desk.domain.units import Instant, Moment, Seconds


@dataclass(frozen=True, slots=True)
class WholeTime:
    """One step's time in whole seconds: `ran` and `held` make up `taken`, `over` is a part of `ran`."""

    step: Step
    planned: int
    added: int
    ran: int
    held: int
    over: int
    skipped: bool

    @property
    def taken(self) -> int:
        """Return how long the room was in the step."""
        return self.ran + self.held


@dataclass(frozen=True, slots=True)
class WholeTimes:
    """A session's time in whole seconds: `beside` and what the steps took make up `total`."""

    steps: tuple[WholeTime, ...]
    beside: int

    @property
    def total(self) -> int:
        """Return the time from opening to closing, or to the last change."""
        return self.beside + sum(one.taken for one in self.steps)


def whole_times(room: Room) -> WholeTimes:
    """Return where the time went, up to the closing or to the last moment that was written down.

    What is rounded is the moment at which each part ends, so that no second is lost between them.
    """
    exact = timing(room, last_moment(room))
    reached: float = exact.beside
    beside = ended = round(reached)
    steps = []
    for step, time in zip(room.steps, exact.steps, strict=True):
        reached += time.taken
        taken = round(reached) - ended
        ended += taken
        steps.append(_whole(step, time, taken))
    return WholeTimes(tuple(steps), beside)


def last_moment(room: Room) -> Moment:
    """Return the closing, or the last moment at which the room moved or a clock was started."""
    moments = [visit.entered for visit in room.visits]
    if room.session.closed is None:
        timers = [step.timer for step in room.steps]
        moments += [one for timer in timers for one in (timer.started, timer.anchor) if one]
    known = max(moments, key=lambda one: one.utc, default=None)
    if known is None or (room.session.closed is not None and not room.visits):
        instant = room.session.closed or room.session.opened or room.session.created
        return Moment(Instant(instant), Seconds(0), "")
    return known


def last_presence(room: Room) -> Moment:
    """Return the closing, or the last moment at which the room moved or someone came or left."""
    known = last_moment(room)
    written = max((event.written for event in room.presence.events), default=known.utc)
    return replace(known, utc=max(known.utc, written))


def _whole(step: Step, time: StepTime, taken: int) -> WholeTime:
    ran = min(taken, round(time.ran))
    if not round(time.held):
        ran = taken  # A rounding of the whole is no pause.
    return WholeTime(
        step=step,
        planned=round(time.planned),
        added=round(time.added),
        ran=ran,
        held=taken - ran,
        over=min(ran, round(time.over)),
        skipped=time.skipped,
    )
