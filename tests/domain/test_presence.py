"""Presence: stays of one person may overlap and touch; each minute counts once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.domain.presence import Stay, time_present
from workshop_desk.domain.units import Instant, PersonId, SessionId

ZERO = datetime(2026, 1, 1, 9, tzinfo=UTC)
STAYS = st.lists(st.tuples(st.integers(0, 200), st.none() | st.integers(0, 200)), max_size=8)


def at(minute: int) -> Instant:
    """Return the instant so many minutes after nine."""
    return Instant(ZERO + timedelta(minutes=minute))


@given(STAYS, st.integers(0, 250))
def test_each_minute_counts_once(spans: list[tuple[int, int | None]], until: int) -> None:
    stays = [
        Stay(
            SessionId("s"),
            PersonId("p"),
            at(begin),
            None if length is None else at(begin + length),
        )
        for begin, length in spans
    ]
    minutes = {
        minute
        for begin, length in spans
        for minute in range(begin, until if length is None else min(begin + length, until))
    }
    assert time_present(stays, at(until)) == 60 * len(minutes)


def test_nobody_was_there() -> None:
    assert time_present([], at(10)) == 0
