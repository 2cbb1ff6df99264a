"""What people ask of the facilitator about their own data: a banner until it is answered."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workshop_desk.desktop.desk.banners import Banners, Notice
from workshop_desk.desktop.desk.face import Face

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room
    from workshop_desk.domain.units import PersonId


def show_wishes(
    face: Face, banners: Banners, room: "Room | None", answer: "Callable[[PersonId], None]"
) -> None:
    """Put up the wish that has waited longest, take the banner away when none waits."""
    wishes = room.erasures.values() if room is not None else ()
    waiting = sorted((one for one in wishes if one.waits), key=lambda one: one.asked)
    if room is None or not waiting:
        banners.take("wish")
        return
    t, person = face.t, waiting[0].person
    bold = t("{name} asks that their name be erased.", name=room.name_of(person))
    more = t.many("{n} more asks.", "{n} more ask.", len(waiting) - 1) if len(waiting) > 1 else ""
    banners.put(Notice("wish", "info", bold, more, "user", t("Answer")), partial(answer, person))
