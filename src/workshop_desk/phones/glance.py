"""One revision of the room, with what many phones ask of it looked up once."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from workshop_desk.domain.cards import Card
from workshop_desk.domain.room import Room
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.sessions import SessionState
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import ActivityId, PersonId
from workshop_desk.domain.votes import Ballot

Whose = tuple[ActivityId, PersonId]


class Glance:
    """A room that does not change any more; 200 phones look at it, so each list is walked once."""

    def __init__(self, room: Room) -> None:
        self.room = room

    @cached_property
    def seats(self) -> Mapping[PersonId, int]:
        """Return person → place in order of arrival, from 1, of those there, or there to the end."""
        closed = self.room.session.state is SessionState.CLOSED
        there = tuple(self.room.attendees) if closed else self.room.present
        return {person: place for place, person in enumerate(there, start=1)}

    def cards_by(self, activity: Activity, person: PersonId) -> tuple[Card, ...]:
        """Return what one person wrote in an activity."""
        return tuple(self._cards.get((activity.id, person), ()))

    def ballot_by(self, activity: Activity, person: PersonId) -> Ballot | None:
        """Return one person's ballot, None before they voted and for anonymous ones."""
        return self._ballots.get((activity.id, person))

    def rating_by(self, activity: Activity, person: PersonId) -> Rating | None:
        """Return one person's rating, None before they answered and for anonymous ones."""
        return self._ratings.get((activity.id, person))

    @cached_property
    def _cards(self) -> Mapping[Whose, list[Card]]:
        found: defaultdict[Whose, list[Card]] = defaultdict(list)
        for card in self.room.cards.values():
            if card.author is not None and not card.withdrawn:
                found[card.activity, card.author].append(card)
        return dict(found)

    @cached_property
    def _ballots(self) -> Mapping[Whose, Ballot]:
        return {(one.activity, one.voter): one for one in self.room.ballots.values() if one.voter}

    @cached_property
    def _ratings(self) -> Mapping[Whose, Rating]:
        return {(one.activity, one.rater): one for one in self.room.ratings.values() if one.rater}
