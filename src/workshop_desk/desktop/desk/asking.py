"""Wishes of the desk: sent through the bridge, answered with a toast."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from shiboken6 import isValid

from workshop_desk.desktop.bridge import Bridge, Setback, stands
from workshop_desk.desktop.desk.toasts import Toasts
from workshop_desk.domain.refusals import Refusal
from workshop_desk.i18n.words import Words
from workshop_desk.live.changes import Stored
from workshop_desk.live.sentences import refusal_sentence, trouble_sentence

if TYPE_CHECKING:
    from workshop_desk.domain.commands import Command
    from workshop_desk.domain.room import Room


def setback_sentence(t: Words, setback: Setback) -> str:
    """Return why a wish was not granted."""
    if isinstance(setback, Refusal):
        return refusal_sentence(t, setback)
    return trouble_sentence(t, setback.trouble)


class Asking:
    """What panels ask with. A refusal is told as a sentence; nothing is shown that is not stored."""

    def __init__(self, bridge: Bridge, t: Words, toasts: Toasts) -> None:
        self.bridge = bridge
        self.t = t
        self.toasts = toasts

    @property
    def room(self) -> "Room | None":
        """The room as it is now."""
        return self.bridge.room

    def ask(
        self,
        command: "Command",
        *,
        said: str = "",
        undo: "tuple[Command, ...]" = (),
        done: Callable[[Stored], None] | None = None,
        refused: Callable[[Setback], None] | None = None,
    ) -> None:
        """Wish; once stored, call `done` and say `said`, with a way back that wishes for `undo`."""

        def stored(receipt: Stored) -> None:
            if said and isValid(self.toasts):
                self.toasts.tell(said, (lambda: self.ask_all(undo)) if undo else None)
            if done is not None and stands(done):
                done(receipt)

        self.bridge.ask(command, stored, refused or self.tell_setback)

    def change(
        self,
        command: "Command",
        said: str | Callable[[], str] = "",
        *,
        done: Callable[[Stored], None] | None = None,
        refused: Callable[[Setback], None] | None = None,
    ) -> None:
        """Wish for a change of plan or clocks; once stored, say so, with the way back of just this one.

        What to say may be found out only then; where nothing changed nothing is said.
        """

        def stored(receipt: Stored) -> None:
            if receipt.change and isValid(self.toasts):
                words = said if isinstance(said, str) else said()
                if words:
                    self.toasts.tell(words, partial(self.take_back, receipt.change))
            if done is not None and stands(done):
                done(receipt)

        self.bridge.ask(command, stored, refused or self.tell_setback)

    def take_back(self, number: int = 0) -> None:
        """Take back a change of plan or clocks; without a number the last one."""
        # Loaded by then, with the run view; the home does without all commands.
        from workshop_desk.domain.agenda_commands import Undo  # noqa: PLC0415

        self.ask(Undo(number), said=self.t("Taken back."))

    def ask_all(self, wishes: "tuple[Command, ...]") -> None:
        """Wish for several things in their order."""
        for command in wishes:
            self.bridge.ask(command, None, self.tell_setback)

    def tell_setback(self, setback: Setback) -> None:
        """Say why something could not be done."""
        if isValid(self.toasts):
            self.toasts.tell(setback_sentence(self.t, setback))
