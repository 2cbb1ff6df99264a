"""What a step usually takes here: the middle of what it really took."""

from collections.abc import Mapping, Sequence
from statistics import median

from workshop_desk.domain.units import MINUTE, Seconds

LEAST_RUNS = 2
"""One run is no habit."""


def usual(runs: Sequence[Seconds]) -> float | None:
    """Return the usual whole minutes, at least 1; None where too little is known."""
    if len(runs) < LEAST_RUNS:
        return None
    return float(max(1, round(median(runs) / MINUTE)))


def usual_lengths(times: Mapping[str, Sequence[Seconds]]) -> dict[str, float]:
    """Return step key → usual minutes, of the steps of which enough is known."""
    found = {key: usual(runs) for key, runs in times.items()}
    return {key: minutes for key, minutes in found.items() if minutes is not None}
