"""Commands that hold the room: who may come in or must go, what waits, who speaks, what phones say."""

from dataclasses import dataclass

from workshop_desk.domain.units import ActionId, CardId, PersonId, Seconds


@dataclass(frozen=True, slots=True)
class SetLocked:
    """Let no newcomer in by phone any more, or again; who is in stays in."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetModerated:
    """Let what phones write for the room wait until it was looked at, or not any more.

    What waits already goes on waiting: it is let through on purpose only.
    """

    on: bool


@dataclass(frozen=True, slots=True)
class SetHandsShown:
    """Say on the stage how many hands are raised, or not."""

    on: bool


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take someone out of the room: their phones are known no more until they are let back in."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class LetBackIn:
    """Let someone in again who was taken out; the same phones are theirs."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class HideCards:
    """Keep several cards off the stage at once, or show them again."""

    cards: tuple[CardId, ...]
    hidden: bool = True


@dataclass(frozen=True, slots=True)
class LetThrough:
    """Let the room see what waited; with `through` False it waits again."""

    cards: tuple[CardId, ...]
    actions: tuple[ActionId, ...] = ()
    through: bool = True


@dataclass(frozen=True, slots=True)
class TellPhones:
    """Show a few words on all phones, or on those of one person; '' takes them away.

    They stay for `seconds`, 0 until they are taken away or others take their place.
    """

    text: str
    person: PersonId | None = None
    seconds: Seconds = Seconds(0.0)


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask to speak; a hand that is up stays where it is in the queue."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Ask no more, or have spoken."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Let someone speak who raised their hand; whoever spoke before has spoken."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class SitBeside:
    """Come in on the phone of `host`, which several people share; `person` is a new id.

    `codes` are personal ones to choose from, as with `Join`.
    """

    host: PersonId
    person: PersonId
    name: str
    codes: tuple[str, ...] = ()


HoldCommand = (
    SetLocked
    | SetModerated
    | SetHandsShown
    | TakeOut
    | LetBackIn
    | HideCards
    | LetThrough
    | TellPhones
    | GiveFloor
)
BesideCommand = SitBeside | RaiseHand | LowerHand
"""What a participant may ask for too."""
