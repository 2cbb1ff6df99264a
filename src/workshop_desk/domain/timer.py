"""A step's timer as anchors: nothing ticks here, every figure is computed from a moment."""

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import assert_never

from workshop_desk.domain.units import MINUTE, Instant, Moment, Seconds

# Amber at 20 % left within 30 s and 5 min, red at 10 % left within 15 s and 1 min: methods.md 11.3.
SOON_SHARE, SOON_MIN, SOON_MAX = 0.20, 30.0, 300.0
LAST_SHARE, LAST_MIN, LAST_MAX = 0.10, 15.0, 60.0

NOTICE = Seconds(10.0)
"""How long before it goes on by itself a step says so, past zero."""

LATE_NOTICE = Seconds(5.0)
"""How long after the notice a step may still go on by itself: whoever slept through it decides anew."""


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


class TimerMode(StrEnum):
    """Which way a timer counts."""

    DOWN = "down"
    UP = "up"
    UNTIL = "until"  # down to a time of day, whatever happens before it


class AtZero(StrEnum):
    """What happens when the time is up."""

    KEEP = "keep"  # it goes on counting, as overtime
    HOLD = "hold"  # it stands at zero
    PROPOSE = "propose"  # it goes on counting, and the desk proposes what comes next
    GO_ON = "go_on"  # what comes next begins after a notice that can be called off


@dataclass(frozen=True, slots=True)
class Timer:
    """A timer of `planned + added` seconds.

    `started` is the first start. While running, the time since `anchor` counts on top of `banked`.
    `until` is the time of day that an UNTIL timer counts to; what was added comes on top of it. A
    `hard` end stops a pitch: the stage turns red, and `questions` seconds of questions follow at once.
    """

    planned: Seconds
    added: Seconds = Seconds(0)
    state: TimerState = TimerState.WAITING
    started: Moment | None = None
    anchor: Moment | None = None
    banked: Seconds = Seconds(0)
    mode: TimerMode = TimerMode.DOWN
    until: Instant | None = None
    at_zero: AtZero = AtZero.KEEP
    hard: bool = False
    questions: Seconds = Seconds(0)

    @property
    def length(self) -> Seconds:
        """Return the planned time with what was added or taken, at least 0."""
        return Seconds(max(0.0, self.planned + self.added))

    @property
    def planned_whole(self) -> Seconds:
        """Return the planned time with the questions after it; none for what was put in under way."""
        return Seconds(self.planned + self.asked if self.planned else 0.0)

    @property
    def asked(self) -> Seconds:
        """Return the time for questions after a hard end, which a soft one does not have."""
        return self.questions if self.hard else Seconds(0)

    @property
    def target(self) -> Instant | None:
        """Return the instant that the timer counts to, None unless it counts to a time of day."""
        if self.mode is not TimerMode.UNTIL or self.until is None:
            return None
        return Instant(self.until + timedelta(seconds=self.added))

    def elapsed(self, now: Moment) -> Seconds:
        """Return how long the timer has run, pauses left out; one that holds stops at its length."""
        ran = float(self.banked)
        if self.state is TimerState.RUNNING and self.anchor is not None:
            ran = max(0.0, self.banked + now.since(self.anchor))
        if self.holds:
            ran = min(ran, max(float(self.length), float(self.banked)))
        return Seconds(ran)

    @property
    def holds(self) -> bool:
        """Tell whether it stops counting once its time is up; an hour of the day comes anyway."""
        return self.at_zero is AtZero.HOLD and self.mode is TimerMode.DOWN

    def remaining(self, now: Moment) -> Seconds:
        """Return the time left; negative in overtime, which one that holds does not have."""
        target = self.target
        left = (target - now.utc).total_seconds() if target else self.length - self.elapsed(now)
        stands = self.at_zero is AtZero.HOLD and self.mode is not TimerMode.UP
        return Seconds(max(0.0, left) if stands else left)

    def left_with_questions(self, now: Moment) -> Seconds:
        """Return the time left with the questions after a hard end; negative once both are over."""
        return Seconds(self.remaining(now) + self.asked)

    def ends(self, now: Moment) -> Instant | None:
        """Return when its time is up if all goes on as it does, None while that moves away."""
        if self.target is None and (self.state is not TimerState.RUNNING or not self.length):
            return None
        return self.target or Instant(now.utc + timedelta(seconds=self.remaining(now)))

    def whole(self, now: Moment) -> Seconds:
        """Return what is the whole of the time: to a time of day, from the start to it."""
        target = self.target
        if target is None:
            return self.length
        begun = self.started.utc if self.started is not None else now.utc
        return Seconds(max(0.0, (target - begun).total_seconds()))

    def shown(self, now: Moment) -> Seconds:
        """Return what the digits say: the time left, or for a timer that counts up the time taken."""
        return self.elapsed(now) if self.mode is TimerMode.UP else self.remaining(now)

    def share_left(self, now: Moment) -> float:
        """Return the share of the time that is left, 1 to 0: what the ring shows."""
        whole = self.whole(now)
        return min(1.0, max(0.0, self.remaining(now) / whole)) if whole > 0 else 0.0

    def phase(self, now: Moment) -> TimerPhase:
        """Return what the room sees now."""
        match self.state:
            case TimerState.WAITING:
                return TimerPhase.WAITING
            case TimerState.PAUSED | TimerState.STOPPED:
                return TimerPhase.PAUSED
            case TimerState.RUNNING:
                return self._running_phase(now)
            case _:
                assert_never(self.state)

    def _running_phase(self, now: Moment) -> TimerPhase:
        if self.mode is TimerMode.UP and not self.length:
            return TimerPhase.RUNNING
        soon, last = thresholds(self.whole(now))
        remaining = self.remaining(now)
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
    """Round for every face alike: up while time is left, down in overtime, so that 0 lasts a second."""
    return math.ceil(remaining) if remaining > 0 else -math.floor(-remaining)


def whole_seconds_taken(elapsed: Seconds) -> int:
    """Round what counts up, as overtime is: down, so that with what is left it makes up the length."""
    return -whole_seconds(Seconds(-elapsed))


def to_next_second(shown: Seconds, *, counts_up: bool = False) -> Seconds:
    """Return how long the digits of a running timer stay as they are: up to their next boundary."""
    past = shown % 1.0
    if counts_up:
        return Seconds(1.0 - past)
    return Seconds(past if past > 0 else 1.0)


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


def settle(timer: Timer, now: Moment) -> Timer:
    """Return the timer with what it has run put aside, so that how it counts on may change."""
    if timer.anchor is None:
        return timer
    return replace(timer, banked=timer.elapsed(now), anchor=now)


def add(timer: Timer, seconds: Seconds, now: Moment) -> Timer:
    """Add time, or take some with a negative number, in any state; the length never goes below 0.

    One that stands at zero goes on from there, not from where it would be had it not been held.
    """
    timer = settle(timer, now) if timer.holds else timer
    least = -timer.planned if timer.mode is not TimerMode.UNTIL else -math.inf
    return replace(timer, added=Seconds(max(timer.added + seconds, least)))


def backdate(timer: Timer, seconds: Seconds, now: Moment) -> Timer:
    """Say that the timer really started `seconds` before it did; a waiting one starts at once."""
    begun = timer if timer.started else start(timer, now)
    begun = settle(begun, now) if begun.holds else begun
    ran = begun.banked + seconds
    if begun.holds:
        ran = min(ran, max(float(begun.length), float(begun.banked)))
    assert begun.started is not None
    return replace(begun, started=begun.started.back(seconds), banked=Seconds(ran))


def give_back(timer: Timer, seconds: Seconds, now: Moment) -> Timer:
    """Take out time that passed while nobody was there to use it; never more than the timer ran."""
    ran = timer.banked + (now.since(timer.anchor) if timer.anchor is not None else 0.0)
    return replace(timer, banked=Seconds(timer.banked - min(seconds, max(0.0, ran))))


def is_done(timer: Timer, now: Moment) -> bool:
    """Tell whether a running timer's time is up, and that of the questions after it."""
    return timer.phase(now) is TimerPhase.OVER and timer.left_with_questions(now) <= 0


def goes_on(timer: Timer, now: Moment) -> Seconds | None:
    """Return in how long what comes next begins by itself, None where it does not.

    Only a running timer that has just reached zero goes on, after the questions where some follow.
    Past the notice, as after the laptop's sleep, it is for the facilitator to say.
    """
    if timer.at_zero is not AtZero.GO_ON or not is_done(timer, now):
        return None
    left = NOTICE + timer.left_with_questions(now)
    return Seconds(max(0.0, left)) if left > -LATE_NOTICE else None


def minutes(count: float) -> Seconds:
    """Return so many minutes as seconds."""
    return Seconds(count * MINUTE)
