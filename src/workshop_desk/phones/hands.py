"""Asking to speak: one's own place in the queue, and raising or lowering one's hand."""

from dataclasses import dataclass

from workshop_desk.domain.control_commands import LowerHand, RaiseHand
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.hands import queue, speaker
from workshop_desk.domain.units import PersonId
from workshop_desk.phones.messages import key_field, words


@dataclass(frozen=True, slots=True)
class SayHand:
    """Raise one's hand to ask to speak, or lower it."""

    up: bool = words("True raises it, false lowers it.")
    key: str = key_field()


def place(room: Room, person: PersonId) -> int:
    """Return a person's place among those who wait to speak, from 1; 0 where they do not."""
    waiting = queue(room)
    return waiting.index(person) + 1 if person in waiting else 0


def has_floor(room: Room, person: PersonId) -> bool:
    """Tell whether a person was given the floor."""
    return speaker(room) == person


def say(message: SayHand, person: PersonId, _room: Room) -> RaiseHand | LowerHand:
    """Return the wish to ask to speak, or not any more."""
    return RaiseHand(person) if message.up else LowerHand(person)
