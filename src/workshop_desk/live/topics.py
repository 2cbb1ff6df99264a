"""What a change is about, for those who want to know where to look."""

from typing import assert_never

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
from workshop_desk.domain.rules.decision import (
    Entity,
    ErasedName,
    GoneAnswer,
    GoneClock,
    GoneHand,
    GoneParticipation,
    GonePhoneMessage,
    GonePicture,
    GoneRegistration,
    GoneStep,
)
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.signatures import Signature
from workshop_desk.domain.steps import Step, StepKind
from workshop_desk.domain.visits import Visit
from workshop_desk.domain.votes import Ballot
from workshop_desk.live.changes import Topic


def topics_of(room: Room, entity: Entity) -> frozenset[Topic]:
    """Return the topics of one saved entity; the room is for what belongs to an activity."""
    match entity:
        case Session():
            return frozenset({Topic.SESSION, Topic.SESSIONS})
        case Step() | Visit() | Clock() | Absence() | GoneStep() | GoneClock():
            return frozenset({Topic.AGENDA})
        case Attendee():
            return frozenset({Topic.PEOPLE, Topic.SESSIONS})
        case (
            Person()
            | Device()
            | PresenceEvent()
            | Remote()
            | Registration()
            | GoneRegistration()
            | RaisedHand()
            | GoneHand()
            | Signature()
            | Erasure()
            | ErasedName()
        ):
            return frozenset({Topic.PEOPLE})
        case Card():
            return frozenset({Topic.CARDS})
        case Ballot() | Rating() | GoneAnswer():
            return frozenset({Topic.VOTES})
        case Participation() | GoneParticipation() | AnswerCount():
            return frozenset({_topic_of(room.activity(entity.activity).kind)})
        case Action():
            return frozenset({Topic.ACTIONS, Topic.SESSIONS})
        case Certificate() | Picture() | PictureContent() | GonePicture():
            return frozenset({Topic.SESSION})
        case PhoneMessage() | GonePhoneMessage():
            return frozenset({Topic.SESSION})
        case _:
            assert_never(entity)


def _topic_of(kind: StepKind) -> Topic:
    match kind:
        case StepKind.TALK | StepKind.PAUSE:
            return Topic.AGENDA
        case StepKind.WRITE | StepKind.BOARD | StepKind.QUEUE:
            return Topic.CARDS
        case StepKind.VOTE | StepKind.SCALE:
            return Topic.VOTES
        case StepKind.ACTIONS:
            return Topic.ACTIONS
        case _:
            assert_never(kind)
