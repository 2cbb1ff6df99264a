"""What a phone that steers can do: each deed's message and how it becomes a command.

Whether this phone may is decided in `live/rights.py`. To add a deed: its message and function here,
one line in `DEEDS`, and its button on the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop_desk.domain import commands as ask
from workshop_desk.domain.agenda_commands import NextTurn, SetLengths, Undo
from workshop_desk.domain.control_commands import GiveFloor, LowerHand
from workshop_desk.domain.curtain import MESSAGE_MAX
from workshop_desk.domain.stage_commands import SetFrozen, SetLookHere, SetMessage, ShowPicture
from workshop_desk.domain.typed_time import read_length
from workshop_desk.domain.units import MINUTE, ActivityId, PersonId, PictureId, Seconds, StepId
from workshop_desk.phones.messages import ident, key_field, number, words

_MOST_MINUTES = 60
_MOST_CHANGES = 999_999
_LONGEST_SECRET = 64


@dataclass(frozen=True, slots=True)
class Press:
    """Press a button that needs nothing more."""

    key: str = key_field()


@dataclass(frozen=True, slots=True)
class AskPair(Press):
    """Take up an offer to steer: with the secret of the code at the desk."""

    secret: str = words("What the code at the desk holds, as it is.", _LONGEST_SECRET)
    name: str = words("Who steers, as the desk lists it.")


@dataclass(frozen=True, slots=True)
class Turn(Press):
    """Turn something on or off."""

    on: bool = words("True turns it on, false off.")


@dataclass(frozen=True, slots=True)
class GiveTime(Press):
    """Give the current step more time, or less."""

    minutes: int = number("Minutes more; a negative number takes some.", _MOST_MINUTES)


@dataclass(frozen=True, slots=True)
class Say(Press):
    """Show a message to the room, or take it away."""

    text: str = words("The message; empty takes it away.", 4 * MESSAGE_MAX)


@dataclass(frozen=True, slots=True)
class Uncover(Press):
    """Show what an activity holds back, or hold it back again."""

    activity: str = ident("The activity.")
    shown: bool = words("True shows it.")


@dataclass(frozen=True, slots=True)
class TakeBack(Press):
    """Take the last change of plan or clocks back."""

    change: int = number("The number of the change, as the state tells it.", _MOST_CHANGES)


@dataclass(frozen=True, slots=True)
class Go(Press):
    """Go straight to a step."""

    step: str = ident("The step.")


@dataclass(frozen=True, slots=True)
class GiveLength(Press):
    """Give a step another length."""

    step: str = ident("The step.")
    length: str = words("The length as people type it: 10, 1h30, 90 s.", 64)


@dataclass(frozen=True, slots=True)
class WriteNotes(Press):
    """Write the facilitator's own notes of a step."""

    step: str = ident("The step.")
    text: str = words("The notes.")


@dataclass(frozen=True, slots=True)
class PutPicture(Press):
    """Show a picture full screen, or the scene again."""

    picture: str = words("The picture; empty shows the scene.", 64)


@dataclass(frozen=True, slots=True)
class ToPerson(Press):
    """Do something for someone whose hand is up."""

    person: str = ident("The person, as the state names them.")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: `name` is its address, `message` what is sent, `build` what is asked."""

    name: str
    message: type[Any]
    build: Callable[[Any], ask.RoomCommand]
    says: str


def _minutes(message: GiveTime) -> ask.AddTime:
    return ask.AddTime(Seconds(message.minutes * MINUTE))


def _length(message: GiveLength) -> SetLengths:
    return SetLengths(((StepId(message.step), read_length(message.length)),))


def _reveal(message: Uncover) -> ask.Reveal:
    return ask.Reveal(ActivityId(message.activity), message.shown)


def _picture(message: PutPicture) -> ShowPicture:
    return ShowPicture(PictureId(message.picture) if message.picture else None)


def _notes(message: WriteNotes) -> ask.SetNotes:
    return ask.SetNotes(StepId(message.step), message.text)


DEEDS = (
    Deed("next", Press, lambda _: ask.Advance(), "Go on to what comes next."),
    Deed("back", Press, lambda _: ask.GoBack(), "Go back by one."),
    Deed("start", Press, lambda _: ask.StartTimer(), "Start the clock, or go on after a pause."),
    Deed("pause", Press, lambda _: ask.PauseTimer(), "Hold the clock."),
    Deed("time", GiveTime, _minutes, "Give the current step more time, or less."),
    Deed("black", Turn, lambda one: ask.SetBlackout(one.on), "Black the screen out."),
    Deed("freeze", Turn, lambda one: SetFrozen(one.on), "Keep on the screen what it shows."),
    Deed("look", Turn, lambda one: SetLookHere(one.on), "Ask everyone to look up."),
    Deed("message", Say, lambda one: SetMessage(one.text), "Show a message to the room."),
    Deed("reveal", Uncover, _reveal, "Show what an activity holds back."),
    Deed("speaker", Press, lambda _: NextTurn(), "Give the word to the next speaker."),
    Deed("floor", ToPerson, lambda one: GiveFloor(PersonId(one.person)), "Give someone the floor."),
    Deed("lower", ToPerson, lambda one: LowerHand(PersonId(one.person)), "Lower someone's hand."),
    Deed("undo", TakeBack, lambda one: Undo(one.change), "Take the last change back."),
    Deed("go", Go, lambda one: ask.GoTo(StepId(one.step)), "Go straight to a step."),
    Deed("length", GiveLength, _length, "Give a step another length."),
    Deed("notes", WriteNotes, _notes, "Write the facilitator's own notes of a step."),
    Deed("picture", PutPicture, _picture, "Show a picture, or the scene again."),
)
