"""What a rehearsal proves: each acknowledged answer against what is on the disk."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop_desk.domain.room import Room
from workshop_desk.live.crowd import Answer, Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a rehearsal; times are milliseconds from sending to acknowledged."""

    people: int
    sent: int
    acknowledged: int
    stored: int
    lost: int
    duplicates: int
    resent: int
    p50: float
    p95: float
    p99: float

    @property
    def whole(self) -> bool:
        """Tell whether nothing was lost and nothing counted twice."""
        return self.lost == 0 and self.duplicates == 0


def tally(outcome: Outcome, room: Room) -> Tally:
    """Compare what the crowd sent with what the room holds, read back from the disk."""
    sent = Counter(_mark(one.verb, one.activity, one.mark) for one in outcome.answers)
    acknowledged = Counter(
        _mark(one.verb, one.activity, one.mark) for one in outcome.answers if one.stored
    )
    stored = _stored(room)
    times = sorted(one.seconds * 1000 for one in outcome.answers if one.stored)
    return Tally(
        people=outcome.joined,
        sent=sent.total(),
        acknowledged=acknowledged.total(),
        stored=stored.total(),
        lost=(acknowledged - stored).total(),
        duplicates=(stored - sent).total(),
        resent=outcome.resent,
        p50=percentile(times, 50),
        p95=percentile(times, 95),
        p99=percentile(times, 99),
    )


def tally_by_key(outcome: Outcome, kept: Callable[[Answer], bool]) -> Tally:
    """Compare by the keys of the answers: `kept` says whether an answer's is on the disk.

    So the figures hold too where a hand at the desk changes or adds to what was written meanwhile.
    """
    acknowledged = [one for one in outcome.answers if one.stored]
    stored = sum(kept(one) for one in outcome.answers)
    times = sorted(one.seconds * 1000 for one in acknowledged)
    return Tally(
        people=outcome.joined,
        sent=len(outcome.answers),
        acknowledged=len(acknowledged),
        stored=stored,
        lost=sum(not kept(one) for one in acknowledged),
        duplicates=outcome.doubled,
        resent=outcome.resent,
        p50=percentile(times, 50),
        p95=percentile(times, 95),
        p99=percentile(times, 99),
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value below which so many per cent lie (nearest rank); 0 for no values."""
    if not ordered:
        return 0.0
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


def _mark(verb: str, activity: str, mark: str) -> tuple[str, str, str]:
    return verb, activity, mark


def _stored(room: Room) -> Counter[tuple[str, str, str]]:
    """Return what is stored in the words in which it was sent."""
    found: Counter[tuple[str, str, str]] = Counter()
    for card in room.cards.values():
        found[_mark("card", card.activity, card.text)] += 1
    for ballot in room.ballots.values():
        dots = sum(choice.dots for choice in ballot.choices)
        found[_mark("ballot", ballot.activity, str(dots))] += 1
    for rating in room.ratings.values():
        found[_mark("rating", rating.activity, str(rating.value))] += 1
    for action in room.actions.values():
        found[_mark("action", action.activity or "", action.what)] += 1
    scored = {one.activity for one in room.ballots.values()}
    scored |= {one.activity for one in room.ratings.values()}
    for (activity, person), done in room.participations.items():
        if done.finished and activity not in scored:
            found[_mark("finished", activity, room.name_of(person))] += 1
    return found
