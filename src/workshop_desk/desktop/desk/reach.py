"""What the desk can have looked at when phones do not arrive: firewall, and the laptop's own answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workshop_desk.domain.firewall import Firewall


@dataclass(frozen=True, slots=True)
class ReachFacts:
    """What is known by now. `answers`: the laptop reaches its own address; None while nobody has asked.

    `busy`: the firewall is being asked, or opened; that takes seconds, and a password on some systems.
    """

    firewall: "Firewall | None" = None
    busy: bool = False
    answers: bool | None = None


class Reach(Protocol):
    """Looks and mends off the desk's thread; what was found is told by the desk's `listen`."""

    @property
    def has_hotspot_settings(self) -> bool:
        """Whether this system has a place to share its internet that can be shown."""
        ...

    def facts(self) -> ReachFacts:
        """Return what is known by now."""
        ...

    def call_itself(self) -> None:
        """Ask the laptop for its own page at the address that is shown."""
        ...

    def check_firewall(self) -> None:
        """Look at the firewall again."""
        ...

    def repair_firewall(self) -> None:
        """Open the firewall as the last look has found it, and look again."""
        ...

    def open_hotspot_settings(self) -> None:
        """Show where the system lets its internet be shared."""
        ...
