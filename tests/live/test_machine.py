"""Random workshops: after every step the room in memory is the room on disk, and so after a restart."""

import tempfile
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from tests import samples, shows, signing
from tests.live.conftest import FACILITATOR, Desk
from tests.live.hands import Hands
from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.actions import ActionState
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.identity_commands import MergePeople, SplitPeople
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Way
from workshop_desk.domain.presence_commands import CorrectPresence, PresenceChange, UndoPresence
from workshop_desk.domain.presence_log import fits
from workshop_desk.domain.refusals import Refusal
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Naming
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import (
    AbsenceId,
    ActionId,
    ActivityId,
    BallotId,
    CardId,
    CertificateId,
    ClockId,
    Instant,
    Language,
    PersonId,
    RatingId,
    Seconds,
    StepId,
)
from workshop_desk.domain.votes import Choice

numbers = st.integers(0, 9)
texts = st.sampled_from(("Idée", "  ", "<b>x</b>", "שלום", "a\x00b", "=1+1", "💡", "x" * 400))
names = st.sampled_from(("Ana", "Bob", "Chloé", ""))
namings = st.sampled_from((None, *Naming))


class Workshops(Hands):
    """A facilitator and a few people who do whatever comes to their minds."""

    desk: Desk

    @initialize(naming=namings)
    def begin(self, naming: Naming | None) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="workshop-desk-")
        self.desk = Desk(Path(self.folder.name) / "desk.sqlite")
        plan = signing.training_plan()
        if naming is not None:
            steps = tuple(
                replace(step, activities=tuple(replace(one, naming=naming) for one in step.activities))
                for step in plan.steps
            )
            plan = ask.PlanSession(plan.session, steps)
        self.plan = plan
        self.desk.open(plan)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.desk.live.stop()
            self.folder.cleanup()

    @property
    def room(self) -> Room:
        return self.desk.room

    def do(self, command: ask.RoomCommand, by: ask.Actor = FACILITATOR, key: str = "") -> None:
        self.desk.moments.wait(1.5)
        before = self.room
        try:
            stored = self.desk.do(command, by, key)
        except Refusal:
            assert self.room is before
        else:
            assert stored.revision == self.desk.live.revision or stored.again

    def person(self, number: int) -> PersonId:
        people = list(self.room.people)
        return people[number % len(people)] if people else PersonId("nobody")

    def card(self, number: int) -> CardId:
        cards = list(self.room.cards)
        return cards[number % len(cards)] if cards else CardId("none")

    def activity(self, number: int) -> ActivityId:
        steps = self.room.steps[number % 3 :] or self.room.steps
        known = self.room.open_activities or (steps[0].activities if steps else ())
        if not known:
            return ActivityId("nothing")
        return known[number % len(known)].id

    @rule(name=names, desk=st.booleans())
    def join(self, name: str, desk: bool) -> None:
        channel = Channel.DESK if desk else Channel.PHONE
        join = ask.Join(PersonId(new_id()), name, "a@b.example", Language("fr"), channel)
        self.do(join, key=new_id())

    @rule(who=numbers, back=st.booleans())
    def come_and_go(self, who: int, back: bool) -> None:
        me = self.person(who)
        self.do(ask.Return(me) if back else ask.Leave(me), ask.Participant(me))

    @rule(who=numbers, name=names, role=st.sampled_from(("client", "consultant", "", "king")))
    def rename_and_assign(self, who: int, name: str, role: str) -> None:
        self.do(ask.RenamePerson(self.person(who), name))
        self.do(ask.AssignRole(self.person(who), role))

    @rule(one=numbers, other=numbers, again=st.booleans())
    def take_for_one(self, one: int, other: int, again: bool) -> None:
        gone = self.person(other)
        self.do(MergePeople(self.person(one), gone))
        if again:
            self.do(SplitPeople(gone))

    @rule()
    def take_apart(self) -> None:
        for gone in list(self.room.merges)[-1:]:
            self.do(SplitPeople(gone))

    @rule(who=numbers, what=numbers, text=texts, shareable=st.sampled_from((None, True, False)))
    def write(self, who: int, what: int, text: str, shareable: bool | None) -> None:
        me = self.person(who)
        command = ask.SubmitCard(CardId(blind_id()), self.activity(what), me, text, shareable=shareable)
        self.do(command, ask.Participant(me), new_id())

    @rule(which=numbers, text=texts, mark=st.sampled_from(("parked", "starred", "hidden", "locked")))
    def change_card(self, which: int, text: str, mark: str) -> None:
        card = self.room.cards.get(self.card(which))
        self.do(ask.EditCard(self.card(which), text))
        if card is not None:
            tags = self.room.activity(card.activity).tags
            self.do(ask.TagCard(card.id, tuple(tag.id for tag in tags[:1])))
            self.do(ask.MarkCard(card.id, **{mark: not getattr(card, mark)}))

    @rule(who=numbers, which=numbers)
    def take_back(self, who: int, which: int) -> None:
        self.do(ask.MarkCard(self.card(which), withdrawn=True), ask.Participant(self.person(who)))

    @rule(who=numbers, what=numbers, dots=st.integers(0, 3), which=numbers)
    def vote(self, who: int, what: int, dots: int, which: int) -> None:
        me = self.person(who)
        cards = dict.fromkeys((self.card(which), self.card(which + 1)))
        choices = tuple(Choice(card, dots) for card in cards) if dots else ()
        command = ask.CastBallot(BallotId(blind_id()), self.activity(what), me, choices)
        self.do(command, ask.Participant(me), new_id())

    @rule(who=numbers, what=numbers, value=st.integers(0, 6), word=texts)
    def rate(self, who: int, what: int, value: int, word: str) -> None:
        me = self.person(who)
        command = ask.Rate(RatingId(blind_id()), self.activity(what), me, value, word[:20])
        self.do(command, ask.Participant(me), new_id())

    @rule(who=numbers, what=numbers, on=st.booleans())
    def finish(self, who: int, what: int, on: bool) -> None:
        me = self.person(who)
        self.do(ask.MarkFinished(self.activity(what), me, on), ask.Participant(me))

    @rule(who=numbers, what=numbers, text=texts, state=st.sampled_from(ActionState))
    def act(self, who: int, what: int, text: str, state: ActionState) -> None:
        me = self.person(who)
        self.do(ask.AddAction(ActionId(new_id()), None, text, "Ana"))
        mine = ask.AddAction(ActionId(new_id()), self.activity(what), text, "", writer=me)
        self.do(mine, ask.Participant(me))
        for action in list(self.room.actions)[:1]:
            self.do(ask.ChangeAction(action, state=state))

    @rule(
        command=st.sampled_from(
            (
                ask.Advance(),
                ask.Advance(),
                ask.GoBack(),
                ask.StartTimer(),
                ask.PauseTimer(),
                ask.AddTime(Seconds(60.0)),
                ask.AddTime(Seconds(-300.5)),
                ask.BackdateStart(Seconds(20.0)),
                ask.SetBlackout(True),
                ask.SetBlackout(False),
                ask.SetNextDate("jeudi 12"),
            )
        ),
        seconds=st.floats(0, 4000),
    )
    def run_it(self, command: ask.RunCommand, seconds: float) -> None:
        self.desk.moments.wait(seconds)
        self.do(command)

    def step(self, number: int) -> StepId:
        steps = self.room.steps
        return steps[number % len(steps)].id if steps else StepId("nowhere")

    @rule(number=numbers, place=numbers, minutes=st.sampled_from((0, 7)))
    def change_the_plan(self, number: int, place: int, minutes: int) -> None:
        new = shows.plain_step(self.plan, new_id(), minutes)
        self.do(plans.InsertStep(new, place))
        self.do(plans.MoveStep(self.step(number), place))
        self.do(plans.SkipStep(self.step(place), skipped=number % 2 == 0))
        self.do(plans.SetLengths(((self.step(number), Seconds(place * 100.0)),)))

    @rule(number=numbers, pace=st.sampled_from((*AtZero, *TimerMode)))
    def change_a_step(self, number: int, pace: AtZero | TimerMode) -> None:
        step = self.step(number)
        self.do(plans.SetMuted(step, muted=number % 2 == 0))
        self.do(plans.SetRounds(step, Rounds(1 + number, Seconds(60.0), Seconds(5.0))))
        self.do(ask.AddTime(Seconds(30.0), step))
        if isinstance(pace, TimerMode):
            until = Instant(samples.START + timedelta(days=1)) if pace is TimerMode.UNTIL else None
            self.do(plans.SetPace(step, pace, until))
        else:
            self.do(plans.SetPace(step, at_zero=pace, hard=True, questions=Seconds(60.0)))

    @rule(number=numbers)
    def drop_a_step(self, number: int) -> None:
        self.do(plans.DropStep(self.step(number)))

    @rule(number=numbers, role=st.sampled_from(ClockRole))
    def use_clocks(self, number: int, role: ClockRole) -> None:
        people = tuple(self.room.people)[:number]
        new = plans.NewClock(ClockId(new_id()), f"Table {number}", Seconds(60.0 * number), people)
        self.do(plans.AddClocks(role, (new,)))
        clocks = tuple(self.room.clocks)[number:]
        self.do(plans.StartClocks(clocks))
        self.do(plans.NextTurn())
        if number % 3 == 0:
            self.do(plans.DropClocks(clocks[:1]))

    @rule(seconds=st.floats(2, 4000), give_back=st.booleans())
    def sleep(self, seconds: float, give_back: bool) -> None:
        began, absence = self.desk.moments.now().utc, AbsenceId(new_id())
        self.desk.moments.wait(seconds)
        note = plans.NoteAbsence(absence, AbsenceCause.SLEPT, began, Seconds(seconds))
        self.do(note, ask.Timekeeper())
        self.do(plans.AnswerAbsence(absence, give_back))

    @rule(who=numbers, on=st.booleans(), text=texts)
    def hold_the_room(self, who: int, on: bool, text: str) -> None:
        me = self.person(who)
        self.do((hold.SetModerated if on else hold.SetLocked)(on))
        self.do(hold.RaiseHand(me), ask.Participant(me))
        self.do(hold.GiveFloor(me) if on else hold.LowerHand(me))
        self.do(hold.SitBeside(me, PersonId(new_id()), "Tom"), ask.Participant(me), new_id())
        self.do(hold.TellPhones(text[:100], me if on else None, Seconds(who * 30.0)))
        self.do(hold.LetThrough((self.card(who),), through=on))
        self.do(hold.HideCards((self.card(who),), hidden=on))
        self.do(hold.TakeOut(me) if who == 1 else hold.LetBackIn(me))

    @rule()
    def undo(self) -> None:
        self.do(plans.Undo())

    @rule(step=numbers, text=texts)
    def go_to(self, step: int, text: str) -> None:
        wanted = self.step(step)
        self.do(ask.GoTo(wanted))
        self.do(ask.SetNotes(wanted, text))

    @rule(what=numbers, shown=st.booleans())
    def reveal(self, what: int, shown: bool) -> None:
        self.do(ask.Reveal(self.activity(what), shown))

    @rule()
    def restart(self) -> None:
        kept, listed = self.room, self.desk.live.sessions
        closed = kept.session.state is SessionState.CLOSED
        self.desk.restart()
        assert self.desk.live.sessions == listed
        if closed:
            assert self.desk.live.room is None
            assert self.desk.live.read(kept.session.id).result(5) == kept
            self.teardown()
            self.begin(None)

    @precondition(lambda self: len(self.room.people) > 2)
    @rule()
    def close(self) -> None:
        self.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in range(20))))

    @invariant()
    def memory_is_disk(self) -> None:
        if not hasattr(self, "desk"):
            return
        disk = self.desk.on_disk()
        for field in fields(Room):
            if field.compare:  # the way back is not on disk
                assert getattr(disk, field.name) == getattr(self.room, field.name), field.name
        for name in ("people", "attendees", "cards", "actions", "devices", "certificates", "hands"):
            assert list(getattr(disk, name)) == list(getattr(self.room, name)), name


class WorkshopsWithDoors(Workshops):
    """The same, where the facilitator also sets hours of presence right."""

    @rule(who=numbers, way=st.sampled_from(Way), minutes=st.integers(-5, 30), place=numbers)
    def set_hours_right(self, who: int, way: Way, minutes: int, place: int) -> None:
        me = self.person(who)
        self.do(UndoPresence(me, way))
        held = self.room.presence.standing(me)
        known = held[place % len(held)] if held and place else None
        at = known.at if known else samples.START
        change = PresenceChange(
            known.id if known else None, way, Instant(at + timedelta(minutes=minutes))
        )
        self.do(CorrectPresence(me, (change,), "Vu dans le couloir"))

    @invariant()
    def doors_allow_what_the_log_says(self) -> None:
        if not hasattr(self, "desk"):
            return
        log = self.room.presence
        assert all(fits(log.standing(person)) for person in self.room.attendees)


WorkshopsWithDoors.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestWorkshops = WorkshopsWithDoors.TestCase
