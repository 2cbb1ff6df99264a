"""Hours of the day as clocks on the wall show them, told as instants."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from workshop_desk.i18n.zones import local_zone

_SECOND = timedelta(seconds=1)


def next_hour(hour: int, minute: int, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return the next instant, in UTC and later than now, at which a clock in a zone shows this hour.

    Without a zone the clock is this machine's. When clocks are put forward over this hour it is the
    first instant after the gap; when they are put back over it, whichever of the two comes next.
    """
    place = zone or local_zone()
    today = now.astimezone(place).date()
    wanted = time(hour, minute)
    days = (today, today + timedelta(days=1))
    ahead = (_shown(day, wanted.replace(fold=fold), place) for day in days for fold in (0, 1))
    return min(instant for instant in ahead if instant > now)


def hour_of_day(day: date, hour: int, minute: int, zone: tzinfo | None = None) -> datetime:
    """Return the instant, in UTC, at which a clock in a zone shows this hour of a day.

    Without a zone the clock is this machine's. An hour that is shown twice is the first of the two, one
    that clocks are put forward over is the first instant after the gap.
    """
    return _shown(day, time(hour, minute), zone or local_zone())


def _shown(day: date, wanted: time, place: tzinfo) -> datetime:
    """Return the instant at which this hour of a day is shown, or the end of the gap it falls into."""
    wall = datetime.combine(day, wanted, place)
    instant = wall.astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return instant
    return _end_of_gap(wall, place)


def _end_of_gap(wall: datetime, place: tzinfo) -> datetime:
    """Return the first instant, to the second, after the gap that holds an hour no clock shows.

    Time zones do not tell when they change; the two readings of such an hour stand around it.
    """
    before = wall.replace(fold=1).astimezone(UTC)
    after = wall.replace(fold=0).astimezone(UTC)
    later = after.astimezone(place).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // 2 // _SECOND * _SECOND
        if middle.astimezone(place).utcoffset() == later:
            after = middle
        else:
            before = middle
    return after
