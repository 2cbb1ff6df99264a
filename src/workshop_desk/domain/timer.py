"""A step's timer as anchors: nothing ticks here, every figure is computed from a moment."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from workshop_desk.domain.units import MINUTE, Moment, Seconds

# Amber at 20 % left within 30 s and 5 min, red at 10 % left within 15 s and 1 min: methods.md 11.3.
SOON_SHARE, SOON_MIN, SOON_MAX = 0.20, 30.0, 300.0
LAST_SHARE, LAST_MIN, LAST_MAX = 0.10, 15.0, 60.0


class TimerState(StrEnum):
    """What the facilitator has done with the timer."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class TimerPhase(StrEnum):
    """What the room sees: state and time left together."""

    WAITING = "waiting"
    RUNNING = "running"
    SOON = "soon"
    LAST = "last"
    OVER = "over"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown of `planned + added` seconds.

    `started` is the first start. While running, the time since `anchor` counts on top of `banked`.
    """

    planned: Seconds
    added: Seconds = Seconds(0)
    state: TimerState = TimerState.WAITING
    started: Moment | None = None
    anchor: Moment | None = None
    banked: Seconds = Seconds(0)

    @property
    def length(self) -> Seconds:
        """Return the planned time with what was added or taken, at least 0."""
        return Seconds(max(0.0, self.planned + self.added))

    def elapsed(self, now: Moment) -> Seconds:
        """Return how long the timer has run, pauses left out."""
        if self.state is TimerState.RUNNING and self.anchor is not None:
            return Seconds(self.banked + now.since(self.anchor))
        return self.banked

    def remaining(self, now: Moment) -> Seconds:
        """Return the time left; negative in overtime."""
        return Seconds(self.length - self.elapsed(now))

    def phase(self, now: Moment) -> TimerPhase:
        """Return what the room sees now."""
        match self.state:
            case TimerState.WAITING:
                return TimerPhase.WAITING
            case TimerState.PAUSED | TimerState.STOPPED:
                return TimerPhase.PAUSED
            case TimerState.RUNNING:
                return _running_phase(self.length, self.remaining(now))
            case _:
                assert_never(self.state)


def _running_phase(length: Seconds, remaining: Seconds) -> TimerPhase:
    soon, last = thresholds(length)
    if remaining <= 0:
        return TimerPhase.OVER
    if remaining <= last:
        return TimerPhase.LAST
    return TimerPhase.SOON if remaining <= soon else TimerPhase.RUNNING


def thresholds(length: Seconds) -> tuple[Seconds, Seconds]:
    """Return the seconds left at which amber and red begin (methods.md 11.3)."""
    soon = min(max(SOON_SHARE * length, SOON_MIN), SOON_MAX)
    last = min(max(LAST_SHARE * length, LAST_MIN), LAST_MAX)
    return Seconds(soon), Seconds(last)


def whole_seconds(remaining: Seconds) -> int:
    """Round for every face alike: up while time is left, down in overtime, so that 0 lasts no time."""
    return math.ceil(remaining) if remaining > 0 else -math.floor(-remaining)


def start(timer: Timer, now: Moment) -> Timer:
    """Start a waiting timer or go on after a pause; a running one stays as it is."""
    if timer.state is TimerState.RUNNING:
        return timer
    return replace(timer, state=TimerState.RUNNING, started=timer.started or now, anchor=now)


def pause(timer: Timer, now: Moment) -> Timer:
    """Hold a running timer; any other stays as it is."""
    return _hold(timer, now, TimerState.PAUSED)


def stop(timer: Timer, now: Moment) -> Timer:
    """End the timer: its step is over."""
    if timer.state is TimerState.PAUSED:
        return replace(timer, state=TimerState.STOPPED)
    return _hold(timer, now, TimerState.STOPPED)


def _hold(timer: Timer, now: Moment, state: TimerState) -> Timer:
    if timer.state is not TimerState.RUNNING:
        return timer
    return replace(timer, state=state, banked=timer.elapsed(now), anchor=None)


def add(timer: Timer, seconds: Seconds) -> Timer:
    """Add time, or take some with a negative number, in any state; the length never goes below 0."""
    return replace(timer, added=Seconds(max(timer.added + seconds, -timer.planned)))


def backdate(timer: Timer, seconds: Seconds, now: Moment) -> Timer:
    """Say that the timer really started `seconds` before it did; a waiting one starts at once."""
    begun = timer if timer.started else start(timer, now)
    assert begun.started is not None
    return replace(
        begun,
        started=begun.started.back(seconds),
        banked=Seconds(begun.banked + seconds),
    )


def minutes(count: float) -> Seconds:
    """Return so many minutes as seconds."""
    return Seconds(count * MINUTE)
