"""Answering a scale."""

from dataclasses import replace

from workshop_desk.domain.commands import Rate
from workshop_desk.domain.plaintext import clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.answer_counts import channel_of, counted
from workshop_desk.domain.rules.cards import opened
from workshop_desk.domain.rules.decision import Decision, answered, put
from workshop_desk.domain.scales import Rating
from workshop_desk.domain.steps import Naming, StepKind

WORD_MAX = 40


def rate(room: Room, command: Rate) -> Decision:
    """Take a rating while the scale is open; an anonymous one is final."""
    activity = opened(room.activity(command.activity))
    if activity.kind is not StepKind.SCALE:
        raise Refusal(Why.WRONG_KIND)
    if activity.revealed:
        raise Refusal(Why.NOT_NOW)
    if command.rater is None or command.rater not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    if not 1 <= command.value <= len(activity.levels):
        raise Refusal(Why.BAD_VALUE)
    word = clean_line(command.word, WORD_MAX) if command.word.strip() else ""
    blind = activity.naming is Naming.ANONYMOUS
    before = None
    if blind:
        if room.participation(activity.id, command.rater).answers:
            raise Refusal(Why.ALREADY_ANSWERED)
    else:
        ratings = room.ratings_of(activity.id)
        before = next((one for one in ratings if one.rater == command.rater), None)
    rating = Rating(
        id=before.id if before else command.rating,
        session=room.session.id,
        activity=activity.id,
        rater=None if blind else command.rater,
        value=command.value,
        word=word,
        channel=channel_of(activity, command.channel),
    )
    decision = Decision(replace(room, ratings=put(room.ratings, rating.id, rating)), (rating,))
    decision = counted(decision, activity, command.channel)
    return answered(decision, activity.id, command.rater, finished=True)
