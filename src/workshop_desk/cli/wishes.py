"""The words of a session without windows: what each line of its input asks for."""

from collections.abc import Callable

from workshop_desk.app.workshop import Workshop
from workshop_desk.base.ids import new_id
from workshop_desk.domain import agenda_commands as plans
from workshop_desk.domain import commands as ask
from workshop_desk.domain.beside import clocks_of
from workshop_desk.domain.clocks import ClockRole
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, StepKind
from workshop_desk.domain.timer import AtZero, TimerMode
from workshop_desk.domain.typed_time import Change, Length, TimeOfDay, read_time
from workshop_desk.domain.units import ClockId, Instant, Seconds, StepId
from workshop_desk.i18n.hours import next_hour


def wish(workshop: Workshop, word: str, rest: str) -> ask.Command | None:
    """Return the command that a line asks for, None for a word that is not known."""
    room = workshop.room
    made: dict[str, Callable[[], ask.Command]] = {
        "next": ask.Advance,
        "back": ask.GoBack,
        "go": lambda: ask.GoTo(_step(room, rest)),
        "start": ask.StartTimer,
        "pause": ask.PauseTimer,
        "close": workshop.closing,
        "blackout": lambda: ask.SetBlackout(not room.session.blackout),
        "reveal": lambda: ask.Reveal(_to_reveal(room).id),
        "add": lambda: ask.AddTime(_seconds(rest)),
        "started": lambda: ask.BackdateStart(_seconds(rest)),
        "time": lambda: _time(workshop, rest),
        "zero": lambda: _at_zero(room, rest),
        "undo": plans.Undo,
        "clocks": lambda: _clocks(rest),
        "clock": lambda: _clock(room, rest),
    }
    make = made.get(word)
    return make() if make else None


def _seconds(text: str) -> Seconds:
    try:
        return Seconds(float(text))
    except ValueError:
        raise Refusal(Why.BAD_VALUE) from None


def _step(room: Room, key: str) -> StepId:
    for step in room.steps:
        if key in {step.key, step.id}:
            return step.id
    raise Refusal(Why.UNKNOWN_STEP)


def _time(workshop: Workshop, text: str) -> ask.Command:
    """Return the wish for a length, for more or less time, or for an hour to end at, as it was typed."""
    room = workshop.room
    if room.step is None:
        raise Refusal(Why.NO_STEP)
    match read_time(text):
        case Length(seconds):
            return plans.SetLengths(((room.step.id, seconds),))
        case Change(seconds):
            return ask.AddTime(seconds)
        case TimeOfDay(hour, minute):
            until = Instant(next_hour(hour, minute, workshop.moments.now().utc))
            return plans.SetPace(room.step.id, mode=TimerMode.UNTIL, until=until)


def _at_zero(room: Room, text: str) -> ask.Command:
    if room.step is None:
        raise Refusal(Why.NO_STEP)
    if text not in set(AtZero):
        raise Refusal(Why.BAD_VALUE)
    return plans.SetPace(room.step.id, at_zero=AtZero(text))


def _clocks(text: str) -> ask.Command:
    """Return the wish for so many group clocks of one length."""
    count, _, typed = text.partition(" ")
    length = read_time(typed)
    if not count.isdecimal() or not isinstance(length, Length):
        raise Refusal(Why.LENGTH_UNREAD)
    names = range(1, min(int(count), 1000) + 1)
    clocks = tuple(plans.NewClock(ClockId(new_id()), str(name), length.seconds) for name in names)
    return plans.AddClocks(ClockRole.GROUP, clocks)


def _clock(room: Room, text: str) -> ask.Command:
    ids = tuple(clock.id for clock in clocks_of(room, ClockRole.GROUP))
    match text:
        case "start":
            return plans.StartClocks(ids)
        case "pause":
            return plans.PauseClocks(ids)
        case "drop":
            return plans.DropClocks(ids)
        case _:
            raise Refusal(Why.BAD_VALUE)


def _to_reveal(room: Room) -> Activity:
    """Return what holds something back in the current phase, else what leads it."""
    holding = (StepKind.VOTE, StepKind.SCALE)
    for activity in room.open_activities:
        if activity.kind in holding or activity.audience is Audience.HELD:
            return activity
    if room.leading is None:
        raise Refusal(Why.NO_STEP)
    return room.leading
