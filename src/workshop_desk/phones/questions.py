"""Questions in a queue: written like cards, one after the other."""

from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.phones import cards
from workshop_desk.phones.cards import CardsAsked, CardsMine
from workshop_desk.phones.glance import Glance


def asked(activity: Activity, language: Language) -> CardsAsked:
    """Return what the queue asks of everyone."""
    return cards.asked(activity, language)


def mine(glance: Glance, activity: Activity, person: PersonId) -> CardsMine:
    """Return one person's questions."""
    return cards.mine(glance, activity, person)
