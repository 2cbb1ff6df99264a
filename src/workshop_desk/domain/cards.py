"""Cards: every short text that someone writes, whether idea, question or private line."""

from dataclasses import dataclass

from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActivityId, CardId, Instant, PersonId, SessionId


@dataclass(frozen=True, slots=True)
class Card:
    """One text in one activity.

    `author` is None for anonymous ones. `shareable`: may leave the room (None = was not asked).
    `parked` sets a question aside for later, `starred` is the private mark of the role with a
    private sheet, `hidden` keeps it off the stage, `locked` means that it stands as agreed.
    `waiting` is what the facilitator has not looked at yet, where that comes before the room.
    `channel` is how it came, None where it is anonymous.
    """

    id: CardId
    session: SessionId
    activity: ActivityId
    author: PersonId | None
    text: str
    tags: tuple[str, ...]
    written: Instant
    shareable: bool | None = None
    parked: bool = False
    starred: bool = False
    hidden: bool = False
    locked: bool = False
    withdrawn: bool = False
    waiting: bool = False
    channel: Channel | None = None

    @property
    def for_room(self) -> bool:
        """Tell whether the room may read it, as far as the card itself goes."""
        return not (self.hidden or self.waiting)
