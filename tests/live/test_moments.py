"""Now, by the machine's clocks."""

from workshop_desk.base.clock import boot_id
from workshop_desk.live.moments import MachineMoments


def test_time_passes_by_both_clocks() -> None:
    moments = MachineMoments()
    first, then = moments.now(), moments.now()
    assert first.utc.tzinfo is not None
    assert then.since(first) >= 0
    assert first.boot_id == boot_id()
