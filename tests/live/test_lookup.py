"""Looking something up while a desk is at work, and while none is."""

from pathlib import Path

import pytest

from tests.live.conftest import Desk
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.domain.refusals import Refusal, Why
from workshop_desk.domain.units import SessionId
from workshop_desk.live.live import Live
from workshop_desk.live.lookup import Lookup
from workshop_desk.live.moments import MachineMoments
from workshop_desk.store.integrity import complaints


def test_another_program_reads_what_the_desk_has_stored(desk: Desk) -> None:
    room = desk.play("2")
    with Lookup(desk.path) as file:
        assert file.settings() == desk.live.settings
        assert file.sessions() == desk.live.sessions
        assert file.room(room.session.id) == room
        assert complaints(desk.path) == ()
        with pytest.raises(Refusal) as told:
            file.room(SessionId("none"))
        assert told.value.why is Why.NO_SESSION
    second = Live(desk.path, MachineMoments())
    with pytest.raises(WorldError) as busy:
        second.start()
    assert busy.value.trouble is Trouble.FILE_BUSY
    assert desk.on_disk() == desk.room


def test_a_file_at_rest(desk: Desk) -> None:
    room = desk.play("lobby")
    desk.live.stop()
    before = desk.path.read_bytes()
    with Lookup(desk.path) as file:
        assert file.room(room.session.id) == room
    assert desk.path.read_bytes() == before
    assert not list(desk.path.parent.glob("*-wal"))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as told:
        Lookup(tmp_path / "none.sqlite")
    assert told.value.trouble is Trouble.FILE_GONE
