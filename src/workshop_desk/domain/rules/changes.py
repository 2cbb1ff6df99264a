"""A room under change: many parts of it change in one decision, each with the rows that go with it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workshop_desk.domain.actions import Action
from workshop_desk.domain.cards import Card
from workshop_desk.domain.clocks import Clock
from workshop_desk.domain.hands import RaisedHand
from workshop_desk.domain.people import Attendee, Device, Person
from workshop_desk.domain.phone_messages import PhoneMessage
from workshop_desk.domain.presence import PresenceEvent
from workshop_desk.domain.registrations import Registration
from workshop_desk.domain.room import Merge, Participation, Room
from workshop_desk.domain.rules.decision import (
    Decision,
    Entity,
    GoneAnswer,
    GoneHand,
    GoneParticipation,
    GonePhoneMessage,
    put,
    without,
)
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.units import (
    ActionId,
    ActivityId,
    CardId,
    ClockId,
    PersonId,
    RegistrationId,
)
from workshop_desk.domain.votes import Ballot


class Changes:
    """A room under change, with the rows that go with it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._saved: list[Entity] = []

    def take(self, room: Room, rows: Iterable[Entity]) -> None:
        """Go on from a changed room, whose rows are to be written."""
        self.room = room
        self._saved += rows

    def people(self, person: Person) -> None:
        """Set what is known of someone."""
        self.take(replace(self.room, people=put(self.room.people, person.id, person)), (person,))

    def cards(self, changed: Mapping[CardId, Card]) -> None:
        """Set cards."""
        self.take(replace(self.room, cards={**self.room.cards, **changed}), changed.values())

    def actions(self, changed: Mapping[ActionId, Action]) -> None:
        """Set actions."""
        self.take(replace(self.room, actions={**self.room.actions, **changed}), changed.values())

    def devices(self, changed: Mapping[str, Device]) -> None:
        """Set devices, by the hash of their token."""
        self.take(replace(self.room, devices={**self.room.devices, **changed}), changed.values())

    def registrations(self, changed: Mapping[RegistrationId, Registration]) -> None:
        """Set places on the list."""
        known = {**self.room.registrations, **changed}
        self.take(replace(self.room, registrations=known), changed.values())

    def clocks(self, changed: Mapping[ClockId, Clock]) -> None:
        """Set clocks."""
        self.take(replace(self.room, clocks={**self.room.clocks, **changed}), changed.values())

    def attendees(self, changed: Mapping[PersonId, Attendee]) -> None:
        """Set places in the session, in the order that they have."""
        self.take(replace(self.room, attendees={**self.room.attendees, **changed}), changed.values())

    def place(self, everyone: Mapping[PersonId, Attendee], row: Attendee) -> None:
        """Set who is in the session, and write one of them."""
        # People are read from the file in the order of their places.
        people = {one: self.room.people[one] for one in everyone}
        self.take(replace(self.room, attendees=everyone, people=people), (row,))

    def participation(self, part: Participation) -> None:
        """Set what someone did in an activity."""
        known = put(self.room.participations, (part.activity, part.person), part)
        self.take(replace(self.room, participations=known), (part,))

    def no_participation(self, activity: ActivityId, person: PersonId) -> None:
        """Take away what someone did in an activity."""
        left = without(self.room.participations, (activity, person))
        gone = GoneParticipation(activity, person)
        self.take(replace(self.room, participations=left), (gone,))

    def answer(self, one: Ballot | Rating) -> None:
        """Set an answer."""
        if isinstance(one, Ballot):
            self.take(replace(self.room, ballots=put(self.room.ballots, one.id, one)), (one,))
        else:
            self.take(replace(self.room, ratings=put(self.room.ratings, one.id, one)), (one,))

    def drop_answer(self, one: Ballot | Rating) -> None:
        """Take an answer away."""
        gone = (GoneAnswer(one.id),)
        if isinstance(one, Ballot):
            self.take(replace(self.room, ballots=without(self.room.ballots, one.id)), gone)
        else:
            self.take(replace(self.room, ratings=without(self.room.ratings, one.id)), gone)

    def hand(self, hand: RaisedHand) -> None:
        """Raise a hand."""
        self.take(replace(self.room, hands=put(self.room.hands, hand.person, hand)), (hand,))

    def no_hand(self, hand: RaisedHand) -> None:
        """Lower a hand."""
        left = without(self.room.hands, hand.person)
        self.take(replace(self.room, hands=left), (GoneHand(hand.session, hand.person),))

    def no_message(self, message: PhoneMessage, person: PersonId) -> None:
        """Take someone's message away."""
        left = without(self.room.phone_messages, person)
        gone = GonePhoneMessage(message.session, person)
        self.take(replace(self.room, phone_messages=left), (gone,))

    def log(self, events: tuple[PresenceEvent, ...]) -> None:
        """Add to the log of presence."""
        self.take(replace(self.room, presence=self.room.presence.with_events(events)), events)

    def decision(self, merges: Mapping[PersonId, Merge]) -> Decision:
        """Return what came of it."""
        return Decision(replace(self.room, merges=merges), tuple(self._saved))
