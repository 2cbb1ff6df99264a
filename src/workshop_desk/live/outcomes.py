"""What a command brings: the desk's own commands decided here, the room's by the domain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from workshop_desk.domain import commands as ask
from workshop_desk.domain.data_commands import AnswerErasure, EraseName
from workshop_desk.domain.identity_commands import (
    AddRegistrations,
    DropRegistrations,
    ListCommand,
    SetJoining,
)
from workshop_desk.domain.legibility import DEPTHS, WIDTHS, may_be
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules import readiness, registrations
from workshop_desk.domain.rules import sessions as rules
from workshop_desk.domain.rules.decide import decide
from workshop_desk.domain.rules.decision import Decision, Entity
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS, SessionLine, SessionState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Moment, SessionId
from workshop_desk.domain.wifi import check as check_wifi
from workshop_desk.live import rights

LONGEST_KEPT = 120
"""Months; nobody promises to keep answers for longer than ten years."""

MOST_EXPECTED = 10_000


@dataclass(frozen=True, slots=True)
class Standing:
    """What decisions are made on: the room, the list and the settings as they are now."""

    room: Room | None
    lines: Mapping[SessionId, SessionLine]
    settings: Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be written, and what then holds.

    `session` is what the journal files it under, '' for none. `room` is the new room, `planned` one
    that is only on the list, `dropped` one that leaves it; None where nothing of the kind happens.
    """

    session: str
    saved: tuple[Entity, ...] = ()
    room: Room | None = None
    planned: Room | None = None
    dropped: SessionId | None = None
    settings: Settings | None = None

    @property
    def changes(self) -> bool:
        """Tell whether anything is to be written."""
        return bool(self.saved or self.dropped or self.settings)


def outcome(
    standing: Standing,
    command: ask.Command,
    by: ask.Actor,
    now: Moment,
    load: Callable[[SessionId], Room | None],
) -> Outcome:
    """Return what a command brings, or raise a Refusal; `load` reads a session from the file."""
    if isinstance(command, ask.DeskCommand):
        rights.check_desk(by)
        return _desk(standing, command, now, load)
    room = standing.room
    if room is None:
        raise Refusal(Why.NO_SESSION)
    rights.check(room, command, by)
    decision = decide(room, command, now)
    return Outcome(room.session.id, decision.saved, decision.room)


def _desk(
    standing: Standing,
    command: ask.DeskCommand,
    now: Moment,
    load: Callable[[SessionId], Room | None],
) -> Outcome:
    match command:
        case ask.PlanSession():
            return _plan(standing, command)
        case ask.DropSession():
            return _drop(standing, command.session)
        case ask.OpenSession():
            return _open(standing, command.session, now, load)
        case EraseName():
            return _erase(standing, command, now, load)
        case ask.ChangeSettings():
            return _settings(standing, command.settings)
        case AddRegistrations() | DropRegistrations() | SetJoining():
            room = _any_room(standing, command.session, load)
            return _kept(standing, _listed(room, command))
        case KeepReadiness():
            room = _any_room(standing, command.session, load)
            return _kept(standing, readiness.keep(room, command, now))
        case _:
            assert_never(command)


def _plan(standing: Standing, command: ask.PlanSession) -> Outcome:
    session = command.session
    taken = {line.code for line in standing.lines.values()}
    lettered = len(session.code) == CODE_LENGTH and set(session.code) <= set(CODE_LETTERS)
    fresh = session.state is SessionState.PLANNED and session.id not in standing.lines
    own = all(step.session == session.id for step in command.steps)
    if not (lettered and fresh and own and command.steps) or session.code in taken:
        raise Refusal(Why.BAD_VALUE)
    if not 0 <= session.expected <= MOST_EXPECTED:
        raise Refusal(Why.BAD_VALUE)
    _check_months(session.keep_months)
    session = replace(
        session,
        title=clean_line(session.title, LINE_MAX),
        facilitator=_maybe_line(session.facilitator),
        organisation=_maybe_line(session.organisation),
        location=_maybe_line(session.location),
        contact=_maybe_line(session.contact),
        training=_clean(session.training),
    )
    room = Room(session, command.steps)
    return Outcome(session.id, (session, *command.steps), planned=room)


def _drop(standing: Standing, session: SessionId) -> Outcome:
    line = standing.lines.get(session)
    if line is None:
        raise Refusal(Why.NO_SESSION)
    match line.state:
        case SessionState.PLANNED:
            return Outcome(session, dropped=session)
        case SessionState.OPEN:
            raise Refusal(Why.SESSION_OPEN)
        case SessionState.CLOSED:
            raise Refusal(Why.SESSION_CLOSED)
        case _:
            assert_never(line.state)


def _open(
    standing: Standing,
    session: SessionId,
    now: Moment,
    load: Callable[[SessionId], Room | None],
) -> Outcome:
    room = standing.room
    if room is not None and room.session.id != session:
        if room.session.state is SessionState.OPEN:
            raise Refusal(Why.OTHER_SESSION_OPEN)
        room = None
    room = room or load(session)
    if room is None:
        raise Refusal(Why.NO_SESSION)
    decision = rules.open_session(room, now)
    return Outcome(session, decision.saved, decision.room)


def _any_room(standing: Standing, session: SessionId, load: Callable[[SessionId], Room | None]) -> Room:
    """Return the room of a session, open or not."""
    room = standing.room
    if room is None or room.session.id != session:
        room = load(session)
    if room is None:
        raise Refusal(Why.NO_SESSION)
    return room


def _listed(room: Room, command: ListCommand) -> Decision:
    match command:
        case AddRegistrations():
            return registrations.add(room, command)
        case DropRegistrations():
            return registrations.drop(room, command)
        case SetJoining():
            return registrations.set_joining(room, command)
        case _:
            assert_never(command)


def _kept(standing: Standing, decision: Decision) -> Outcome:
    """Return what a change of a session brings: of the one at hand, or of one on the list alone."""
    room, here = decision.room, standing.room
    if here is not None and here.session.id == room.session.id:
        return Outcome(room.session.id, decision.saved, room)
    return Outcome(room.session.id, decision.saved, planned=room)


def _erase(
    standing: Standing,
    command: EraseName,
    now: Moment,
    load: Callable[[SessionId], Room | None],
) -> Outcome:
    room = standing.room
    current = room is not None and room.session.id == command.session
    if room is None or not current:
        room = load(command.session)
    if room is None:
        raise Refusal(Why.NO_SESSION)
    decision = decide(room, AnswerErasure(command.person, erase=True), now)
    if current:
        return Outcome(command.session, decision.saved, decision.room)
    return Outcome(command.session, decision.saved, planned=decision.room)


def _settings(standing: Standing, wanted: Settings) -> Outcome:
    _check_months(wanted.keep_months)
    if not (may_be(wanted.room_depth, DEPTHS) and may_be(wanted.picture_width, WIDTHS)):
        raise Refusal(Why.BAD_VALUE)
    check_wifi(wanted.wifi)
    clean = replace(
        wanted,
        facilitator=_maybe_line(wanted.facilitator),
        organisation=_maybe_line(wanted.organisation),
        location=_maybe_line(wanted.location),
        contact=_maybe_line(wanted.contact),
        siret=_maybe_line(wanted.siret),
        nda=_maybe_line(wanted.nda),
        address=_maybe_line(wanted.address),
    )
    return Outcome("", settings=None if clean == standing.settings else clean)


def _clean(training: Training | None) -> Training | None:
    if training is None:
        return None
    parts = (training.reference, training.siret, training.nda, training.address)
    return Training(*map(_maybe_line, parts))


def _check_months(months: int) -> None:
    if not 1 <= months <= LONGEST_KEPT:
        raise Refusal(Why.BAD_VALUE)


def _maybe_line(text: str) -> str:
    return clean_line(text, LINE_MAX) if text.strip() else ""
