"""Dates, hours, durations, numbers and lists, as people of a language write them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from tzlocal import get_localzone

from workshop_desk.i18n.french import NBSP
from workshop_desk.i18n.words import Words

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
_HOUR, _MINUTE = 3600, 60
_SECONDS_UNTIL = 120
_ON_TIME = 120


def _locale(language: str) -> str:
    return _LOCALES.get(language, "en_GB")


def local_zone() -> tzinfo:
    """Return this machine's time zone; where the system names none that is known, its offset now."""
    try:
        return get_localzone()
    except (LookupError, ValueError):
        return datetime.now(UTC).astimezone().tzinfo or UTC


def local(instant: datetime, zone: tzinfo | None = None) -> datetime:
    """Return an instant in local time: the machine's, or a given zone."""
    return instant.astimezone(zone)


def clock_time(instant: datetime, language: str = "en", zone: tzinfo | None = None) -> str:
    """Return '14:02', the same in both languages, as screens show it."""
    del language
    return f"{local(instant, zone):%H:%M}"


def hour_in_sentence(instant: datetime, language: str, zone: tzinfo | None = None) -> str:
    """Return '14 h 02' or '14 h' in French, '14:02' in English."""
    there = local(instant, zone)
    if language != "fr":
        return f"{there:%H:%M}"
    hour = f"{there.hour}{NBSP}h"
    return f"{hour}{NBSP}{there.minute:02d}" if there.minute else hour


def long_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return 'jeudi 26 novembre 2026' or 'Thursday 26 November 2026'; instants become local first."""
    return _date(when, "EEEE {day} MMMM y", language, zone)


def plain_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return '26 novembre 2026' or '26 November 2026'."""
    return _date(when, "{day} MMMM y", language, zone)


def short_date(when: date, language: str, zone: tzinfo | None = None) -> str:
    """Return 'ven. 27 nov.' or 'Fri 27 Nov'."""
    return _date(when, "EEE {day} MMM", language, zone)


def _date(when: date, pattern: str, language: str, zone: tzinfo | None) -> str:
    day = local(when, zone).date() if isinstance(when, datetime) else when
    first = language == "fr" and day.day == 1
    pattern = pattern.replace("{day}", "d'er'" if first else "d")
    return format_date(day, pattern, locale=_locale(language))


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


def number(value: float, language: str) -> str:
    """Return a number with the language's separators: '1 234,5' or '1,234.5'."""
    return str(format_decimal(value, locale=_locale(language)))


def join_list(items: Sequence[str], language: str) -> str:
    """Return 'a, b et c' or 'a, b and c'."""
    return format_list(list(items), locale=_locale(language))


def lateness(seconds: float, language: str) -> str:
    """Return how far behind the plan the run is, in words; a negative number is ahead."""
    t = Words(language)
    if abs(seconds) < _ON_TIME:
        return t("on time")
    if seconds > 0:
        return t("{time} behind", time=duration(seconds, language))
    return t("{time} ahead", time=duration(-seconds, language))
