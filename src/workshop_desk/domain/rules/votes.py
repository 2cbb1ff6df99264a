"""Casting a ballot of dots."""

from dataclasses import replace

from workshop_desk.domain.cards import Card
from workshop_desk.domain.commands import CastBallot
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.answer_counts import channel_of, counted
from workshop_desk.domain.rules.cards import opened
from workshop_desk.domain.rules.decision import Decision, answered, put
from workshop_desk.domain.steps import Activity, Naming, StepKind
from workshop_desk.domain.votes import Ballot, dots_per_person


def options(room: Room, activity: Activity) -> tuple[Card, ...]:
    """Return the cards that can be voted on: only such as everyone may read."""
    source = room.activity_by_key(activity.source)
    if source is None or not source.in_sight:
        return ()
    return tuple(card for card in room.cards_of(source.id) if card.for_room)


def dots(room: Room, activity: Activity) -> int:
    """Return the dots of each person: as the method says, else by the usual rule."""
    return activity.dots or dots_per_person(len(options(room, activity)))


def cast(room: Room, command: CastBallot) -> Decision:
    """Take a ballot while the vote is open; an anonymous one is final."""
    activity = opened(room.activity(command.activity))
    if activity.kind is not StepKind.VOTE:
        raise Refusal(Why.WRONG_KIND)
    if activity.revealed:
        raise Refusal(Why.NOT_NOW)
    if command.voter is None or command.voter not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    _check(room, activity, command)
    before = None
    if activity.naming is Naming.ANONYMOUS:
        if room.participation(activity.id, command.voter).answers:
            raise Refusal(Why.ALREADY_ANSWERED)
    else:
        ballots = room.ballots_of(activity.id)
        before = next((one for one in ballots if one.voter == command.voter), None)
    ballot = Ballot(
        id=before.id if before else command.ballot,
        session=room.session.id,
        activity=activity.id,
        voter=None if activity.naming is Naming.ANONYMOUS else command.voter,
        choices=command.choices,
        channel=channel_of(activity, command.channel),
    )
    decision = Decision(replace(room, ballots=put(room.ballots, ballot.id, ballot)), (ballot,))
    decision = counted(decision, activity, command.channel)
    return answered(decision, activity.id, command.voter, finished=True)


def _check(room: Room, activity: Activity, command: CastBallot) -> None:
    cards = [choice.card for choice in command.choices]
    if len(set(cards)) != len(cards) or any(choice.dots < 1 for choice in command.choices):
        raise Refusal(Why.BAD_VALUE)
    if not {card.id for card in options(room, activity)}.issuperset(cards):
        raise Refusal(Why.UNKNOWN_CARD)
    most = dots(room, activity)
    if sum(choice.dots for choice in command.choices) > most:
        raise Refusal(Why.TOO_MANY_DOTS, most=most)
