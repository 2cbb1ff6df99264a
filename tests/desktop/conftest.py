from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.at_the_desk import Hand
from tests.live.conftest import Desk
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language


@pytest.fixture
def live_desk(tmp_path: Path) -> Iterator[Desk]:
    one = Desk(tmp_path / "desk.sqlite")
    english = Settings("Claire Aubry", language=Language("en"), room_language=Language("en"))
    one.do(ChangeSettings(english))
    yield one
    one.live.stop()


@pytest.fixture
def hand(qtbot: QtBot, live_desk: Desk, tmp_path: Path) -> Iterator[Hand]:
    """Someone at an English desk on an empty file."""
    one = Hand(qtbot, live_desk, tmp_path)
    yield one
    one.put_down()
