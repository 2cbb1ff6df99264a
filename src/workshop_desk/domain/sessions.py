"""A session: one workshop on one day, and where in its life it is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop_desk.domain.control import Control
from workshop_desk.domain.curtain import Curtain
from workshop_desk.domain.readiness import Readiness
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import Instant, Language, Seconds, SessionId
from workshop_desk.domain.wording import Wording

if TYPE_CHECKING:
    from workshop_desk.domain.people import Role

CODE_LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
CODE_LENGTH = 4


class SessionState(StrEnum):
    """Planned, then open to phones, then closed for good."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Place(StrEnum):
    """Which part of an open session the room is in."""

    LOBBY = "lobby"
    STEPS = "steps"
    CLOSING = "closing"


class Joining(StrEnum):
    """Who comes in: anyone with a name, only who is on the list, or both ways."""

    OPEN = "open"
    LIST = "list"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Session:
    """One workshop.

    `code` is what people type to join, of CODE_LETTERS. `method` names the file the plan came from;
    the plan itself is the session's own. `expected` counts the people awaited, 0 = unknown.
    `contact` answers questions about personal data; answers are kept `keep_months`. `held` seconds
    belong to the planned end though no step plans them: those of steps taken out while the session
    runs, so that the end that was promised stands; negative where the plan has grown meanwhile.
    `training` is None for all that is no training action in the sense of the law.
    """

    id: SessionId
    code: str
    title: str
    language: Language
    method: str
    method_title: Wording
    preset: str
    facilitator: str
    organisation: str
    location: str
    contact: str
    keep_months: int
    expected: int
    margin: Seconds
    roles: "tuple[Role, ...]"
    created: Instant
    planned_start: Instant | None = None
    state: SessionState = SessionState.PLANNED
    place: Place = Place.LOBBY
    blackout: bool = False
    clock_only: bool = False
    curtain: Curtain = Curtain()
    opened: Instant | None = None
    closed: Instant | None = None
    next_date: str = ""
    held: Seconds = Seconds(0)
    training: Training | None = None
    joining: Joining = Joining.OPEN
    control: Control = Control()
    readiness: Readiness = Readiness()

    @property
    def ordinary_role(self) -> str:
        """Return the role of whoever was given none, '' where the method has no roles."""
        return next((role.id for role in self.roles if role.ordinary), "")


@dataclass(frozen=True, slots=True)
class SessionLine:
    """What the list of sessions shows of one."""

    id: SessionId
    code: str
    title: str
    method: str
    method_title: Wording
    state: SessionState
    language: Language
    created: Instant
    planned_start: Instant | None
    opened: Instant | None
    closed: Instant | None
    people: int
    expected: int
    planned: Seconds
    open_actions: int
    prepared: Instant | None = None
    """When the room was looked at last, before the day."""
    open_points: int = 0
    """How many things that look found to do."""
