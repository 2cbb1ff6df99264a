"""Opening and closing a session."""

from dataclasses import replace
from typing import assert_never

from workshop_desk.domain import timer
from workshop_desk.domain.agenda_commands import SetClockOnly
from workshop_desk.domain.attendance import times_there
from workshop_desk.domain.commands import CloseSession, SetBlackout, SetNextDate
from workshop_desk.domain.control import Control
from workshop_desk.domain.curtain import Curtain
from workshop_desk.domain.legal_hold import recorded_name
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.presence import Source
from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import (
    Decision,
    Entity,
    GoneHand,
    GonePhoneMessage,
    with_session,
)
from workshop_desk.domain.rules.presence import went
from workshop_desk.domain.sessions import Place, SessionState
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import Moment
from workshop_desk.domain.visits import moved


def open_session(room: Room, now: Moment) -> Decision:
    """Open a planned session; one that is open already goes on as it is."""
    match room.session.state:
        case SessionState.OPEN:
            return Decision(room)
        case SessionState.CLOSED:
            raise Refusal(Why.SESSION_CLOSED)
        case SessionState.PLANNED:
            session = replace(room.session, state=SessionState.OPEN, opened=now.utc)
            visit = moved(room.visits, session.id, None, now)
            room = replace(room, session=session, visits=(*room.visits, visit))
            return Decision(room, (session, visit))
        case _:
            assert_never(room.session.state)


def require_open(room: Room) -> None:
    """Refuse unless the session is open."""
    match room.session.state:
        case SessionState.OPEN:
            return
        case SessionState.CLOSED:
            raise Refusal(Why.SESSION_CLOSED)
        case SessionState.PLANNED:
            raise Refusal(Why.SESSION_NOT_OPEN)
        case _:
            assert_never(room.session.state)


def close_session(room: Room, command: CloseSession, now: Moment) -> Decision:
    """End the step, let everyone leave, number the certificates, close."""
    steps = tuple(
        replace(step, state=StepState.DONE, ended=now.utc, timer=timer.stop(step.timer, now))
        if step.state is StepState.CURRENT
        else step
        for step in room.steps
    )
    changed = tuple(new for new, old in zip(steps, room.steps, strict=True) if new != old)
    ended = went(room, tuple(room.attendees), Source.AUTOMATIC, now)
    session = replace(
        room.session,
        state=SessionState.CLOSED,
        place=Place.CLOSING,
        blackout=False,
        clock_only=False,
        curtain=Curtain(),
        control=Control(),
        closed=now.utc,
    )
    clocks = tuple(replace(clock, timer=timer.stop(clock.timer, now)) for clock in room.clocks.values())
    gone: list[Entity] = [GoneHand(session.id, person) for person in room.hands]
    gone += [GonePhoneMessage(session.id, person) for person in room.phone_messages]
    halted = tuple(clock for clock in clocks if clock != room.clocks[clock.id])
    visit = moved(room.visits, session.id, None, now)
    room = replace(
        ended.room,
        session=session,
        steps=steps,
        visits=(*room.visits, visit),
        clocks={clock.id: clock for clock in clocks},
        hands={},
        phone_messages={},
    )
    if any(person not in room.attendees for person in command.without):
        raise Refusal(Why.UNKNOWN_PERSON)
    certificates = _certificates(room, command, now)
    room = replace(room, certificates={one.id: one for one in certificates})
    saved: tuple[Entity, ...] = (session, *changed, *ended.saved, *certificates, visit, *halted)
    return Decision(room, (*saved, *gone))


def _certificates(room: Room, command: CloseSession, now: Moment) -> tuple[Certificate, ...]:
    """Number a certificate for each person who was really there, in order of arrival."""
    ids = command.certificates
    there = [
        (person, present)
        for person, present in times_there(room, now).items()
        if person not in command.without and present > 0
    ]
    if len(ids) < len(there):
        raise Refusal(Why.BAD_VALUE)
    year, code = now.utc.year, room.session.code
    return tuple(
        Certificate(
            id=ids[index],
            session=room.session.id,
            person=person,
            number=f"{year}-{code}-{index + 1:03d}",
            name=recorded_name(room, person),
            present=present,
            issued=now.utc,
        )
        for index, (person, present) in enumerate(there)
    )


def set_next_date(room: Room, command: SetNextDate) -> Decision:
    """Write down when the group meets next."""
    text = clean_line(command.text, LINE_MAX) if command.text.strip() else ""
    return with_session(room, replace(room.session, next_date=text))


def set_clock_only(room: Room, command: SetClockOnly) -> Decision:
    """Show the time alone on the stage, or the scene again."""
    if room.session.clock_only == command.on:
        return Decision(room)
    return with_session(room, replace(room.session, clock_only=command.on))


def set_blackout(room: Room, command: SetBlackout) -> Decision:
    """Switch the stage to black or back."""
    if room.session.blackout == command.on:
        return Decision(room)
    return with_session(room, replace(room.session, blackout=command.on))
