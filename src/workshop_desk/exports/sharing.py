"""What may stand on a paper that leaves the room."""

from workshop_desk.domain.actions import Action
from workshop_desk.domain.cards import Card
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience


def shown(activity: Activity) -> bool:
    """Tell whether the room saw what an activity captured."""
    match activity.audience:
        case Audience.ROOM:
            return True
        case Audience.HELD:
            return activity.revealed
        case Audience.FACILITATOR | Audience.AUTHOR:
            return False


def confidential(room: Room) -> bool:
    """Tell whether the method asks what may leave the room: then nothing unasked does."""
    return any(one.ask_sharing for step in room.steps for one in step.activities)


def standing_cards(room: Room, activity: Activity) -> tuple[Card, ...]:
    """Return the cards that the room could see; none taken back, hidden or not looked at."""
    if not shown(activity):
        return ()
    return tuple(card for card in room.cards_of(activity.id) if card.for_room)


def shared_cards(room: Room, activity: Activity) -> tuple[Card, ...]:
    """Return the cards whose texts may leave the room."""
    cards = standing_cards(room, activity)
    if activity.ask_sharing:
        return tuple(card for card in cards if card.shareable)
    if confidential(room):
        return tuple(card for card in cards if card.locked)
    return cards


def shared_actions(room: Room) -> tuple[Action, ...]:
    """Return the actions that the room knows of."""
    hidden = {
        one.id for step in room.steps for one in step.activities if one.audience is Audience.AUTHOR
    }
    return tuple(
        action
        for action in room.actions.values()
        if not (action.private or action.waiting) and action.activity not in hidden
    )
