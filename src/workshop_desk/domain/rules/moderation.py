"""Looking at what phones write before the room does, and hiding several cards at once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from workshop_desk.domain.actions import Action, ActionState
from workshop_desk.domain.cards import Card
from workshop_desk.domain.control_commands import HideCards, LetThrough
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision
from workshop_desk.domain.steps import Activity, Audience
from workshop_desk.domain.units import CardId, PersonId

MOST_AT_ONCE = 5000
"""Cards in one wish: as many as a session holds."""

K = TypeVar("K")
V = TypeVar("V")


def waits(room: Room, activity: Activity, channel: Channel) -> bool:
    """Tell whether what comes to an activity this way is looked at before the room sees it."""
    shared = activity.audience in {Audience.ROOM, Audience.HELD}
    return room.session.control.moderated and shared and channel.by_phone


def waiting_cards(room: Room) -> tuple[Card, ...]:
    """Return the cards that wait to be looked at, in writing order."""
    return tuple(
        card for card in room.cards.values() if card.waiting and not (card.hidden or card.withdrawn)
    )


def waiting_actions(room: Room) -> tuple[Action, ...]:
    """Return the actions that wait to be looked at."""
    return tuple(
        action
        for action in room.actions.values()
        if action.waiting and action.state is not ActionState.DROPPED
    )


def hide_cards(room: Room, command: HideCards) -> Decision:
    """Hide several cards, or show them again."""
    known = _known(room.cards, command.cards, Why.UNKNOWN_CARD)
    return _with_cards(room, *(replace(card, hidden=command.hidden) for card in known))


def let_through(room: Room, command: LetThrough) -> Decision:
    """Let the room see what waited, or let it wait again."""
    waiting = not command.through
    cards = _known(room.cards, command.cards, Why.UNKNOWN_CARD)
    actions = _known(room.actions, command.actions, Why.UNKNOWN_ACTION)
    decision = _with_cards(room, *(replace(card, waiting=waiting) for card in cards))
    changed = {one.id: replace(one, waiting=waiting) for one in actions if one.waiting is not waiting}
    after = replace(decision.room, actions={**room.actions, **changed}) if changed else decision.room
    return Decision(after, (*decision.saved, *changed.values()))


def written_by(room: Room, person: PersonId) -> tuple[CardId, ...]:
    """Return what someone wrote that can still be seen; of anonymous cards nobody knows."""
    return tuple(
        card.id
        for card in room.cards.values()
        if card.author == person and not (card.hidden or card.withdrawn)
    )


def _known(held: Mapping[K, V], wanted: tuple[K, ...], why: Why) -> tuple[V, ...]:
    if len(wanted) > MOST_AT_ONCE:
        raise Refusal(Why.BAD_VALUE)
    found = tuple(held[one] for one in dict.fromkeys(wanted) if one in held)
    if len(found) < len(set(wanted)):
        raise Refusal(why)
    return found


def _with_cards(room: Room, *wanted: Card) -> Decision:
    changed = {card.id: card for card in wanted if room.cards[card.id] != card}
    if not changed:
        return Decision(room)
    return Decision(replace(room, cards={**room.cards, **changed}), tuple(changed.values()))
