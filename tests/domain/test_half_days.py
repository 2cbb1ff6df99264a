"""Half-days: cut at lunch or one o'clock, by the local clock, over midnight, days and changes of it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from workshop_desk.domain.half_days import Half, HalfDay, half_days, open_half_day
from workshop_desk.domain.spans import Span, common, total
from workshop_desk.domain.units import Instant

PARIS = ZoneInfo("Europe/Paris")


def at(text: str, zone: ZoneInfo = PARIS, fold: int = 0) -> Instant:
    """Return an instant from a local day and hour: '12-01 9:30'."""
    wall = datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=zone, fold=fold)
    return Instant(wall.astimezone(UTC))


def span(begins: str, ends: str, zone: ZoneInfo = PARIS) -> Span:
    """Return a span from local days and hours."""
    return Span(at(begins, zone), at(ends, zone))


def told(halves: tuple[HalfDay, ...], zone: ZoneInfo = PARIS) -> list[str]:
    """Return half-days as local days and hours."""
    return [
        f"{one.key} {one.begins.astimezone(zone):%d %H:%M} {one.ends.astimezone(zone):%d %H:%M}"
        for one in halves
    ]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], []),
        ([("12-01 9:02", "12-01 12:31")], ["2026-12-01 morning 01 09:02 01 12:31"]),
        ([("12-01 14:00", "12-01 17:30")], ["2026-12-01 afternoon 01 14:00 01 17:30"]),
        (  # a whole day without a long break is cut at one
            [("12-01 9:00", "12-01 17:00")],
            ["2026-12-01 morning 01 09:00 01 13:00", "2026-12-01 afternoon 01 13:00 01 17:00"],
        ),
        (  # a lunch belongs to neither half, be it before or after one
            [("12-01 9:00", "12-01 12:05"), ("12-01 12:55", "12-01 17:00")],
            ["2026-12-01 morning 01 09:00 01 12:05", "2026-12-01 afternoon 01 12:55 01 17:00"],
        ),
        (  # a gap in the afternoon is no lunch
            [("12-01 9:00", "12-01 15:30"), ("12-01 16:30", "12-01 17:30")],
            ["2026-12-01 morning 01 09:00 01 13:00", "2026-12-01 afternoon 01 13:00 01 17:30"],
        ),
        # a morning that runs over, an afternoon that begins early
        ([("12-01 9:00", "12-01 13:20")], ["2026-12-01 morning 01 09:00 01 13:20"]),
        ([("12-01 12:40", "12-01 16:00")], ["2026-12-01 afternoon 01 12:40 01 16:00"]),
        ([("12-01 12:45", "12-01 13:10")], ["2026-12-01 morning 01 12:45 01 13:10"]),
        # ten minutes alone are a half-day: they touch no other
        ([("12-01 9:00", "12-01 9:10")], ["2026-12-01 morning 01 09:00 01 09:10"]),
        (  # an evening that ends after midnight, and one that goes on into the night
            [("12-01 20:00", "12-02 0:25")],
            ["2026-12-01 afternoon 01 20:00 02 00:25"],
        ),
        (
            [("12-01 22:00", "12-02 2:00")],
            ["2026-12-01 afternoon 01 22:00 02 00:00", "2026-12-02 morning 02 00:00 02 02:00"],
        ),
        (  # three days, with nights between and a day off
            [
                ("12-01 13:30", "12-01 18:00"),
                ("12-02 8:30", "12-02 12:00"),
                ("12-02 13:30", "12-02 17:00"),
                ("12-04 9:00", "12-04 12:00"),
            ],
            [
                "2026-12-01 afternoon 01 13:30 01 18:00",
                "2026-12-02 morning 02 08:30 02 12:00",
                "2026-12-02 afternoon 02 13:30 02 17:00",
                "2026-12-04 morning 04 09:00 04 12:00",
            ],
        ),
    ],
)
def test_half_days(spans: list[tuple[str, str]], expected: list[str]) -> None:
    halves = half_days([span(*pair) for pair in spans], PARIS)
    assert told(halves) == expected
    assert sum(one.seconds for one in halves) == sum(span(*pair).seconds for pair in spans)


def test_the_clock_on_the_wall_decides() -> None:
    hours = [Span(at("12-01 9:00"), at("12-01 12:00"))]
    (tokyo,) = half_days(hours, ZoneInfo("Asia/Tokyo"))
    assert (tokyo.day, tokyo.half) == (date(2026, 12, 1), Half.AFTERNOON)
    assert [one.half for one in half_days(hours, PARIS)] == [Half.MORNING]


@pytest.mark.parametrize(("day", "hours"), [("03-29", 3), ("10-25", 5)])
def test_a_night_on_which_clocks_change(day: str, hours: int) -> None:
    (before, after) = half_days([span(f"{day[:3]}{int(day[3:]) - 1} 23:00", f"{day} 4:00")], PARIS)
    assert (before.seconds, after.seconds) == (3600, hours * 3600)
    assert told((after,)) == [f"2026-{day} morning {day[3:]} 00:00 {day[3:]} 04:00"]


def test_a_day_whose_midnight_is_skipped_or_shown_twice() -> None:
    # Beirut puts its clocks forward at midnight, Havana back from one o'clock to midnight.
    beirut = ZoneInfo("Asia/Beirut")
    halves = half_days([span("03-28 22:00", "03-29 2:00", beirut)], beirut)
    assert told(halves, beirut) == [
        "2026-03-28 afternoon 28 22:00 29 01:00",
        "2026-03-29 morning 29 01:00 29 02:00",
    ]
    havana = ZoneInfo("America/Havana")
    halves = half_days([span("10-31 23:00", "11-01 2:00", havana)], havana)
    assert [(one.day, one.seconds / 3600) for one in halves] == [
        (date(2026, 10, 31), 1),
        (date(2026, 11, 1), 3),
    ]


def test_time_in_a_half_day_adds_up() -> None:
    hours = [span("12-01 9:00", "12-01 12:30"), span("12-01 14:00", "12-01 17:00")]
    stays = [span("12-01 8:40", "12-01 11:20"), span("12-01 13:00", "12-01 19:00")]
    morning, afternoon = half_days(hours, PARIS)
    assert morning.time_of(stays) == 140 * 60
    assert afternoon.time_of(stays) == 180 * 60
    assert morning.time_of(stays) + afternoon.time_of(stays) == total(common(hours, stays))


def test_it_may_be_signed_for_while_it_lasts_and_a_little_after() -> None:
    halves = half_days([span("12-01 9:00", "12-01 12:30"), span("12-01 14:00", "12-01 17:00")], PARIS)
    morning, afternoon = halves

    def open_at(hour: str) -> HalfDay | None:
        return open_half_day(halves, at(f"12-01 {hour}"))

    assert [open_at(hour) for hour in ("8:59", "12:46", "13:59", "17:16")] == [None] * 4
    assert [open_at(hour) for hour in ("9:00", "12:45")] == [morning] * 2
    assert [open_at(hour) for hour in ("14:00", "17:15")] == [afternoon] * 2


def test_of_two_that_may_be_signed_for_the_later_is_asked_for() -> None:
    halves = half_days([span("12-01 9:00", "12-01 17:00")], PARIS)
    assert open_half_day(halves, at("12-01 13:05")) is halves[1]
