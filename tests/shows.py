"""Sessions in which everything of the run of show happens: rounds, clocks, absences, breaks.

`Show` is a story of plain steps of so many minutes, told without a method; `full_show()` is the sample
session with a row of every kind.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tests import signing
from tests.samples import START, Story, method_plan, story_until
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain import control_commands as hold
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.data_commands import AskErasure
from workshop_desk.domain.identity_commands import AddRegistrations
from workshop_desk.domain.people import Channel
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.room import Room
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.rules import registrations
from workshop_desk.domain.signatures import SignatureKind
from workshop_desk.domain.steps import Activity, Step, StepKind
from workshop_desk.domain.timer import AtZero, Timer, TimerMode
from workshop_desk.domain.units import (
    AbsenceId,
    ActivityId,
    CertificateId,
    ClockId,
    DeviceId,
    Instant,
    Language,
    Moment,
    PersonId,
    PictureId,
    RegistrationId,
    RemoteId,
    Seconds,
    StepId,
)
from workshop_desk.domain.wording import Wording


def plain_step(
    session: ask.PlanSession,
    key: str,
    minutes: float,
    kind: StepKind = StepKind.TALK,
    least: float | None = None,
) -> Step:
    """Return a step of one activity; it may shrink to `least` minutes, by default to half."""
    identity = StepId(f"step-{key}")
    activity = Activity(
        id=ActivityId(f"activity-{key}"),
        step=identity,
        position=0,
        key=key,
        kind=kind,
        title=Wording.of({"en": key}),
        prompt=Wording.of({"en": f"{key}?"}),
    )
    return Step(
        id=identity,
        session=session.session.id,
        position=0,
        key=key,
        label="",
        title=Wording.of({"en": key}),
        rules=Wording(),
        advice=Wording(),
        shortest=Seconds(60.0 * (minutes / 2 if least is None else least)),
        longest=Seconds(minutes * 120),
        timer=Timer(Seconds(minutes * 60)),
        activities=(activity,),
    )


class Show(Story):
    """A session of steps named by letters: 'a' of 10 minutes is `Show({"a": 10})`."""

    def __init__(
        self,
        steps: dict[str, float],
        start: datetime = START,
        margin: float = 0.0,
        breaks: dict[str, datetime] | None = None,
        decisions: Sequence[str] = (),
        least: dict[str, float] | None = None,
    ) -> None:
        planned = method_plan("roti", "", "en")
        session = replace(
            planned.session, planned_start=Instant(start), margin=Seconds(margin * 60), language="en"
        )
        made = []
        for place, (key, minutes) in enumerate(steps.items()):
            step = plain_step(planned, key, minutes, least=(least or {}).get(key))
            back = (breaks or {}).get(key)
            if back is not None:
                step = plain_step(planned, key, minutes, StepKind.PAUSE, (least or {}).get(key))
                clock = replace(step.timer, mode=TimerMode.UNTIL, until=Instant(back))
                step = replace(step, timer=clock)
            made.append(replace(step, position=place, decides=key in decisions))
        super().__init__(ask.PlanSession(session, tuple(made)))
        self.now = Moment(Instant(start), Seconds(5000.0), "boot-1")
        opened = replace(self.room.session, opened=self.now.utc)
        visits = tuple(replace(one, entered=self.now) for one in self.room.visits)
        self.room = replace(self.room, session=opened, visits=visits)

    def step(self, key: str) -> Step:
        """Return a step by its letter."""
        return next(one for one in self.room.steps if one.key == key)

    def id(self, key: str) -> StepId:
        """Return a step's id by its letter, whether it is there or not."""
        return StepId(f"step-{key}")

    def clock(self, name: str) -> ClockId:
        """Return a clock's id by its name."""
        return next(one.id for one in self.room.clocks.values() if one.name == name)

    def timer(self, name: str) -> Timer:
        """Return a clock's timer by its name."""
        return self.room.clocks[self.clock(name)].timer

    def add_clocks(self, role: ClockRole, *names: str, seconds: float = 0.0) -> None:
        """Add clocks of these names."""
        new = tuple(plans.NewClock(ClockId(self.new_id()), name, Seconds(seconds)) for name in names)
        self.ask(plans.AddClocks(role, new))

    def sleep(self, minutes: float) -> AbsenceId:
        """Let the laptop sleep, and note it as the clock does; return the absence."""
        began, absence = self.now.utc, AbsenceId(self.new_id())
        self.wait(minutes)
        seconds = Seconds(minutes * 60)
        self.ask(plans.NoteAbsence(absence, AbsenceCause.SLEPT, began, seconds), by=ask.Timekeeper())
        return absence

    def restart(self, minutes: float = 0.0, boot_id: str = "boot-2") -> None:
        """Let the machine start again: another boot, whose clock begins anew; no way back is left."""
        utc = Instant(self.now.utc + timedelta(minutes=minutes))
        self.now = Moment(utc, Seconds(7.0), boot_id)
        self.room = replace(self.room, past=(), changes=0)


def run_everything(story: Story) -> None:
    """Use all of the run of show in the step that runs: afterwards nothing of it is unset."""
    step = story.room.step
    assert step is not None
    people = story.room.present
    group = (plans.NewClock(ClockId("k-1"), "Table 1", Seconds(300.0), people[:2]),)
    story.ask(plans.AddClocks(ClockRole.GROUP, group, hard=True, questions=Seconds(60.0)))
    side = (plans.NewClock(ClockId("k-2"), "Pizza", Seconds(900.0)),)
    story.ask(plans.AddClocks(ClockRole.SIDE, side))
    story.ask(plans.StartClocks((ClockId("k-1"), ClockId("k-2"))), minutes_later=1)
    story.ask(plans.AddToClocks((ClockId("k-2"),), Seconds(30.0)))
    story.ask(plans.SetRounds(step.id, Rounds(4, Seconds(240.0), Seconds(20.0), ((1, Seconds(30.0)),))))
    story.ask(plans.SetPace(step.id, at_zero=AtZero.PROPOSE, hard=True, questions=Seconds(90.0)))
    story.ask(plans.SetMuted(step.id))
    began = story.now.utc
    story.wait(3)
    absence = plans.NoteAbsence(AbsenceId("s-1"), AbsenceCause.SLEPT, began, Seconds(180.0))
    story.ask(absence, by=ask.Timekeeper())
    story.ask(plans.AnswerAbsence(AbsenceId("s-1"), give_back=True))


def use_the_stage(story: Story) -> None:
    """Show a picture and a message, and let a phone steer."""
    picture = PictureId("x-1")
    story.ask(stage.AddPicture(picture, "Plan", "image/png", 4, 3, b"png"))
    story.ask(stage.ShowPicture(picture))
    story.ask(stage.SetMessage("Le café est servi."))
    story.ask(stage.OfferRemote(RemoteId("r-1"), RemoteRole.CO, "0" * 64))
    story.ask(stage.PairRemote("0" * 64, "1" * 64, "Paul"))


def make_a_list(story: Story) -> None:
    """Put two people on the list: one comes in on their place, one is still awaited."""
    session = story.room.session.id
    listed = (
        Registration(RegistrationId("l-1"), session, "Zoé Léa Roy", "zoe@a.example", "Qualité", "T-17"),
        Registration(RegistrationId("l-2"), session, "Ivo Marić"),
    )
    story.room = registrations.add(story.room, AddRegistrations(session, listed)).room
    person, device = PersonId(story.new_id()), DeviceId(story.new_id())
    join = ask.Join(person, "roy, zoe lea", "", Language("fr"), Channel.PHONE, device, "7" * 64)
    story.ask(replace(join, codes=("M4TK",)), by=ask.Newcomer())
    story.ask(AskErasure(person), by=ask.Participant(person))


def held_show(language: str = "fr") -> Room:
    """Return the sample session under way, held tightly: locked, with hands up and a shared phone."""
    story = story_until("4", language)
    karim, amina = story.person("Karim"), story.person("Amina")
    for wish in (hold.SetLocked(True), hold.SetModerated(True), hold.SetHandsShown(True)):
        story.ask(wish)
    story.ask(hold.SitBeside(karim, PersonId(story.new_id()), "Léa Martin"))
    for person in (karim, amina):
        story.ask(hold.RaiseHand(person), minutes_later=1)
    story.ask(hold.GiveFloor(karim))
    story.ask(hold.TellPhones("Pause à 15 h.", seconds=Seconds(300.0)))
    story.ask(hold.TellPhones("Venez me voir.", amina))
    story.write("contributions", "Karim", "À relire")
    story.ask(hold.TakeOut(story.person("Thomas")))
    return story.room


def sign(story: Story) -> None:
    """Make a training action of it, and let it be signed."""
    session = replace(story.room.session, training=signing.TRAINING)
    story.room = replace(story.room, session=session)
    me = story.room.present[0]
    story.ask(signing.by_phone(session.id, me, story.now.utc))
    story.ask(signing.correction(SignatureKind.VOIDED, me, "Pas la bonne"))
    story.ask(signing.at_desk(None))


def full_show(language: str = "fr") -> Room:
    """Return the sample session, closed, with a row of every kind."""
    story = story_until("6", language)
    run_everything(story)
    last = story.room.steps[-1]
    until = Instant(story.now.utc + timedelta(minutes=45))
    story.ask(plans.SetPace(last.id, TimerMode.UNTIL, until))
    use_the_stage(story)
    make_a_list(story)
    sign(story)
    numbers = tuple(CertificateId(story.new_id()) for _ in story.room.attendees)
    story.ask(ask.CloseSession(numbers), minutes_later=2)
    return story.room
