"""One text per person: the same fields as a card, and the text can be changed until it is agreed."""

from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.phones import cards
from workshop_desk.phones.cards import CardsAsked, CardsMine
from workshop_desk.phones.glance import Glance


def asked(activity: Activity, language: Language) -> CardsAsked:
    """Return what writing asks of everyone: one text each."""
    one_each = cards.asked(activity, language)
    one_each["most"] = 1
    return one_each


def mine(glance: Glance, activity: Activity, person: PersonId) -> CardsMine:
    """Return one person's text, as a list of one card or none."""
    return cards.mine(glance, activity, person)
