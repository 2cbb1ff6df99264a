"""What the writer tells: dull notices for listeners, and a receipt for who asked."""

from dataclasses import dataclass
from enum import StrEnum

from workshop_desk.domain.units import Revision


class Topic(StrEnum):
    """What a change is about; receivers pull the new snapshot, topics only say where to look."""

    SESSIONS = "sessions"
    SESSION = "session"
    AGENDA = "agenda"
    PEOPLE = "people"
    CARDS = "cards"
    VOTES = "votes"
    ACTIONS = "actions"
    SETTINGS = "settings"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Changed:
    """Something is new as of a revision; notices may be merged, late or lost without harm."""

    revision: Revision
    topics: frozenset[Topic]


@dataclass(frozen=True, slots=True)
class Stored:
    """The receipt: on disk as of this revision. `again`: the same key had been stored before.

    `change` is the number by which a change of plan or clocks can be taken back, 0 for none.
    """

    revision: Revision
    again: bool = False
    change: int = 0
