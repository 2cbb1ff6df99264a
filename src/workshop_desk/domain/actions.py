"""Actions: what someone will do, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActionId, ActivityId, Instant, PersonId, SessionId


class ActionState(StrEnum):
    """Where an action is in its life."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """What, who, by when and how one will know.

    `private` actions go on the private sheet, never in the summary. `writer` is who noted it.
    `waiting` is what the facilitator has not looked at yet, where that comes before the room.
    `channel` is how it came, None where that is not known.
    """

    id: ActionId
    session: SessionId
    activity: ActivityId | None
    what: str
    who: str
    due: date | None
    sign: str
    writer: PersonId | None
    private: bool
    written: Instant
    state: ActionState = ActionState.OPEN
    waiting: bool = False
    channel: Channel | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the whole room may see it."""
        return not (self.private or self.waiting) and self.state is not ActionState.DROPPED
