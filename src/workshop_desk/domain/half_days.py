"""Half-days: the mornings and afternoons of a session, with the hours at which it really ran.

People sign once for each (methods.md 10.2). A day is the local one, so the time zone is an argument. It
is cut in two at one o'clock, or in the middle of the longest gap around noon: a lunch from 12:30 to
14:00 belongs to neither half. What is left of a half where the session runs over by a few minutes stays
with the half before, whether at lunch or at midnight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise

from workshop_desk.domain.spans import Span, common, joined, total
from workshop_desk.domain.units import MINUTE, Instant, Seconds

SLIVER = Seconds(30 * MINUTE)
"""What is shorter, and goes on from the half before or into the next, is no half-day of its own."""

GRACE = Seconds(15 * MINUTE)
"""How long a half-day may still be signed for after its end."""

_MIDDAY, _GAPS_FROM, _GAPS_TO = time(13), time(11), time(15)


class Half(StrEnum):
    """Which half of a day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One half of a local day; `spans` are when the session ran in it, in order, at least one."""

    day: date
    half: Half
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        """Return what this half-day is called in data: '2026-12-01 morning'."""
        return f"{self.day.isoformat()} {self.half}"

    @property
    def begins(self) -> Instant:
        """Return when it really began."""
        return self.spans[0].begins

    @property
    def ends(self) -> Instant:
        """Return when it really ended, or up to when it is known."""
        return self.spans[-1].ends

    @property
    def seconds(self) -> Seconds:
        """Return how long the session ran in it."""
        return total(self.spans)

    @property
    def window(self) -> Span:
        """Return when it may be signed for: while it lasts, and a little after."""
        return Span(self.begins, Instant(self.ends + timedelta(seconds=GRACE)))

    def may_sign(self, now: Instant) -> bool:
        """Tell whether it may be signed for now."""
        return self.window.begins <= now <= self.window.ends

    def time_of(self, spans: Sequence[Span]) -> Seconds:
        """Return how much of this half-day lies in someone's spans."""
        return total(common(self.spans, spans))


def half_days(spans: Sequence[Span], zone: tzinfo) -> tuple[HalfDay, ...]:
    """Return the half-days that a session's hours make in a time zone, in order."""
    found: list[HalfDay] = []
    for day, within in _days(joined(spans), zone):
        cut = _cut(day, within, zone)
        halves = (
            (Half.MORNING, _between(within, None, cut)),
            (Half.AFTERNOON, _between(within, cut, None)),
        )
        found += [HalfDay(day, half, parts) for half, parts in halves if parts]
    return tuple(_without_slivers(found))


def open_half_day(halves: Sequence[HalfDay], now: Instant) -> HalfDay | None:
    """Return the half-day that may be signed for now, the later where two may."""
    return next((one for one in reversed(halves) if one.may_sign(now)), None)


def _days(spans: Sequence[Span], zone: tzinfo) -> list[tuple[date, tuple[Span, ...]]]:
    """Return the local days that spans touch, each with its part of them."""
    if not spans:
        return []
    day, last = _day_of(spans[0].begins, zone), _day_of(spans[-1].ends, zone)
    found = []
    while day <= last:
        following = day + timedelta(days=1)
        within = _between(spans, _hour(day, time(), zone), _hour(following, time(), zone))
        if within:
            found.append((day, within))
        day = following
    return found


def _cut(day: date, spans: Sequence[Span], zone: tzinfo) -> Instant:
    """Return where a day is cut in two: in its longest gap around noon, else at one o'clock."""
    around = Span(_hour(day, _GAPS_FROM, zone), _hour(day, _GAPS_TO, zone))
    gaps = [Span(before.ends, after.begins) for before, after in pairwise(spans)]
    near = [gap for gap in gaps if around.begins <= _middle(gap) <= around.ends]
    longest = max(near, key=lambda gap: gap.seconds, default=None)
    return _middle(longest) if longest else _hour(day, _MIDDAY, zone)


def _middle(gap: Span) -> Instant:
    return Instant(gap.begins + (gap.ends - gap.begins) / 2)


def _between(spans: Sequence[Span], begins: Instant | None, ends: Instant | None) -> tuple[Span, ...]:
    return joined(
        Span(
            max(span.begins, begins) if begins else span.begins,
            min(span.ends, ends) if ends else span.ends,
        )
        for span in spans
    )


def _without_slivers(halves: Sequence[HalfDay]) -> list[HalfDay]:
    """Return the half-days where those too short to stand alone have joined the one they touch."""
    found: list[HalfDay] = []
    for half in halves:
        before = found[-1] if found else None
        touches = before is not None and before.ends == half.begins
        if before is not None and touches and min(before.seconds, half.seconds) < SLIVER:
            named = before if before.seconds >= half.seconds else half
            found[-1] = HalfDay(named.day, named.half, joined((*before.spans, *half.spans)))
        else:
            found.append(half)
    return found


def _day_of(instant: Instant, zone: tzinfo) -> date:
    return instant.astimezone(zone).date()


def _hour(day: date, hour: time, zone: tzinfo) -> Instant:
    """Return an hour of a local day; one that clocks are put forward over is the end of that gap."""
    return Instant(datetime.combine(day, hour, zone).astimezone(UTC))
