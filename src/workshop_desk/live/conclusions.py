"""What a pretended facilitator does at the end of an activity: show, lock, set aside, give a role."""

from workshop_desk.domain import commands as ask
from workshop_desk.domain import votes
from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity, Audience, StepKind


def conclusions(room: Room, activity: Activity) -> tuple[ask.Command, ...]:
    """Return what is still to be done once everyone has answered; nothing that was done already."""
    found: list[ask.Command] = []
    cards = room.cards_of(activity.id)
    if _holds_back(activity) and not activity.revealed:
        found.append(ask.Reveal(activity.id))
    if activity.kind is StepKind.WRITE and activity.audience is Audience.ROOM:
        found += [ask.MarkCard(card.id, locked=True) for card in cards[:1] if not card.locked]
    if activity.kind is StepKind.QUEUE and len(cards) > 1:
        found += [ask.MarkCard(card.id, parked=True) for card in cards[-1:] if not card.parked]
    if activity.kind is StepKind.VOTE:
        found += _chosen(room, activity)
    return tuple(found)


def all_finished(room: Room) -> bool:
    """Tell whether everyone has done what the open activities ask."""
    return all(
        len(room.finished(one)) >= len(room.taking_part(one))
        for one in room.open_activities
        if one.kind.asks or one.confirm
    )


def _chosen(room: Room, activity: Activity) -> list[ask.Command]:
    """Give the role that has a sheet of its own to whoever wrote the chosen card."""
    role = next((one for one in room.session.roles if one.private_sheet), None)
    totals = votes.count(room.ballots_of(activity.id))
    if role is None or not totals:
        return []
    chosen = room.cards[max(totals, key=lambda card: totals[card])]
    person = chosen.author or next(iter(room.present), None)
    if person is None or any(room.role_of(one) == role.id for one in room.attendees):
        return []
    return [ask.AssignRole(person, role.id)]


def _holds_back(activity: Activity) -> bool:
    """Tell whether the stage shows this only once it is revealed."""
    if activity.kind in (StepKind.VOTE, StepKind.SCALE) or activity.audience is Audience.HELD:
        return True
    return activity.silent and activity.audience is Audience.ROOM
