"""Where this machine is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from workshop_desk.i18n import zones

INSTANT = datetime(2026, 11, 26, 13, 2, tzinfo=UTC)


def test_the_zone_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert INSTANT.astimezone(zones.local_zone()) == INSTANT
    monkeypatch.setattr(zones, "get_localzone", lambda: ZoneInfo("No/Where"))
    assert INSTANT.astimezone(zones.local_zone()) == INSTANT
