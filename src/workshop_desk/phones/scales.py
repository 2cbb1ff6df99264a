"""Scales: the words of the levels, one's own answer, and sending it."""

from dataclasses import dataclass
from typing import TypedDict

from workshop_desk.base.ids import blind_id, new_id
from workshop_desk.domain.commands import Rate
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Naming
from workshop_desk.domain.units import ActivityId, Language, PersonId, RatingId
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.messages import ident, key_field, maybe


class ScaleAsked(TypedDict):
    """The words of the levels, from 1 up."""

    levels: list[str]


class ScaleMine(TypedDict):
    """One's own answer; 0 and '' before it and for anonymous ones."""

    rating: int
    word: str


@dataclass(frozen=True, slots=True)
class SendRating:
    """Answer a scale."""

    activity: str = ident("The scale.")
    value: int = ident("The level, from 1.")
    key: str = key_field()
    word: str = maybe("A word with it.", "")


def asked(activity: Activity, language: Language) -> ScaleAsked:
    """Return what a scale asks of everyone."""
    return ScaleAsked(levels=[level.in_language(language) for level in activity.levels])


def mine(glance: Glance, activity: Activity, person: PersonId) -> ScaleMine:
    """Return one person's answer."""
    rating = glance.rating_by(activity, person)
    return ScaleMine(rating=rating.value if rating else 0, word=rating.word if rating else "")


def send(message: SendRating, person: PersonId, room: Room) -> Rate:
    """Return the wish to answer a scale."""
    activity = room.activity(ActivityId(message.activity))
    blind = activity.naming is Naming.ANONYMOUS
    return Rate(
        rating=RatingId(blind_id() if blind else new_id()),
        activity=activity.id,
        rater=person,
        value=message.value,
        word=message.word,
    )
