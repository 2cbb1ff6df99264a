"""What a method is, as its file says it, and what is wrong with a file."""

from dataclasses import dataclass, field
from enum import StrEnum

from workshop_desk.domain.people import Role
from workshop_desk.domain.steps import Activity, StepKind
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.wording import Wording

LANGUAGES = ("fr", "en")
"""Every text of a method is written in each of these."""


class When(StrEnum):
    """Whether a step happens in the session or after it."""

    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of a step: it can be cut to `min`, usually takes `typ`, and beyond `max` it drags."""

    min: float
    typ: float
    max: float


@dataclass(frozen=True, slots=True)
class Group:
    """How many people a method is for."""

    min: int
    ideal: int
    max: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How a step counts and ends.

    A `hard` end stops a pitch, and `questions` minutes follow. `rounds` split the step's minutes, with
    `change` minutes between them; 0 rounds for one stretch. What `decides` is never shortened to make
    up for lost time; votes and actions decide anyway. What is `muted` is seen and not heard.
    """

    counts: TimerMode = TimerMode.DOWN
    at_zero: AtZero = AtZero.KEEP
    hard: bool = False
    questions: float = 0.0
    rounds: int = 0
    change: float = 0.0
    decides: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of a method.

    `who` says who speaks, `rules` what must hold, `advice` is one line for the facilitator alone.
    `frame` marks a usual opening or ending that is not of the method itself. The activities are
    patterns: their ids are empty until a session is planned.
    """

    id: str
    label: str
    title: Wording
    minutes: Minutes
    who: Wording
    rules: Wording
    advice: Wording
    long_prompt: Wording
    when: When
    frame: bool
    pace: Pace
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A length of the whole: minutes per step (steps not named are left out) and a margin."""

    id: str
    title: Wording
    minutes: tuple[tuple[str, float], ...]
    margin: float

    @property
    def total(self) -> float:
        """Return the minutes of all steps with the margin."""
        return sum(count for _, count in self.minutes) + self.margin


@dataclass(frozen=True, slots=True)
class Method:
    """A way to run a workshop; `outputs` says what stays of it on paper."""

    id: str
    icon: str
    name: Wording
    purpose: Wording
    group: Group
    roles: tuple[Role, ...]
    steps: tuple[MethodStep, ...]
    presets: tuple[Preset, ...]
    outputs: Wording

    @property
    def lengths(self) -> tuple[float, ...]:
        """Return the usual minutes of each step of the session itself."""
        return tuple(step.minutes.typ for step in self.steps if step.when is When.DURING)

    @property
    def usual_minutes(self) -> float:
        """Return how long it usually takes: the preset nearest to its usual steps, else these."""
        total = sum(self.lengths)
        if not self.presets:
            return total
        return min((preset.total for preset in self.presets), key=lambda one: abs(one - total))

    def preset(self, wanted: str) -> Preset | None:
        """Return a preset by its id."""
        return next((one for one in self.presets if one.id == wanted), None)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong in a method's file, for its author; `line` is None where it cannot be told."""

    file: str
    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        """Return one line, as compilers write it."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.reason}" if self.key else f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file: a method, or what is wrong with it."""

    file: str
    method: Method | None
    complaints: tuple[Complaint, ...] = field(default=())


_ALWAYS = frozenset({"key", "kind", "title", "prompt", "lead", "who", "meanwhile", "icon", "silent"})
_ANSWERS = frozenset({"audience", "naming"})
_TEXTS = _ANSWERS | {"longest", "tags", "most_tags", "ask_sharing"}

OPTIONS = {
    StepKind.TALK: _ALWAYS | {"confirm"},
    StepKind.WRITE: _ALWAYS | _TEXTS | {"sheet"},
    StepKind.BOARD: _ALWAYS | _TEXTS | {"most"},
    StepKind.QUEUE: _ALWAYS | _TEXTS | {"most"},
    StepKind.VOTE: _ALWAYS | _ANSWERS | {"dots", "source"},
    StepKind.SCALE: _ALWAYS | _ANSWERS | {"levels"},
    StepKind.ACTIONS: _ALWAYS | {"audience"},
    StepKind.PAUSE: _ALWAYS,
}
"""What an activity of each kind may say in a file."""
