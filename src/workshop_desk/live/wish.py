"""A wish as the writer takes it, and how it is answered."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop_desk.live.changes import Stored

if TYPE_CHECKING:
    from workshop_desk.domain.commands import Actor, Command

Answer = Stored | Exception
"""A receipt, a Refusal, a WorldError, or a bug."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A command, who asks, and the asker's own name for it ('' for none)."""

    command: "Command"
    by: "Actor"
    key: str = ""
