"""A look at the room as the desk sees it: what was found so far, and the code for one phone to try."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workshop_desk.domain.readiness import Check, Finding, Grade, Item, found


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was found so far. `url` is what the test code holds, '' while no phone can try it."""

    checks: tuple[Check, ...] = ()
    url: str = ""
    address: str = ""

    def check(self, item: Item) -> Check | None:
        """Return what was found of an item, None while it is looked at."""
        return next((one for one in self.checks if one.item is item), None)

    @property
    def looking(self) -> bool:
        """Whether something besides the phone is still looked at."""
        return any(self.check(item) is None for item in Item if item is not Item.PHONE)

    def concluded(self, *, tried: bool) -> tuple[Check, ...]:
        """Return what there is to keep; `tried`: a phone had time enough to come in."""
        if self.check(Item.PHONE) is not None:
            return self.checks
        phone = found(Finding.PHONE_NONE if tried and self.url else Finding.PHONE_UNTRIED)
        return tuple(sorted((*self.checks, phone), key=lambda one: list(Item).index(one.item)))


class Look(Protocol):
    """A look at the room that is under way."""

    def cancel(self) -> None:
        """Look no further, and let no phone in any more."""
        ...


class Preparations(Protocol):
    """Begins a look at the room."""

    def begin(self, heard: Callable[[Prepared], None]) -> Look:
        """Look whether the room is ready; `heard` is told on the GUI thread, until cancelled.

        Phones are let in to try the test code.
        """
        ...


TONES = {
    Grade.OK: ("success", "check-circle-fill"),
    Grade.WARN: ("warning", "warning-circle-fill"),
    Grade.BAD: ("danger", "x-circle-fill"),
    Grade.UNKNOWN: ("ink_3", "question"),
}
"""Tone and icon of each grade; the sentence says it first."""
