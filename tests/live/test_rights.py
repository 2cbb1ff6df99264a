"""Who may ask for what: every command, every kind of actor."""

from dataclasses import dataclass, replace
from typing import get_args

import pytest

from tests import samples, signing
from workshop_desk.domain import agenda_commands as agenda
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain import data_commands as data
from workshop_desk.domain import presence_commands as presence
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.control import Control
from workshop_desk.domain.identity_commands import ClaimPlace, MergePeople, SplitPeople
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source, Way
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import Remote, RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.signatures import SignatureKind
from workshop_desk.domain.steps import Audience
from workshop_desk.domain.units import (
    AbsenceId,
    ActionId,
    BallotId,
    CardId,
    ClockId,
    DeviceId,
    Language,
    PersonId,
    PictureId,
    RatingId,
    RegistrationId,
    RemoteId,
    Seconds,
)
from workshop_desk.live import rights

STORY = samples.story_until("4")
ROOM = STORY.room
CLIENT = STORY.person(samples.CLIENT)
ME = STORY.person("Karim")
OTHER = STORY.person("Amina")
ACTIVITY = STORY.activity("contributions").id
MINE = next(one.id for one in ROOM.cards.values() if one.author == ME)
THEIRS = next(one.id for one in ROOM.cards.values() if one.author not in (ME, CLIENT))
SEEN = next(one.id for one in ROOM.cards_of(ACTIVITY))
STEP = ROOM.steps[0].id
JOIN = ask.Join(PersonId("p"), "Ana", "", Language("fr"), Channel.PHONE, DeviceId("d"), "hash")
CLAIM = ClaimPlace("M4TK", DeviceId("d"), "hash")

REMOTES = {
    role: Remote(
        RemoteId(role), ROOM.session.id, role, samples.START, "", "2" * 64, "Paul", samples.START
    )
    for role in RemoteRole
}


@dataclass(frozen=True)
class Case:
    """A command, and who may ask: me, the client, someone new, the clock, a remote, who co-leads."""

    command: ask.RoomCommand
    me: bool = False
    client: bool = False
    newcomer: bool = False
    timekeeper: bool = False
    remote: bool = False
    co: bool = False


CASES = (
    Case(signing.by_phone(ROOM.session.id, ME, samples.START), me=True),
    Case(signing.by_phone(ROOM.session.id, OTHER, samples.START)),
    Case(signing.at_desk(ME)),
    Case(signing.at_desk(None)),
    Case(signing.correction(SignatureKind.PAPER, ME)),
    Case(ask.CloseSession()),
    Case(ask.SetNextDate("")),
    Case(ask.SetBlackout(True), remote=True, co=True),
    Case(ask.Advance(), remote=True, co=True),
    Case(ask.GoBack(), remote=True, co=True),
    Case(ask.GoTo(STEP), co=True),
    Case(ask.StartTimer(), remote=True, co=True),
    Case(ask.PauseTimer(), remote=True, co=True),
    Case(ask.AddTime(Seconds(60)), remote=True, co=True),
    Case(ask.BackdateStart(Seconds(60)), co=True),
    Case(ask.Reveal(ACTIVITY), remote=True, co=True),
    Case(ask.SetNotes(STEP, ""), co=True),
    Case(JOIN, newcomer=True),
    Case(replace(JOIN, channel=Channel.DESK)),
    Case(replace(JOIN, device=None)),
    Case(replace(JOIN, token_hash="")),
    Case(replace(JOIN, person=ME)),
    Case(replace(JOIN, token_hash=next(iter(ROOM.devices)))),
    Case(replace(JOIN, registration=RegistrationId("r"))),
    Case(CLAIM, newcomer=True),
    Case(MergePeople(ME, OTHER)),
    Case(SplitPeople(ME)),
    Case(replace(CLAIM, token_hash="")),
    Case(replace(CLAIM, token_hash=next(iter(ROOM.devices)))),
    Case(ask.Leave(ME), me=True),
    Case(ask.Leave(OTHER)),
    Case(ask.Return(ME), me=True),
    Case(ask.Return(OTHER)),
    Case(ask.Leave(ME, Source.DESK)),
    Case(ask.Return(ME, Source.BADGE)),
    Case(presence.UndoPresence(ME, Way.OUT)),
    Case(presence.CorrectPresence(ME, (), "")),
    Case(hold.SetLocked(True)),
    Case(hold.SetModerated(True)),
    Case(hold.SetHandsShown(True)),
    Case(hold.TakeOut(OTHER)),
    Case(hold.LetBackIn(ME)),
    Case(hold.HideCards((MINE,))),
    Case(hold.LetThrough((MINE,))),
    Case(hold.TellPhones("Now")),
    Case(hold.GiveFloor(ME), remote=True, co=True),
    Case(hold.RaiseHand(ME), me=True),
    Case(hold.RaiseHand(OTHER)),
    Case(hold.LowerHand(ME), me=True, remote=True, co=True),
    Case(hold.LowerHand(OTHER), remote=True, co=True),
    Case(hold.SitBeside(ME, PersonId("p"), "Ana"), me=True),
    Case(hold.SitBeside(OTHER, PersonId("p"), "Ana")),
    Case(ask.RenamePerson(ME, "x"), me=True),
    Case(ask.RenamePerson(OTHER, "x")),
    Case(data.AskErasure(ME), me=True),
    Case(data.AskErasure(OTHER)),
    Case(data.AnswerErasure(ME, erase=True)),
    Case(data.WithdrawCards(ME), me=True),
    Case(data.WithdrawCards(OTHER)),
    Case(ask.AssignRole(ME, "client")),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, ME, "x"), me=True),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, ME, "x", channel=Channel.TABLE), me=True),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, ME, "x", channel=Channel.PAPER)),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, OTHER, "x")),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, None, "x")),
    Case(ask.SubmitCard(CardId("c"), ACTIVITY, CLIENT, "x")),  # it is for consultants
    Case(ask.EditCard(MINE, "x"), me=True),
    Case(ask.EditCard(MINE, "x", Channel.DESK)),
    Case(ask.EditCard(THEIRS, "x")),
    Case(ask.TagCard(MINE, ()), me=True),
    Case(ask.TagCard(THEIRS, ())),
    Case(ask.MarkCard(MINE, withdrawn=True), me=True),
    Case(ask.MarkCard(MINE, shareable=False), me=True),
    Case(ask.MarkCard(THEIRS, withdrawn=True)),
    Case(ask.MarkCard(THEIRS, shareable=False)),
    Case(ask.MarkCard(THEIRS)),
    Case(ask.MarkCard(MINE, parked=True)),
    Case(ask.MarkCard(MINE, hidden=False)),
    Case(ask.MarkCard(MINE, locked=True)),
    Case(ask.MarkCard(MINE, withdrawn=True, locked=True)),
    Case(ask.MarkCard(SEEN, starred=True), client=True),
    Case(ask.MarkCard(SEEN, starred=True, hidden=True)),
    Case(ask.MarkCard(SEEN, starred=True, withdrawn=True)),
    Case(ask.CastBallot(BallotId("b"), ACTIVITY, ME, ()), me=True),
    Case(ask.CastBallot(BallotId("b"), ACTIVITY, OTHER, ())),
    Case(ask.CastBallot(BallotId("b"), ACTIVITY, None, ())),
    Case(ask.Rate(RatingId("r"), ACTIVITY, ME, 1), me=True),
    Case(ask.Rate(RatingId("r"), ACTIVITY, OTHER, 1)),
    Case(ask.MarkFinished(ACTIVITY, ME), me=True),
    Case(ask.MarkFinished(ACTIVITY, OTHER)),
    Case(ask.AddAction(ActionId("a"), ACTIVITY, "x", "y", writer=ME), me=True),
    Case(ask.AddAction(ActionId("a"), ACTIVITY, "x", "y", writer=OTHER)),
    Case(ask.AddAction(ActionId("a"), ACTIVITY, "x", "y")),
    Case(ask.AddAction(ActionId("a"), None, "x", "y", writer=ME)),
    Case(ask.ChangeAction(ActionId("a"))),
    Case(agenda.Undo(), remote=True, co=True),
    Case(agenda.InsertStep(ROOM.steps[0], 1)),
    Case(agenda.DropStep(STEP)),
    Case(agenda.SkipStep(STEP)),
    Case(agenda.MoveStep(STEP, 1)),
    Case(agenda.SetLengths(()), co=True),
    Case(agenda.SetPace(STEP)),
    Case(agenda.SetRounds(STEP, None)),
    Case(agenda.SetMuted(STEP)),
    Case(agenda.GoOn(STEP), timekeeper=True),
    Case(agenda.SetClockOnly(True)),
    Case(
        agenda.NoteAbsence(AbsenceId("s"), AbsenceCause.SLEPT, samples.START, Seconds(60)),
        timekeeper=True,
    ),
    Case(agenda.AnswerAbsence(AbsenceId("s"), True)),
    Case(agenda.AddClocks(ClockRole.SIDE, ())),
    Case(agenda.DropClocks(())),
    Case(agenda.StartClocks(())),
    Case(agenda.PauseClocks(())),
    Case(agenda.AddToClocks((), Seconds(60))),
    Case(agenda.ResetClocks(())),
    Case(agenda.SeatAtClock(ClockId("k"), (ME,))),
    Case(agenda.NextTurn(), remote=True, co=True),
    Case(stage.SetFrozen(True), remote=True, co=True),
    Case(stage.SetLookHere(True), remote=True, co=True),
    Case(stage.SetMessage("x"), remote=True, co=True),
    Case(stage.AddPicture(PictureId("x"), "x", "image/png", 1, 1, b"x")),
    Case(stage.ShowPicture(None), co=True),
    Case(stage.DropPicture(PictureId("x"))),
    Case(stage.OfferRemote(RemoteId("r"), RemoteRole.REMOTE, "0" * 64)),
    Case(stage.PairRemote("0" * 64, "1" * 64, "x"), newcomer=True),
    Case(stage.RevokeRemote(RemoteId("r"))),
)


def allowed(command: ask.RoomCommand, by: ask.Actor, room: Room = ROOM) -> bool:
    try:
        rights.check(room, command, by)
    except Refusal as refusal:
        return refusal.why is not Why.NOT_ALLOWED
    return True


def test_every_command_is_in_the_table() -> None:
    assert {type(case.command) for case in CASES} == set(get_args(ask.RoomCommand))


@pytest.mark.parametrize("case", CASES, ids=lambda case: type(case.command).__name__)
def test_who_may_ask(case: Case) -> None:
    assert allowed(case.command, ask.Facilitator())
    assert allowed(case.command, ask.Participant(ME)) == case.me
    assert allowed(case.command, ask.Participant(CLIENT)) == case.client
    assert allowed(case.command, ask.Newcomer()) == case.newcomer
    assert allowed(case.command, ask.Timekeeper()) == case.timekeeper
    steering = replace(ROOM, remotes={one.id: one for one in REMOTES.values()})
    for role, remote in REMOTES.items():
        wanted = case.remote if role is RemoteRole.REMOTE else case.co
        assert allowed(case.command, ask.Steerer(remote.id), steering) == wanted


@pytest.mark.parametrize("role", RemoteRole)
def test_a_remote_steers_from_its_pairing_until_it_is_revoked(role: RemoteRole) -> None:
    paired = REMOTES[role]
    for remote in (replace(paired, paired=None), replace(paired, revoked=samples.START), None):
        remotes = {remote.id: remote} if remote else {}
        with pytest.raises(Refusal) as told:
            rights.check(replace(ROOM, remotes=remotes), ask.Advance(), ask.Steerer(paired.id))
        assert told.value.why is Why.NOT_STEERING


@pytest.mark.parametrize("case", CASES, ids=lambda case: type(case.command).__name__)
def test_nobody_speaks_for_someone_unknown(case: Case) -> None:
    with pytest.raises(Refusal) as told:
        rights.check(ROOM, case.command, ask.Participant(PersonId("nobody")))
    assert told.value.why is Why.NOT_YOU


@pytest.mark.parametrize(
    "by", [ask.Participant(ME), ask.Newcomer(), ask.Timekeeper(), ask.Steerer(RemoteId("co"))]
)
def test_only_the_facilitator_works_at_the_desk(by: ask.Actor) -> None:
    with pytest.raises(Refusal) as told:
        rights.check_desk(by)
    assert told.value.why is Why.NOT_ALLOWED
    rights.check_desk(ask.Facilitator())


def test_a_card_that_is_not_there() -> None:
    for command in (
        ask.EditCard(CardId("none"), "x"),
        ask.TagCard(CardId("none"), ()),
        ask.MarkCard(CardId("none"), starred=True),
    ):
        with pytest.raises(Refusal) as told:
            rights.check(ROOM, command, ask.Participant(ME))
        assert told.value.why is Why.UNKNOWN_CARD


@pytest.mark.parametrize(
    ("audience", "revealed", "seen"),
    [
        (Audience.ROOM, False, True),
        (Audience.HELD, False, False),
        (Audience.HELD, True, True),
        (Audience.FACILITATOR, True, False),
        (Audience.AUTHOR, True, False),
    ],
)
def test_stars_go_only_where_the_room_may_look(audience: Audience, revealed: bool, seen: bool) -> None:
    steps = tuple(
        replace(
            step,
            activities=tuple(
                replace(one, audience=audience, revealed=revealed) if one.id == ACTIVITY else one
                for one in step.activities
            ),
        )
        for step in ROOM.steps
    )
    room = replace(ROOM, steps=steps)
    star = ask.MarkCard(SEEN, starred=True)
    assert allowed(star, ask.Participant(CLIENT), room) == seen
    for mark in ({"hidden": True}, {"withdrawn": True}):
        cards = {**room.cards, SEEN: replace(room.cards[SEEN], **mark)}
        assert not allowed(star, ask.Participant(CLIENT), replace(room, cards=cards))


def test_who_was_taken_out_may_do_nothing() -> None:
    gone = replace(ROOM.attendees[ME], taken_out=samples.START)
    room = replace(ROOM, attendees={**ROOM.attendees, ME: gone})
    for command in (ask.Return(ME), hold.RaiseHand(ME), ask.EditCard(MINE, "x")):
        with pytest.raises(Refusal) as caught:
            rights.check(room, command, ask.Participant(ME))
        assert caught.value.why is Why.TAKEN_OUT


def test_nobody_is_named_on_a_phone_while_joining_is_locked() -> None:
    locked = replace(ROOM, session=replace(ROOM.session, control=Control(locked=True)))
    beside = hold.SitBeside(ME, PersonId("p"), "Ana")
    assert not allowed(beside, ask.Participant(ME), locked)
    assert allowed(beside, ask.Facilitator(), locked)
