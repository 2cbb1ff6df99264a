"""How many anonymous answers came by each channel: a sum, never with the answers themselves."""

from dataclasses import dataclass

from workshop_desk.domain.people import Channel
from workshop_desk.domain.units import ActivityId


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """So many answers to one activity by one channel."""

    activity: ActivityId
    channel: Channel
    answers: int
