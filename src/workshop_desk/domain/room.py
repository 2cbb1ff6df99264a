"""The room: everything about one session at one moment, never half changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_desk.domain.absences import Absence
from workshop_desk.domain.actions import Action
from workshop_desk.domain.answer_counts import AnswerCount
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.erasure import ERASED_NAME, Erasure
from workshop_desk.domain.hands import RaisedHand
from workshop_desk.domain.people import Attendee, Channel, Device, Person
from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.pictures import Picture
from workshop_desk.domain.presence import Stay, Way
from workshop_desk.domain.presence_log import PresenceLog
from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.remotes import Remote
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.sessions import Place, Session
from workshop_desk.domain.signatures import Signature
from workshop_desk.domain.steps import Activity, Step, StepKind, StepState
from workshop_desk.domain.units import (
    AbsenceId,
    ActionId,
    ActivityId,
    BallotId,
    CardId,
    CertificateId,
    ClockId,
    Instant,
    PersonId,
    PictureId,
    RatingId,
    RegistrationId,
    RemoteId,
    Revision,
    Seconds,
)
from workshop_desk.domain.visits import Visit
from workshop_desk.domain.votes import Ballot


@dataclass(frozen=True, slots=True)
class Participation:
    """How often a person answered an activity, and whether they say that they have finished.

    Of anonymous answers it is all that is known about who gave them.
    """

    activity: ActivityId
    person: PersonId
    answers: int = 0
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """Plan and clocks as they were before a change, by the change's number; it is the way back."""

    number: int
    place: Place
    held: Seconds
    steps: tuple[Step, ...]
    visits: tuple[Visit, ...]
    clocks: Mapping[ClockId, Clock]
    absences: Mapping[AbsenceId, Absence]


Hours = tuple[tuple[Instant, Way], ...]
"""When someone came and left, in order."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What belonged to a person who turned out to be another one, as it was before.

    `dropped` are the answers that gave way to those of the person who was kept. `order` is everyone in
    the order of arrival.
    """

    keep: PersonId
    person: Person
    attendee: Attendee
    kept: Attendee
    order: tuple[PersonId, ...]
    hours: Hours
    kept_hours: Hours
    merged_hours: Hours
    cards: tuple[Card, ...] = ()
    actions: tuple[Action, ...] = ()
    devices: tuple[Device, ...] = ()
    registrations: tuple[Registration, ...] = ()
    answers: tuple[Ballot | Rating, ...] = ()
    dropped: tuple[Ballot | Rating, ...] = ()
    participations: tuple[Participation, ...] = ()
    kept_participations: Mapping[ActivityId, Participation] = field(default_factory=dict)
    clocks: Mapping[ClockId, Clock] = field(default_factory=dict)
    guests: tuple[Attendee, ...] = ()
    hand: RaisedHand | None = None
    kept_hand: bool = False
    message: PhoneMessage | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """One session with all that belongs to it; `devices` is by token hash, dicts keep their order.

    `past` are the changes that can be taken back, the last one at the end, and `changes` the number of
    the latest, which is never used again. `merges` are people who turned out to be others. None of these
    ways back is on disk: they end with the program.
    """

    session: Session
    steps: tuple[Step, ...]
    revision: Revision = Revision(0)
    people: Mapping[PersonId, Person] = field(default_factory=dict)
    attendees: Mapping[PersonId, Attendee] = field(default_factory=dict)
    presence: PresenceLog = PresenceLog()
    devices: Mapping[str, Device] = field(default_factory=dict)
    cards: Mapping[CardId, Card] = field(default_factory=dict)
    ballots: Mapping[BallotId, Ballot] = field(default_factory=dict)
    ratings: Mapping[RatingId, Rating] = field(default_factory=dict)
    participations: Mapping[tuple[ActivityId, PersonId], Participation] = field(default_factory=dict)
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    certificates: Mapping[CertificateId, Certificate] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    clocks: Mapping[ClockId, Clock] = field(default_factory=dict)
    absences: Mapping[AbsenceId, Absence] = field(default_factory=dict)
    pictures: Mapping[PictureId, Picture] = field(default_factory=dict)
    remotes: Mapping[RemoteId, Remote] = field(default_factory=dict)
    registrations: Mapping[RegistrationId, Registration] = field(default_factory=dict)
    hands: Mapping[PersonId, RaisedHand] = field(default_factory=dict)
    phone_messages: Mapping[PersonId | None, PhoneMessage] = field(default_factory=dict)
    answer_counts: Mapping[tuple[ActivityId, Channel], AnswerCount] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    erasures: Mapping[PersonId, Erasure] = field(default_factory=dict)
    merges: Mapping[PersonId, Merge] = field(default_factory=dict, compare=False)
    past: tuple[Earlier, ...] = field(default=(), compare=False)
    changes: int = field(default=0, compare=False)

    @property
    def step(self) -> Step | None:
        """Return the current step, None in the lobby and at the closing."""
        return next((step for step in self.steps if step.state is StepState.CURRENT), None)

    @property
    def open_activities(self) -> tuple[Activity, ...]:
        """Return the activities of the current phase, the leading one first."""
        return self.step.now_open if self.step else ()

    @property
    def leading(self) -> Activity | None:
        """Return the activity that the stage shows."""
        return next(iter(self.open_activities), None)

    @property
    def present(self) -> tuple[PersonId, ...]:
        """Return who is there now, in the order in which they first came."""
        there = self.presence.there
        return tuple(person for person in self.attendees if person in there)

    def role_of(self, person: PersonId) -> str:
        """Return a person's role in this session."""
        attendee = self.attendees.get(person)
        return (attendee.role if attendee else "") or self.session.ordinary_role

    def in_role(self, role: str) -> tuple[PersonId, ...]:
        """Return who has this role."""
        return tuple(person for person in self.attendees if self.role_of(person) == role)

    def action_for(self, person: PersonId) -> Activity | None:
        """Return the one activity that is this person's now, None while there is nothing to do."""
        role = self.role_of(person)
        return next((one for one in self.open_activities if one.is_for(role)), None)

    def activity(self, wanted: ActivityId) -> Activity:
        """Return an activity by id, or refuse."""
        for step in self.steps:
            for activity in step.activities:
                if activity.id == wanted:
                    return activity
        raise Refusal(Why.UNKNOWN_ACTIVITY)

    def activity_by_key(self, key: str) -> Activity | None:
        """Return an activity by the method's key for it."""
        found = (one for step in self.steps for one in step.activities if one.key == key)
        return next(found, None)

    def step_of(self, activity: Activity) -> Step:
        """Return the step that an activity belongs to."""
        return next(step for step in self.steps if step.id == activity.step)

    def cards_of(self, activity: ActivityId) -> tuple[Card, ...]:
        """Return an activity's cards in writing order, without those taken back."""
        return tuple(
            card for card in self.cards.values() if card.activity == activity and not card.withdrawn
        )

    def cards_by(self, activity: ActivityId, author: PersonId) -> tuple[Card, ...]:
        """Return what one person wrote in an activity."""
        return tuple(card for card in self.cards_of(activity) if card.author == author)

    def ballots_of(self, activity: ActivityId) -> tuple[Ballot, ...]:
        """Return an activity's ballots."""
        return tuple(one for one in self.ballots.values() if one.activity == activity)

    def ratings_of(self, activity: ActivityId) -> tuple[Rating, ...]:
        """Return an activity's ratings."""
        return tuple(one for one in self.ratings.values() if one.activity == activity)

    def actions_of(self, activity: ActivityId) -> tuple[Action, ...]:
        """Return the actions noted in an activity."""
        return tuple(one for one in self.actions.values() if one.activity == activity)

    def stays_of(self, person: PersonId) -> tuple[Stay, ...]:
        """Return one person's stays."""
        return self.presence.stays_by.get(person, ())

    def taking_part(self, activity: Activity) -> tuple[PersonId, ...]:
        """Return who is there and has this activity to do."""
        return tuple(one for one in self.present if activity.is_for(self.role_of(one)))

    def participation(self, activity: ActivityId, person: PersonId) -> Participation:
        """Return what a person did in an activity so far."""
        known = self.participations.get((activity, person))
        return known or Participation(activity, person)

    def finished(self, activity: Activity) -> tuple[PersonId, ...]:
        """Return who of those taking part has finished: a text is all that writing one asks for."""
        once = activity.kind is StepKind.WRITE

        def done(person: PersonId) -> bool:
            part = self.participation(activity.id, person)
            return part.finished or (once and part.answers > 0)

        return tuple(person for person in self.taking_part(activity) if done(person))

    def name_of(self, person: PersonId | None) -> str:
        """Return a person's name as it may be shown, '' for nobody."""
        known = self.people.get(person) if person else None
        wish = self.erasures.get(person) if person else None
        if wish is not None and wish.hides:
            return ERASED_NAME
        return known.name if known else ""
