"""The closed list of what can be done, each with its own module: what it asks, and what is mine."""

from collections.abc import Mapping
from typing import assert_never

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, StepKind
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.phones import actions, cards, pauses, questions, scales, talks, texts, votes
from workshop_desk.phones.glance import Glance

Part = Mapping[str, object]


def asked(room: Room, activity: Activity, language: Language) -> Part:
    """Return what an activity asks of everyone, beyond what all activities have."""
    match activity.kind:
        case StepKind.TALK:
            return talks.asked(activity, language)
        case StepKind.WRITE:
            return texts.asked(activity, language)
        case StepKind.BOARD:
            return cards.asked(activity, language)
        case StepKind.QUEUE:
            return questions.asked(activity, language)
        case StepKind.VOTE:
            return votes.asked(room, activity)
        case StepKind.SCALE:
            return scales.asked(activity, language)
        case StepKind.ACTIONS:
            return {}
        case StepKind.PAUSE:
            return pauses.asked()
        case _:
            assert_never(activity.kind)


def mine(glance: Glance, activity: Activity, person: PersonId) -> Part:
    """Return what one person did in an activity, beyond being finished."""
    match activity.kind:
        case StepKind.TALK | StepKind.PAUSE:
            return {}
        case StepKind.WRITE:
            return texts.mine(glance, activity, person)
        case StepKind.BOARD:
            return cards.mine(glance, activity, person)
        case StepKind.QUEUE:
            return questions.mine(glance, activity, person)
        case StepKind.VOTE:
            return votes.mine(glance, activity, person)
        case StepKind.SCALE:
            return scales.mine(glance, activity, person)
        case StepKind.ACTIONS:
            return actions.mine(glance, activity, person)
        case _:
            assert_never(activity.kind)
