"""A picture's bytes are kept apart from the room and the journal, and read when they are shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.live.conftest import SOON, Desk
from workshop_desk.base.trouble import WorldError
from workshop_desk.domain import commands as ask
from workshop_desk.domain import stage_commands as stage
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.remotes import RemoteRole
from workshop_desk.domain.units import PictureId, RemoteId
from workshop_desk.live.live import Live

BYTES = bytes(range(256)) * 40


def test_the_bytes_come_back_after_a_restart(desk: Desk) -> None:
    desk.open()
    desk.do(stage.AddPicture(PictureId("x"), "Plan", "image/jpeg", 40, 30, BYTES))
    desk.restart()
    assert desk.room.pictures[PictureId("x")].width == 40
    assert desk.live.picture(PictureId("x")).result(SOON) == BYTES
    desk.do(stage.DropPicture(PictureId("x")))
    with pytest.raises(Refusal) as told:
        desk.live.picture(PictureId("x")).result(SOON)
    assert told.value.why is Why.UNKNOWN_PICTURE


def test_the_journal_keeps_neither_bytes_nor_secrets(desk: Desk) -> None:
    desk.open()
    desk.do(stage.AddPicture(PictureId("x"), "Plan", "image/jpeg", 40, 30, BYTES), key="k" * 20)
    desk.do(stage.OfferRemote(RemoteId("r"), RemoteRole.CO, "a" * 64))
    desk.do(stage.PairRemote("a" * 64, "b" * 64, "Paul"), ask.Newcomer())
    desk.do(ask.Advance(), ask.Steerer(RemoteId("r")))
    with closing(sqlite3.connect(desk.path)) as conn:
        lines = [payload for (payload,) in conn.execute("SELECT payload FROM journal")]
        actors = [actor for (actor,) in conn.execute("SELECT actor FROM journal")]
    assert actors[-2:] == ["newcomer", "r"]
    assert '"name": "Plan"' in "".join(lines)
    assert not any("content" in line or "a" * 64 in line or "b" * 64 in line for line in lines)


def test_nothing_is_read_before_the_start(tmp_path: Path, desk: Desk) -> None:
    live = Live(tmp_path / "other.sqlite", desk.moments)
    with pytest.raises(WorldError):
        live.picture(PictureId("x")).result(SOON)
