"""A facilitator who does whatever comes to mind: the time of the session always adds up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.domain.making import attempt
from tests.samples import START
from tests.shows import Show, plain_step
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.beside import clocks_of, turn_now
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.notices import notice
from workshop_desk.domain.nudges import nudge
from workshop_desk.domain.recovery import recoveries
from workshop_desk.domain.refusals import Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds, round_at
from workshop_desk.domain.rules.decide import decide
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.steps import StepKind, StepState
from workshop_desk.domain.timer import AtZero, TimerMode, TimerState
from workshop_desk.domain.timing import timing
from workshop_desk.domain.units import AbsenceId, ClockId, Instant, Moment, Seconds, StepId

numbers = st.integers(0, 9)
changes = st.sampled_from((-3000.0, -60.0, -1.0, 30.0, 300.0, 4000.0))

FINE = {
    Why.NO_STEP, Why.AT_START, Why.AT_END, Why.UNKNOWN_STEP, Why.STEP_PASSED, Why.UNKNOWN_CLOCK,
    Why.TOO_MANY_CLOCKS, Why.NOTHING_TO_UNDO, Why.CHANGED_SINCE, Why.NOT_NOW, Why.BAD_VALUE,
    Why.TIME_NOT_POSITIVE, Why.TIME_TOO_LONG, Why.SESSION_CLOSED,
}  # fmt: skip


class Shows(RuleBasedStateMachine):
    """Steps, clocks, naps and restarts in any order."""

    @initialize(closing=st.booleans())
    def begin(self, closing: bool) -> None:
        back = START + timedelta(minutes=50)
        self.show = Show({"a": 10, "b": 15, "pause": 10, "c": 20}, breaks={"pause": back})
        self.passed, self.set_by = 0.0, 0.0
        self.new = 0
        self.closing = closing

    @property
    def room(self) -> Room:
        return self.show.room

    def step(self, number: int) -> StepId:
        known = [step.id for step in self.room.steps]
        return known[number % len(known)] if known else StepId("nowhere")

    def do(self, command: ask.RoomCommand) -> bool:
        """Ask for something; what can be undone leads back to how plan and clocks were."""
        before = self.room
        why = attempt(self.show, command)
        assert why is None or why in FINE, why
        if self.room.changes > before.changes:
            back = decide(self.room, plans.Undo(self.room.changes), self.show.now).room
            called_off = isinstance(command, plans.GoOn)
            for step, was in zip(back.steps, before.steps, strict=True):
                timer = step.timer
                if called_off and timer != was.timer:
                    timer = replace(timer, at_zero=was.timer.at_zero)
                assert timer == was.timer
                assert replace(step, timer=timer, activities=was.activities) == was
            assert back.clocks == before.clocks
            assert back.absences == before.absences
            assert back.session == before.session
            assert back.past == before.past
            told = timing(back, self.show.now).steps, timing(before, self.show.now).steps
            ran = [[round(one.ran, 3) for one in steps] for steps in told]
            assert called_off or ran[0] == ran[1]
        return why is None

    @rule(seconds=st.floats(0.1, 2000))
    def time_passes(self, seconds: float) -> None:
        self.show.wait(seconds=seconds)
        self.passed += seconds

    @rule(seconds=st.floats(3, 2000), give_back=st.sampled_from((None, True, False)))
    def the_laptop_sleeps(self, seconds: float, give_back: bool | None) -> None:
        began = self.show.now.utc
        self.time_passes(seconds)
        self.new += 1
        identity = AbsenceId(f"absence-{self.new}")
        note = plans.NoteAbsence(identity, AbsenceCause.SLEPT, began, Seconds(seconds))
        if self.do(note) and give_back is not None:
            self.do(plans.AnswerAbsence(identity, give_back))

    @rule(seconds=st.integers(-4000, 4000))
    def the_wall_clock_is_set(self, seconds: int) -> None:
        utc = Instant(self.show.now.utc + timedelta(seconds=seconds))
        self.show.now = replace(self.show.now, utc=utc)
        self.set_by += seconds

    @rule()
    def the_program_starts_again(self) -> None:
        self.show.room = replace(self.room, past=())

    @precondition(lambda self: self.room.session.state is SessionState.OPEN)
    @rule(seconds=st.floats(3, 500))
    def the_machine_starts_again(self, seconds: float) -> None:
        seen = self.show.now
        self.new += 1
        self.passed += seconds
        utc = Instant(seen.utc + timedelta(seconds=seconds))
        self.show.now = Moment(utc, Seconds(5.0), f"again-{self.new}")
        self.show.room = replace(self.room, past=())
        cause, identity = AbsenceCause.CLOSED, AbsenceId(f"absence-{self.new}")
        assert self.do(plans.NoteAbsence(identity, cause, seen.utc, Seconds(seconds), seen))

    @rule(
        command=st.sampled_from(
            (
                *(ask.Advance(), ask.Advance(), ask.GoBack(), ask.StartTimer(), ask.StartTimer()),
                *(ask.PauseTimer(), plans.Undo(), plans.Undo(), plans.NextTurn(), plans.NextTurn()),
            )
        )
    )
    def run_it(self, command: ask.RoomCommand) -> None:
        self.do(command)

    @rule(number=numbers)
    def jump(self, number: int) -> None:
        self.do(ask.GoTo(self.step(number)))

    @rule(number=numbers)
    def go_on(self, number: int) -> None:
        self.do(plans.SetPace(self.step(number), at_zero=AtZero.GO_ON))
        step = self.room.step
        if step is not None:
            left = step.timer.remaining(self.show.now) + 10
            if left > 0:
                self.time_passes(left + 0.5)
            self.do(plans.GoOn(step.id))

    @rule(seconds=changes, number=st.one_of(st.none(), numbers))
    def add(self, seconds: float, number: int | None) -> None:
        step = self.step(number) if number is not None else None
        self.do(ask.AddTime(Seconds(seconds), step))

    @rule(seconds=changes)
    def it_started_earlier(self, seconds: float) -> None:
        self.do(ask.BackdateStart(Seconds(seconds)))

    @rule(number=numbers, at_zero=st.sampled_from(AtZero), mode=st.sampled_from(TimerMode))
    def pace(self, number: int, at_zero: AtZero, mode: TimerMode) -> None:
        until = Instant(self.show.now.utc + timedelta(minutes=9)) if mode is TimerMode.UNTIL else None
        self.do(plans.SetPace(self.step(number), mode, until, at_zero))

    @rule(number=numbers, count=st.integers(0, 5), each=st.sampled_from((-1.0, 30.0, 240.0)))
    def rounds(self, number: int, count: int, each: float) -> None:
        wanted = Rounds(count, Seconds(each), Seconds(10.0)) if count else None
        self.do(plans.SetRounds(self.step(number), wanted))

    @rule(number=numbers, seconds=st.sampled_from((0.0, 1.0, 600.0, 3000.0)))
    def length(self, number: int, seconds: float) -> None:
        self.do(plans.SetLengths(((self.step(number), Seconds(seconds)),)))

    @rule(change=st.sampled_from((plans.DropStep, plans.SkipStep)), number=numbers)
    def leave_out(self, change: Callable[[StepId], ask.RoomCommand], number: int) -> None:
        self.do(change(self.step(number)))

    @rule(number=numbers, place=numbers)
    def move(self, number: int, place: int) -> None:
        self.do(plans.MoveStep(self.step(number), place))

    @rule(place=numbers, minutes=st.sampled_from((0, 5, 12)))
    def insert(self, place: int, minutes: int) -> None:
        self.new += 1
        step = plain_step(self.show.planned, f"new-{self.new}", minutes, StepKind.TALK)
        self.do(plans.InsertStep(step, place))

    @rule(role=st.sampled_from(ClockRole), count=st.integers(1, 3))
    def more_clocks(self, role: ClockRole, count: int) -> None:
        self.new += 1
        seconds = Seconds(0.0 if role is ClockRole.TURN else 90.0)
        ids = [ClockId(f"clock-{self.new}-{number}") for number in range(count)]
        new = tuple(plans.NewClock(one, one, seconds) for one in ids)
        self.do(plans.AddClocks(role, new))

    @rule(
        number=numbers,
        change=st.sampled_from(
            (
                plans.StartClocks,
                plans.StartClocks,
                plans.PauseClocks,
                plans.ResetClocks,
                plans.DropClocks,
            )
        ),
    )
    def work_clocks(self, number: int, change: Callable[..., ask.RoomCommand]) -> None:
        self.do(change(tuple(self.room.clocks)[number:]))
        self.do(plans.AddToClocks(tuple(self.room.clocks)[:number], Seconds(20.0)))

    @precondition(lambda self: self.closing)
    @rule(chance=numbers)
    def close(self, chance: int) -> None:
        if chance == 0:
            self.do(ask.CloseSession())

    @invariant()
    def it_adds_up(self) -> None:
        if not hasattr(self, "show"):
            return
        room, now = self.room, self.show.now
        whole = timing(room, now)
        if room.session.state is SessionState.OPEN:
            self.total = self.passed
        assert whole.total == pytest.approx(self.total, abs=1.0)
        assert whole.beside >= 0
        for one in whole.steps:
            assert one.ran >= 0
            assert one.held >= 0
            assert one.over >= 0

    @invariant()
    def nothing_is_out_of_place(self) -> None:
        if not hasattr(self, "show"):
            return
        room, now = self.room, self.show.now
        assert [step.position for step in room.steps] == list(range(len(room.steps)))
        here = sum(step.state is StepState.CURRENT for step in room.steps)
        assert here == (room.session.place is Place.STEPS)
        assert [visit.position for visit in room.visits] == list(range(len(room.visits)))
        for step in room.steps:
            assert step.timer.elapsed(now) >= 0
            if step.state is not StepState.CURRENT:
                assert step.timer.state is not TimerState.RUNNING
            if step.rounds is not None:
                round_at(step.rounds, step.timer.elapsed(now))
        running = [one for one in clocks_of(room, ClockRole.TURN) if one.timer.anchor is not None]
        assert not running or turn_now(room) in running
        for clock in room.clocks.values():
            assert clock.timer.elapsed(now) >= 0
            assert clock.step is None or clock.step in {step.id for step in room.steps}
        ahead = forecast(room, now)
        assert room.session.closed or ahead.expected_end >= now.utc
        for way in recoveries(room, now):
            assert way.late >= 0
            assert all(cut.after < cut.before for cut in way.cuts)
        nudge(room, now)
        notice(room, now)


Shows.TestCase.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
TestShows = Shows.TestCase
