"""Makes a session out of a method: its own copy of the plan, to keep or to change."""

from collections.abc import Callable
from dataclasses import replace

from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import Activity, Naming, Step, StepKind, StepState
from workshop_desk.domain.timer import Timer, TimerMode, minutes
from workshop_desk.domain.units import (
    MINUTE,
    ActivityId,
    Instant,
    Language,
    Seconds,
    SessionId,
    StepId,
)
from workshop_desk.domain.wording import Wording
from workshop_desk.methods.schema import Method, MethodStep, Pace, When

DECIDING = frozenset({StepKind.VOTE, StepKind.ACTIONS})
"""Kinds whose steps are never shortened: decisions and actions never shrink (design.md, section 6)."""

_ICONS = {
    StepKind.TALK: "users-three",
    StepKind.WRITE: "pencil-simple",
    StepKind.BOARD: "note",
    StepKind.QUEUE: "question",
    StepKind.PAUSE: "coffee",
}


def plan(
    method: Method,
    preset_id: str,
    *,
    title: str,
    language: Language,
    settings: Settings,
    now: Instant,
    code: str,
    new_id: Callable[[], str],
    planned_start: Instant | None = None,
    expected: int = 0,
) -> PlanSession:
    """Return the command that adds a session of this method.

    A preset leaves out the steps it does not name; no preset ('') takes every step at its usual
    minutes. Steps for after the session are left out. An unknown preset is a KeyError.
    """
    session_id = SessionId(new_id())
    lengths, margin = _lengths(method, preset_id)
    kept = [step for step in method.steps if step.id in lengths and step.when is When.DURING]
    steps = tuple(
        _step(step, session_id, place, minutes(lengths[step.id]), new_id)
        for place, step in enumerate(kept)
    )
    session = Session(
        id=session_id,
        code=code,
        title=one_line(title) or method.name.in_language(language),
        language=language,
        method=method.id,
        method_title=method.name,
        preset=preset_id,
        facilitator=settings.facilitator,
        organisation=settings.organisation,
        location=settings.location,
        contact=settings.contact,
        keep_months=settings.keep_months,
        expected=expected,
        margin=minutes(margin),
        roles=method.roles,
        created=now,
        planned_start=planned_start,
    )
    return PlanSession(session, steps)


def new_step(
    session: SessionId,
    kind: StepKind,
    title: Wording,
    length: Seconds,
    *,
    new_id: Callable[[], str],
    until: Instant | None = None,
) -> Step:
    """Return a step of one activity to put into a plan that is under way.

    With `until` it ends at that hour, `length` being what it is expected to take.
    """
    step = StepId(new_id())
    activity = ActivityId(new_id())
    timer = Timer(length)
    if until is not None:
        timer = Timer(length, mode=TimerMode.UNTIL, until=until)
    only = Activity(
        id=activity,
        step=step,
        position=0,
        key=f"added-{activity}",
        kind=kind,
        title=title,
        prompt=title,
        naming=Naming.NAMED,
        icon=_ICONS.get(kind, ""),
    )
    return Step(
        id=step,
        session=session,
        position=0,
        key=f"added-{step}",
        label="",
        title=title,
        rules=Wording(),
        advice=Wording(),
        shortest=Seconds(min(MINUTE, length)),
        longest=length,
        timer=timer,
        activities=(only,),
    )


def repeated(step: Step, new_id: Callable[[], str]) -> Step:
    """Return a step once more, as if nothing had happened in it, to put into the same plan.

    It has no number: the room goes on counting its steps as before.
    Votes within it are on its own cards; votes on an earlier step's cards stay so.
    """
    copy = StepId(new_id())
    ids = {one.id: ActivityId(new_id()) for one in step.activities}
    keys = {one.key: f"{one.key}-{ids[one.id]}" for one in step.activities}
    activities = tuple(
        replace(
            one,
            id=ids[one.id],
            step=copy,
            key=keys[one.key],
            source=keys.get(one.source, one.source),
            revealed=False,
            opened=None,
        )
        for one in step.activities
    )
    old = step.timer
    mode = old.mode if old.mode is not TimerMode.UNTIL else TimerMode.DOWN
    return replace(
        step,
        id=copy,
        label="",
        timer=Timer(
            Seconds(max(old.length, MINUTE)),
            mode=mode,
            at_zero=old.at_zero,
            hard=old.hard,
            questions=old.questions,
        ),
        activities=activities,
        state=StepState.AHEAD,
        phase=0,
        started=None,
        ended=None,
        notes="",
        rounds=replace(step.rounds, extra=()) if step.rounds else None,
    )


def _lengths(method: Method, preset_id: str) -> tuple[dict[str, float], float]:
    """Return step id → minutes, and the margin."""
    if not preset_id:
        return {step.id: step.minutes.typ for step in method.steps}, 0.0
    preset = method.preset(preset_id)
    if preset is None:
        raise KeyError(preset_id)
    return dict(preset.minutes), preset.margin


def _step(
    pattern: MethodStep,
    session: SessionId,
    place: int,
    planned: Seconds,
    new_id: Callable[[], str],
) -> Step:
    step = StepId(new_id())
    return Step(
        id=step,
        session=session,
        position=place,
        key=pattern.id,
        label=pattern.label,
        title=pattern.title,
        rules=pattern.rules,
        advice=pattern.advice,
        shortest=minutes(pattern.minutes.min),
        longest=minutes(pattern.minutes.max),
        timer=_timer(pattern, planned),
        activities=tuple(_activity(one, step, new_id) for one in pattern.activities),
        long_prompt=pattern.long_prompt,
        decides=pattern.pace.decides or any(one.kind in DECIDING for one in pattern.activities),
        rounds=_rounds(pattern.pace, planned),
    )


def _timer(pattern: MethodStep, planned: Seconds) -> Timer:
    pace = pattern.pace
    return Timer(
        planned,
        mode=pace.counts,
        at_zero=pace.at_zero,
        hard=pace.hard,
        questions=minutes(pace.questions),
    )


def _rounds(pace: Pace, planned: Seconds) -> Rounds | None:
    """Return the rounds that fill the planned time, None for one stretch."""
    if not pace.rounds:
        return None
    change = minutes(pace.change)
    each = (planned - (pace.rounds - 1) * change) / pace.rounds
    return Rounds(pace.rounds, Seconds(each), change)


def _activity(pattern: Activity, step: StepId, new_id: Callable[[], str]) -> Activity:
    return replace(pattern, id=ActivityId(new_id()), step=step)
