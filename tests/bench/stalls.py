"""Answer and notice time while the windows paint, stall, or a thread hogs the processor.

Each against the same server in the same process with the same windows at rest; of two rounds the calmer
one counts, because whatever else the machine does hits one line and not the next.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.figures import best, line, measure, verdict, worst
from tests.bench.load import Load

PROMISED = 3.0
ROUNDS = 2
WAYS = {
    "quiet": "windows at rest",
    "painting": "desk and stage painting",
    "asleep": "GUI thread waits 400 ms/s",
    "busy": "GUI thread computes 400 ms/s",
    "hog": "a thread computes all the time",
}


@contextmanager
def shown(way: str, folder: Path) -> Iterator[tuple[int, str, str]]:
    """Hold a session with its windows; yields port, code and the board's activity."""
    file = folder / f"{way}{time.monotonic_ns()}.sqlite"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.shown", way, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        port, code, activity = json.loads(process.stdout.readline())
        try:
            yield port, code, activity
        finally:
            process.stdin.close()


def main() -> None:
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for people in (60, 200):
            heard: dict[str, list[dict[str, Any]]] = {way: [] for way in WAYS}
            for _ in range(ROUNDS):
                for way, times in heard.items():
                    with shown(way, folder) as (port, code, activity):
                        times.append(measure(Load(port, people, code, activity)))
            yardstick = best(heard.pop("quiet"))
            print(line(f"{WAYS['quiet']}, {people} phones", yardstick))
            for way, times in heard.items():
                calmest = best(times)
                print(line(f"{WAYS[way]}, {people}", calmest, yardstick), flush=True)
                ratios.append(worst(calmest, yardstick))
    print(verdict("stalls", ratios, PROMISED))


if __name__ == "__main__":
    main()
