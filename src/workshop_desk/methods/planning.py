"""Makes a session out of a method: its own copy of the plan, to keep or to change."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workshop_desk.domain.commands import PlanSession
from workshop_desk.domain.plaintext import one_line
from workshop_desk.domain.rounds import Rounds
from workshop_desk.domain.sessions import Session
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.steps import Activity, Step, StepKind
from workshop_desk.domain.timer import Timer, minutes
from workshop_desk.domain.training import Training
from workshop_desk.domain.units import (
    ActivityId,
    Instant,
    Language,
    Seconds,
    SessionId,
    StepId,
)
from workshop_desk.methods.schema import Method, MethodStep, Pace, When

DECIDING = frozenset({StepKind.VOTE, StepKind.ACTIONS})
"""Kinds whose steps are never shortened: decisions and actions never shrink (design.md, section 6)."""


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
    usual: Mapping[str, float] | None = None,
    training: Training | None = None,
) -> PlanSession:
    """Return the command that adds a session of this method.

    A preset leaves out the steps it does not name; no preset ('') takes every step at its usual
    minutes. What is `usual`, minutes by step id, takes the place of both. Steps for after the session
    are left out. An unknown preset is a KeyError.
    """
    session_id = SessionId(new_id())
    lengths, margin = _lengths(method, preset_id, usual or {})
    kept = [step for step in method.steps if step.id in lengths]
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
        training=training,
    )
    return PlanSession(session, steps)


def planned_minutes(
    method: Method, preset_id: str, usual: Mapping[str, float] | None = None
) -> Mapping[str, float]:
    """Return step id → minutes of the plan that would be made."""
    return _lengths(method, preset_id, usual or {})[0]


def _lengths(
    method: Method, preset_id: str, usual: Mapping[str, float]
) -> tuple[Mapping[str, float], float]:
    """Return step id → minutes of the steps during the session, and the margin."""
    preset = method.preset(preset_id)
    if preset is None and preset_id:
        raise KeyError(preset_id)
    known = dict(preset.minutes) if preset else {step.id: step.minutes.typ for step in method.steps}
    lengths = {
        step.id: _length(step, known[step.id], usual)
        for step in method.steps
        if step.id in known and step.when is When.DURING
    }
    return lengths, preset.margin if preset else 0.0


def _length(step: MethodStep, given: float, usual: Mapping[str, float]) -> float:
    """Return a step's usual minutes, or the given ones where nothing is usual or no round would fit."""
    learned = usual.get(step.id, given)
    return learned if learned > (step.pace.rounds - 1) * step.pace.change else given


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
        muted=pattern.pace.muted,
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
