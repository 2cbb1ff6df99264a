"""The queue of raised hands: up once, in order, down when they have spoken or leave."""

from dataclasses import replace

from workshop_desk.domain.control_commands import GiveFloor, LowerHand, RaiseHand
from workshop_desk.domain.hands import RaisedHand
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.decision import Decision, GoneHand, put
from workshop_desk.domain.units import Moment, PersonId


def raise_hand(room: Room, command: RaiseHand, now: Moment) -> Decision:
    """Put someone at the end of the queue; who is in it already stays where they are."""
    if command.person not in room.present:
        raise Refusal(Why.UNKNOWN_PERSON)
    if command.person in room.hands:
        return Decision(room)
    hand = RaisedHand(room.session.id, command.person, now.utc)
    return Decision(replace(room, hands=put(room.hands, hand.person, hand)), (hand,))


def lower_hand(room: Room, command: LowerHand) -> Decision:
    """Take someone out of the queue, or end their turn to speak."""
    return lowered(room, command.person)


def give_floor(room: Room, command: GiveFloor, now: Moment) -> Decision:
    """Let someone speak out of the queue; whoever had the floor has spoken."""
    hand = room.hands.get(command.person)
    if hand is None:
        raise Refusal(Why.NO_HAND)
    if hand.floor is not None:
        return Decision(room)
    before = next((one for one in room.hands.values() if one.floor is not None), None)
    down = lowered(room, before.person) if before is not None else Decision(room)
    speaks = replace(hand, floor=now.utc)
    hands = put(down.room.hands, speaks.person, speaks)
    return Decision(replace(down.room, hands=hands), (*down.saved, speaks))


def lowered(room: Room, person: PersonId) -> Decision:
    """Return the room with someone's hand down; nothing changes where it was not up."""
    if person not in room.hands:
        return Decision(room)
    hands = {key: hand for key, hand in room.hands.items() if key != person}
    return Decision(replace(room, hands=hands), (GoneHand(room.session.id, person),))


def queue(room: Room) -> tuple[PersonId, ...]:
    """Return who waits to speak, in the order in which the hands went up."""
    there = set(room.present)
    waiting = (hand.person for hand in room.hands.values() if hand.floor is None)
    return tuple(person for person in waiting if person in there)


def speaker(room: Room) -> PersonId | None:
    """Return who was given the floor, None for nobody."""
    return next((hand.person for hand in room.hands.values() if hand.floor is not None), None)
