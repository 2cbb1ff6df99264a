"""Clocks besides the step's own: groups, speakers, and one on the side."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workshop_desk.domain import timer
from workshop_desk.domain.agenda_commands import (
    AddClocks,
    AddToClocks,
    DropClocks,
    NewClock,
    NextTurn,
    PauseClocks,
    ResetClocks,
    SeatAtClock,
    StartClocks,
)
from workshop_desk.domain.beside import clocks_of, turns_to_come
from workshop_desk.domain.clocks import MOST_CLOCKS, Clock, ClockRole
from workshop_desk.domain.plaintext import NAME_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.agenda import current
from workshop_desk.domain.rules.decision import Decision, Entity, GoneClock
from workshop_desk.domain.rules.timers import check_change, check_length, with_length
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import ClockId, Moment, PersonId, Seconds, StepId

LEAST_TURN = Seconds(15.0)
"""The shortest share of the time: less is not a turn."""


def add_clocks(room: Room, command: AddClocks) -> Decision:
    """Add clocks to the current step, or on the side."""
    step = None if command.role is ClockRole.SIDE else current(room).id
    known = clocks_of(room, command.role)
    if len(known) + len(command.clocks) > MOST_CLOCKS:
        raise Refusal(Why.TOO_MANY_CLOCKS, most=MOST_CLOCKS)
    ids = {one.clock for one in command.clocks}
    if not ids or len(ids) < len(command.clocks) or ids & set(room.clocks):
        raise Refusal(Why.BAD_VALUE)
    first = 1 + max((clock.position for clock in known), default=-1)
    new = [_made(room, command, one, step, first + number) for number, one in enumerate(command.clocks)]
    return _with_clocks(room, new)


def _made(room: Room, command: AddClocks, one: NewClock, step: StepId | None, place: int) -> Clock:
    check_length(one.planned, least=0.0 if command.role is ClockRole.TURN else 1.0)
    check_length(command.questions, least=0.0)
    return Clock(
        id=one.clock,
        session=room.session.id,
        step=step,
        role=command.role,
        position=place,
        name=clean_line(one.name, NAME_MAX),
        timer=Timer(one.planned, hard=command.hard, questions=command.questions),
        people=_known_people(room, one.people),
    )


def drop_clocks(room: Room, command: DropClocks) -> Decision:
    """Take clocks away."""
    gone = _chosen(room, command.clocks)
    ids = {clock.id for clock in gone}
    clocks = {key: one for key, one in room.clocks.items() if key not in ids}
    return Decision(replace(room, clocks=clocks), tuple(GoneClock(clock.id) for clock in gone))


def start_clocks(room: Room, command: StartClocks, now: Moment) -> Decision:
    """Start clocks; all at one moment."""
    return _each(room, command.clocks, lambda clock: timer.start(clock, now))


def pause_clocks(room: Room, command: PauseClocks, now: Moment) -> Decision:
    """Hold clocks."""
    return _each(room, command.clocks, lambda clock: timer.pause(clock, now))


def add_to_clocks(room: Room, command: AddToClocks, now: Moment) -> Decision:
    """Add time to clocks, or take some."""
    check_change(command.seconds)

    def longer(clock: Timer) -> Timer:
        changed = timer.add(clock, command.seconds, now)
        check_length(changed.length, least=0.0)
        return changed

    return _each(room, command.clocks, longer)


def reset_clocks(room: Room, command: ResetClocks) -> Decision:
    """Set clocks back to before their start; what was added to them stays, a share of the time not."""

    def fresh(clock: Timer) -> Timer:
        added = clock.added if clock.planned else Seconds(0)
        return Timer(clock.planned, added, hard=clock.hard, questions=clock.questions)

    return _each(room, command.clocks, fresh)


def seat_at_clock(room: Room, command: SeatAtClock) -> Decision:
    """Say whose phones show a clock; a person sees one at a time."""
    clock = _chosen(room, (command.clock,))[0]
    people = _known_people(room, command.people)
    changed = [
        replace(other, people=tuple(one for one in other.people if one not in people))
        for other in room.clocks.values()
        if (other.role, other.step) == (clock.role, clock.step)
        if other.id != clock.id and set(other.people) & set(people)
    ]
    return _with_clocks(room, [*changed, replace(clock, people=people)])


def next_turn(room: Room, command: NextTurn, now: Moment) -> Decision:
    """Let the one who speaks stop and give the word to the next, with an equal share of what is left."""
    step = current(room)
    turns = clocks_of(room, ClockRole.TURN)
    if not turns:
        raise Refusal(Why.UNKNOWN_CLOCK)
    waiting = turns_to_come(room)
    wanted = _chosen(room, (command.clock,))[0] if command.clock else next(iter(waiting), None)
    if wanted is not None and wanted not in turns:
        raise Refusal(Why.UNKNOWN_CLOCK)
    changed = [
        stopped
        for one in turns
        if wanted is None or one.id != wanted.id
        if (stopped := replace(one, timer=timer.stop(one.timer, now))) != one
    ]
    if wanted is not None:
        clock = wanted.timer
        if not clock.length:
            share = max(LEAST_TURN, step.timer.remaining(now) / max(1, len(waiting)))
            clock = with_length(clock, Seconds(float(round(share))))
        speaking = replace(wanted, timer=timer.start(clock, now))
        changed += [speaking] if speaking != wanted else []
    decision = _with_clocks(room, changed)
    begun = timer.start(step.timer, now)
    if wanted is None or begun == step.timer:
        return decision
    steps = tuple(replace(one, timer=begun) if one is step else one for one in room.steps)
    return Decision(replace(decision.room, steps=steps), (steps[step.position], *decision.saved))


def _each(room: Room, ids: Sequence[ClockId], change: Callable[[Timer], Timer]) -> Decision:
    clocks = _chosen(room, ids)
    changed = [replace(clock, timer=change(clock.timer)) for clock in clocks]
    return _with_clocks(room, [new for new, old in zip(changed, clocks, strict=True) if new != old])


def _chosen(room: Room, ids: Sequence[ClockId]) -> list[Clock]:
    known = [room.clocks.get(one) for one in dict.fromkeys(ids)]
    if not known or None in known:
        raise Refusal(Why.UNKNOWN_CLOCK)
    return [one for one in known if one is not None]


def _known_people(room: Room, people: Sequence[PersonId]) -> tuple[PersonId, ...]:
    if any(person not in room.attendees for person in people):
        raise Refusal(Why.UNKNOWN_PERSON)
    return tuple(dict.fromkeys(people))


def _with_clocks(room: Room, changed: Sequence[Clock]) -> Decision:
    clocks = {**room.clocks, **{clock.id: clock for clock in changed}}
    saved: tuple[Entity, ...] = tuple(changed)
    return Decision(replace(room, clocks=clocks), saved)
