"""Which module writes which entity, and how a whole room is read."""

from sqlite3 import Connection
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
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import SessionId
from workshop_desk.domain.visits import Visit
from workshop_desk.domain.votes import Ballot
from workshop_desk.store import (
    absences,
    actions,
    answer_counts,
    cards,
    clocks,
    erasures,
    hands,
    journal,
    participations,
    people,
    phone_messages,
    pictures,
    presence,
    recognition,
    registrations,
    remotes,
    scales,
    sessions,
    signatures,
    steps,
    visits,
    votes,
    wordings,
)


def save(conn: Connection, entity: Entity) -> None:
    """Write an entity whole, in place of what was known under its id, or take it away."""
    match entity:
        case Session():
            sessions.save(conn, entity)
        case Step():
            steps.save(conn, entity)
        case (
            Person()
            | Attendee()
            | Device()
            | Registration()
            | GoneRegistration()
            | GoneAnswer()
            | GoneParticipation()
            | Erasure()
            | ErasedName()
        ):
            _save_people(conn, entity)
        case PresenceEvent():
            presence.save(conn, entity)
        case Card():
            cards.save(conn, entity)
        case Ballot():
            votes.save(conn, entity)
        case Rating():
            scales.save(conn, entity)
        case Participation():
            participations.save(conn, entity)
        case Action():
            actions.save(conn, entity)
        case Certificate():
            recognition.save(conn, entity)
        case Visit() | Clock() | Absence() | GoneStep() | GoneClock():
            _save_run(conn, entity)
        case Signature():
            signatures.save(conn, entity)
        case Picture() | PictureContent() | GonePicture() | Remote():
            _save_stage(conn, entity)
        case RaisedHand() | GoneHand() | PhoneMessage() | GonePhoneMessage() | AnswerCount():
            _save_control(conn, entity)
        case _:
            assert_never(entity)


_People = (
    Person
    | Attendee
    | Device
    | Registration
    | GoneRegistration
    | GoneAnswer
    | GoneParticipation
    | Erasure
    | ErasedName
)


def _save_people(conn: Connection, entity: _People) -> None:
    match entity:
        case Person():
            people.save(conn, entity)
        case Attendee():
            people.save_attendee(conn, entity)
        case Device():
            people.save_device(conn, entity)
        case Registration():
            registrations.save(conn, entity)
        case GoneRegistration():
            registrations.remove(conn, entity.registration)
        case GoneAnswer():
            votes.remove(conn, entity.answer)
            scales.remove(conn, entity.answer)
        case GoneParticipation():
            participations.remove(conn, entity.activity, entity.person)
        case Erasure():
            erasures.save(conn, entity)
        case ErasedName():
            erasures.scrub(conn, entity)
        case _:
            assert_never(entity)


def _save_run(conn: Connection, entity: Visit | Clock | Absence | GoneStep | GoneClock) -> None:
    match entity:
        case Visit():
            visits.save(conn, entity)
        case Clock():
            clocks.save(conn, entity)
        case Absence():
            absences.save(conn, entity)
        case GoneStep():
            steps.remove(conn, entity.step)
        case GoneClock():
            clocks.remove(conn, entity.clock)
        case _:
            assert_never(entity)


def _save_stage(conn: Connection, entity: Picture | PictureContent | GonePicture | Remote) -> None:
    match entity:
        case Picture():
            pictures.save(conn, entity)
        case PictureContent():
            pictures.save_content(conn, entity)
        case GonePicture():
            pictures.remove(conn, entity.picture)
        case Remote():
            remotes.save(conn, entity)
        case _:
            assert_never(entity)


_Control = RaisedHand | GoneHand | PhoneMessage | GonePhoneMessage | AnswerCount


def _save_control(conn: Connection, entity: _Control) -> None:
    match entity:
        case RaisedHand():
            hands.save(conn, entity)
        case GoneHand():
            hands.remove(conn, entity.session, entity.person)
        case PhoneMessage():
            phone_messages.save(conn, entity)
        case GonePhoneMessage():
            phone_messages.remove(conn, entity.session, entity.person)
        case AnswerCount():
            answer_counts.save(conn, entity)
        case _:
            assert_never(entity)


def load_room(conn: Connection, session: SessionId) -> Room | None:
    """Read everything about a session, None where there is no such one."""
    texts = wordings.of_session(conn, session)
    known = sessions.load(conn, session, texts)
    if known is None:
        return None
    revision = journal.newest_of(conn, session)
    return Room(
        session=known,
        steps=steps.load(conn, session, texts),
        revision=revision,
        people=people.load(conn, session),
        attendees=people.load_attendees(conn, session),
        presence=presence.load(conn, session),
        devices=people.load_devices(conn, session),
        cards=cards.load(conn, session),
        ballots=votes.load(conn, session),
        ratings=scales.load(conn, session),
        participations=participations.load(conn, session),
        actions=actions.load(conn, session),
        certificates=recognition.load(conn, session),
        visits=visits.load(conn, session),
        clocks=clocks.load(conn, session),
        absences=absences.load(conn, session),
        pictures=pictures.load(conn, session),
        remotes=remotes.load(conn, session),
        registrations=registrations.load(conn, session),
        hands=hands.load(conn, session),
        phone_messages=phone_messages.load(conn, session),
        answer_counts=answer_counts.load(conn, session),
        signatures=signatures.load(conn, session),
        erasures=erasures.load(conn, session),
        # No change is numbered like one from before the program started again: each had its line.
        changes=revision,
    )
