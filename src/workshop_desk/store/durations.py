"""How long the steps of a method really took in the sessions that are over."""

from collections.abc import Mapping
from sqlite3 import Connection

from workshop_desk.domain.units import Seconds
from workshop_desk.store.troubles import troubles_told

MOST_RUNS = 10
"""Sessions looked back at: how it went long ago says little."""

_RUNS = """
    SELECT sessions.id, steps."key", steps.banked_seconds
    FROM steps JOIN sessions ON sessions.id = steps.session
    WHERE sessions.method = ? AND sessions.state = 'closed'
        AND steps.state = 'done' AND steps.banked_seconds > 0
    ORDER BY sessions.closed DESC, steps.position
"""


class Durations:
    """Past lengths in an open file, for one thread."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def of(self, method: str) -> Mapping[str, tuple[Seconds, ...]]:
        """Return step key → what its clock counted, newest first; steps without a clock are left out.

        Of a step that was repeated only the first counts: each session tells once.
        """
        runs: dict[str, dict[str, Seconds]] = {}
        with troubles_told():
            for session, key, seconds in self._conn.execute(_RUNS, (method,)):
                runs.setdefault(key, {}).setdefault(session, Seconds(seconds))
        return {key: tuple(by_session.values())[:MOST_RUNS] for key, by_session in runs.items()}
