"""How long things really took beside what was planned."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Step, StepState
from workshop_desk.domain.units import MINUTE, Language, Seconds
from workshop_desk.exports.blocks import heading
from workshop_desk.exports.charts import TimeBar, time_bars
from workshop_desk.exports.flow import Block
from workshop_desk.i18n.dates import duration
from workshop_desk.i18n.words import Words


def real_time(step: Step) -> Seconds:
    """Return how long a step lasted, 0 while it has not ended."""
    if step.started is None or step.ended is None:
        return Seconds(0.0)
    return Seconds(max(0.0, (step.ended - step.started).total_seconds()))


def real_length(room: Room) -> Seconds:
    """Return the time from the first step's start to the end, or from opening to closing."""
    starts = [step.started for step in room.steps if step.started]
    ends = [step.ended for step in room.steps if step.ended]
    begin = min(starts, default=room.session.opened)
    end = max(ends, default=room.session.closed)
    if begin is None or end is None:
        return Seconds(0.0)
    return Seconds(max(0.0, (end - begin).total_seconds()))


def planned_length(room: Room) -> Seconds:
    """Return the planned time with its margin."""
    return Seconds(sum(step.timer.planned for step in room.steps) + room.session.margin)


def blocks(t: Words, room: Room) -> tuple[Block, ...]:
    """Return a bar per step: real time, planned time as a tick."""
    if not any(step.started for step in room.steps):
        return ()
    bars = tuple(_bar(t, step) for step in room.steps)
    return heading(t("Our time"), t("bar: real · tick: planned")) + time_bars(bars)


def _bar(t: Words, step: Step) -> TimeBar:
    real = real_time(step)
    said = duration(_whole_minutes(real), t.language)
    match step.state:
        case StepState.SKIPPED:
            real, said = Seconds(0.0), t("skipped")
        case StepState.AHEAD:
            real, said = Seconds(0.0), "–"
        case StepState.CURRENT | StepState.DONE:
            pass
    planned = t("planned {time}", time=duration(step.timer.planned, t.language))
    name = step.title.in_language(Language(t.language))
    return TimeBar(name, real, step.timer.planned, said, planned)


def _whole_minutes(seconds: Seconds) -> float:
    """Return seconds that read as minutes once there is one."""
    return round(seconds / MINUTE) * MINUTE if seconds >= MINUTE else seconds
