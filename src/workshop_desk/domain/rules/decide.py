"""The one way in: which decision belongs to which command."""

from typing import assert_never

from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain import signature_commands as signing
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.data_commands import AnswerErasure, AskErasure, ErasureCommand, WithdrawCards
from workshop_desk.domain.identity_commands import (
    ClaimPlace,
    IdentityCommand,
    MergePeople,
    SplitPeople,
)
from workshop_desk.domain.presence_commands import CorrectPresence, UndoPresence
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules import (
    absences,
    actions,
    agenda,
    cards,
    clocks,
    control,
    curtain,
    erasure,
    hands,
    merging,
    moderation,
    people,
    plan,
    presence,
    remotes,
    scales,
    sessions,
    signatures,
    tables,
    timers,
    undo,
    votes,
)
from workshop_desk.domain.rules.decision import Decision
from workshop_desk.domain.units import Moment

_UNDOABLE = (
    ask.Advance
    | ask.GoBack
    | ask.GoTo
    | ask.StartTimer
    | ask.PauseTimer
    | ask.AddTime
    | ask.BackdateStart
    | plans.InsertStep
    | plans.DropStep
    | plans.SkipStep
    | plans.MoveStep
    | plans.SetLengths
    | plans.SetPace
    | plans.SetRounds
    | plans.SetMuted
    | plans.GoOn
    | plans.AnswerAbsence
    | plans.ClockCommand
)
"""What can be taken back as a whole; the others have their own opposite, or none."""


def decide(room: Room, command: ask.RoomCommand, now: Moment) -> Decision:
    """Return the room after the command, or raise a Refusal and change nothing."""
    if isinstance(command, ErasureCommand):
        # A right that does not end with the session.
        return _erasure(room, command, now)
    sessions.require_open(room)
    if isinstance(command, ask.RunCommand):
        decision = _run(room, command, now)
        if not isinstance(command, _UNDOABLE):
            return decision
        # To take back that a step went on by itself is to call it off.
        before = agenda.called_off(room) if isinstance(command, plans.GoOn) else room
        return undo.remember(before, decision)
    if isinstance(command, hold.HoldCommand):
        return _hold(room, command, now)
    if isinstance(command, ask.PeopleCommand):
        return _people(room, command, now)
    if isinstance(command, signing.Sign):
        return signatures.sign(room, command, now)
    if isinstance(command, signing.CorrectSignature):
        return signatures.correct(room, command, now)
    return _capture(room, command, now)


def _run(room: Room, command: ask.RunCommand, now: Moment) -> Decision:  # noqa: PLR0911
    if isinstance(command, plans.PlanCommand):
        return _plan(room, command, now)
    if isinstance(command, plans.ClockCommand):
        return _clocks(room, command, now)
    if isinstance(command, stage.StageCommand):
        return _stage(room, command, now)
    match command:
        case ask.CloseSession():
            return sessions.close_session(room, command, now)
        case ask.SetNextDate():
            return sessions.set_next_date(room, command)
        case ask.SetBlackout():
            return sessions.set_blackout(room, command)
        case ask.Advance():
            return agenda.advance(room, now)
        case ask.GoBack():
            return agenda.go_back(room, now)
        case ask.GoTo():
            return agenda.go_to(room, command, now)
        case ask.Reveal():
            return agenda.reveal(room, command)
        case ask.SetNotes():
            return agenda.set_notes(room, command)
        case ask.StartTimer():
            return timers.start_timer(room, now)
        case ask.PauseTimer():
            return timers.pause_timer(room, now)
        case ask.AddTime():
            return timers.add_time(room, command, now)
        case ask.BackdateStart():
            return timers.backdate_start(room, command, now)
        case _:
            assert_never(command)


def _plan(room: Room, command: plans.PlanCommand, now: Moment) -> Decision:
    decision = _changed_plan(room, command, now)
    # What changes the plan itself; the others count what they change as added or taken.
    if isinstance(command, plans.DropStep | plans.MoveStep | plans.SetPace):
        return plan.hold_end(room, decision, now)
    return decision


def _changed_plan(room: Room, command: plans.PlanCommand, now: Moment) -> Decision:  # noqa: PLR0911
    match command:
        case plans.Undo():
            return undo.undo(room, command.number)
        case plans.InsertStep():
            return plan.insert_step(room, command)
        case plans.DropStep():
            return plan.drop_step(room, command, now)
        case plans.SkipStep():
            return plan.skip_step(room, command)
        case plans.MoveStep():
            return plan.move_step(room, command)
        case plans.SetLengths():
            return timers.set_lengths(room, command, now)
        case plans.SetPace():
            return timers.set_pace(room, command, now)
        case plans.SetRounds():
            return timers.set_rounds(room, command)
        case plans.SetMuted():
            return timers.set_muted(room, command)
        case plans.GoOn():
            return agenda.go_on(room, command, now)
        case plans.SetClockOnly():
            return sessions.set_clock_only(room, command)
        case plans.NoteAbsence():
            return absences.note_absence(room, command, now)
        case plans.AnswerAbsence():
            return absences.answer_absence(room, command, now)
        case _:
            assert_never(command)


def _clocks(room: Room, command: plans.ClockCommand, now: Moment) -> Decision:
    match command:
        case plans.AddClocks():
            return clocks.add_clocks(room, command)
        case plans.DropClocks():
            return clocks.drop_clocks(room, command)
        case plans.StartClocks():
            return clocks.start_clocks(room, command, now)
        case plans.PauseClocks():
            return clocks.pause_clocks(room, command, now)
        case plans.AddToClocks():
            return clocks.add_to_clocks(room, command, now)
        case plans.ResetClocks():
            return clocks.reset_clocks(room, command)
        case plans.SeatAtClock():
            return clocks.seat_at_clock(room, command)
        case plans.NextTurn():
            return clocks.next_turn(room, command, now)
        case _:
            assert_never(command)


def _stage(room: Room, command: stage.StageCommand, now: Moment) -> Decision:
    match command:
        case stage.SetFrozen():
            return curtain.set_frozen(room, command)
        case stage.SetLookHere():
            return curtain.set_look_here(room, command)
        case stage.SetMessage():
            return curtain.set_message(room, command)
        case stage.AddPicture():
            return curtain.add_picture(room, command, now)
        case stage.ShowPicture():
            return curtain.show_picture(room, command)
        case stage.DropPicture():
            return curtain.drop_picture(room, command)
        case stage.OfferRemote():
            return remotes.offer(room, command, now)
        case stage.PairRemote():
            return remotes.pair(room, command, now)
        case stage.RevokeRemote():
            return remotes.revoke(room, command, now)
        case _:
            assert_never(command)


def _hold(room: Room, command: hold.HoldCommand, now: Moment) -> Decision:
    match command:
        case hold.SetLocked():
            return control.set_locked(room, command)
        case hold.SetModerated():
            return control.set_moderated(room, command)
        case hold.SetHandsShown():
            return control.set_hands_shown(room, command)
        case hold.TakeOut():
            return control.take_out(room, command, now)
        case hold.LetBackIn():
            return control.let_back_in(room, command)
        case hold.HideCards():
            return moderation.hide_cards(room, command)
        case hold.LetThrough():
            return moderation.let_through(room, command)
        case hold.TellPhones():
            return control.tell_phones(room, command, now)
        case hold.GiveFloor():
            return hands.give_floor(room, command, now)
        case _:
            assert_never(command)


def _beside(room: Room, command: hold.BesideCommand, now: Moment) -> Decision:
    match command:
        case hold.SitBeside():
            return tables.sit_beside(room, command, now)
        case hold.RaiseHand():
            return hands.raise_hand(room, command, now)
        case hold.LowerHand():
            return hands.lower_hand(room, command)
        case _:
            assert_never(command)


def _people(room: Room, command: ask.PeopleCommand, now: Moment) -> Decision:
    if isinstance(command, hold.BesideCommand):
        return _beside(room, command, now)
    match command:
        case ask.Join():
            return people.join(room, command, now)
        case ask.Leave():
            return presence.leave(room, command, now)
        case ask.Return():
            return presence.come_back(room, command, now)
        case ask.RenamePerson():
            return people.rename(room, command)
        case ask.AssignRole():
            return people.assign_role(room, command)
        case ClaimPlace() | MergePeople() | SplitPeople():
            return _identity(room, command, now)
        case UndoPresence():
            return presence.undo(room, command, now)
        case CorrectPresence():
            return presence.correct(room, command, now)
        case WithdrawCards():
            return erasure.withdraw_cards(room, command)
        case _:
            assert_never(command)


def _identity(room: Room, command: IdentityCommand, now: Moment) -> Decision:
    match command:
        case ClaimPlace():
            return people.claim(room, command, now)
        case MergePeople():
            return merging.merge(room, command, now)
        case SplitPeople():
            return merging.split(room, command, now)
        case _:
            assert_never(command)


def _erasure(room: Room, command: ErasureCommand, now: Moment) -> Decision:
    match command:
        case AskErasure():
            return erasure.ask(room, command, now)
        case AnswerErasure():
            return erasure.answer(room, command, now)
        case _:
            assert_never(command)


def _capture(room: Room, command: ask.CaptureCommand, now: Moment) -> Decision:
    match command:
        case ask.SubmitCard():
            return cards.submit(room, command, now)
        case ask.EditCard():
            return cards.edit(room, command)
        case ask.TagCard():
            return cards.tag(room, command)
        case ask.MarkCard():
            return cards.mark(room, command)
        case ask.CastBallot():
            return votes.cast(room, command)
        case ask.Rate():
            return scales.rate(room, command)
        case ask.MarkFinished():
            return actions.mark_finished(room, command)
        case ask.AddAction():
            return actions.add(room, command, now)
        case ask.ChangeAction():
            return actions.change(room, command)
        case _:
            assert_never(command)
