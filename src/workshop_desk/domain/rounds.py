"""Rounds of equal length with a change of places between them: which one it is follows from the time."""

from dataclasses import dataclass, replace

from workshop_desk.domain.units import Seconds

MOST_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class Rounds:
    """So many rounds of `each` seconds, with `change` seconds to turn, pass on or move between them.

    `extra` is what was added to single rounds, by their number from 0.
    """

    count: int
    each: Seconds
    change: Seconds = Seconds(0)
    extra: tuple[tuple[int, Seconds], ...] = ()

    @property
    def length(self) -> Seconds:
        """Return the time of all rounds and changes."""
        more = sum(seconds for _, seconds in self.extra)
        return Seconds(self.count * self.each + (self.count - 1) * self.change + more)

    def length_of(self, number: int) -> Seconds:
        """Return the time of one round, from 0, with what was added to it."""
        return Seconds(max(0.0, self.each + dict(self.extra).get(number, 0.0)))


@dataclass(frozen=True, slots=True)
class RoundNow:
    """Where the rounds stand: the round's number from 0, or the change after it, and what is left."""

    number: int
    changing: bool
    left: Seconds
    length: Seconds


def round_at(rounds: Rounds, elapsed: Seconds) -> RoundNow:
    """Return the round after so much time; past the end, the last one with negative time left."""
    begun = 0.0
    for number in range(rounds.count):
        length = rounds.length_of(number)
        last = number + 1 == rounds.count
        if last or elapsed < begun + length:
            left = Seconds(begun + length - elapsed)
            return RoundNow(number, changing=False, left=left, length=length)
        begun += length
        if elapsed < begun + rounds.change:
            left = Seconds(begun + rounds.change - elapsed)
            return RoundNow(number, changing=True, left=left, length=rounds.change)
        begun += rounds.change
    return RoundNow(0, changing=False, left=Seconds(-elapsed), length=Seconds(0))


def stretch(rounds: Rounds, number: int, length: Seconds) -> Rounds:
    """Return the rounds made as long as wanted together, the ones from a number on in equal parts."""
    # The shortest first: what they cannot give, the longer ones still can.
    ahead = sorted(range(number, rounds.count), key=rounds.length_of)
    for done, one in enumerate(ahead):
        part = (length - rounds.length) / (len(ahead) - done)
        rounds = lengthen(rounds, one, Seconds(part))
    return rounds


def lengthen(rounds: Rounds, number: int, seconds: Seconds) -> Rounds:
    """Return the rounds with time added to one of them, or taken from it."""
    extra = dict(rounds.extra)
    extra[number] = Seconds(max(extra.get(number, Seconds(0)) + seconds, -rounds.each))
    return replace(rounds, extra=tuple(sorted(one for one in extra.items() if one[1])))
