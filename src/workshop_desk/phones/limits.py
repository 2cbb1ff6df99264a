"""Limits per phone and for the door: token buckets, never per address."""

from collections import OrderedDict

from workshop_desk.domain.units import Seconds

ANSWERS_AT_ONCE, ANSWERS_PER_SECOND = 20.0, 5.0
LOOKS_AT_ONCE, LOOKS_PER_SECOND = 60.0, 20.0
JOINS_AT_ONCE, JOINS_PER_SECOND = 300.0, 40.0
PAIRS_AT_ONCE, PAIRS_PER_SECOND = 30.0, 2.0
GUESSES_AT_ONCE, GUESSES_PER_SECOND = 8.0, 0.2
"""Wrong codes of one connection. For all together there are more, of which it soon runs dry."""
ROOM_GUESSES_AT_ONCE, ROOM_GUESSES_PER_SECOND = 200.0, 1.0
"""With 30 people in the room this finds one of half a million codes in about five hours."""
WATCHES_AT_ONCE, WATCHES_PER_SECOND = 120.0, 40.0
"""For all second stages together: they have no token."""
_MOST_KEPT = 2000


class Bucket:
    """So many at once, then so many a second."""

    __slots__ = ("_at", "_left", "_most", "_rate")

    def __init__(self, most: float, rate: float, now: Seconds) -> None:
        self._most, self._rate = most, rate
        self._left, self._at = most, now

    def take(self, now: Seconds) -> float:
        """Take one; returns 0, or the seconds to wait until there is one."""
        self._left = min(self._most, self._left + max(0.0, now - self._at) * self._rate)
        self._at = now
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._rate

    def give_back(self) -> None:
        """Put one back that was not used."""
        self._left = min(self._most, self._left + 1)


class Buckets:
    """One bucket per phone, the longest unused forgotten first."""

    def __init__(self, most: float, rate: float) -> None:
        self._most, self._rate = most, rate
        self._known: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, who: str, now: Seconds) -> float:
        """Take one from a phone's bucket; returns 0, or the seconds to wait."""
        bucket = self._known.get(who)
        if bucket is None:
            bucket = self._known[who] = Bucket(self._most, self._rate, now)
            if len(self._known) > _MOST_KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(who)
        return bucket.take(now)

    def give_back(self, who: str) -> None:
        """Put one back into a phone's bucket."""
        if (bucket := self._known.get(who)) is not None:
            bucket.give_back()
