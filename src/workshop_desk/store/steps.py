"""Steps with their timers; what happens inside them is in `activities`."""

from collections.abc import Mapping
from dataclasses import replace
from sqlite3 import Connection
from typing import Any

from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.timer import AtZero, Timer, TimerMode
from workshop_desk.domain.units import Seconds, SessionId, StepId
from workshop_desk.store import activities, timers, wordings
from workshop_desk.store.values import instant_text, select, to_maybe_instant, upsert
from workshop_desk.store.wordings import Wordings, pick

_COLUMNS = (
    "session", "position", '"key"', "label", "shortest_seconds", "longest_seconds", "state", "phase",
    "started", "ended", "notes", "decides", *timers.COLUMNS, "timer_mode", "until_time", "at_zero",
    "round_count", "round_seconds", "change_seconds", "muted",
)  # fmt: skip
_SAVE = upsert("steps", ("id",), _COLUMNS)
_LOAD = select("steps", ("id", *_COLUMNS), "WHERE session = ? ORDER BY position")
_EXTRA = (
    "SELECT step, round, step_rounds.added_seconds FROM step_rounds"
    " JOIN steps ON steps.id = step_rounds.step WHERE steps.session = ? ORDER BY step, round"
)


def save(conn: Connection, step: Step) -> None:
    """Write a step whole, with its texts, timer, rounds and activities."""
    timer, rounds = step.timer, step.rounds
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
            step.state,
            step.phase,
            instant_text(step.started),
            instant_text(step.ended),
            step.notes,
            step.decides,
            *timers.columns(timer),
            timer.mode,
            instant_text(timer.until),
            timer.at_zero,
            *((rounds.count, rounds.each, rounds.change) if rounds else (None, None, None)),
            step.muted,
        ),
    )
    conn.execute("DELETE FROM step_rounds WHERE step = ?", (step.id,))
    conn.executemany(
        "INSERT INTO step_rounds (step, round, added_seconds) VALUES (?, ?, ?)",
        [(step.id, number, seconds) for number, seconds in (rounds.extra if rounds else ())],
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


def remove(conn: Connection, step: StepId) -> None:
    """Take a step away, with its texts, its activities and all that was captured in them."""
    conn.execute(
        "DELETE FROM wordings WHERE owner = ? OR owner IN (SELECT id FROM activities WHERE step = ?)",
        (step, step),
    )
    conn.execute("DELETE FROM steps WHERE id = ?", (step,))


def load(conn: Connection, session: SessionId, texts: Wordings) -> tuple[Step, ...]:
    """Read a session's steps in their order."""
    within = activities.load(conn, session, texts)
    extra: dict[str, list[tuple[int, Seconds]]] = {}
    for step, number, seconds in conn.execute(_EXTRA, (session,)):
        extra.setdefault(step, []).append((number, Seconds(seconds)))
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
                decides=bool(found["decides"]),
                rounds=_rounds(found, tuple(extra.get(identity, ()))),
                muted=bool(found["muted"]),
            )
        )
    return tuple(steps)


def _timer(found: Mapping[str, Any]) -> Timer:
    return replace(
        timers.timer_of(found),
        mode=TimerMode(found["timer_mode"]),
        until=to_maybe_instant(found["until_time"]),
        at_zero=AtZero(found["at_zero"]),
    )


def _rounds(found: Mapping[str, Any], extra: tuple[tuple[int, Seconds], ...]) -> Rounds | None:
    count = found["round_count"]
    if count is None:
        return None
    return Rounds(count, Seconds(found["round_seconds"]), Seconds(found["change_seconds"]), extra)
