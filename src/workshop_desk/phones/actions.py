"""Actions: what the person has noted, and noting one more."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from workshop_desk.base.ids import new_id
from workshop_desk.domain.commands import AddAction
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity
from workshop_desk.domain.units import ActionId, ActivityId, PersonId
from workshop_desk.phones.glance import Glance
from workshop_desk.phones.messages import ident, key_field, maybe, words
from workshop_desk.phones.shapes import OwnAction


class ActionsMine(TypedDict):
    """The actions that one has noted here."""

    actions: list[OwnAction]


@dataclass(frozen=True, slots=True)
class SendAction:
    """Note what will be done, by whom and by when."""

    activity: str = ident("The activity that it belongs to.")
    what: str = words("What will be done.")
    key: str = key_field()
    who: str = maybe("Who does it; nobody named = whoever writes.", "")
    due: date | None = maybe("By when, YYYY-MM-DD.", None)
    sign: str = maybe("How one will know that it is done.", "", 2000)


def mine(glance: Glance, activity: Activity, person: PersonId) -> ActionsMine:
    """Return the actions that one person noted."""
    return ActionsMine(
        actions=[
            OwnAction(
                id=one.id,
                what=one.what,
                who=one.who,
                due=one.due.isoformat() if one.due else "",
                sign=one.sign,
                waiting=one.waiting,
            )
            for one in glance.room.actions_of(activity.id)
            if one.writer == person
        ]
    )


def send(message: SendAction, person: PersonId, room: Room) -> AddAction:
    """Return the wish to note an action."""
    activity = room.activity(ActivityId(message.activity))
    return AddAction(
        action=ActionId(new_id()),
        activity=activity.id,
        what=message.what,
        who=message.who,
        due=message.due,
        sign=message.sign,
        writer=person,
    )
