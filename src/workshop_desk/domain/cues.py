"""What the room hears of the clocks: each boundary once, and nothing of what lies well behind.

The signals and when they are given are methods.md 11.4. Every one has its twin on the stage.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.timer import AtZero, Timer, TimerMode, TimerState, thresholds
from workshop_desk.domain.units import Moment, Seconds

STALE = Seconds(2.0)
"""How long after a boundary its signal still means something: after sleep there is no burst."""

TOGETHER = Seconds(1.0)
"""Within this time the same signal is given once, however many tables it is for."""


class Cue(StrEnum):
    """A signal that can be heard; its value is its sound's file name."""

    SOON = "soon"
    START = "start"
    ROTATION = "rotation"
    END = "end"
    GONG = "gong"


_WEIGHTY = tuple(Cue)
"""From the least to the one that is heard where several are due at once."""

_IN_SILENCE = frozenset({Cue.ROTATION, Cue.END, Cue.GONG})
"""What may break a silence: it ends it, or a round of it."""

Mark = tuple[str, str]
"""A boundary: whose clock, and which of its boundaries."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What lay behind at the last look, and when each signal was last given."""

    passed: frozenset[Mark] = frozenset()
    given: Mapping[Cue, Moment] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Passed:
    """A boundary that lies behind, for so many seconds; `runs` tells whether its clock still does."""

    mark: Mark
    cue: Cue
    since: float
    runs: bool


def listen(room: Room | None, heard: Heard | None, now: Moment) -> tuple[Heard, Cue | None]:
    """Return what to remember and the signal to give now; with nothing remembered there is none."""
    if room is None or room.session.state is not SessionState.OPEN:
        return Heard(), None
    loud = {one.mark: one for one in _of_step(room, now)}
    aside = {one.mark: one for one in _beside(room, now, ClockRole.SIDE)}
    passed = frozenset((*loud, *aside))
    if heard is None:
        return Heard(passed), None
    if room.step is not None and room.step.muted:
        loud = {}
    silent = any(activity.silent for activity in room.open_activities)
    due = {
        one.cue
        for mark, one in (*loud.items(), *aside.items())
        if mark not in heard.passed and one.runs and one.since <= STALE
        if one.cue in _IN_SILENCE or not silent
    }
    cue = max(due, key=_WEIGHTY.index, default=None)
    if cue is None or _just_given(heard, cue, now):
        return replace(heard, passed=passed), None
    return Heard(passed, {**heard.given, cue: now}), cue


def _just_given(heard: Heard, cue: Cue, now: Moment) -> bool:
    last = heard.given.get(cue)
    return last is not None and now.since(last) < TOGETHER


def _of_step(room: Room, now: Moment) -> Iterator[_Passed]:
    step = room.step
    if step is not None:
        yield from _behind(step.id, step.timer, step.rounds, now)
        yield from _beside(room, now, ClockRole.GROUP, ClockRole.TURN)


def _beside(room: Room, now: Moment, *roles: ClockRole) -> Iterator[_Passed]:
    for role in roles:
        for clock in clocks_of(room, role):
            yield from _behind(clock.id, clock.timer, None, now)


def _behind(owner: str, timer: Timer, rounds: Rounds | None, now: Moment) -> Iterator[_Passed]:
    """Yield the boundaries of a clock that lie behind."""
    if timer.started is None:
        return
    runs = timer.state is TimerState.RUNNING
    for name, cue, since in _boundaries(timer, timer.started, rounds, now):
        if since >= 0:
            yield _Passed((owner, name), cue, since, runs)


def _boundaries(
    timer: Timer, started: Moment, rounds: Rounds | None, now: Moment
) -> Iterator[tuple[str, Cue, float]]:
    """Yield all boundaries of a clock with the seconds for which they lie behind, negative ahead."""
    yield "start", Cue.START, now.since(started)
    if timer.mode is TimerMode.UP and not timer.length:
        return
    # One that stands at zero has reached it all the same, and at a certain time.
    counting = replace(timer, at_zero=AtZero.KEEP)
    over = -counting.remaining(now)
    if rounds is not None:
        yield from _of_rounds(rounds, counting.elapsed(now))
    else:
        yield "soon", Cue.SOON, over + thresholds(timer.whole(now))[0]
    yield "end", Cue.GONG if timer.hard else Cue.END, over
    if timer.hard and timer.questions > 0:
        yield "questions", Cue.END, over - timer.questions


def _of_rounds(rounds: Rounds, elapsed: Seconds) -> Iterator[tuple[str, Cue, float]]:
    begun = 0.0
    for number in range(rounds.count):
        length = rounds.length_of(number)
        end = begun + length
        yield f"soon {number}", Cue.SOON, elapsed - end + thresholds(length)[0]
        if number + 1 < rounds.count:
            yield f"turn {number}", Cue.ROTATION, elapsed - end
            begun = end + rounds.change
            if rounds.change > 0:
                yield f"round {number + 1}", Cue.START, elapsed - begun
