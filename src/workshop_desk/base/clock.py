"""The machine's clocks, read in one place."""

import sys
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def now_utc() -> datetime:
    """Return the wall clock, aware, in UTC."""
    return datetime.now(UTC)


def now_boot() -> float:
    """Return seconds since some fixed point of this boot, sleep included.

    `time.monotonic` stops during sleep on Linux and macOS, so each system has its own call.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    return time.monotonic()


@cache
def boot_id() -> str:
    """Return what tells this boot from the next; '' where the system has no such thing."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""
