"""The log of a session's comings and goings, with what it says by now: who is there, and every stay."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workshop_desk.domain.presence import PresenceEvent, Source, Stay, Way
from workshop_desk.domain.units import Instant, PersonId


@dataclass(frozen=True, slots=True)
class PresenceLog:
    """Events in the order in which they were written; the rest follows from them.

    `stays_by` holds each person's stays in order. Made by `log_of` and `with_events`, which keep the
    two together.
    """

    events: tuple[PresenceEvent, ...] = ()
    stays_by: Mapping[PersonId, tuple[Stay, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _by: Mapping[PersonId, tuple[PresenceEvent, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def stays(self) -> tuple[Stay, ...]:
        """Return all stays, person by person."""
        return tuple(stay for stays in self.stays_by.values() for stay in stays)

    @property
    def there(self) -> frozenset[PersonId]:
        """Return who is there now."""
        return frozenset(one for one, stays in self.stays_by.items() if stays and stays[-1].left is None)

    def of(self, person: PersonId) -> tuple[PresenceEvent, ...]:
        """Return one person's events, those that were corrected among them, as they were written."""
        return self._by.get(person, ())

    def standing(self, person: PersonId) -> tuple[PresenceEvent, ...]:
        """Return the events of one person that hold, in the order of their hours."""
        return standing(self.of(person))

    def since(self, person: PersonId) -> Instant | None:
        """Return since when someone has been there, None for who is not."""
        stays = self.stays_by.get(person, ())
        return stays[-1].entered if stays and stays[-1].left is None else None

    def with_events(self, events: Sequence[PresenceEvent]) -> "PresenceLog":
        """Return the log with more events at its end."""
        by, stays = dict(self._by), dict(self.stays_by)
        for event in events:
            by[event.person] = (*by.get(event.person, ()), event)
        for person in dict.fromkeys(event.person for event in events):
            stays[person] = stays_from(standing(by[person]))
        return PresenceLog((*self.events, *events), stays, by)


def log_of(events: Iterable[PresenceEvent]) -> PresenceLog:
    """Return the log of a session's events, in the order in which they were written."""
    return PresenceLog().with_events(tuple(events))


def standing(events: Sequence[PresenceEvent]) -> tuple[PresenceEvent, ...]:
    """Return which of one person's events hold: those that none stands in for, unless they are void.

    Of two at one instant the one that was written first comes first; a correction has the place of
    what it corrects.
    """
    corrected = {event.corrects for event in events}
    places: dict[str, int] = {}
    for place, event in enumerate(events):
        places[event.id] = places.get(event.corrects or "", place)
    held = [one for one in events if one.id not in corrected and one.way is not Way.VOID]
    return tuple(sorted(held, key=lambda event: (event.at, places[event.id])))


def stays_from(held: Sequence[PresenceEvent]) -> tuple[Stay, ...]:
    """Return the stays that events in order make; who is in cannot come, who is out cannot leave.

    Out and in again at one instant is no end: the stay goes on.
    """
    stays: list[Stay] = []
    for event in held:
        last = stays[-1] if stays else None
        inside = last is not None and last.left is None
        if event.way is Way.IN and last is not None and last.left == event.at:
            stays[-1] = Stay(last.session, last.person, last.entered, None, last.arrival)
        elif event.way is Way.IN and not inside:
            stays.append(Stay(event.session, event.person, event.at, None, event))
        elif event.way is Way.OUT and last is not None and inside:
            stays[-1] = Stay(last.session, last.person, last.entered, event.at, last.arrival, event)
    return tuple(stays)


def fits(held: Sequence[PresenceEvent]) -> bool:
    """Tell whether someone's events follow each other as doors allow: in, out, in, out."""
    ways = [event.way for event in held]
    return ways == [Way.IN, Way.OUT] * (len(ways) // 2) + [Way.IN] * (len(ways) % 2)


def is_corrected(stay: Stay) -> bool:
    """Tell whether the facilitator changed or added an end of a stay afterwards."""
    ends = (stay.arrival, stay.departure)
    return any(one is not None and one.source is Source.CORRECTION for one in ends)
