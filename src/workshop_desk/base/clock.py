"""The machine's clocks, read in one place."""

import os
import sys
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_TICKS_A_SECOND = 10_000_000
"""Of Windows' interrupt time: 100 nanoseconds each."""


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


def now_awake() -> float:
    """Return seconds since some fixed point of this boot, sleep left out."""
    if sys.platform == "win32":
        # Needed here alone: everywhere else the desk opens sooner without it.
        import ctypes  # noqa: PLC0415

        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / _TICKS_A_SECOND
    return time.monotonic()


def tells_sleep() -> bool:
    """Tell whether `now_boot` and `now_awake` are known to differ by sleep, and by nothing else.

    Sources disagree on what Windows' `time.monotonic` counts (behaviours.md 2.2).
    """
    return sys.platform in {"linux", "darwin"}


@cache
def boot_id() -> str:
    """Return what tells this boot from the next; where the system has no such thing, this process."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return f"process {os.getpid()} {now_utc().isoformat()}"
