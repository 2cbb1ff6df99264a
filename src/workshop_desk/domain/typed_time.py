"""Times as people type them, in French and English: '10', '1h30', '+5', '14:30'.

What could be meant in two ways is refused rather than guessed: a clock that is set wrongly costs a
room more than a second try at the keyboard.
"""

import re
import unicodedata
from dataclasses import dataclass

from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.units import DAY, Seconds

_LONGEST = 60
_NOON = 12
_HOURS, _SIXTIETHS = 24, 60
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: whole seconds, more than none and a day at most."""

    seconds: Seconds


@dataclass(frozen=True, slots=True)
class Change:
    """How much longer, or shorter where it is negative: whole seconds, a day at most, never none."""

    seconds: Seconds


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """What a clock on the wall shows: hours from 0 to 23, minutes from 0 to 59."""

    hour: int
    minute: int


TypedTime = Length | Change | TimeOfDay
"""What a time may be where all three make sense."""

# Keyboards and other programs set these where ' " and - were meant.
_MARKS = str.maketrans(
    {**dict.fromkeys("’′", "'"), **dict.fromkeys("”″", '"'), **dict.fromkeys("−–‐‑", "-")}
)
_PARTS_SAID = {"et demie": "30", "et demi": "30", "and a half": "30", "et quart": "15"}
_HOURS_SAID = {"midi": "12h", "noon": "12h", "minuit": "0h", "midnight": "0h"}

_H = r"(?:heures?|hours?|hrs?|h)\.?"
_M = r"(?:minutes?|mins?|mn|m|')\.?"
_S = r"(?:secondes?|seconds?|secs?|s|\")\.?"
_SPOKEN = re.compile(
    rf"(?:(?P<hours>[0-9]+) ?{_H} ?)?(?:(?P<minutes>[0-9]+) ?{_M} ?)?(?:(?P<seconds>[0-9]+) ?{_S})?"
    r"(?P<rest>[0-9]+)?"
)
# '1.30 h' may be meant as an hour and a half; only tenths and quarters are surely parts of a unit.
_DECIMAL = re.compile(rf"([0-9]+)[.,](?:([0-9])|([27]5)(?= ?[a-z'])) ?(?:(?P<hours>{_H})|{_M})?")
_TIMER = re.compile(r"(?:([0-9]+):([0-5][0-9])|([0-9]+)):([0-5][0-9])(?: ?min)?")
_HOURS_AND_MINUTES = re.compile(rf"([0-9]+):([0-5][0-9]) ?{_H}")
_BEFORE_HOUR = re.compile(
    rf"(?:jusqu' ?[aà]|jusque|until|till?|at|[aà]|@) ?(?=[0-9]|{'|'.join(_HOURS_SAID)})"
)
_AFTER_HOUR = re.compile(r" ?(?:(?P<half>[ap])\.? ?m\.?|o'clock)$")
_CLOCK = re.compile(
    rf"(?P<hour>[0-9]{{1,2}})(?:(?: ?[:.,] ?| ?)(?P<minute>[0-9]{{2}})"
    rf"| ?{_H}(?: ?(?P<past>[0-9]{{1,2}})(?: ?{_M})?)?)?"
)


def read_time(text: str) -> TypedTime:
    """Read a length, a change or an hour of the day, where any of them may be meant, or refuse.

    A plain number is minutes. A sign first makes a change, and what follows it is a length as
    `read_length` knows it: '+0:30' is half a minute. A colon makes an hour of the day, and so do
    'à', 'jusqu’à', 'at', 'until', '@' before it and 'am', 'pm' after it. Anything else with an 'h'
    is a length: '14h' alone lasts fourteen hours.
    """
    typed = _plain(text, Why.TIME_UNREAD)
    if typed[:1] in {"+", "-"}:
        seconds = _length(typed[1:].lstrip(), Why.TIME_UNREAD)
        return Change(seconds if typed[0] == "+" else Seconds(-seconds))
    if _is_hour(typed):
        return TimeOfDay(*_hour(typed))
    return Length(_length(typed, Why.TIME_UNREAD))


def read_length(text: str) -> Seconds:
    """Read how long something takes, in whole seconds of more than none and a day at most, or refuse.

    A plain number is minutes. Colons are read as timers show them: '1:30' is a minute and a half,
    '1:30:00' an hour and a half, and so is '1:30 h'.
    """
    typed = _plain(text, Why.LENGTH_UNREAD)
    if re.match(r"- ?[0-9]", typed):
        raise Refusal(Why.TIME_NOT_POSITIVE)
    return _length(typed, Why.LENGTH_UNREAD)


def read_hour(text: str) -> tuple[int, int]:
    """Read an hour of the day as hours from 0 to 23 and minutes, or refuse; '24:00' is midnight."""
    return _hour(_plain(text, Why.HOUR_UNREAD))


def _plain(text: str, unread: Why) -> str:
    """Return a text in small letters with single spaces and plain marks; refuse one too long to mean."""
    if len(text) > _LONGEST:
        raise Refusal(unread)
    text = unicodedata.normalize("NFC", text).lower().translate(_MARKS).replace("''", '"')
    # Times copied from other programs come with marks of direction that no one sees.
    text = "".join(character for character in text if unicodedata.category(character) != "Cf")
    text = re.sub(r" ?: ?", ":", " ".join(text.split())).removesuffix(".")
    for said, number in _PARTS_SAID.items():
        if text.endswith(f" {said}"):
            text = text.removesuffix(said) + number
    return re.sub(r",? (?:et|and) |, ", " ", text)


def _is_hour(typed: str) -> bool:
    """Tell whether only an hour of the day can be meant."""
    said = typed.startswith(tuple(_HOURS_SAID)) or _BEFORE_HOUR.match(typed)
    return bool(said or ":" in typed or _AFTER_HOUR.search(typed))


def _hour(typed: str) -> tuple[int, int]:
    typed = _BEFORE_HOUR.sub("", typed, count=1)
    for said, number in _HOURS_SAID.items():
        if typed.startswith(said):
            typed = number + typed.removeprefix(said)
    after = _AFTER_HOUR.search(typed)
    found = _CLOCK.fullmatch(typed[: after.start()] if after else typed)
    if not found:
        raise Refusal(Why.HOUR_UNREAD)
    hour, minute = int(found["hour"]), int(found["minute"] or found["past"] or 0)
    if after and after["half"]:
        if not 1 <= hour <= _NOON:
            raise Refusal(Why.HOUR_UNREAD)
        hour = hour % _NOON + (_NOON if after["half"] == "p" else 0)
    if (hour, minute) == (_HOURS, 0):
        return 0, 0
    if hour >= _HOURS or minute >= _SIXTIETHS:
        raise Refusal(Why.HOUR_UNREAD)
    return hour, minute


def _length(typed: str, unread: Why) -> Seconds:
    for read in (_spoken, _decimal, _timer):
        seconds = read(typed)
        if seconds is not None:
            break
    else:
        raise Refusal(unread)
    if not seconds:
        raise Refusal(Why.TIME_NOT_POSITIVE)
    if seconds > DAY:
        raise Refusal(Why.TIME_TOO_LONG)
    return Seconds(float(seconds))


def _spoken(typed: str) -> int | None:
    """Read '10', '1h30', '1 h 30 min', '2 min 30', '90 s': the last unit may be left out."""
    found = _SPOKEN.fullmatch(typed)
    if not found or not typed:
        return None
    hours, minutes, seconds, rest = found.group("hours", "minutes", "seconds", "rest")
    told = int(hours or 0) * _HOUR + int(minutes or 0) * _MINUTE + int(seconds or 0)
    if rest is None:
        return told
    if hours is None and minutes is None and seconds is None:
        return _plain_number(rest)
    if seconds is not None or int(rest) >= _SIXTIETHS:
        return None
    return told + int(rest) * (_MINUTE if minutes is None else 1)


def _plain_number(digits: str) -> int | None:
    """Read minutes, but not '1430', which looks like an hour of the day."""
    if len(digits) == len("1430") and int(digits) <= _HOURS * 100:
        return None
    return int(digits) * _MINUTE


def _decimal(typed: str) -> int | None:
    """Read '1,5 h', '0.25 h' and '2.5': tenths and quarters of hours and minutes."""
    found = _DECIMAL.fullmatch(typed)
    if not found:
        return None
    hundredths = int(found[1]) * 100 + int(found[3] or int(found[2]) * 10)
    return hundredths * (_HOUR if found["hours"] else _MINUTE) // 100


def _timer(typed: str) -> int | None:
    """Read '1:30' and '1:30:00' as timers show them, and '1:30 h' as it says."""
    if told := _HOURS_AND_MINUTES.fullmatch(typed):
        return int(told[1]) * _HOUR + int(told[2]) * _MINUTE
    if not (found := _TIMER.fullmatch(typed)):
        return None
    hours, minutes, only_minutes, seconds = found.groups()
    return int(hours or 0) * _HOUR + int(minutes or only_minutes) * _MINUTE + int(seconds)
