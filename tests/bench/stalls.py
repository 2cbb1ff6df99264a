"""Answer and notice time while the windows paint, stall, or a thread hogs the processor.

Each against the same server in the same process with the same windows at rest.
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

from tests.bench.figures import line, measure, verdict, worst
from tests.bench.load import Load

PROMISED = 3.0
WAYS = {
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
            with shown("quiet", folder) as (port, code, activity):
                yardstick = measure(Load(port, people, code, activity))
            print(line(f"windows at rest, {people} phones", yardstick))
            for way, what in WAYS.items():
                with shown(way, folder) as (port, code, activity):
                    times = measure(Load(port, people, code, activity))
                print(line(f"{what}, {people}", times, yardstick), flush=True)
                ratios.append(worst(times, yardstick))
    print(verdict("stalls", ratios, PROMISED))


if __name__ == "__main__":
    main()
