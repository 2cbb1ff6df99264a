"""What tests of the whole workshop share: a browser for each file, and a desk with a real port."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.phones.conftest import Desk
from tests.room.browser import lan_address, running_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a file."""
    with running_browser() as browser:
        yield browser


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an open session, in the lobby, and its phones' server where phones would find it."""
    desk = Desk(tmp_path / "desk.sqlite", lan_address())
    desk.open()
    yield desk
    desk.stop()
