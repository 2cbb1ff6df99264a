"""How many connections there is place for: each is an open file, and the system counts those."""

import sys

if sys.platform != "win32":
    import resource

MOST_CONNECTIONS = 2200
"""Two for each of 500 phones, a stream and a request, and as many again for those that went away."""
WAITING = 256
"""Connections that are taken up in one go, before any can be turned away."""
OTHER_FILES = WAITING + 200
"""Open files that are left for those and for everything else."""


def widen() -> None:
    """Ask the system for as many open files as that takes; some give a program only 256."""
    wanted = MOST_CONNECTIONS + OTHER_FILES
    if sys.platform == "win32" or _most_files() >= wanted:
        return
    _, hardest = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hardest != resource.RLIM_INFINITY:
        wanted = min(wanted, hardest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hardest))


def most_connections() -> int:
    """Return how many connections may be open at once."""
    return min(MOST_CONNECTIONS, max(_most_files() // 2, _most_files() - OTHER_FILES))


def _most_files() -> int:
    if sys.platform == "win32":
        return MOST_CONNECTIONS + OTHER_FILES
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS + OTHER_FILES if soft == resource.RLIM_INFINITY else soft
