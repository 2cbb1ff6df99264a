"""The next time that a clock on the wall shows an hour, also on the days when clocks are changed."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.i18n import zones
from workshop_desk.i18n.hours import hour_of_day, next_hour

PARIS, NEW_YORK = ZoneInfo("Europe/Paris"), ZoneInfo("America/New_York")
START = datetime(2025, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    """Return an instant from '2026-11-26T13:02Z' or with an offset."""
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "now", "hour", "then"),
    [
        (PARIS, "2026-11-26T14:00+01:00", (14, 30), "2026-11-26T14:30+01:00"),
        (PARIS, "2026-11-26T14:29:59.999+01:00", (14, 30), "2026-11-26T14:30+01:00"),
        (PARIS, "2026-11-26T14:30+01:00", (14, 30), "2026-11-27T14:30+01:00"),
        (PARIS, "2026-11-26T14:30:30+01:00", (14, 30), "2026-11-27T14:30+01:00"),
        (PARIS, "2026-11-26T23:59+01:00", (0, 0), "2026-11-27T00:00+01:00"),
        (PARIS, "2026-11-27T00:00+01:00", (0, 0), "2026-11-28T00:00+01:00"),
        (PARIS, "2026-12-31T23:30+01:00", (0, 15), "2027-01-01T00:15+01:00"),
        (PARIS, "2026-11-26T23:30Z", (0, 45), "2026-11-27T00:45+01:00"),
        (NEW_YORK, "2026-11-27T02:00Z", (21, 30), "2026-11-26T21:30-05:00"),
        (NEW_YORK, "2026-07-01T12:00-04:00", (9, 0), "2026-07-02T09:00-04:00"),
    ],
)
def test_on_usual_days(zone: ZoneInfo, now: str, hour: tuple[int, int], then: str) -> None:
    assert next_hour(*hour, at(now), zone) == at(then)


@pytest.mark.parametrize(
    ("zone", "now", "hour", "then"),
    [
        (PARIS, "2026-03-29T01:00+01:00", (2, 30), "2026-03-29T03:00+02:00"),
        (PARIS, "2026-03-29T01:59:59+01:00", (2, 0), "2026-03-29T03:00+02:00"),
        (PARIS, "2026-03-29T01:00+01:00", (2, 59), "2026-03-29T03:00+02:00"),
        (PARIS, "2026-03-29T01:00+01:00", (3, 0), "2026-03-29T03:00+02:00"),
        (PARIS, "2026-03-29T01:00+01:00", (3, 1), "2026-03-29T03:01+02:00"),
        (PARIS, "2026-03-29T03:00+02:00", (2, 30), "2026-03-30T02:30+02:00"),
        (PARIS, "2026-03-28T02:30+01:00", (2, 30), "2026-03-29T03:00+02:00"),
        (PARIS, "2026-03-28T20:00+01:00", (20, 0), "2026-03-29T20:00+02:00"),
        (NEW_YORK, "2026-03-08T01:00-05:00", (2, 30), "2026-03-08T03:00-04:00"),
        (NEW_YORK, "2026-03-08T03:10-04:00", (2, 30), "2026-03-09T02:30-04:00"),
        (ZoneInfo("Australia/Lord_Howe"), "2026-10-04T01:00+10:30", (2, 15), "2026-10-04T02:30+11:00"),
        (ZoneInfo("America/Santiago"), "2026-09-05T23:00-04:00", (0, 0), "2026-09-06T01:00-03:00"),
    ],
)
def test_when_clocks_are_put_forward(zone: ZoneInfo, now: str, hour: tuple[int, int], then: str) -> None:
    assert next_hour(*hour, at(now), zone) == at(then)


@pytest.mark.parametrize(
    ("zone", "now", "hour", "then"),
    [
        (PARIS, "2026-10-25T01:00+02:00", (2, 30), "2026-10-25T02:30+02:00"),
        (PARIS, "2026-10-25T02:30+02:00", (2, 30), "2026-10-25T02:30+01:00"),
        (PARIS, "2026-10-25T02:45+02:00", (2, 30), "2026-10-25T02:30+01:00"),
        (PARIS, "2026-10-25T02:30+01:00", (2, 30), "2026-10-26T02:30+01:00"),
        (PARIS, "2026-10-25T02:50+02:00", (3, 0), "2026-10-25T03:00+01:00"),
        (PARIS, "2026-10-24T20:00+02:00", (20, 0), "2026-10-25T20:00+01:00"),
        (NEW_YORK, "2026-11-01T00:30-04:00", (1, 30), "2026-11-01T01:30-04:00"),
        (NEW_YORK, "2026-11-01T01:30-04:00", (1, 30), "2026-11-01T01:30-05:00"),
        (NEW_YORK, "2026-11-01T01:30-05:00", (1, 30), "2026-11-02T01:30-05:00"),
        (ZoneInfo("America/Santiago"), "2026-04-04T23:45-03:00", (23, 30), "2026-04-04T23:30-04:00"),
    ],
)
def test_when_clocks_are_put_back(zone: ZoneInfo, now: str, hour: tuple[int, int], then: str) -> None:
    assert next_hour(*hour, at(now), zone) == at(then)


def test_without_a_zone_it_is_the_clock_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zones, "get_localzone", lambda: NEW_YORK)
    assert next_hour(2, 30, at("2026-03-08T06:00Z")) == at("2026-03-08T03:00-04:00")
    monkeypatch.setattr(zones, "get_localzone", lambda: PARIS)
    assert next_hour(14, 30, at("2026-11-26T13:00Z")) == at("2026-11-26T14:30+01:00")


def test_it_is_told_in_utc() -> None:
    then = next_hour(14, 30, at("2026-11-26T14:00+01:00"), timezone(timedelta(hours=1)))
    assert then.tzinfo is UTC
    assert then == at("2026-11-26T13:30Z")


@given(
    st.integers(0, 3 * 365 * 24 * 3600).map(lambda seconds: START + timedelta(seconds=seconds)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from([PARIS, NEW_YORK]),
)
def test_it_is_always_ahead_within_a_day(now: datetime, hour: int, minute: int, zone: ZoneInfo) -> None:
    then = next_hour(hour, minute, now, zone)
    assert now < then <= now + timedelta(hours=25)
    shown = then.astimezone(zone)
    in_gap = (shown.minute, shown.hour - hour) == (0, 1) and shown.month == 3
    assert (shown.hour, shown.minute) == (hour, minute) or in_gap


@pytest.mark.parametrize(
    ("zone", "day", "hour", "then"),
    [
        (PARIS, "2026-11-26", (14, 30), "2026-11-26T14:30+01:00"),
        (PARIS, "2026-10-25", (2, 30), "2026-10-25T02:30+02:00"),  # the first of two
        (PARIS, "2026-03-29", (2, 30), "2026-03-29T03:00+02:00"),  # no clock shows it
        (NEW_YORK, "2026-07-01", (9, 0), "2026-07-01T09:00-04:00"),
    ],
)
def test_an_hour_of_a_day(zone: ZoneInfo, day: str, hour: tuple[int, int], then: str) -> None:
    assert hour_of_day(date.fromisoformat(day), *hour, zone) == at(then)
