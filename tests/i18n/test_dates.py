"""Dates, hours and durations as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.i18n import dates

PARIS = timezone(timedelta(hours=1))
INSTANT = datetime(2026, 11, 26, 13, 2, tzinfo=UTC)
NB = "\u00a0"


def test_hours() -> None:
    assert dates.clock_time(INSTANT, "fr", PARIS) == "14:02"
    assert dates.clock_time(INSTANT) == "13:02"
    assert dates.hour_in_sentence(INSTANT, "fr", PARIS) == f"14{NB}h{NB}02"
    assert dates.hour_in_sentence(INSTANT.replace(minute=0), "fr", PARIS) == f"14{NB}h"
    assert dates.hour_in_sentence(INSTANT, "en", PARIS) == "14:02"


def test_dates() -> None:
    assert dates.long_date(INSTANT, "fr", PARIS) == "jeudi 26 novembre 2026"
    assert dates.long_date(INSTANT, "en", PARIS) == "Thursday 26 November 2026"
    assert dates.plain_date(date(2026, 5, 1), "fr") == "1er mai 2026"
    assert dates.plain_date(date(2026, 5, 1), "en") == "1 May 2026"
    assert dates.short_date(date(2026, 11, 27), "fr") == "ven. 27 nov."
    assert dates.short_date(date(2026, 11, 27), "en") == "Fri 27 Nov"


def test_an_instant_gives_the_local_day() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert dates.plain_date(late, "en", PARIS) == "27 November 2026"


@pytest.mark.parametrize(
    ("seconds", "french", "english"),
    [
        (0, "0 min", "0 min"),
        (30, "30 s", "30 s"),
        (60, "1 min", "1 min"),
        (90, "90 s", "90 s"),
        (150, "2 min", "2 min"),
        (2700, "45 min", "45 min"),
        (3599, "1 h", "1 h"),
        (5700, "1 h 35", "1 h 35 min"),
        (7200, "2 h", "2 h"),
        (-5, "0 min", "0 min"),
    ],
)
def test_durations(seconds: float, french: str, english: str) -> None:
    assert dates.duration(seconds, "fr").replace(NB, " ") == french
    assert dates.duration(seconds, "en").replace(NB, " ") == english


@pytest.mark.parametrize(
    ("seconds", "french", "english"),
    [
        (0, "0 min", "0 min"),
        (90, "90 s", "90 s"),
        (121, "2 min 1 s", "2 min 1 s"),
        (150, "2 min 30 s", "2 min 30 s"),
        (3605, "1 h 5 s", "1 h 5 s"),
        (3725, "1 h 02 min 5 s", "1 h 2 min 5 s"),
        (5400, "1 h 30", "1 h 30 min"),
        (-5, "0 min", "0 min"),
    ],
)
def test_durations_to_the_second(seconds: float, french: str, english: str) -> None:
    assert dates.exact_duration(seconds, "fr").replace(NB, " ") == french
    assert dates.exact_duration(seconds, "en").replace(NB, " ") == english


@given(st.integers(0, 1440), st.sampled_from(["fr", "en"]))
def test_whole_minutes_are_said_in_one_way(minutes: int, language: str) -> None:
    assert dates.exact_duration(minutes * 60, language) == dates.duration(minutes * 60, language)


def test_contact_hours() -> None:
    assert dates.hours_minutes(5700) == "1:35"
    assert dates.hours_minutes(59) == "0:01"
    assert dates.hours_minutes(-1) == "0:00"


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [(582, "9:42"), (3723, "1:02:03"), (0, "0:00"), (-42, "+0:42"), (-3600, "+1:00:00"), (5, "0:05")],
)
def test_timer_digits(seconds: int, digits: str) -> None:
    assert dates.timer_digits(seconds) == digits


@given(st.integers(-100_000, 100_000))
def test_timer_digits_lose_nothing(seconds: int) -> None:
    parts = [int(part) for part in dates.timer_digits(seconds).lstrip("+").split(":")]
    total = 0
    for part in parts:
        total = total * 60 + part
    assert total == abs(seconds)


@pytest.mark.parametrize(
    ("seconds", "french", "english"),
    [
        (725, "12 min de retard", "12 min behind"),
        (-240, "4 min d’avance", "4 min ahead"),
        (119, "à l’heure", "on time"),
        (-119, "à l’heure", "on time"),
        (5700, "1 h 35 de retard", "1 h 35 min behind"),
    ],
)
def test_late_or_early_is_a_sentence(seconds: float, french: str, english: str) -> None:
    assert dates.lateness(seconds, "fr").replace(NB, " ") == french
    assert dates.lateness(seconds, "en").replace(NB, " ") == english


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr_FR"), ("en", "en_GB")])
def test_days_and_months_are_named_as_babel_names_them(language: str, locale: str) -> None:
    for number in range(0, 366, 5):
        day = date(2026, 1, 2) + timedelta(days=number)
        if day.day == 1:
            continue  # French says "1er", where Babel's plain pattern has a digit
        assert dates.long_date(day, language) == format_date(day, "EEEE d MMMM y", locale)
        assert dates.plain_date(day, language) == format_date(day, "d MMMM y", locale)
        assert dates.short_date(day, language) == format_date(day, "EEE d MMM", locale)


def test_what_is_only_expected_is_said_to_the_nearest_minute() -> None:
    instant = datetime(2026, 11, 26, 23, 59, 29, 999_999, tzinfo=UTC)
    assert dates.nearest_minute(instant) == instant.replace(second=0, microsecond=0)
    later = dates.nearest_minute(instant.replace(second=30))
    assert later == datetime(2026, 11, 27, tzinfo=UTC)
