"""Commands that change the run of show: the plan under way, the clocks beside it, and the way back."""

from dataclasses import dataclass

from workshop_desk.domain.absences import AbsenceCause
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.steps import Step
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.units import (
    AbsenceId,
    ClockId,
    Instant,
    Moment,
    PersonId,
    Seconds,
    StepId,
)


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back a change of plan or clocks. `number` is which one, 0 for the last.

    Only the last change can be taken back; then the one before it is the last.
    """

    number: int = 0


@dataclass(frozen=True, slots=True)
class InsertStep:
    """Put a step into the plan at a place that is still ahead; `step.position` is ignored."""

    step: Step
    position: int


@dataclass(frozen=True, slots=True)
class DropStep:
    """Take a step out of the plan; one with answers in it can only be skipped."""

    step: StepId


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Leave a step ahead out, or take it in again."""

    step: StepId
    skipped: bool = True


@dataclass(frozen=True, slots=True)
class MoveStep:
    """Move a step ahead to another place that is still ahead."""

    step: StepId
    position: int


@dataclass(frozen=True, slots=True)
class SetLengths:
    """Give steps new lengths in seconds, added time included; the plan remembers what was planned."""

    lengths: tuple[tuple[StepId, Seconds], ...]


@dataclass(frozen=True, slots=True)
class SetPace:
    """Say how a step counts and what happens at its end; None leaves a thing as it is.

    `until` is the time of day of an UNTIL timer. `questions` seconds follow a hard end.
    """

    step: StepId
    mode: TimerMode | None = None
    until: Instant | None = None
    at_zero: AtZero | None = None
    hard: bool | None = None
    questions: Seconds | None = None


@dataclass(frozen=True, slots=True)
class SetRounds:
    """Split a step's time into rounds, or None: back into one."""

    step: StepId
    rounds: Rounds | None


@dataclass(frozen=True, slots=True)
class SetMuted:
    """Give a step's signals without a sound, or with it again."""

    step: StepId
    muted: bool = True


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on from a step whose notice has run out: asked by the clock itself, refused if too late."""

    step: StepId


@dataclass(frozen=True, slots=True)
class SetClockOnly:
    """Show the time alone on the stage, as large as it goes, or the scene again."""

    on: bool


@dataclass(frozen=True, slots=True)
class NewClock:
    """A clock to add: its name, its seconds (0 for a turn: an equal share), and whose phones show it."""

    clock: ClockId
    name: str
    planned: Seconds = Seconds(0)
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class AddClocks:
    """Add clocks: to the current step, or on the side."""

    role: ClockRole
    clocks: tuple[NewClock, ...]
    hard: bool = False
    questions: Seconds = Seconds(0)


@dataclass(frozen=True, slots=True)
class DropClocks:
    """Take clocks away."""

    clocks: tuple[ClockId, ...]


@dataclass(frozen=True, slots=True)
class StartClocks:
    """Start clocks, or go on after a pause; those that run keep running."""

    clocks: tuple[ClockId, ...]


@dataclass(frozen=True, slots=True)
class PauseClocks:
    """Hold clocks."""

    clocks: tuple[ClockId, ...]


@dataclass(frozen=True, slots=True)
class AddToClocks:
    """Add seconds to clocks; a negative number takes some."""

    clocks: tuple[ClockId, ...]
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class ResetClocks:
    """Set clocks back to before their start."""

    clocks: tuple[ClockId, ...]


@dataclass(frozen=True, slots=True)
class SeatAtClock:
    """Say whose phones show a clock."""

    clock: ClockId
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class NextTurn:
    """Give the word: to one speaker, or with None to the next who has not spoken; nobody left: rest."""

    clock: ClockId | None = None


@dataclass(frozen=True, slots=True)
class NoteAbsence:
    """Write down that the laptop was away; asked by the clock itself.

    `seen` is when the program was last known to run, where it had ended meanwhile.
    """

    absence: AbsenceId
    cause: AbsenceCause
    began: Instant
    seconds: Seconds
    seen: Moment | None = None


@dataclass(frozen=True, slots=True)
class AnswerAbsence:
    """Let an absence count, or give its time back to the clocks that ran meanwhile."""

    absence: AbsenceId
    give_back: bool


PlanCommand = (
    Undo
    | InsertStep
    | DropStep
    | SkipStep
    | MoveStep
    | SetLengths
    | SetPace
    | SetRounds
    | SetMuted
    | GoOn
    | SetClockOnly
    | NoteAbsence
    | AnswerAbsence
)
ClockCommand = (
    AddClocks
    | DropClocks
    | StartClocks
    | PauseClocks
    | AddToClocks
    | ResetClocks
    | SeatAtClock
    | NextTurn
)
AgendaCommand = PlanCommand | ClockCommand
