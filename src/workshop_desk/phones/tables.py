"""One phone for a table: who shares it, who has answered, and for whom it speaks now.

The address says for whom (`?as=PERSON`); that it may is decided by who holds the phone. Whose answer
is in is seen by everyone at the table, as it is by the desk; what was answered anonymously by nobody.
"""

from dataclasses import dataclass, replace

from workshop_desk.base.ids import new_codes, new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.codes import OFFERED
from workshop_desk.domain.control_commands import SitBeside
from workshop_desk.domain.people import Channel
from workshop_desk.domain.room import Room
from workshop_desk.domain.rules.tables import at_phone
from workshop_desk.domain.sessions import CODE_LENGTH, CODE_LETTERS
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import PersonId
from workshop_desk.phones.messages import key_field, words
from workshop_desk.phones.shapes import AtTableShape, TableShape

_Captured = ask.SubmitCard | ask.EditCard | ask.CastBallot | ask.Rate | ask.AddAction


@dataclass(frozen=True, slots=True)
class SayBeside:
    """Share this phone with someone more, by name."""

    name: str = words("The name of who shares it.")
    key: str = key_field()


def say(message: SayBeside, person: PersonId, _room: Room) -> SitBeside:
    """Return the wish to share a phone."""
    return SitBeside(
        person, PersonId(new_id()), message.name, new_codes(CODE_LETTERS, CODE_LENGTH, OFFERED)
    )


def table_shape(room: Room, holder: PersonId, chosen: PersonId | None) -> TableShape | None:
    """Return who shares a phone, None where nobody does; `chosen` is for whom it was asked."""
    people = at_phone(room, holder)
    if len(people) < 2:  # noqa: PLR2004 - one person alone shares nothing
        return None
    return TableShape(
        chosen=chosen or "",
        asks=any(_asks(room.action_for(one)) for one in people),
        people=[_one(room, one) for one in people],
    )


def speaking(room: Room, holder: PersonId, wanted: str) -> PersonId | None:
    """Return whom a phone may speak for of those who share it, None where it may not."""
    return next((one for one in at_phone(room, holder) if one == wanted), None)


def by_table(command: ask.Command, room: Room, holder: PersonId) -> ask.Command:
    """Return a command as one that came from a table, where the phone is shared."""
    if isinstance(command, _Captured) and len(at_phone(room, holder)) > 1:
        return replace(command, channel=Channel.TABLE)
    return command


def _asks(activity: Activity | None) -> bool:
    """Tell whether an activity wants something of a phone."""
    return activity is not None and (activity.kind.asks or bool(activity.confirm))


def _one(room: Room, person: PersonId) -> AtTableShape:
    activity = room.action_for(person)
    known = room.participation(activity.id, person) if activity is not None else None
    return AtTableShape(
        person=person,
        name=room.name_of(person),
        asked=_asks(activity),
        answered=known is not None and known.answers > 0,
        finished=known is not None and activity is not None and person in room.finished(activity),
    )
