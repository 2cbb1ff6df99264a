"""A break: nothing to do, and when to be back."""

from typing import TypedDict

from workshop_desk.domain.room import Room
from workshop_desk.domain.steps import Activity


class PauseAsked(TypedDict):
    """The instant at which the break ends, '' where it has no fixed end."""

    back_at: str


def asked(room: Room, activity: Activity) -> PauseAsked:
    """Return what a break says to everyone."""
    target = room.step_of(activity).timer.target
    return PauseAsked(back_at=target.strftime("%Y-%m-%dT%H:%M:%SZ") if target else "")
