"""The list of sessions, the newest first."""

from collections.abc import Iterable
from datetime import datetime

from workshop_desk.domain.sessions import SessionLine


def newest_first(lines: Iterable[SessionLine]) -> tuple[SessionLine, ...]:
    """Return the lines sorted by when the session is, was, or was thought of."""
    return tuple(sorted(lines, key=_when, reverse=True))


def _when(line: SessionLine) -> tuple[datetime, datetime, str]:
    return line.planned_start or line.opened or line.created, line.created, line.id
