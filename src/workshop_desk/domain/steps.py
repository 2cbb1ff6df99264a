"""Steps and the activities inside them: a step is a box of time, an activity is one thing to do."""

from dataclasses import dataclass, field
from enum import StrEnum

from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.timer import Timer
from workshop_desk.domain.units import ActivityId, Instant, Seconds, SessionId, StepId
from workshop_desk.domain.wording import Wording


class StepKind(StrEnum):
    """What an activity captures: a closed list, each with one file per room named `noun`."""

    TALK = "talk"
    WRITE = "write"
    BOARD = "board"
    QUEUE = "queue"
    VOTE = "vote"
    SCALE = "scale"
    ACTIONS = "actions"
    PAUSE = "pause"

    @property
    def noun(self) -> str:
        """Return the file name that this kind has in each room of the house."""
        return _NOUNS[self]

    @property
    def asks(self) -> bool:
        """Tell whether people are asked for something that is kept."""
        return self not in {StepKind.TALK, StepKind.PAUSE}


_NOUNS = {
    StepKind.TALK: "talks",
    StepKind.WRITE: "texts",
    StepKind.BOARD: "cards",
    StepKind.QUEUE: "questions",
    StepKind.VOTE: "votes",
    StepKind.SCALE: "scales",
    StepKind.ACTIONS: "actions",
    StepKind.PAUSE: "pauses",
}


class Audience(StrEnum):
    """Who may read what is captured."""

    ROOM = "room"  # everyone, at once
    HELD = "held"  # everyone, once the facilitator reveals
    FACILITATOR = "facilitator"  # the desk only
    AUTHOR = "author"  # the author only: not the desk, not the summary


class Naming(StrEnum):
    """Whether an answer carries its author."""

    NAMED = "named"  # the name is shown with it
    PSEUDONYMOUS = "pseudonymous"  # no name shown, but the desk could find out
    ANONYMOUS = "anonymous"  # the author is not written anywhere


class StepState(StrEnum):
    """Where a step is in its life."""

    AHEAD = "ahead"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Tag:
    """A label that the method offers for a card, such as 'fact' or 'feeling'."""

    id: str
    title: Wording


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing to do within a step.

    `who` are the roles it is for, nobody named = everyone. A `meanwhile` activity runs at the same
    time as the one before it, for other roles. `lead` is one short line under the prompt.
    `most` limits cards per person and `dots` gives dots per person (0 = no limit, or the n/4 rule);
    `source` is the key of the activity whose cards are voted on; `levels` are the words of a scale
    from 1 up; `confirm` puts a button with that sentence on the phone; `sheet` names the section of
    the private sheet that these texts go to ('' = none).
    """

    id: ActivityId
    step: StepId
    position: int
    key: str
    kind: StepKind
    title: Wording
    prompt: Wording
    lead: Wording = field(default_factory=Wording)
    who: tuple[str, ...] = ()
    meanwhile: bool = False
    audience: Audience = Audience.ROOM
    naming: Naming = Naming.NAMED
    silent: bool = False
    most: int = 0
    longest: int = 280
    dots: int = 0
    source: str = ""
    tags: tuple[Tag, ...] = ()
    most_tags: int = 1
    levels: tuple[Wording, ...] = ()
    icon: str = ""
    confirm: Wording = field(default_factory=Wording)
    ask_sharing: bool = False
    sheet: str = ""
    revealed: bool = False
    opened: Instant | None = None

    @property
    def in_sight(self) -> bool:
        """Tell whether everyone may read by now what was written here."""
        return self.audience is Audience.ROOM or (self.audience is Audience.HELD and self.revealed)

    def is_for(self, role: str) -> bool:
        """Tell whether someone with this role takes part."""
        return not self.who or role in self.who


@dataclass(frozen=True, slots=True)
class Step:
    """A box of time in the plan, copied from the method when the session was made.

    `label` is the number the room sees ('2', '' for none). Minutes are the shortest and longest
    useful, the longest of a step put in under way what it was put in for; the planned time is the
    timer's. `phase` counts the phases of activities passed.
    `started` and `ended` are what really happened; `notes` are the facilitator's own. `long_prompt`
    is the whole instruction, too long for the stage, for the desk and the phones. What `decides` is
    never shortened to make up for lost time. `rounds` split the timer's time, None for one stretch. What
    is `muted` gives its signals without a sound.
    """

    id: StepId
    session: SessionId
    position: int
    key: str
    label: str
    title: Wording
    rules: Wording
    advice: Wording
    shortest: Seconds
    longest: Seconds
    timer: Timer
    activities: tuple[Activity, ...]
    state: StepState = StepState.AHEAD
    phase: int = 0
    started: Instant | None = None
    ended: Instant | None = None
    notes: str = ""
    long_prompt: Wording = field(default_factory=Wording)
    decides: bool = False
    rounds: Rounds | None = None
    muted: bool = False

    @property
    def is_break(self) -> bool:
        """Tell whether this is a break."""
        return any(one.kind is StepKind.PAUSE for one in self.activities)

    @property
    def phases(self) -> tuple[tuple[Activity, ...], ...]:
        """Return the activities grouped by what runs at the same time."""
        groups: list[list[Activity]] = []
        for activity in self.activities:
            if activity.meanwhile and groups:
                groups[-1].append(activity)
            else:
                groups.append([activity])
        return tuple(tuple(group) for group in groups)

    @property
    def now_open(self) -> tuple[Activity, ...]:
        """Return the activities of the phase the step is in."""
        return self.phases[self.phase] if self.phases else ()
