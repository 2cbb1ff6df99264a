"""Steps put into a plan that is under way: new ones, and copies of those it has."""

from collections.abc import Callable
from dataclasses import replace

from workshop_desk.domain.steps import Activity, Naming, Step, StepKind, StepState
from workshop_desk.domain.timer import Timer, TimerMode
from workshop_desk.domain.units import MINUTE, ActivityId, Instant, Seconds, SessionId, StepId
from workshop_desk.domain.wording import Wording

_ICONS = {
    StepKind.TALK: "users-three",
    StepKind.WRITE: "pencil-simple",
    StepKind.BOARD: "note",
    StepKind.QUEUE: "question",
    StepKind.PAUSE: "coffee",
}


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
    rounds = replace(step.rounds, extra=()) if step.rounds else None
    return replace(
        step,
        id=copy,
        label="",
        timer=Timer(
            rounds.length if rounds else Seconds(max(old.length, MINUTE)),
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
        rounds=rounds,
    )
