"""How fast answers are stored: the live room against a bare insert and commit for each answer.

`python -m tests.bench.bench_live`: read the ratios, not the figures. "In turn" waits for each receipt
before the next wish, "burst" sends so many at once from as many threads as there are phones.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import wait
from contextlib import closing
from pathlib import Path

from tests import samples
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.people import Channel
from workshop_desk.domain.steps import StepKind
from workshop_desk.domain.units import CardId, Language, PersonId
from workshop_desk.live.live import Live
from workshop_desk.live.moments import MachineMoments

IN_TURN = 300
BURSTS = (20, 200, 1000)
PEOPLE = 60


def bare(folder: Path) -> float:
    """Return answers per second of an insert and a commit each, as durable as ours."""
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE cards (id TEXT PRIMARY KEY, author TEXT, text TEXT)")
        return IN_TURN / _seconds(lambda: _insert(conn))


def _insert(conn: sqlite3.Connection) -> None:
    for number in range(IN_TURN):
        row = (new_id(), "someone", f"What answer {number} says")
        conn.execute("INSERT INTO cards VALUES (?, ?, ?)", row)


def _seconds(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


class Bench:
    """A session in a step where cards are written."""

    def __init__(self, folder: Path) -> None:
        self.live = Live(folder / "live.sqlite", MachineMoments())
        self.live.start()
        plan = samples.method_plan("aar", samples.method("aar").presets[0].id, title="Bench")
        self._do(plan)
        self._do(ask.OpenSession(plan.session.id))
        for number in range(PEOPLE):
            self._do(ask.Join(PersonId(new_id()), f"P{number}", "", Language("fr"), Channel.DESK))
        step = next(one for one in plan.steps if one.now_open[0].kind is StepKind.BOARD)
        self._do(ask.GoTo(step.id))

    def _do(self, command: ask.Command) -> None:
        self.live.ask(command, ask.Facilitator()).result()

    def wish(self, number: int) -> tuple[ask.SubmitCard, ask.Actor, str]:
        """Return somebody's next card."""
        room = self.live.room
        assert room is not None
        assert room.leading is not None
        people = list(room.people)
        me = people[number % len(people)]
        card = ask.SubmitCard(CardId(new_id()), room.leading.id, me, f"What answer {number} says")
        return card, ask.Participant(me), new_id()

    def in_turn(self) -> float:
        """Return answers per second, each waiting for its receipt."""

        def work() -> None:
            for number in range(IN_TURN):
                self.live.ask(*self.wish(number)).result()

        return IN_TURN / _seconds(work)

    def burst(self, size: int) -> float:
        """Return answers per second of so many at once."""
        wishes = [self.wish(number) for number in range(size)]
        return size / _seconds(lambda: _all(self.live, wishes))


def _all(live: Live, wishes: list[tuple[ask.SubmitCard, ask.Actor, str]]) -> None:
    done = wait([live.ask(*wish) for wish in wishes], 60)
    assert not done.not_done
    assert all(one.exception() is None for one in done.done)


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory(prefix="workshop-desk-bench-") as name:
        folder = Path(name)
        floor = bare(folder)
        bench = Bench(folder)
        try:
            figures = {"in turn": bench.in_turn()}
            figures |= {f"burst of {size}": bench.burst(size) for size in BURSTS}
        finally:
            bench.live.stop()
    sys.stdout.write(f"{'bare insert and commit':<24} {floor:>9.0f}/s   ×1\n")
    for name, figure in figures.items():
        sys.stdout.write(f"{'live, ' + name:<24} {figure:>9.0f}/s   ×{figure / floor:.2f}\n")


if __name__ == "__main__":
    main()
