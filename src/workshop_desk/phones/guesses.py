"""Guessing codes is slowed: per connection, and for the whole room; what is no code at all is free.

Only wrong codes count, so a room that comes back all at once is not held up. A connection that guesses
runs dry long before the room does, and takes nobody's next try away.
"""

from workshop_desk.domain.units import Seconds
from workshop_desk.phones import limits
from workshop_desk.phones.limits import Bucket, Buckets
from workshop_desk.phones.problems import Problem, Wrong


class Guesses:
    """How many wrong codes may still be tried."""

    def __init__(self, now: Seconds) -> None:
        self._each = Buckets(limits.GUESSES_AT_ONCE, limits.GUESSES_PER_SECOND)
        self._room = Bucket(limits.ROOM_GUESSES_AT_ONCE, limits.ROOM_GUESSES_PER_SECOND, now)

    def begin(self, connection: str, now: Seconds) -> None:
        """Take a guess before it is looked at, so that many at once are no way around; or refuse."""
        if wait := self._each.take(connection, now):
            raise Problem(Wrong.TOO_FAST, wait=wait)
        if wait := self._room.take(now):
            self._each.give_back(connection)
            raise Problem(Wrong.TOO_FAST, wait=wait)

    def right(self, connection: str) -> None:
        """Give the guess back: it was none."""
        self._each.give_back(connection)
        self._room.give_back()
