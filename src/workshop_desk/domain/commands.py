"""Commands: the only way to change anything. Each is a wish; the decision may refuse it."""

from dataclasses import dataclass
from datetime import date

from workshop_desk.domain.actions import ActionState
from workshop_desk.domain.agenda_commands import AgendaCommand
from workshop_desk.domain.control_commands import BesideCommand, HoldCommand
from workshop_desk.domain.data_commands import EraseName, ErasureCommand, WithdrawCards
from workshop_desk.domain.identity_commands import IdentityCommand, ListCommand
from workshop_desk.domain.people import Channel
from workshop_desk.domain.presence import Source
from workshop_desk.domain.presence_commands import PresenceCommand
from workshop_desk.domain.readiness_commands import KeepReadiness
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.signature_commands import SignatureCommand
from workshop_desk.domain.stage_commands import StageCommand
from workshop_desk.domain.steps import Step
from workshop_desk.domain.units import (
    ActionId,
    ActivityId,
    BallotId,
    CardId,
    CertificateId,
    DeviceId,
    Language,
    PersonId,
    RatingId,
    RegistrationId,
    RemoteId,
    Seconds,
    SessionId,
    StepId,
)
from workshop_desk.domain.votes import Choice


@dataclass(frozen=True, slots=True)
class Facilitator:
    """Whoever sits at the desk."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A person known by their device's token."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A device that nobody knows yet."""


@dataclass(frozen=True, slots=True)
class Timekeeper:
    """The desk's own clock: it says that time is up, or that the laptop was away."""


@dataclass(frozen=True, slots=True)
class Steerer:
    """A phone that was paired as a remote."""

    remote: RemoteId


Actor = Facilitator | Participant | Newcomer | Timekeeper | Steerer


@dataclass(frozen=True, slots=True)
class PlanSession:
    """Add a session with its own copy of a method's plan."""

    session: Session
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class DropSession:
    """Take away a session that was never opened."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Let people in; only one session is open at a time. A session already open is just resumed."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Keep new settings; sessions that exist stay as they are."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session: everyone leaves, phones say goodbye, certificates are numbered.

    `certificates` are new ids, at least one per person. `without` names who gets none: people added by
    mistake, or twice.
    """

    certificates: tuple[CertificateId, ...] = ()
    without: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class SetNextDate:
    """Say when the group meets next, in words for the closing screen; '' for not known."""

    text: str


@dataclass(frozen=True, slots=True)
class SetBlackout:
    """Black the stage out, or show it again."""

    on: bool


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on: to the next phase of the step, the next step, or from the last step to the closing."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go back by one phase or step."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go straight to a step."""

    step: StepId


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Start the current step's timer, or go on after a pause."""


@dataclass(frozen=True, slots=True)
class PauseTimer:
    """Hold the current step's timer."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """Add seconds to a step, None for the current one; a negative number takes some."""

    seconds: Seconds
    step: StepId | None = None


@dataclass(frozen=True, slots=True)
class BackdateStart:
    """Say that the current step really started `seconds` before its timer did.

    A negative number takes back what was said before.
    """

    seconds: Seconds


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show what an activity holds back, or hold it back again."""

    activity: ActivityId
    shown: bool = True


@dataclass(frozen=True, slots=True)
class SetNotes:
    """Write the facilitator's own notes of a step."""

    step: StepId
    text: str


@dataclass(frozen=True, slots=True)
class Join:
    """Come in: with a device's token hash from a phone, or without one at the desk.

    `codes` are personal ones to choose from: the first that nobody has becomes theirs. Who is on the
    list is found by `ticket`, the code that their registration has, by e-mail or name; the desk may
    also name the `registration`, and say that a badge was read.
    """

    person: PersonId
    name: str
    email: str
    language: Language
    channel: Channel
    device: DeviceId | None = None
    token_hash: str = ""
    codes: tuple[str, ...] = ()
    ticket: str = ""
    registration: RegistrationId | None = None
    by_badge: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the room before the end; who has left already stays so."""

    person: PersonId
    source: Source = Source.PHONE


@dataclass(frozen=True, slots=True)
class Return:
    """Come into the room, for the first time or again; who is in already stays so."""

    person: PersonId
    source: Source = Source.PHONE


@dataclass(frozen=True, slots=True)
class RenamePerson:
    """Correct a name."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class AssignRole:
    """Give someone a role of the method; '' takes it back. A role for one passes from its holder."""

    person: PersonId
    role: str


@dataclass(frozen=True, slots=True)
class SubmitCard:
    """Write a card, a question or a text. `author` is for whom: the facilitator may write for others.

    `channel` is how it came, here and below.
    """

    card: CardId
    activity: ActivityId
    author: PersonId | None
    text: str
    tags: tuple[str, ...] = ()
    shareable: bool | None = None
    channel: Channel = Channel.PHONE


@dataclass(frozen=True, slots=True)
class EditCard:
    """Change a card's text."""

    card: CardId
    text: str
    channel: Channel = Channel.PHONE


@dataclass(frozen=True, slots=True)
class TagCard:
    """Change a card's tags."""

    card: CardId
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkCard:
    """Change a card's marks; None leaves a mark as it is."""

    card: CardId
    parked: bool | None = None
    starred: bool | None = None
    hidden: bool | None = None
    locked: bool | None = None
    shareable: bool | None = None
    withdrawn: bool | None = None


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Give one's dots, all at once; a later ballot of the same person takes its place."""

    ballot: BallotId
    activity: ActivityId
    voter: PersonId | None
    choices: tuple[Choice, ...]
    channel: Channel = Channel.PHONE


@dataclass(frozen=True, slots=True)
class Rate:
    """Answer a scale."""

    rating: RatingId
    activity: ActivityId
    rater: PersonId | None
    value: int
    word: str = ""
    channel: Channel = Channel.PHONE


@dataclass(frozen=True, slots=True)
class MarkFinished:
    """Say that one has finished, or not yet."""

    activity: ActivityId
    person: PersonId
    finished: bool = True


@dataclass(frozen=True, slots=True)
class AddAction:
    """Note an action."""

    action: ActionId
    activity: ActivityId | None
    what: str
    who: str
    due: date | None = None
    sign: str = ""
    writer: PersonId | None = None
    channel: Channel = Channel.PHONE


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """Change an action; None leaves a field as it is."""

    action: ActionId
    what: str | None = None
    who: str | None = None
    due: date | None = None
    state: ActionState | None = None


DeskCommand = (
    EraseName | PlanSession | DropSession | OpenSession | ChangeSettings | ListCommand | KeepReadiness
)
RunCommand = (
    CloseSession
    | SetNextDate
    | SetBlackout
    | Advance
    | GoBack
    | GoTo
    | StartTimer
    | PauseTimer
    | AddTime
    | BackdateStart
    | Reveal
    | SetNotes
    | AgendaCommand
    | StageCommand
)
PeopleCommand = (
    Join
    | Leave
    | Return
    | RenamePerson
    | AssignRole
    | IdentityCommand
    | PresenceCommand
    | BesideCommand
    | WithdrawCards
)
CaptureCommand = (
    SubmitCard
    | EditCard
    | TagCard
    | MarkCard
    | CastBallot
    | Rate
    | MarkFinished
    | AddAction
    | ChangeAction
)
RoomCommand = (
    RunCommand | HoldCommand | PeopleCommand | CaptureCommand | SignatureCommand | ErasureCommand
)
Command = DeskCommand | RoomCommand
