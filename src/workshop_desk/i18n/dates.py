"""Dates, hours and durations, as people of a language write them.

The names of days and months are words of the catalogue like any other: the home of the desk shows a
date, and would wait for Babel's tables of the whole world. A test compares them with these.
"""

from datetime import date, datetime, timedelta, tzinfo

from workshop_desk.i18n.french import NBSP
from workshop_desk.i18n.words import Words

_HOUR, _MINUTE = 3600, 60
_SECONDS_UNTIL = 120
_ON_TIME = 120


def local(instant: datetime, zone: tzinfo | None = None) -> datetime:
    """Return an instant in local time: the machine's, or a given zone."""
    return instant.astimezone(zone)


def clock_time(instant: datetime, language: str = "en", zone: tzinfo | None = None) -> str:
    """Return '14:02', the same in both languages, as screens show it."""
    del language
    return f"{local(instant, zone):%H:%M}"


def nearest_minute(instant: datetime) -> datetime:
    """Return the minute nearest to an instant: what every face says of a time that is only expected."""
    return (instant + timedelta(seconds=_MINUTE / 2)).replace(second=0, microsecond=0)


def hour_in_sentence(instant: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return '14 h 02' or '14 h' in French, '14:02' in English."""
    there = local(instant, zone)
    if language != "fr":
        return f"{there:%H:%M}"
    hour = f"{there.hour}{NBSP}h"
    return f"{hour}{NBSP}{there.minute:02d}" if there.minute else hour


def long_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return 'jeudi 26 novembre 2026' or 'Thursday 26 November 2026'; instants become local first."""
    t, day = Words(language), _local_day(when, zone)
    facts = {"weekday": _weekday(t, day), "day": _day(t, day), "month": _month(t, day), "year": day.year}
    return t("{weekday} {day} {month} {year}", **facts)


def plain_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return '26 novembre 2026' or '26 November 2026'."""
    t, day = Words(language), _local_day(when, zone)
    return t("{day} {month} {year}", day=_day(t, day), month=_month(t, day), year=day.year)


def short_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return 'ven. 27 nov.' or 'Fri 27 Nov'."""
    t, day = Words(language), _local_day(when, zone)
    facts = {"weekday": _short_weekday(t, day), "day": _day(t, day), "month": _short_month(t, day)}
    return t("{weekday} {day} {month}", **facts)


def _local_day(when: date, zone: tzinfo | None) -> date:
    return local(when, zone).date() if isinstance(when, datetime) else when


def _day(t: Words, day: date) -> str:
    return "1er" if t.language == "fr" and day.day == 1 else str(day.day)


def _weekday(t: Words, day: date) -> str:
    names = (
        *(t("Monday"), t("Tuesday"), t("Wednesday"), t("Thursday"), t("Friday")),
        *(t("Saturday"), t("Sunday")),
    )
    return names[day.weekday()]


def _short_weekday(t: Words, day: date) -> str:
    names = (t("Mon"), t("Tue"), t("Wed"), t("Thu"), t("Fri"), t("Sat"), t("Sun"))
    return names[day.weekday()]


def _month(t: Words, day: date) -> str:
    names = (
        *(t("January"), t("February"), t("March"), t("April"), t("May"), t("June")),
        *(t("July"), t("August"), t("September"), t("October"), t("November"), t("December")),
    )
    return names[day.month - 1]


def _short_month(t: Words, day: date) -> str:
    names = (
        *(t("Jan"), t("Feb"), t("Mar"), t("Apr"), t("May"), t("Jun")),
        *(t("Jul"), t("Aug"), t("Sept"), t("Oct"), t("Nov"), t("Dec")),
    )
    return names[day.month - 1]


def duration(seconds: float, language: str) -> str:
    """Return a length of time: '30 s', '90 s', '45 min', '1 h 35' (French) or '1 h 35 min' (English)."""
    whole = max(0, round(seconds))
    if whole < _SECONDS_UNTIL and whole % _MINUTE:
        return f"{whole}{NBSP}s"
    minutes = round(whole / _MINUTE)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes}{NBSP}min"
    if not rest:
        return f"{hours}{NBSP}h"
    if language == "fr":
        return f"{hours}{NBSP}h{NBSP}{rest:02d}"
    return f"{hours}{NBSP}h {rest}{NBSP}min"


def exact_duration(seconds: float, language: str) -> str:
    """Return a length of time to the second, as it may be typed again: '1 h 35', '2 min 30 s'.

    Where `duration` loses nothing both say the same.
    """
    whole = max(0, round(seconds))
    rest = whole % _MINUTE
    if not rest or whole < _SECONDS_UNTIL:
        return duration(whole, language)
    minutes = duration(whole - rest, language)
    if minutes[-1].isdigit():
        minutes = f"{minutes}{NBSP}min"  # French leaves the last unit out, but not before another
    return f"{minutes} {rest}{NBSP}s"


def hours_minutes(seconds: float) -> str:
    """Return '1:35', hours and minutes, as certificates and tables count presence."""
    hours, minutes = divmod(max(0, round(seconds / _MINUTE)), 60)
    return f"{hours}:{minutes:02d}"


def timer_digits(whole_seconds: int) -> str:
    """Return '9:42' or '1:02:03'; overtime, a negative number, counts up: '+0:42'."""
    sign = "+" if whole_seconds < 0 else ""
    hours, rest = divmod(abs(whole_seconds), _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    if hours:
        return f"{sign}{hours}:{minutes:02d}:{seconds:02d}"
    return f"{sign}{minutes}:{seconds:02d}"


def lateness(seconds: float, language: str) -> str:
    """Return how far behind the plan the run is, in words; a negative number is ahead."""
    t = Words(language)
    if abs(seconds) < _ON_TIME:
        return t("on time")
    if seconds > 0:
        return t("{time} behind", time=duration(seconds, language))
    return t("{time} ahead", time=duration(-seconds, language))


def ends_about(end: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return 'ends about 17:12' or 'fin vers 17:12', to the nearest minute."""
    hour = clock_time(nearest_minute(end), language, zone)
    return Words(language)("ends about {hour}", hour=hour)


def drift(behind: float, end: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return how the run stands in one sentence: '12 min behind · ends about 17:12'."""
    return f"{lateness(behind, language)} · {ends_about(end, language, zone)}"
