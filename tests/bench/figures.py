"""Percentiles and the lines that the benchmarks print."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from tests.bench.load import Load
from workshop_desk.live.tally import percentile

KINDS = ("answers", "burst", "notices")


def measure(load: Load) -> dict[str, Any]:
    """Run the pretended phones in a process of their own; return their times."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load", json.dumps(asdict(load))],
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    )
    times: dict[str, Any] = json.loads(done.stdout)
    return times


def p95(times: Mapping[str, Any], kind: str) -> float:
    """Return a 95th percentile in milliseconds."""
    return percentile(sorted(times[kind]), 95) * 1000


def best(rounds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return, of several rounds, each kind as it was when the machine was least busy otherwise."""
    calmest: dict[str, Any] = dict(rounds[0])
    for kind in KINDS:
        calmest[kind] = min((one[kind] for one in rounds), key=lambda times: p95({kind: times}, kind))
    calmest["errors"] = sum(one["errors"] for one in rounds)
    return calmest


def line(name: str, times: Mapping[str, Any], yardstick: Mapping[str, Any] | None = None) -> str:
    """Return one line: p95 of each kind, as ratio to the yardstick where there is one."""
    parts = []
    for kind in KINDS:
        own = p95(times, kind)
        text = f"{kind} p95 {own:7.1f} ms"
        if yardstick is not None and p95(yardstick, kind):
            text += f" ({own / p95(yardstick, kind):5.2f} x)"
        parts.append(text)
    return f"{name:<34} " + "  ".join(parts) + f"  stored {times['stored']}, errors {times['errors']}"


def worst(times: Mapping[str, Any], yardstick: Mapping[str, Any]) -> float:
    """Return the largest of the ratios."""
    return max(p95(times, kind) / p95(yardstick, kind) for kind in KINDS if p95(yardstick, kind))


def verdict(name: str, ratios: Sequence[float], most: float) -> str:
    """Return one line that says whether the largest ratio is within what was promised."""
    largest = max(ratios)
    kept = "ok" if largest <= most else "MISSED"
    return f"{name}: largest ratio {largest:.2f}, promised {most:g}: {kept}"
