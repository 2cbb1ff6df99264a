"""`workshop-desk doctor`: the sentences of the desk in both languages, and an exit that says bad."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.hosted import PROGRAM, run


def doctor(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = (*PROGRAM, "doctor", "--silent", *arguments)
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Letters: The program’s own letters are there.", "Sound: Signals are silent")),
        (
            "fr",
            ("Polices\u00a0: Les polices du logiciel sont là.", "Son\u00a0: Les signaux sont muets"),
        ),
    ],
)
def test_it_says_what_is_ready(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    told = doctor("--data", str(tmp_path / "a.sqlite"), "--lang", language)
    lines = told.stdout.splitlines()
    assert len([line for line in lines if not line.startswith("     ")]) == 8
    for one in words:
        assert one in told.stdout
    # What this machine lacks is not ours to say here: the exit follows what was said.
    assert told.returncode == (1 if "BAD" in told.stdout else 0)
    assert not (tmp_path / "a.sqlite").exists()


def test_a_file_that_cannot_be_written_is_bad(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here")
    told = doctor("--data", str(tmp_path / "taken" / "a.sqlite"), "--lang", "en")
    assert "BAD  Disk: The file cannot be written" in told.stdout
    assert told.returncode == 1


def test_help() -> None:
    assert "Exit codes: 0 done" in run("doctor", "--help").stdout
