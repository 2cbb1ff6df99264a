"""Spans, minute by minute against sets of minutes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshop_desk.domain.spans import Span, common, joined, total, without
from workshop_desk.domain.units import Instant

ZERO = datetime(2026, 1, 1, 9, tzinfo=UTC)


def span(begin: int, end: int) -> Span:
    """Return a span in minutes after nine."""
    return Span(Instant(ZERO + timedelta(minutes=begin)), Instant(ZERO + timedelta(minutes=end)))


SPANS = st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6)


def minutes(pairs: list[tuple[int, int]]) -> set[int]:
    """Return the minutes that pairs hold; an end before its begin holds none."""
    return {minute for begin, end in pairs for minute in range(begin, end)}


@given(SPANS, SPANS)
def test_the_same_minutes_as_sets_of_them(
    some: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    first, second = [span(*pair) for pair in some], [span(*pair) for pair in others]
    assert total(joined(first)) == 60 * len(minutes(some))
    assert total(common(first, second)) == 60 * len(minutes(some) & minutes(others))
    assert total(without(first, second)) == 60 * len(minutes(some) - minutes(others))


def test_what_touches_is_one() -> None:
    assert joined([span(10, 20), span(0, 10), span(30, 30)]) == (span(0, 20),)
