"""Votes: the cards to choose from, one's own dots, and sending them."""

from dataclasses import dataclass
from typing import TypedDict

from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain.commands import CastBallot
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules import votes
from workshop_desk.domain.steps import Activity, Naming
from workshop_desk.domain.units import ActivityId, BallotId, CardId, PersonId
from workshop_desk.domain.votes import Choice
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.messages import Dots, ident, key_field
from workshop_desk.phones.shapes import DotsShape, OptionShape


class VoteAsked(TypedDict):
    """The cards to choose from and the dots of each person."""

    options: list[OptionShape]
    dots: int


class VoteMine(TypedDict):
    """One's own dots; empty before the vote and for anonymous ones."""

    ballot: list[DotsShape]


@dataclass(frozen=True, slots=True)
class SendBallot:
    """Give one's dots, all at once; a later ballot takes the place of an earlier one."""

    activity: str = ident("The vote.")
    choices: tuple[Dots, ...] = ident("The dots, by card; an empty list gives none.")
    key: str = key_field()


def asked(room: Room, activity: Activity) -> VoteAsked:
    """Return what a vote asks of everyone."""
    source = room.activity_by_key(activity.source)
    named = source is not None and source.naming is Naming.NAMED
    return VoteAsked(
        options=[
            OptionShape(card=card.id, text=card.text, by=room.name_of(card.author) if named else "")
            for card in votes.options(room, activity)
        ],
        dots=votes.dots(room, activity),
    )


def mine(glance: Glance, activity: Activity, person: PersonId) -> VoteMine:
    """Return one person's dots."""
    ballot = glance.ballot_by(activity, person)
    choices = ballot.choices if ballot else ()
    return VoteMine(ballot=[DotsShape(card=one.card, dots=one.dots) for one in choices])


def send(message: SendBallot, person: PersonId, room: Room) -> CastBallot:
    """Return the wish to give dots."""
    activity = room.activity(ActivityId(message.activity))
    blind = activity.naming is Naming.ANONYMOUS
    return CastBallot(
        ballot=BallotId(blind_id() if blind else new_id()),
        activity=activity.id,
        voter=person,
        choices=tuple(Choice(CardId(one.card), one.dots) for one in message.choices),
    )
