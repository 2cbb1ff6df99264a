"""Counting how anonymous answers came: one sum for each activity and channel, nothing else."""

from dataclasses import replace

from workshop_desk.domain.answer_counts import AnswerCount
from workshop_desk.domain.people import Channel
from workshop_desk.domain.rules.decision import Decision, put
from workshop_desk.domain.steps import Activity, Naming


def channel_of(activity: Activity, channel: Channel) -> Channel | None:
    """Return the channel that is kept with an answer: none with an anonymous one."""
    return None if activity.naming is Naming.ANONYMOUS else channel


def counted(before: Decision, activity: Activity, channel: Channel) -> Decision:
    """Count one more anonymous answer on top of a decision; others know their channel themselves."""
    if activity.naming is not Naming.ANONYMOUS:
        return before
    room, key = before.room, (activity.id, channel)
    known = room.answer_counts.get(key)
    count = AnswerCount(activity.id, channel, known.answers + 1 if known else 1)
    counts = put(room.answer_counts, key, count)
    return Decision(replace(room, answer_counts=counts), (*before.saved, count))
