"""What a participant can do: each verb's message and how it becomes a command.

To add a verb: its message and function in the module of its noun, one line in `VERBS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop_desk.domain.commands import Command
from workshop_desk.domain.room import Room
from workshop_desk.domain.units import PersonId
from workshop_desk.phones import (
    actions,
    cards,
    finished,
    hands,
    own_data,
    people,
    scales,
    signatures,
    tables,
    votes,
)

Build = Callable[[Any, PersonId, Room], Command]


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing to do: `name` is its address, `message` what is sent, `build` what is asked."""

    name: str
    message: type[Any]
    build: Build


OWN_VERBS = (
    Verb("name", own_data.SayName, own_data.rename),
    Verb("withdraw", own_data.TakeNotesBack, own_data.withdraw),
    Verb("erasure", own_data.WishErasure, own_data.erase),
)
"""What is asked on the page about one's own data: its forms lead back there."""

VERBS = (
    Verb("card", cards.SendCard, cards.send),
    Verb("card-text", cards.ChangeText, cards.change_text),
    Verb("card-mark", cards.Mark, cards.mark),
    Verb("ballot", votes.SendBallot, votes.send),
    Verb("rating", scales.SendRating, scales.send),
    Verb("action", actions.SendAction, actions.send),
    Verb("finished", finished.SayFinished, finished.say),
    Verb("signature", signatures.SendSignature, signatures.send),
    Verb("hand", hands.SayHand, hands.say),
    Verb("beside", tables.SayBeside, tables.say),
    Verb("presence", people.SayPresence, people.say),
    *OWN_VERBS,
)
