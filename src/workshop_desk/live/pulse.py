"""What the clock asks for by itself while a session is open: word of absences, and to go on.

The writer's thread owns it and looks about once a second.
"""

from workshop_desk.base.ids import new_id
from workshop_desk.domain.absences import LEAST, AbsenceCause
from workshop_desk.domain.agenda_commands import GoOn, NoteAbsence
from workshop_desk.domain.commands import Timekeeper
from workshop_desk.domain.notices import notice
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import AbsenceId, Instant, Moment, Seconds
from workshop_desk.live.wish import Wish

SIGN_OF_LIFE = Seconds(5.0)
"""How often it is written down that the program runs: so exactly is it known when it was killed."""


class Pulse:
    """Compares each look at the clocks with the one before."""

    def __init__(self, now: Moment, seen: Moment | None) -> None:
        """Begin now; `seen` is when the program was last known to run, None where it never was."""
        self._began = now
        self._away = now.since(seen) if seen is not None else Seconds(0)
        self._since = seen
        self._slept = now.slept
        self._signed = now
        self._untold: list[Wish] = []

    def wishes(self, room: Room, now: Moment) -> list[Wish]:
        """Return what is to be asked for at this look, and again what could not be stored before."""
        found = (self._closed(), self._nap(now))
        self._untold += [wish for wish in found if wish is not None]
        asked = list(self._untold)
        # Whether to go on is decided at the next look: by then the absence is known.
        left = notice(room, now)
        if not asked and left is not None and left <= 0 and room.step is not None:
            asked.append(Wish(GoOn(room.step.id), Timekeeper()))
        return asked

    def told(self) -> None:
        """Hear that what was asked for has its answer."""
        self._untold.clear()

    def sign_due(self, now: Moment) -> bool:
        """Tell whether it is time for a sign of life."""
        return now.since(self._signed) >= SIGN_OF_LIFE

    def signed(self, now: Moment) -> None:
        """Hear that a sign of life was written."""
        self._signed = now

    def _closed(self) -> Wish | None:
        """Return word of the time for which the program had ended, once."""
        away, since, self._since = self._away, self._since, None
        if since is None or away < LEAST:
            return None
        return _absence(AbsenceCause.CLOSED, since.utc, away, since)

    def _nap(self, now: Moment) -> Wish | None:
        nap, self._slept = Seconds(now.slept - self._slept), now.slept
        return _absence(AbsenceCause.SLEPT, now.back(nap).utc, nap) if nap >= LEAST else None


def _absence(cause: AbsenceCause, began: Instant, seconds: Seconds, seen: Moment | None = None) -> Wish:
    return Wish(NoteAbsence(AbsenceId(new_id()), cause, began, seconds, seen), Timekeeper())
