"""Steps with their timers; what happens inside them is in `activities`."""

from sqlite3 import Connection
from typing import Any

from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import Timer, TimerState
from workshop_desk.domain.units import Seconds, SessionId, StepId
from workshop_desk.store import activities, wordings
from workshop_desk.store.values import (
    instant_text,
    moment_columns,
    select,
    to_maybe_instant,
    to_moment,
    upsert,
)
from workshop_desk.store.wordings import Wordings, pick

_COLUMNS = (
    "session", "position", '"key"', "label", "shortest_seconds", "longest_seconds", "planned_seconds",
    "added_seconds", "timer_state", "started_utc", "started_boot", "started_boot_id", "anchor_utc",
    "anchor_boot", "anchor_boot_id", "banked_seconds", "state", "phase", "started", "ended", "notes",
)  # fmt: skip
_SAVE = upsert("steps", ("id",), _COLUMNS)
_LOAD = select("steps", ("id", *_COLUMNS), "WHERE session = ? ORDER BY position")


def save(conn: Connection, step: Step) -> None:
    """Write a step whole, with its texts, timer and activities."""
    timer = step.timer
    conn.execute(
        _SAVE,
        (
            step.id,
            step.session,
            step.position,
            step.key,
            step.label,
            step.shortest,
            step.longest,
            timer.planned,
            timer.added,
            timer.state,
            *moment_columns(timer.started),
            *moment_columns(timer.anchor),
            timer.banked,
            step.state,
            step.phase,
            instant_text(step.started),
            instant_text(step.ended),
            step.notes,
        ),
    )
    texts = {
        ("title", ""): step.title,
        ("rules", ""): step.rules,
        ("advice", ""): step.advice,
        ("long_prompt", ""): step.long_prompt,
    }
    wordings.save(conn, step.session, step.id, texts)
    for activity in step.activities:
        activities.save(conn, step.session, activity)


def load(conn: Connection, session: SessionId, texts: Wordings) -> tuple[Step, ...]:
    """Read a session's steps in their order."""
    within = activities.load(conn, session, texts)
    steps = []
    for identity, *row in conn.execute(_LOAD, (session,)):
        found = dict(zip(_COLUMNS, row, strict=True))
        steps.append(
            Step(
                id=StepId(identity),
                session=session,
                position=found["position"],
                key=found['"key"'],
                label=found["label"],
                title=pick(texts, identity, "title"),
                rules=pick(texts, identity, "rules"),
                advice=pick(texts, identity, "advice"),
                shortest=Seconds(found["shortest_seconds"]),
                longest=Seconds(found["longest_seconds"]),
                timer=_timer(found),
                activities=within.get(StepId(identity), ()),
                state=StepState(found["state"]),
                phase=found["phase"],
                started=to_maybe_instant(found["started"]),
                ended=to_maybe_instant(found["ended"]),
                notes=found["notes"],
                long_prompt=pick(texts, identity, "long_prompt"),
            )
        )
    return tuple(steps)


def _timer(found: dict[str, Any]) -> Timer:
    return Timer(
        planned=Seconds(found["planned_seconds"]),
        added=Seconds(found["added_seconds"]),
        state=TimerState(found["timer_state"]),
        started=to_moment(found["started_utc"], found["started_boot"], found["started_boot_id"]),
        anchor=to_moment(found["anchor_utc"], found["anchor_boot"], found["anchor_boot_id"]),
        banked=Seconds(found["banked_seconds"]),
    )
