"""A timer through whatever may happen to it: what it says is what really passed while it ran."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.samples import START
from workshop_desk.domain import timer as clock
from workshop_desk.domain.timer import AtZero, Timer, TimerMode, TimerPhase, TimerState
from workshop_desk.domain.units import Instant, Moment, Seconds

spans = st.floats(0.0, 5000.0)
changes = st.integers(-4000, 4000)


@dataclass(frozen=True)
class World:
    """What really is: true seconds, how far the wall clock is off, which boot and when it began."""

    true: float = 0.0
    off: float = 0.0
    boot: int = 1
    booted: float = 0.0

    def moment(self) -> Moment:
        utc = Instant(START + timedelta(seconds=self.true + self.off))
        return Moment(utc, Seconds(self.true - self.booted + 7.0), f"boot-{self.boot}")

    def between(self, earlier: "World") -> float:
        """Return what can be known of the time since: all of it within a boot, else the wall's."""
        if self.boot == earlier.boot:
            return self.true - earlier.true
        return max(0.0, self.true + self.off - earlier.true - earlier.off)


@dataclass(frozen=True)
class Op:
    """Something done to the timer, and when."""

    at: World
    name: str
    seconds: float = 0.0


def told(ops: list[Op], planned: float, hold: bool, until: World) -> tuple[float, float]:
    """Return the seconds that ran and the length, by walking through all that was done."""
    ran, length, last, running, begun = 0.0, planned, World(), False, False
    for op in [*ops, Op(until, "look")]:
        if running:
            on = ran + op.at.between(last)
            ran = max(ran, min(on, length)) if hold else on
        last = op.at
        match op.name:
            case "start":
                running, begun = True, True
            case "pause" | "stop":
                running = False
            case "add":
                length = max(0.0, length + op.seconds)
            case "backdate":
                running, begun = running or not begun, True
                ran = max(ran, min(ran + op.seconds, length)) if hold else ran + op.seconds
            case "give back":
                ran -= min(op.seconds, ran)
            case _:
                pass
    return ran, length


class Timers(RuleBasedStateMachine):
    """Someone with a timer, a laptop that sleeps, and a clock that is set."""

    @initialize(planned=st.integers(0, 4000), hold=st.booleans())
    def begin(self, planned: int, hold: bool) -> None:
        self.world = World()
        self.planned, self.hold = float(planned), hold
        self.timer = Timer(Seconds(self.planned), at_zero=AtZero.HOLD if hold else AtZero.KEEP)
        self.ops: list[Op] = []
        self.past: list[tuple[Timer, list[Op]]] = []

    def do(self, changed: Timer, name: str, seconds: float = 0.0) -> None:
        self.past.append((self.timer, list(self.ops)))
        self.timer = changed
        self.ops.append(Op(self.world, name, seconds))

    @property
    def now(self) -> Moment:
        return self.world.moment()

    @rule(seconds=spans)
    def time_passes(self, seconds: float) -> None:
        """Let time pass; whether anyone looked meanwhile, or the window hung, is all the same."""
        self.world = replace(self.world, true=self.world.true + seconds)

    @rule(seconds=changes)
    def the_wall_clock_is_set(self, seconds: int) -> None:
        before = self.timer.elapsed(self.now), self.timer.remaining(self.now)
        same_boot = self.timer.anchor is None or self.timer.anchor.boot_id == self.now.boot_id
        self.world = replace(self.world, off=self.world.off + seconds)
        assert not same_boot or before == (self.timer.elapsed(self.now), self.timer.remaining(self.now))

    @rule()
    def start(self) -> None:
        self.do(clock.start(self.timer, self.now), "start")

    @rule()
    def pause(self) -> None:
        self.do(clock.pause(self.timer, self.now), "pause")

    @rule()
    def stop(self) -> None:
        self.do(clock.stop(self.timer, self.now), "stop")

    @rule(seconds=changes)
    def add(self, seconds: int) -> None:
        self.do(clock.add(self.timer, Seconds(seconds), self.now), "add", seconds)

    @rule(seconds=st.integers(0, 4000))
    def it_started_earlier(self, seconds: int) -> None:
        self.do(clock.backdate(self.timer, Seconds(seconds), self.now), "backdate", seconds)

    @precondition(lambda self: not self.hold)
    @rule(seconds=spans)
    def the_laptop_sleeps_and_the_time_is_given_back(self, seconds: float) -> None:
        running = self.timer.state is TimerState.RUNNING
        before = self.timer.elapsed(self.now)
        self.time_passes(seconds)
        if running:
            back = clock.give_back(self.timer, Seconds(seconds), self.now)
            self.do(back, "give back", seconds)
            assert self.timer.elapsed(self.now) == pytest.approx(before, abs=1e-3)

    @rule(seconds=spans)
    def more_is_given_back_than_ever_ran(self, seconds: float) -> None:
        if self.timer.anchor is None and not self.hold:
            more = Seconds(self.timer.elapsed(self.now) + seconds)
            self.do(clock.give_back(self.timer, more, self.now), "give back", more)
            assert self.timer.elapsed(self.now) == 0

    @rule(seconds=spans)
    def the_program_is_killed_and_comes_back(self, seconds: float) -> None:
        self.time_passes(seconds)
        self.past.clear()

    @rule(seconds=spans, set_meanwhile=st.sampled_from((0, 0, 0, -100, 3600)))
    def the_machine_starts_again(self, seconds: float, set_meanwhile: int) -> None:
        seen, true = self.now, self.world.true + seconds
        self.ops.append(Op(self.world, "look"))
        self.world = World(true, self.world.off + set_meanwhile, self.world.boot + 1, true)
        self.ops.append(Op(self.world, "look"))
        # As it is done when the absence is noted.
        self.timer = clock.settle(clock.settle(self.timer, seen), self.now)
        self.past.clear()

    @precondition(lambda self: getattr(self, "past", None))
    @rule()
    def undo(self) -> None:
        self.timer, self.ops = self.past.pop()

    @invariant()
    def it_says_what_passed(self) -> None:
        if not hasattr(self, "timer"):
            return
        ran, length = told(self.ops, self.planned, self.hold, self.world)
        elapsed, remaining = self.timer.elapsed(self.now), self.timer.remaining(self.now)
        assert elapsed >= 0
        assert elapsed == pytest.approx(ran, abs=1e-3)
        assert self.timer.length == pytest.approx(length)
        left = self.timer.length - elapsed
        assert remaining == pytest.approx(max(0.0, left) if self.hold else left)
        assert (self.timer.anchor is not None) == (self.timer.state is TimerState.RUNNING)
        assert 0 <= self.timer.share_left(self.now) <= 1
        over = self.timer.phase(self.now) is TimerPhase.OVER
        assert over == (self.timer.state is TimerState.RUNNING and remaining <= 0)

    @invariant()
    def an_hour_is_an_hour_whatever_happens(self) -> None:
        if not hasattr(self, "timer"):
            return
        hour = Instant(START + timedelta(hours=1))
        own = replace(self.timer, mode=TimerMode.UNTIL, until=hour, added=Seconds(0))
        until = replace(own, at_zero=AtZero.KEEP)
        left = (hour - self.now.utc).total_seconds()
        assert until.remaining(self.now) == left
        assert replace(until, at_zero=AtZero.HOLD).remaining(self.now) == max(0.0, left)
        later = replace(until, added=Seconds(90))
        assert later.remaining(self.now) == pytest.approx(until.remaining(self.now) + 90)


Timers.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestTimers = Timers.TestCase
