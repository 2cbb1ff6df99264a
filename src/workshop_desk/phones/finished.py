"""Saying that one has finished, or not yet; a talk's confirmation is the same."""

from dataclasses import dataclass

from workshop_desk.domain.commands import MarkFinished
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import ActivityId, PersonId
from workshop_desk.phones.messages import ident, key_field, maybe


@dataclass(frozen=True, slots=True)
class SayFinished:
    """Say that one has finished an activity, or not yet."""

    activity: str = ident("The activity.")
    key: str = key_field()
    finished: bool = maybe("False takes it back.", default=True)


def say(message: SayFinished, person: PersonId, room: Room) -> MarkFinished:
    """Return the wish to be counted as finished."""
    return MarkFinished(room.activity(ActivityId(message.activity)).id, person, message.finished)
