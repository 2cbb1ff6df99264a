"""Spans of time: from one instant to a later one, joined, cut out and laid over each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop_desk.domain.units import Instant, Seconds


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `begins` up to `ends`."""

    begins: Instant
    ends: Instant

    @property
    def seconds(self) -> Seconds:
        """Return how long it is."""
        return Seconds((self.ends - self.begins).total_seconds())


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same time in order, each instant once; spans that touch become one, empty ones none."""
    found: list[Span] = []
    for span in sorted(spans):
        if span.ends <= span.begins:
            continue
        if found and span.begins <= found[-1].ends:
            found[-1] = Span(found[-1].begins, max(found[-1].ends, span.ends))
        else:
            found.append(span)
    return tuple(found)


def common(some: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return the time that lies in both."""
    beside = joined(others)
    return joined(
        Span(max(one.begins, two.begins), min(one.ends, two.ends))
        for one in joined(some)
        for two in beside
    )


def without(spans: Iterable[Span], gaps: Iterable[Span]) -> tuple[Span, ...]:
    """Return the time that lies in no gap."""
    left = list(joined(spans))
    for gap in joined(gaps):
        left = [part for span in left for part in _around(span, gap)]
    return joined(left)


def total(spans: Sequence[Span]) -> Seconds:
    """Return how long joined spans are together."""
    return Seconds(sum(span.seconds for span in spans))


def _around(span: Span, gap: Span) -> tuple[Span, Span]:
    """Return what is left of a span before and after a gap; either may be empty."""
    return (
        Span(span.begins, min(span.ends, max(gap.begins, span.begins))),
        Span(max(span.begins, min(gap.ends, span.ends)), span.ends),
    )
