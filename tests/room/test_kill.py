"""SIGKILL in the middle of a burst: every acknowledged answer is there, once; the rest can be resent."""

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.room import burst
from workshop_desk.domain.sessions import SessionState
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments
from workshop_desk.store.integrity import complaints

ROOT = Path(__file__).resolve().parents[2]


def killed_after(path: Path, answers: int) -> set[str]:
    """Start a burst, kill it once so many answers are acknowledged; return all that were."""
    command = [sys.executable, "-m", "tests.room.burst", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
        acknowledged = {desk.stdout.readline().strip() for _ in range(answers)}
        desk.send_signal(signal.SIGKILL)
        # What was said before the kill but not read yet counts, too.
        rest = desk.stdout.read().split("\n")
        assert desk.wait() == -signal.SIGKILL
    return acknowledged | {line for line in rest[:-1] if line}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("answers", [15, 90, 170])
def test_no_acknowledged_answer_is_lost_or_doubled(tmp_path: Path, answers: int) -> None:
    path = tmp_path / "desk.sqlite"
    acknowledged = killed_after(path, answers)
    assert len(acknowledged) >= answers
    assert complaints(path) == ()
    live = Live(path, MachineMoments())
    live.start()
    try:
        room = live.room
        assert room is not None
        assert room.session.state is SessionState.OPEN
        stored = Counter(card.text for card in room.cards.values())
        assert set(stored.values()) <= {1}
        assert acknowledged <= set(stored)
        resent = {key: live.ask(*burst.answer(room, key), key) for key in burst.all_keys()}
        for key, future in resent.items():
            assert future.result(20).again == (key in stored), key
        assert live.room is not None
        now = Counter(card.text for card in live.room.cards.values())
        assert now == Counter(burst.all_keys())
        assert live.read(room.session.id).result(20) == live.room
    finally:
        live.stop()
