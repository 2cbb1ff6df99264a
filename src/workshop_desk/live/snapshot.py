"""What everyone may read without asking: one frozen picture, swapped whole."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_desk.base.trouble import Trouble
from workshop_desk.domain.sessions import SessionLine
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Revision

if TYPE_CHECKING:
    from workshop_desk.domain.room import Room


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The room, the list, the settings and how the writer is, as of one revision."""

    room: "Room | None" = None
    sessions: tuple[SessionLine, ...] = ()
    settings: Settings = Settings()
    revision: Revision = Revision(0)
    trouble: Trouble | None = None
