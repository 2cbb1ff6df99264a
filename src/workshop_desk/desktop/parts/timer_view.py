"""What a timer shows at one moment: digits, word, shape and arc, the same for desk and stage."""

from dataclasses import dataclass
from typing import assert_never

from workshop_desk.domain.timer import Timer, TimerPhase, thresholds, whole_seconds
from workshop_desk.domain.units import MINUTE, Moment, Seconds
from workshop_desk.i18n.dates import timer_digits
from workshop_desk.i18n.words import Words

_MANY_MINUTES = 30
_OVER_TURN = 600.0


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer at one moment.

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
    remaining = timer.remaining(now)
    length = float(timer.length)
    digits = timer_digits(whole_seconds(remaining))
    if phase is TimerPhase.OVER and not digits.startswith("+"):
        digits = f"+{digits}"
    return TimerView(
        phase=phase,
        left=min(1.0, max(0.0, remaining / length)) if length > 0 else 0.0,
        over=min(1.0, max(0.0, -remaining) / _OVER_TURN),
        digits=digits,
        widest=_widest(digits, timer.length),
        word=timer_word(phase, timer.length, t),
        ticks=_ticks(length),
    )


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


def _widest(digits: str, length: Seconds) -> str:
    usual = timer_digits(whole_seconds(length))
    longer = digits if len(digits) > len(usual) else usual
    return "".join("0" if character.isdigit() else character for character in longer)


def _ticks(length: float) -> tuple[float, ...]:
    """Return where the minutes lie, counted back from the end so that the last one is whole."""
    minutes = length / MINUTE
    every = 1 if minutes <= _MANY_MINUTES else 5 if minutes <= 6 * _MANY_MINUTES else 30
    count = int(minutes // every)
    if count <= 0:
        return (0.0,)
    places = {round(1 - number * every / minutes, 6) for number in range(1, count + 1)}
    return tuple(sorted(places | {0.0}))
