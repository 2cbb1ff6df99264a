"""Noting and changing actions, and saying that one has finished."""

from dataclasses import replace

from workshop_desk.domain.actions import Action
from workshop_desk.domain.commands import AddAction, ChangeAction, MarkFinished
from workshop_desk.domain.plaintext import LINE_MAX, NAME_MAX, clean_line
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.answer_counts import channel_of, counted
from workshop_desk.domain.rules.cards import opened
from workshop_desk.domain.rules.decision import Decision, answered, put
from workshop_desk.domain.rules.moderation import waits
from workshop_desk.domain.steps import Audience, StepKind
from workshop_desk.domain.units import Moment

MOST_ACTIONS = 200
"""Actions in one session; it bounds what strangers can store."""


def add(room: Room, command: AddAction, now: Moment) -> Decision:
    """Note an action. Nobody named means whoever writes it."""
    activity = opened(room.activity(command.activity)) if command.activity else None
    if activity is not None and activity.kind is not StepKind.ACTIONS:
        raise Refusal(Why.WRONG_KIND)
    if command.writer is not None and command.writer not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    if len(room.actions) >= MOST_ACTIONS or command.action in room.actions:
        raise Refusal(Why.TOO_MANY_CARDS, most=MOST_ACTIONS)
    who = command.who.strip() or room.name_of(command.writer)
    action = Action(
        id=command.action,
        session=room.session.id,
        activity=activity.id if activity else None,
        what=clean_line(command.what, LINE_MAX),
        who=clean_line(who, NAME_MAX, Why.NAME_MISSING),
        due=command.due,
        sign=clean_line(command.sign, LINE_MAX) if command.sign.strip() else "",
        writer=command.writer,
        private=activity is not None and activity.audience is Audience.AUTHOR,
        written=now.utc,
        waiting=activity is not None and waits(room, activity, command.channel),
        channel=channel_of(activity, command.channel) if activity else command.channel,
    )
    decision = Decision(replace(room, actions=put(room.actions, action.id, action)), (action,))
    if activity is None or command.writer is None:
        return decision
    decision = counted(decision, activity, command.channel)
    return answered(decision, activity.id, command.writer, finished=False)


def change(room: Room, command: ChangeAction) -> Decision:
    """Change an action's words, date or state."""
    action = room.actions.get(command.action)
    if action is None:
        raise Refusal(Why.UNKNOWN_ACTION)
    if command.what is not None:
        action = replace(action, what=clean_line(command.what, LINE_MAX))
    if command.who is not None:
        action = replace(action, who=clean_line(command.who, NAME_MAX, Why.NAME_MISSING))
    action = replace(action, due=command.due or action.due, state=command.state or action.state)
    return Decision(replace(room, actions=put(room.actions, action.id, action)), (action,))


def mark_finished(room: Room, command: MarkFinished) -> Decision:
    """Say that a person has finished an activity, or not yet."""
    activity = opened(room.activity(command.activity))
    if command.person not in room.attendees:
        raise Refusal(Why.UNKNOWN_PERSON)
    known = room.participation(activity.id, command.person)
    if known.finished == command.finished:
        return Decision(room)
    now = replace(known, finished=command.finished)
    participations = put(room.participations, (activity.id, command.person), now)
    return Decision(replace(room, participations=participations), (now,))
