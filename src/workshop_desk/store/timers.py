"""A timer as columns, the same for steps and for the clocks beside them."""

from collections.abc import Mapping
from typing import Any

from workshop_desk.domain.timer import Timer, TimerState
from workshop_desk.domain.units import Seconds
from workshop_desk.store.values import moment_columns, to_moment

COLUMNS = (
    "planned_seconds", "added_seconds", "timer_state", "started_utc", "started_boot", "started_boot_id",
    "anchor_utc", "anchor_boot", "anchor_boot_id", "banked_seconds", "hard_end", "questions_seconds",
)  # fmt: skip


def columns(timer: Timer) -> tuple[Any, ...]:
    """Return a timer's values for COLUMNS."""
    return (
        timer.planned,
        timer.added,
        timer.state,
        *moment_columns(timer.started),
        *moment_columns(timer.anchor),
        timer.banked,
        timer.hard,
        timer.questions,
    )


def timer_of(found: Mapping[str, Any]) -> Timer:
    """Return the timer of a row by its columns' names."""
    return Timer(
        planned=Seconds(found["planned_seconds"]),
        added=Seconds(found["added_seconds"]),
        state=TimerState(found["timer_state"]),
        started=to_moment(found["started_utc"], found["started_boot"], found["started_boot_id"]),
        anchor=to_moment(found["anchor_utc"], found["anchor_boot"], found["anchor_boot_id"]),
        banked=Seconds(found["banked_seconds"]),
        hard=bool(found["hard_end"]),
        questions=Seconds(found["questions_seconds"]),
    )
