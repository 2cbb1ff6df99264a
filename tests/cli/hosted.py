"""A session without windows in a process of its own, talked to by lines."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = (sys.executable, "-m", "workshop_desk")


class Hosted:
    """`workshop-desk host` at work."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.first: dict[str, Any] = json.loads(process.stdout.readline())

    def say(self, line: str) -> dict[str, Any]:
        """Send one command and return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def until_kind(self, kind: str) -> dict[str, Any]:
        """Go on until the leading activity is of a kind; return that activity."""
        for _ in range(30):
            self.say("next")
            step = self.say("state")["step"]
            if step and step["activities"][0]["kind"] == kind:
                activity: dict[str, Any] = step["activities"][0]
                return activity
        raise AssertionError(kind)


@contextmanager
def hosted(data: Path, *arguments: str, stderr: int | None = None) -> Iterator[Hosted]:
    """Host a session on a free port of this machine; the process is gone afterwards."""
    command = (*PROGRAM, "host", "--data", str(data), "--address", "127.0.0.1", "--port", "0")
    with subprocess.Popen(
        (*command, "--json", *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    ) as process:
        try:
            yield Hosted(process)
        finally:
            process.kill()


def run(*arguments: str, code: int = 0) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end and check its exit code."""
    done = subprocess.run(
        (*PROGRAM, *arguments), check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done
