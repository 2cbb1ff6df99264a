"""What tests of the live room ask for, and how they make it wait."""

import threading

import pytest

from tests import samples
from tests.live.conftest import FACILITATOR, SOON, Desk
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.units import Language, PersonId
from workshop_desk.live.changes import Changed


def at_the_desk(name: str) -> ask.Join:
    return ask.Join(PersonId(new_id()), name, "", Language("fr"), Channel.DESK)


def refused(desk: Desk, command: ask.Command, by: ask.Actor = FACILITATOR, key: str = "") -> Why:
    with pytest.raises(Refusal) as told:
        desk.do(command, by, key)
    return told.value.why


def preset(method: str) -> str:
    """Return a preset of a method."""
    return next(iter(samples.method(method).presets)).id


class held_up:  # noqa: N801 - reads as a sentence
    """Keep the writer busy inside, so that what is asked meanwhile waits and makes one batch."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._go = threading.Event()
        self._busy = threading.Event()

    def __enter__(self) -> None:
        def hold(_changed: Changed) -> None:
            self._busy.set()
            assert self._go.wait(SOON)

        self._forget = self._desk.live.subscribe(hold)
        on = not self._desk.room.session.blackout
        self._future = self._desk.live.ask(ask.SetBlackout(on), FACILITATOR)
        assert self._busy.wait(SOON)
        self._forget()
        self._start = self._desk.live.revision

    def __exit__(self, *_: object) -> None:
        self._go.set()
        self._future.result(SOON)
