"""Holding the room: locking it, taking someone out, and what phones say for the facilitator."""

from dataclasses import replace

from workshop_desk.domain.control import Control
from workshop_desk.domain.control_commands import (
    LetBackIn,
    SetHandsShown,
    SetLocked,
    SetModerated,
    TakeOut,
    TellPhones,
)
from workshop_desk.domain.people import Attendee
from workshop_desk.domain.phone_messages import LONGEST_STAY, PHONE_MESSAGE_MAX, PhoneMessage
from workshop_desk.domain.plaintext import clean_line
from workshop_desk.domain.presence import Source
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import known_attendee
from workshop_desk.domain.rules.decision import Decision, GonePhoneMessage, put, with_session
from workshop_desk.domain.rules.hands import lowered
from workshop_desk.domain.rules.presence import went
from workshop_desk.domain.units import Moment


def set_locked(room: Room, command: SetLocked) -> Decision:
    """Let newcomers in by phone no more, or again."""
    return _with(room, replace(room.session.control, locked=command.on))


def set_moderated(room: Room, command: SetModerated) -> Decision:
    """Look at what is written before the room does, or not any more."""
    return _with(room, replace(room.session.control, moderated=command.on))


def set_hands_shown(room: Room, command: SetHandsShown) -> Decision:
    """Say on the stage how many hands are up, or not."""
    return _with(room, replace(room.session.control, hands_shown=command.on))


def take_out(room: Room, command: TakeOut, now: Moment) -> Decision:
    """Take someone out: they leave, their hand goes down; what they wrote stays."""
    attendee = known_attendee(room, command.person)
    if attendee.taken_out is not None:
        return Decision(room)
    gone = went(room, (command.person,), Source.DESK, now)
    down = lowered(gone.room, command.person)
    out = _attending(down.room, replace(attendee, taken_out=now.utc))
    return Decision(out.room, (*gone.saved, *down.saved, *out.saved))


def let_back_in(room: Room, command: LetBackIn) -> Decision:
    """Let someone in again; they are there once their phone or the desk says so."""
    attendee = known_attendee(room, command.person)
    if attendee.taken_out is None:
        return Decision(room)
    return _attending(room, replace(attendee, taken_out=None))


def tell_phones(room: Room, command: TellPhones, now: Moment) -> Decision:
    """Show a few words on phones, or take them away."""
    if command.person is not None:
        known_attendee(room, command.person)
    if not command.text.strip():
        return _taken_away(room, command)
    if not 0 <= command.seconds <= LONGEST_STAY:
        raise Refusal(Why.BAD_VALUE)
    text = clean_line(command.text, PHONE_MESSAGE_MAX)
    message = PhoneMessage(room.session.id, command.person, text, now.utc, command.seconds)
    messages = put(room.phone_messages, command.person, message)
    return Decision(replace(room, phone_messages=messages), (message,))


def _taken_away(room: Room, command: TellPhones) -> Decision:
    if command.person not in room.phone_messages:
        return Decision(room)
    left = {key: one for key, one in room.phone_messages.items() if key != command.person}
    gone = GonePhoneMessage(room.session.id, command.person)
    return Decision(replace(room, phone_messages=left), (gone,))


def _attending(room: Room, attendee: Attendee) -> Decision:
    attendees = put(room.attendees, attendee.person, attendee)
    return Decision(replace(room, attendees=attendees), (attendee,))


def _with(room: Room, control: Control) -> Decision:
    if control == room.session.control:
        return Decision(room)
    return with_session(room, replace(room.session, control=control))
