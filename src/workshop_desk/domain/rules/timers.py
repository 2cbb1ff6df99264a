"""What the facilitator does with the timers of steps."""

from dataclasses import replace

from workshop_desk.domain import rounds, timer
from workshop_desk.domain.agenda_commands import SetLengths, SetMuted, SetPace, SetRounds
from workshop_desk.domain.commands import AddTime, BackdateStart
from workshop_desk.domain.forecast import forecast
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import MOST_ROUNDS, Rounds
from workshop_desk.domain.rules.agenda import current, step_by_id
from workshop_desk.domain.rules.decision import Decision, with_steps
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import Timer, TimerMode
from workshop_desk.domain.units import DAY, Instant, Moment, Seconds, StepId
from workshop_desk.domain.visits import begun_earlier, came_back, time_in


def start_timer(room: Room, now: Moment) -> Decision:
    """Start, or go on after a pause."""
    return _with_timer(room, timer.start(current(room).timer, now))


def pause_timer(room: Room, now: Moment) -> Decision:
    """Hold."""
    return _with_timer(room, timer.pause(current(room).timer, now))


def add_time(room: Room, command: AddTime, now: Moment) -> Decision:
    """Add or take time; within rounds, to the round that runs."""
    check_change(command.seconds)
    step = _still_open(room, command.step) if command.step is not None else current(room)
    changed = replace(step, timer=timer.add(step.timer, command.seconds, now))
    if step.rounds is not None:
        number = rounds.round_at(step.rounds, step.timer.elapsed(now)).number
        longer = rounds.lengthen(step.rounds, number, command.seconds)
        added = Seconds(longer.length - step.timer.planned)
        changed = replace(step, rounds=longer, timer=replace(changed.timer, added=added))
    check_length(changed.timer.length, least=0.0)
    return with_steps(room, changed) if changed != step else Decision(room)


def backdate_start(room: Room, command: BackdateStart, now: Moment) -> Decision:
    """Say that the step started earlier, or take that back; its real start moves with it."""
    check_change(command.seconds)
    step = current(room)
    before = step.timer.started
    if command.seconds < 0 and (before is None or step.timer.banked + command.seconds < 0):
        raise Refusal(Why.BAD_VALUE)
    clock = timer.backdate(step.timer, command.seconds, now)
    assert clock.started is not None
    together = before is not None and step.started == before.utc
    earliest = min(step.started or clock.started.utc, clock.started.utc)
    started = clock.started.utc if together else earliest
    decision = with_steps(room, replace(step, timer=clock, started=Instant(started)))
    at = _entered(room, step, clock, now)
    if at is None:
        return decision
    # The room was in this step before it said so: that time is not the earlier step's.
    earlier = begun_earlier(room.visits, at)
    changed = {visit.position: visit for visit in earlier}
    visits = tuple(changed.get(visit.position, visit) for visit in room.visits)
    return Decision(replace(decision.room, visits=visits), (*decision.saved, *earlier))


def _entered(room: Room, step: Step, clock: Timer, now: Moment) -> Moment | None:
    """Return since when the room must have been in a step whose timer has this start; None: as it was.

    Where it comes back to a step, what the timer ran before belongs to the visits before.
    """
    if not room.visits:
        return None
    entered = room.visits[-1].entered
    if came_back(room.visits):
        missing = clock.elapsed(now) - time_in(room.visits, step.id, now)
        return entered.back(Seconds(missing)) if missing > 0 else None
    begun, together = clock.started, entered == step.timer.started
    return begun if begun is not None and (together or entered.since(begun) > 0) else None


def set_lengths(room: Room, command: SetLengths, now: Moment) -> Decision:
    """Give steps new lengths: what is planned stays, the difference is added or taken.

    Rounds that are still to come share the difference.
    """
    changed = []
    for wanted, seconds in command.lengths:
        check_length(seconds)
        step = _still_open(room, wanted)
        longer = _lasting(step, seconds, now)
        changed += [longer] if longer != step else []
    return with_steps(room, *changed)


def _lasting(step: Step, seconds: Seconds, now: Moment) -> Step:
    clock = timer.settle(step.timer, now) if step.timer.holds else step.timer
    if step.rounds is None:
        return replace(step, timer=with_length(clock, seconds))
    number = rounds.round_at(step.rounds, step.timer.elapsed(now)).number
    shared = rounds.stretch(step.rounds, number, seconds)
    return replace(step, rounds=shared, timer=with_length(clock, shared.length))


def set_pace(room: Room, command: SetPace, now: Moment) -> Decision:
    """Change how a step counts and ends."""
    step = _still_open(room, command.step)
    clock = step.timer
    if command.at_zero is not None:
        # One that stood at zero goes on from there; from now on it counts as it is told.
        clock = replace(timer.settle(clock, now), at_zero=command.at_zero)
    if command.hard is not None:
        clock = replace(clock, hard=command.hard)
    if command.questions is not None:
        if command.questions < 0:
            raise Refusal(Why.TIME_NOT_POSITIVE)
        check_length(command.questions, least=0.0)
        clock = replace(clock, questions=command.questions)
    changed = replace(step, timer=clock)
    if command.mode is not None or command.until is not None:
        clock = _in_mode(step, clock, command.mode or clock.mode, command.until, now)
        if clock.until is not None and step.rounds is not None:
            changed = _ending_at(room, changed, clock.until, now)
        elif clock.until is not None and room.session.place is not Place.LOBBY:
            changed = replace(step, timer=_later_than_planned(room, step, clock, now))
        else:
            changed = replace(step, timer=clock)
    return with_steps(room, changed) if changed != step else Decision(room)


def set_rounds(room: Room, command: SetRounds) -> Decision:
    """Split a step into rounds; its length becomes theirs."""
    step = _still_open(room, command.step)
    wanted = command.rounds
    if wanted is None:
        return with_steps(room, replace(step, rounds=None)) if step.rounds else Decision(room)
    check_rounds(wanted)
    wanted = replace(wanted, extra=tuple(sorted(wanted.extra)))
    clock = step.timer
    if clock.mode is TimerMode.UNTIL:
        # Rounds have lengths, which an hour of the day does not give.
        clock = replace(clock, mode=TimerMode.DOWN, until=None)
    changed = replace(step, rounds=wanted, timer=with_length(clock, wanted.length))
    return with_steps(room, changed) if changed != step else Decision(room)


def set_muted(room: Room, command: SetMuted) -> Decision:
    """Give a step's signals without a sound, or with it again."""
    step = _still_open(room, command.step)
    changed = replace(step, muted=command.muted)
    return with_steps(room, changed) if changed != step else Decision(room)


def with_length(clock: Timer, seconds: Seconds) -> Timer:
    """Return a timer of another length; what was planned stays."""
    return replace(clock, added=Seconds(seconds - clock.planned))


def check_length(seconds: Seconds, *, least: float = 1.0) -> None:
    """Refuse lengths of nothing, and of more than a day."""
    if not seconds >= least:
        raise Refusal(Why.TIME_NOT_POSITIVE)
    if seconds > DAY:
        raise Refusal(Why.TIME_TOO_LONG)


def check_change(seconds: Seconds) -> None:
    """Refuse changes of more than a day."""
    if not -DAY <= seconds <= DAY:
        raise Refusal(Why.TIME_TOO_LONG)


def check_rounds(wanted: Rounds) -> None:
    """Refuse rounds that are too many, without time, or longer than a day together."""
    numbers = [number for number, _ in wanted.extra]
    if not 1 <= wanted.count <= MOST_ROUNDS or not set(numbers) <= set(range(wanted.count)):
        raise Refusal(Why.BAD_VALUE)
    if len(set(numbers)) < len(numbers):
        raise Refusal(Why.BAD_VALUE)
    check_length(wanted.each)
    check_length(wanted.change, least=0.0)
    for _, seconds in wanted.extra:
        check_length(Seconds(wanted.each + seconds), least=0.0)
    check_length(wanted.length)


def _in_mode(step: Step, clock: Timer, mode: TimerMode, until: Instant | None, now: Moment) -> Timer:
    if (mode is TimerMode.UNTIL) is not (until is not None):
        raise Refusal(Why.BAD_VALUE)
    if until is None:
        # What was put in under way has nothing planned to return to.
        usual = Seconds(0) if clock.planned else step.longest
        return replace(clock, mode=mode, until=None, added=clock.added if clock.until is None else usual)
    check_length(Seconds((until - now.utc).total_seconds()))
    return replace(clock, mode=mode, until=until, added=Seconds(0))


def _ending_at(room: Room, step: Step, until: Instant, now: Moment) -> Step:
    """Return a step in rounds whose rounds end at an hour of the day: they fill the time until then."""
    slot = forecast(room, now).slots.get(step.id)
    ahead = step.state is not StepState.CURRENT and slot is not None
    begins = slot.start if slot is not None and ahead else now.utc
    seconds = Seconds(step.timer.elapsed(now) + (until - begins).total_seconds())
    check_length(seconds)
    return _lasting(step, seconds, now)


def _later_than_planned(room: Room, step: Step, clock: Timer, now: Moment) -> Timer:
    """Return a timer until the same time of day, that knows how much later it is than was planned."""
    planned, slot = step.timer.until, forecast(room, now).slots.get(step.id)
    if planned is None and slot is not None:
        planned = slot.planned_end
    if planned is None or clock.until is None:
        return clock
    added = Seconds((clock.until - planned).total_seconds())
    return replace(clock, until=planned, added=added)


def _still_open(room: Room, wanted: StepId) -> Step:
    """Return a step that is under way or ahead, or refuse."""
    step = step_by_id(room, wanted)
    if step.state is StepState.DONE:
        raise Refusal(Why.STEP_PASSED)
    return step


def _with_timer(room: Room, changed: Timer) -> Decision:
    step = current(room)
    if step.timer == changed:
        return Decision(room)
    return with_steps(room, replace(step, timer=changed))
