"""Signing: once for each person and half-day, while it lasts and a little after."""

from dataclasses import replace

from workshop_desk.domain.half_days import HalfDay
from workshop_desk.domain.plaintext import LINE_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision
from workshop_desk.domain.signature_commands import CorrectSignature, Sign, SignatureCommand
from workshop_desk.domain.signatures import (
    Signature,
    SignatureChannel,
    SignatureKind,
    checked_ink,
    linked,
    marks,
)
from workshop_desk.domain.signing import Signed, half_to_sign, halves_so_far, was_there
from workshop_desk.domain.units import Moment, PersonId

_DAY_MINUTES = 24 * 60


def sign(room: Room, command: Sign, now: Moment) -> Decision:
    """Take a signature, or refuse it: of another hour, of who was not there, and a second one."""
    halves = _halves(room, command.offset, now)
    half = half_to_sign(halves, now.utc, command.half_day)
    if half is None:
        raise Refusal(Why.SIGNING_CLOSED)
    _there(room, command.person, half)
    if Signed(room.signatures, halves).of(command.person, half):
        raise Refusal(Why.ALREADY_SIGNED)
    on_phone = command.channel is SignatureChannel.PHONE
    if on_phone and command.mark not in marks(room.session.id, now.utc):
        raise Refusal(Why.MARK_OLD)
    made = replace(
        _begun(room, command, SignatureKind.SIGNED, half, now),
        channel=command.channel,
        ink=checked_ink(command.ink),
        mark=command.mark if on_phone else "",
    )
    return _added(room, made)


def correct(room: Room, command: CorrectSignature, now: Moment) -> Decision:
    """Note what the facilitator says of a signature, with the reason."""
    halves = _halves(room, command.offset, now)
    half = next((one for one in halves if one.key == command.half_day), None)
    if half is None or command.kind is SignatureKind.SIGNED:
        raise Refusal(Why.BAD_VALUE)
    _there(room, command.person, half)
    stands = Signed(room.signatures, halves).of(command.person, half)
    if command.kind is SignatureKind.PAPER and stands:
        raise Refusal(Why.ALREADY_SIGNED)
    if command.kind is SignatureKind.VOIDED and not stands:
        raise Refusal(Why.NOT_NOW)
    made = _begun(room, command, command.kind, half, now)
    return _added(room, replace(made, reason=clean_line(command.reason, LINE_MAX)))


def _halves(room: Room, offset: int, now: Moment) -> tuple[HalfDay, ...]:
    if room.session.training is None:
        raise Refusal(Why.NO_TRAINING)
    if not -_DAY_MINUTES < offset < _DAY_MINUTES:
        raise Refusal(Why.BAD_VALUE)
    return halves_so_far(room, now, offset)


def _there(room: Room, person: PersonId | None, half: HalfDay) -> None:
    """Refuse who is not in the session, or was not there in this half-day; the trainer always is."""
    if person is None:
        return
    if person not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    if not was_there(room.stays_of(person), half):
        raise Refusal(Why.NOT_THERE)


def _begun(
    room: Room, command: SignatureCommand, kind: SignatureKind, half: HalfDay, now: Moment
) -> Signature:
    """Return a link as far as every kind has it; its place in the chain comes last."""
    return Signature(
        id=command.signature,
        session=room.session.id,
        position=0,
        kind=kind,
        person=command.person,
        half_day=half.key,
        at=now.utc,
        channel=SignatureChannel.DESK,
    )


def _added(room: Room, signature: Signature) -> Decision:
    if any(one.id == signature.id for one in room.signatures):
        raise Refusal(Why.BAD_VALUE)
    last = room.signatures[-1] if room.signatures else None
    made = linked(signature, last)
    return Decision(replace(room, signatures=(*room.signatures, made)), (made,))
