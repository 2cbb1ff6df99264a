"""What a decision brings: the room as it is now, and what has to be written down."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from workshop_desk.domain.absences import Absence
from workshop_desk.domain.actions import Action
from workshop_desk.domain.answer_counts import AnswerCount
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.erasure import Erasure
from workshop_desk.domain.hands import RaisedHand
from workshop_desk.domain.people import Attendee, Device, Person
from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.pictures import Picture, PictureContent
from workshop_desk.domain.presence import PresenceEvent
from workshop_desk.domain.recognition import Certificate
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.remotes import Remote
from workshop_desk.domain.room import Participation, Room
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.signatures import Signature
from workshop_desk.domain.steps import Activity, Step
from workshop_desk.domain.units import (
    ActivityId,
    BallotId,
    ClockId,
    PersonId,
    PictureId,
    RatingId,
    RegistrationId,
    SessionId,
    StepId,
)
from workshop_desk.domain.visits import Visit
from workshop_desk.domain.votes import Ballot


@dataclass(frozen=True, slots=True)
class GoneStep:
    """A step that is no more, with all that was in it."""

    step: StepId


@dataclass(frozen=True, slots=True)
class GoneClock:
    """A clock that is no more."""

    clock: ClockId


@dataclass(frozen=True, slots=True)
class GonePicture:
    """A picture that is no more."""

    picture: PictureId


@dataclass(frozen=True, slots=True)
class GoneRegistration:
    """A place on the list that is no more."""

    registration: RegistrationId


@dataclass(frozen=True, slots=True)
class GoneAnswer:
    """A ballot or a rating that is no more."""

    answer: BallotId | RatingId


@dataclass(frozen=True, slots=True)
class GoneParticipation:
    """What someone did in an activity, which is counted for someone else by now."""

    activity: ActivityId
    person: PersonId


@dataclass(frozen=True, slots=True)
class GoneHand:
    """A raised hand that is down."""

    session: SessionId
    person: PersonId


@dataclass(frozen=True, slots=True)
class GonePhoneMessage:
    """A message that phones show no more; `person` None was for everyone."""

    session: SessionId
    person: PersonId | None


@dataclass(frozen=True, slots=True)
class ErasedName:
    """A name that must stand nowhere in the file, nor in what is left of it.

    `alone`: nobody else in the session bears it. `held`: the law keeps it in the person's own row.
    """

    session: SessionId
    person: PersonId
    name: str
    alone: bool
    held: bool


Entity = (
    Session
    | Step
    | Person
    | Attendee
    | Device
    | PresenceEvent
    | Card
    | Ballot
    | Rating
    | Participation
    | Action
    | Certificate
    | Visit
    | Clock
    | Absence
    | GoneStep
    | GoneClock
    | Picture
    | PictureContent
    | GonePicture
    | Remote
    | Registration
    | GoneRegistration
    | GoneAnswer
    | GoneParticipation
    | RaisedHand
    | GoneHand
    | PhoneMessage
    | GonePhoneMessage
    | AnswerCount
    | Signature
    | Erasure
    | ErasedName
)
"""Everything that is stored as a row or a few, each written whole by its id, or taken away."""

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Decision:
    """The new room and the entities that changed; nothing saved means nothing changed."""

    room: Room
    saved: tuple[Entity, ...] = ()


def put(known: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    """Return a copy of a mapping with one value set; a known key keeps its place."""
    return {**known, key: value}


def without(known: Mapping[K, V], key: K) -> dict[K, V]:
    """Return a copy of a mapping without a key; one that is not there is no trouble."""
    return {one: value for one, value in known.items() if one != key}


def with_session(room: Room, session: Session) -> Decision:
    """Return the room with its session changed."""
    return Decision(replace(room, session=session), (session,))


def with_steps(room: Room, *changed: Step) -> Decision:
    """Return the room with some steps changed."""
    by_id = {step.id: step for step in changed}
    steps = tuple(by_id.get(step.id, step) for step in room.steps)
    return Decision(replace(room, steps=steps), changed)


def with_activity(room: Room, changed: Activity) -> Decision:
    """Return the room with one activity changed."""
    step = room.step_of(changed)
    activities = tuple(changed if one.id == changed.id else one for one in step.activities)
    return with_steps(room, replace(step, activities=activities))


def with_card(room: Room, card: Card) -> Decision:
    """Return the room with a card written or changed."""
    return Decision(replace(room, cards=put(room.cards, card.id, card)), (card,))


def answered(before: Decision, activity: ActivityId, person: PersonId, *, finished: bool) -> Decision:
    """Count one more answer of a person on top of a decision."""
    room = before.room
    known = room.participation(activity, person)
    now = replace(known, answers=known.answers + 1, finished=finished or known.finished)
    participations = put(room.participations, (activity, person), now)
    return Decision(replace(room, participations=participations), (*before.saved, now))
