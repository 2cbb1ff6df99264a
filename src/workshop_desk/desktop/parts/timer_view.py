"""What a timer shows at one moment: digits, word, shape and arc, the same for desk and stage."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from workshop_desk.domain.rounds import RoundNow, round_at
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import (
    AtZero,
    Timer,
    TimerMode,
    TimerPhase,
    TimerState,
    thresholds,
    to_next_second,
    whole_seconds,
    whole_seconds_taken,
)
from workshop_desk.domain.units import MINUTE, Moment, Seconds
from workshop_desk.i18n.dates import timer_digits
from workshop_desk.i18n.words import Words

_MANY_MINUTES = 30
_OVER_TURN = 600.0


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer at one moment; from one second to the next it is the same.

    `left` is the share of time left, 1 to 0; `over` the share of a ten-minute turn in overtime.
    `widest` are the widest digits that this step's timer can show now. `ticks` are the places of the
    minute marks as shares of elapsed time.
    """

    phase: TimerPhase
    left: float
    over: float
    digits: str
    widest: str
    word: str
    ticks: tuple[float, ...]

    @property
    def sentence(self) -> str:
        """Return what a screen reader says."""
        return f"{self.digits} · {self.word}"


def timer_view(timer: Timer, now: Moment, t: Words) -> TimerView:
    """Return what a timer shows at a moment, in a language."""
    phase = timer.phase(now)
    if timer.hard and phase is TimerPhase.OVER:
        return _after_hard_end(timer, now, t)
    remaining, whole = timer.remaining(now), timer.whole(now)
    rounded = whole_seconds(remaining)
    held = phase is TimerPhase.OVER and timer.at_zero is AtZero.HOLD
    digits = _digits(timer, now, phase)
    endless = timer.mode is TimerMode.UP and not timer.length
    return TimerView(
        phase=phase,
        left=1.0 if endless else min(1.0, max(0, rounded) / whole) if whole > 0 else 0.0,
        over=0.0 if held or endless else min(1.0, max(0, -rounded) / _OVER_TURN),
        digits=digits,
        widest=_widest(digits, whole),
        word=t("Time is up") if held else timer_word(phase, whole, t),
        ticks=_ticks(float(whole)),
    )


def step_view(step: Step, now: Moment, t: Words) -> TimerView:
    """Return what a step's timer shows: within rounds, the current one or the change after it."""
    place = round_now(step, now)
    if place is None:
        return timer_view(step.timer, now, t)
    view = timer_view(round_timer(step.timer, place, now), now, t)
    if place.changing and step.timer.state is TimerState.RUNNING:
        # A change is short: it would be red all along.
        view = replace(view, phase=TimerPhase.RUNNING, word=t("Turning"))
    return view


def round_now(step: Step, now: Moment) -> RoundNow | None:
    """Return where a step's rounds stand, None where it has none."""
    return round_at(step.rounds, step.timer.elapsed(now)) if step.rounds is not None else None


def round_timer(timer: Timer, place: RoundNow, now: Moment) -> Timer:
    """Return the timer of one round, as if it had a timer of its own."""
    up = timer.mode is TimerMode.UP
    return replace(
        timer,
        planned=place.length,
        added=Seconds(0),
        banked=Seconds(place.length - place.left),
        anchor=now if timer.state is TimerState.RUNNING else None,
        mode=TimerMode.UP if up else TimerMode.DOWN,
        until=None,
    )


def questions_left(timer: Timer, now: Moment) -> Seconds:
    """Return what is left of the questions that follow a hard end, at least 0."""
    return Seconds(max(0.0, timer.left_with_questions(now)))


def seconds_to_digits(timer: Timer, now: Moment) -> Seconds | None:
    """Return in how long a timer's digits change, None while they stand."""
    moves = timer.state is TimerState.RUNNING
    if timer.target is not None:
        # The time of day comes nearer whether the timer was started or not.
        moves = timer.state is not TimerState.STOPPED
    if not moves:
        return None
    if timer.mode is TimerMode.UP:
        return to_next_second(timer.elapsed(now), counts_up=True)
    remaining = timer.remaining(now)
    if remaining <= 0 and timer.hard:
        left = timer.left_with_questions(now)
        # The digits stand then, but the notice beside them counts on.
        return to_next_second(left) if left > 0 or timer.at_zero is AtZero.GO_ON else None
    if remaining <= 0 and timer.at_zero is AtZero.HOLD:
        return None
    return to_next_second(remaining)


def timer_word(phase: TimerPhase, length: Seconds, t: Words) -> str:
    """Return the word that goes with a phase; the last minute of a short step has its own."""
    match phase:
        case TimerPhase.WAITING:
            return t("Not started")
        case TimerPhase.RUNNING:
            return t("Running")
        case TimerPhase.SOON:
            return t("Nearly done")
        case TimerPhase.LAST:
            return t("Last minute") if thresholds(length)[1] >= MINUTE else t("Wrap up")
        case TimerPhase.OVER:
            return t("Over time")
        case TimerPhase.PAUSED:
            return t("Paused")
        case _:
            assert_never(phase)


def _after_hard_end(timer: Timer, now: Moment, t: Words) -> TimerView:
    """Return the questions that follow a hard end by themselves; there is no overtime."""
    left = whole_seconds(questions_left(timer, now))
    digits = timer_digits(left)
    return TimerView(
        phase=TimerPhase.OVER,
        left=min(1.0, left / timer.questions) if timer.questions > 0 else 0.0,
        over=0.0,
        digits=digits,
        widest=_widest(digits, timer.questions),
        word=t("Questions") if left else t("Time is up"),
        ticks=_ticks(float(timer.questions)),
    )


def _digits(timer: Timer, now: Moment, phase: TimerPhase) -> str:
    if timer.mode is TimerMode.UP:
        return timer_digits(whole_seconds_taken(timer.elapsed(now)))
    rounded = whole_seconds(timer.remaining(now))
    if timer.at_zero is AtZero.HOLD:
        return timer_digits(max(0, rounded))
    digits = timer_digits(rounded)
    return f"+{digits}" if phase is TimerPhase.OVER and not digits.startswith("+") else digits


def _widest(digits: str, length: Seconds) -> str:
    usual = timer_digits(whole_seconds(length))
    longer = digits if len(digits) > len(usual) else usual
    return "".join("0" if character.isdigit() else character for character in longer)


@lru_cache(maxsize=256)
def _ticks(length: float) -> tuple[float, ...]:
    """Return where the minutes lie, counted back from the end so that the last one is whole."""
    minutes = length / MINUTE
    every = 1 if minutes <= _MANY_MINUTES else 5 if minutes <= 6 * _MANY_MINUTES else 30
    count = int(minutes // every)
    if count <= 0:
        return (0.0,)
    places = {round(1 - number * every / minutes, 6) for number in range(1, count + 1)}
    return tuple(sorted(places | {0.0}))
