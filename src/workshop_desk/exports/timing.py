"""How long things really took beside what was planned, in words, the same on paper and on screen."""

from dataclasses import dataclass

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import StepState
from workshop_desk.domain.units import MINUTE, Language, Seconds
from workshop_desk.exports.times import WholeTime, WholeTimes, whole_times
from workshop_desk.i18n.dates import duration
from workshop_desk.i18n.words import Words


@dataclass(frozen=True, slots=True)
class TimeLine:
    """One step's time, in words and as seconds: `notes` say what was added, and when no clock ran."""

    name: str
    time: WholeTime
    taken: str
    planned: str
    notes: tuple[str, ...]

    @property
    def late(self) -> bool:
        """Tell whether it took clearly more than was planned."""
        return self.time.taken > self.time.planned + MINUTE / 2


def lines(t: Words, room: Room) -> tuple[TimeLine, ...]:
    """Return a line per step, in the order of the plan."""
    times = whole_times(room).steps
    used = any(one.ran for one in times)
    return tuple(_line(t, one, used=used) for one in times)


def total(t: Words, times: WholeTimes) -> str:
    """Return the whole time and what of it was in no step, as a sentence."""
    whole = _said(t, times.total)
    if times.beside < MINUTE / 2:
        return t("{time} in all.", time=whole)
    return t(
        "{time} in all, {beside} of it before, between and after the steps.",
        time=whole,
        beside=_said(t, times.beside),
    )


def real_length(room: Room) -> Seconds:
    """Return the time from the first step's start to the end, or from opening to closing."""
    starts = [step.started for step in room.steps if step.started]
    ends = [step.ended for step in room.steps if step.ended]
    begin = min(starts, default=room.session.opened)
    end = max(ends, default=room.session.closed)
    if begin is None or end is None:
        return Seconds(0.0)
    return Seconds(max(0.0, (end - begin).total_seconds()))


def _line(t: Words, time: WholeTime, *, used: bool) -> TimeLine:
    step = time.step
    taken = _said(t, time.taken)
    match step.state:
        case StepState.SKIPPED:
            taken = t("skipped")
        case StepState.AHEAD:
            taken = "–" if not time.taken else taken
        case StepState.CURRENT | StepState.DONE:
            pass
    return TimeLine(
        name=step.title.in_language(Language(t.language)),
        time=time,
        taken=taken,
        planned=t("planned {time}", time=_said(t, time.planned)) if time.planned else t("not planned"),
        notes=tuple(_notes(t, time, used=used)),
    )


def _notes(t: Words, time: WholeTime, *, used: bool) -> list[str]:
    """Say what was added, and a minute or more without a clock, unless none was ever used."""
    notes = []
    if time.added > 0:
        notes.append(t("{time} added", time=_said(t, time.added)))
    if time.added < 0:
        notes.append(t("{time} taken away", time=_said(t, -time.added)))
    if time.ran and time.held >= MINUTE:
        notes.append(t("clock stopped for {time}", time=_said(t, time.held)))
    if time.held and not time.ran and used:
        notes.append(t("without the clock"))
    return notes


def _said(t: Words, seconds: float) -> str:
    """Return a length that reads as minutes once there is one."""
    whole = round(seconds / MINUTE) * MINUTE if seconds >= MINUTE else seconds
    return duration(whole, t.language)
