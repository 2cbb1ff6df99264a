"""Keeps an eye on the laptop's networks: what was seen last, what they are called, which one to show."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workshop_desk.domain.addresses import Choice, decide
from workshop_desk.domain.network import NetworkState
from workshop_desk.phones.adapters import Adapter, adapters
from workshop_desk.phones.network import NOTHING_NAMED, Named, sort_out
from workshop_desk.phones.network_names import network_names

Find = Callable[[], Sequence[Adapter]]
Name = Callable[[Sequence[Adapter]], Named]


class Lookout:
    """Remembers the last look; `look` and `ask_names` ask the system and may take a while."""

    def __init__(self, find: Find = adapters, name: Name = network_names) -> None:
        self._find = find
        self._name = name
        self._adapters: tuple[Adapter, ...] = ()
        self._called: Named = NOTHING_NAMED
        self._asked: tuple[Adapter, ...] | None = None

    def look(self) -> None:
        """See what the laptop is plugged into now."""
        self._adapters = tuple(self._find())

    @property
    def unnamed(self) -> bool:
        """Whether something was plugged in or out since the names were asked for."""
        return self._asked != self._adapters

    def ask_names(self) -> None:
        """Ask what the networks are called; for a thread in which nobody waits."""
        seen = self._adapters
        self._called = self._name(seen)
        self._asked = seen

    def show(self, state: NetworkState, kept: str, proven: str) -> tuple[NetworkState, str]:
        """Return the state with all candidates, and the address to show, '' for none.

        `kept` is what the facilitator chose on other days, `proven` the address that a phone reached.
        """
        found = sort_out(self._adapters, self._called)
        choice: Choice = decide(found.candidates, kept, proven)
        # Nobody is asked to choose between networks whose names are still being asked for.
        tied = choice.tied and not self.unnamed
        new = replace(state, candidates=choice.candidates, left_out=found.left_out, tied=tied)
        return new, choice.shown.address if choice.shown else ""
