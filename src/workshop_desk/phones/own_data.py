"""What a phone may ask about its own person: another name, all notes back, the name erased."""

from dataclasses import dataclass

from workshop_desk.domain.commands import RenamePerson
from workshop_desk.domain.data_commands import AskErasure, WithdrawCards
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.phones.messages import key_field, words


@dataclass(frozen=True, slots=True)
class SayName:
    """Be called by another name."""

    name: str = words("The name that the room sees from now on.")
    key: str = key_field()


@dataclass(frozen=True, slots=True)
class TakeNotesBack:
    """Take back all notes with one's name, but for those that were agreed."""

    key: str = key_field()


@dataclass(frozen=True, slots=True)
class WishErasure:
    """Ask that one's name be erased, or call that off; whoever leads answers at the desk."""

    wanted: bool = words("True asks for it, false calls it off.")
    key: str = key_field()


def rename(message: SayName, person: PersonId, _room: Room) -> RenamePerson:
    """Return the wish to be called otherwise."""
    return RenamePerson(person, message.name)


def withdraw(_message: TakeNotesBack, person: PersonId, _room: Room) -> WithdrawCards:
    """Return the wish to take all back."""
    return WithdrawCards(person)


def erase(message: WishErasure, person: PersonId, _room: Room) -> AskErasure:
    """Return the wish to be erased, or no more."""
    return AskErasure(person, message.wanted)
