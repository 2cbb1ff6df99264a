"""Who may ask for what: the one place that decides it. What makes sense is decided in the domain."""

from typing import assert_never

from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import GoOn, NextTurn, NoteAbsence, SetLengths, Undo
from workshop_desk.domain.cards import Card
from workshop_desk.domain.control_commands import (
    GiveFloor,
    HoldCommand,
    LowerHand,
    RaiseHand,
    SitBeside,
)
from workshop_desk.domain.data_commands import AskErasure, ErasureCommand, WithdrawCards
from workshop_desk.domain.identity_commands import ClaimPlace, MergePeople, SplitPeople
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.presence_commands import CorrectPresence, UndoPresence
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.attendees import is_taken_out
from workshop_desk.domain.rules.registrations import check_listed
from workshop_desk.domain.signature_commands import CorrectSignature, Sign, SignatureCommand
from workshop_desk.domain.signatures import SignatureChannel
from workshop_desk.domain.stage_commands import (
    PairRemote,
    SetFrozen,
    SetLookHere,
    SetMessage,
    ShowPicture,
)
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import ActivityId, CardId, PersonId


def check_desk(by: ask.Actor) -> None:
    """Let only the facilitator plan, open and set up."""
    if not isinstance(by, ask.Facilitator):
        raise Refusal(Why.NOT_ALLOWED)


def check(room: Room, command: ask.RoomCommand, by: ask.Actor) -> None:
    """Refuse what this actor may not ask for in this room."""
    match by:
        case ask.Facilitator():
            return
        case ask.Newcomer():
            allowed = _newcomer(room, command)
        case ask.Participant():
            if by.person not in room.attendees:
                raise Refusal(Why.NOT_YOU)
            if is_taken_out(room, by.person):
                raise Refusal(Why.TAKEN_OUT)
            allowed = _participant(room, command, by.person)
        case ask.Timekeeper():
            allowed = isinstance(command, GoOn | NoteAbsence)
        case ask.Steerer():
            remote = room.remotes.get(by.remote)
            if remote is None or not remote.steers:
                raise Refusal(Why.NOT_STEERING)
            allowed = _steerer(command, remote.role)
        case _:
            assert_never(by)
    if not allowed:
        raise Refusal(Why.NOT_ALLOWED)


def _newcomer(room: Room, command: ask.RoomCommand) -> bool:
    """A newcomer may come in, as someone new or by a code, with a device to be told by, or steer.

    Whether the code is someone's, or the offer to steer stands, is decided where it is taken up. Which
    place on the list is theirs they cannot choose: it is found by what they know.
    """
    if isinstance(command, PairRemote):
        return True
    if isinstance(command, ClaimPlace):
        return bool(command.token_hash) and command.token_hash not in room.devices
    return (
        isinstance(command, ask.Join)
        and command.channel is Channel.PHONE
        and bool(command.device and command.token_hash)
        and command.person not in room.attendees
        and command.token_hash not in room.devices
        and command.registration is None
    )


_STEERING = (
    ask.Advance
    | ask.GoBack
    | ask.StartTimer
    | ask.PauseTimer
    | ask.AddTime
    | ask.SetBlackout
    | ask.Reveal
    | NextTurn
    | SetFrozen
    | SetLookHere
    | SetMessage
    | GiveFloor
    | LowerHand
    | Undo
)
"""What whoever holds the remote may do: nothing that ends the session or cannot be taken back."""

_LEADING = _STEERING | ask.GoTo | ask.BackdateStart | ask.SetNotes | SetLengths | ShowPicture
"""What someone who helps to lead may do besides."""


def _steerer(command: ask.RoomCommand, role: RemoteRole) -> bool:
    match role:
        case RemoteRole.REMOTE:
            return isinstance(command, _STEERING)
        case RemoteRole.CO:
            return isinstance(command, _LEADING)
        case _:
            assert_never(role)


def _participant(room: Room, command: ask.RoomCommand, me: PersonId) -> bool:
    if isinstance(command, ask.RunCommand | HoldCommand):
        return False
    if isinstance(command, ErasureCommand):
        return isinstance(command, AskErasure) and command.person == me
    if isinstance(command, ask.PeopleCommand):
        return _participant_people(room, command, me)
    if isinstance(command, Sign | CorrectSignature):
        return _participant_signs(command, me)
    return _participant_capture(room, command, me)


def _participant_people(room: Room, command: ask.PeopleCommand, me: PersonId) -> bool:
    match command:
        case ask.Leave() | ask.Return():
            return command.person == me and command.source is Source.PHONE
        case RaiseHand() | LowerHand():
            return command.person == me
        case SitBeside():
            # The table's phone names who shares it, unless nobody comes in any more.
            check_listed(room, command.name)
            return command.host == me and not room.session.control.locked
        case ask.RenamePerson() | WithdrawCards():
            return command.person == me
        case (
            ask.Join()
            | ask.AssignRole()
            | ClaimPlace()
            | MergePeople()
            | SplitPeople()
            | UndoPresence()
            | CorrectPresence()
        ):
            return False
        case _:
            assert_never(command)


def _participant_signs(command: SignatureCommand, me: PersonId) -> bool:
    """Whoever takes part signs for themselves, on their own phone."""
    on_phone = isinstance(command, Sign) and command.channel is SignatureChannel.PHONE
    return on_phone and command.person == me


def _participant_capture(room: Room, command: ask.CaptureCommand, me: PersonId) -> bool:
    match command:
        case ask.SubmitCard() | ask.EditCard() | ask.CastBallot() | ask.Rate() | ask.AddAction():
            # Only whoever typed it in at the desk can say that it came on paper.
            return command.channel.by_phone and _own_capture(room, command, me)
        case _:
            return _own_capture(room, command, me)


def _own_capture(room: Room, command: ask.CaptureCommand, me: PersonId) -> bool:
    match command:
        case ask.SubmitCard():
            return command.author == me and _for_me(room, command.activity, me)
        case ask.CastBallot():
            return command.voter == me and _for_me(room, command.activity, me)
        case ask.Rate():
            return command.rater == me and _for_me(room, command.activity, me)
        case ask.MarkFinished():
            return command.person == me and _for_me(room, command.activity, me)
        case ask.AddAction():
            known = command.activity
            return command.writer == me and known is not None and _for_me(room, known, me)
        case ask.EditCard() | ask.TagCard():
            return _card(room, command.card).author == me
        case ask.MarkCard():
            return _participant_marks(room, command, me)
        case ask.ChangeAction():
            return False
        case _:
            assert_never(command)


def _participant_marks(room: Room, command: ask.MarkCard, me: PersonId) -> bool:
    """One's own cards may be taken back or kept in the room; stars belong to the private sheet."""
    card = _card(room, command.card)
    if (command.parked, command.hidden, command.locked) != (None, None, None):
        return False
    if command.starred is not None and not (_has_sheet(room, me) and _seen_by_room(room, card)):
        return False
    only_stars = command.starred is not None and (command.withdrawn, command.shareable) == (None, None)
    return card.author == me or only_stars


def _has_sheet(room: Room, person: PersonId) -> bool:
    role = room.role_of(person)
    return any(one.private_sheet for one in room.session.roles if one.id == role)


def _seen_by_room(room: Room, card: Card) -> bool:
    return room.activity(card.activity).in_sight and card.for_room and not card.withdrawn


def _for_me(room: Room, activity: ActivityId, me: PersonId) -> bool:
    known: Activity = room.activity(activity)
    return known.is_for(room.role_of(me))


def _card(room: Room, card: CardId) -> Card:
    known = room.cards.get(card)
    if known is None:
        raise Refusal(Why.UNKNOWN_CARD)
    return known
