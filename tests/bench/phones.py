"""Answer and notice time with 60 and 200 phones, against a bare Starlette + SQLite-insert handler."""

import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import line, measure, verdict, worst
from tests.bench.load import Load

PROMISED = 2.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def bare_server(folder: Path) -> Iterator[int]:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.bare", str(port), str(folder / f"bare{port}.sqlite")]
    ) as process:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        try:
            yield port
        finally:
            process.terminate()


@contextmanager
def hosted(folder: Path) -> Iterator[tuple[int, str, str]]:
    """Hold a session that stands at a board; yields port, code and the board's activity."""
    command = [
        *(sys.executable, "-m", "workshop_desk", "host", "--method", "aar", "--title", "Load"),
        *("--address", "127.0.0.1", "--port", "0", "--json"),
        *("--data", str(folder / f"ours{time.monotonic_ns()}.sqlite")),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None and process.stdout is not None
        first = json.loads(process.stdout.readline())

        def say(word: str) -> dict[str, object]:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(word + "\n")
            process.stdin.flush()
            answer: dict[str, object] = json.loads(process.stdout.readline())
            return answer

        while True:
            say("next")
            state = say("state")
            activities = state["step"]["activities"]  # type: ignore[index]
            if activities[0]["kind"] == "board":
                break
        try:
            yield first["port"], first["code"], activities[0]["id"]
        finally:
            say("close")
            process.stdin.close()


def main() -> None:
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for people in (60, 200):
            with bare_server(folder) as port:
                yardstick = measure(Load(port, people))
            with hosted(folder) as (port, code, activity):
                ours = measure(Load(port, people, code, activity))
            print(line(f"bare handler, {people} phones", yardstick))
            print(line(f"workshop desk, {people} phones", ours, yardstick))
            ratios.append(worst(ours, yardstick))
    print(verdict("phones", ratios, PROMISED))


if __name__ == "__main__":
    main()
