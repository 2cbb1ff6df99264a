"""The private sheet's owner sees the room's contributions while others have spoken or speak."""

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Naming, StepKind
from workshop_desk.domain.units import PersonId
from workshop_desk.phones.shapes import SheetCard


def sheet(room: Room, person: PersonId, activity: Activity | None) -> list[SheetCard] | None:
    """Return what this person may star now; None for everyone else and outside a talk."""
    if activity is None or activity.kind is not StepKind.TALK or room.step is None:
        return None
    role = room.role_of(person)
    if not any(one.id == role and one.private_sheet for one in room.session.roles):
        return None
    sources = [one for one in room.step.activities if _readable(one)]
    if not sources:
        return None
    return [
        SheetCard(
            card=card.id,
            text=card.text,
            by=room.name_of(card.author) if source.naming is Naming.NAMED else "",
            starred=card.starred,
        )
        for source in sources
        for card in room.cards_of(source.id)
        if card.for_room
    ]


def _readable(activity: Activity) -> bool:
    return activity.kind is StepKind.BOARD and activity.opened is not None and activity.in_sight
