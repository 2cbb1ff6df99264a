"""The one way in: which decision belongs to which command."""

from typing import assert_never

from workshop_desk.domain import commands as ask
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules import (
    actions,
    agenda,
    cards,
    people,
    scales,
    sessions,
    timers,
    votes,
)
from workshop_desk.domain.rules.decision import Decision
from workshop_desk.domain.units import Moment


def decide(room: Room, command: ask.RoomCommand, now: Moment) -> Decision:
    """Return the room after the command, or raise a Refusal and change nothing."""
    sessions.require_open(room)
    if isinstance(command, ask.RunCommand):
        return _run(room, command, now)
    if isinstance(command, ask.PeopleCommand):
        return _people(room, command, now)
    return _capture(room, command, now)


def _run(room: Room, command: ask.RunCommand, now: Moment) -> Decision:  # noqa: PLR0911
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
            return timers.add_time(room, command)
        case ask.BackdateStart():
            return timers.backdate_start(room, command, now)
        case _:
            assert_never(command)


def _people(room: Room, command: ask.PeopleCommand, now: Moment) -> Decision:
    match command:
        case ask.Join():
            return people.join(room, command, now)
        case ask.Leave():
            return people.leave(room, command, now)
        case ask.Return():
            return people.come_back(room, command, now)
        case ask.RenamePerson():
            return people.rename(room, command)
        case ask.AssignRole():
            return people.assign_role(room, command)
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
