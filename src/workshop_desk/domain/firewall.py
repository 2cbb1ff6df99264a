"""What this laptop's firewall does with phones, as the desk says it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether phones get through. `UNSURE`: there is a firewall, and only an administrator may look."""

    OPEN = "open"
    CLOSED = "closed"
    UNSURE = "unsure"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Firewall:
    """What was found. `name` is the firewall's own, `command` what lets phones in, to be typed by hand.

    `repair` is the program and its words by which the same can be done from here, the system asking for
    a password; () where that cannot be. `public`: the system takes the network for a public place; None
    where it makes no difference between networks.
    """

    verdict: Verdict
    name: str = ""
    command: str = ""
    repair: tuple[str, ...] = ()
    public: bool | None = None

    @property
    def stands_in_the_way(self) -> bool:
        """Tell whether there is something to do about it."""
        return self.verdict in (Verdict.CLOSED, Verdict.UNSURE)
