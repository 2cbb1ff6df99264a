"""The other commands: help, sessions, export, check, and what they say when something is wrong."""

import json
import sqlite3
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.hosted import PROGRAM, hosted, run

COMMANDS = ("rehearse", "host", "export", "sessions", "check", "doctor")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_english_and_says_the_exit_codes(command: str) -> None:
    text = run(*[command] if command else [], "--help").stdout
    assert "Usage:" in text
    assert "Exit codes: 0 done" in text


def closed_session(data: Path) -> str:
    with hosted(data, "--method", "aar", "--title", "Déménagement: <b>bilan</b>") as desk:
        desk.say("next")
        desk.say("close")
        desk.process.wait(30)
        return str(desk.first["code"])


def test_sessions_and_exports_of_a_closed_session(tmp_path: Path) -> None:
    data, out = tmp_path / "a.sqlite", tmp_path / "out"
    code = closed_session(data)
    (line,) = json.loads(run("sessions", "--json", "--data", str(data)).stdout)
    assert (line["code"], line["state"], line["title"]) == (code, "closed", "Déménagement: <b>bilan</b>")
    assert code in run("sessions", "--data", str(data)).stdout
    for kind in ("certificates", "summary", "private", "json", "poster"):
        run("export", kind, code.lower(), "--out", str(out), "--data", str(data))
    assert len(list(out.glob("*.pdf"))) >= 1
    run("export", "summary", line["session"], "--out", str(out / "one.pdf"), "--data", str(data))
    with pypdfium2.PdfDocument(out / "one.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "<b>bilan</b>" in text
    run("export", "summary", "ZZZZ", "--out", str(out), "--data", str(data), code=4)


def test_export_without_a_file_says_so(tmp_path: Path) -> None:
    missing = str(tmp_path / "no.sqlite")
    run("export", "json", "K7QM", "--out", str(tmp_path), "--data", missing, code=3)
    assert not (tmp_path / "no.sqlite").exists()


def test_check_finds_nothing_wrong_and_says_what_it_read(tmp_path: Path) -> None:
    data = tmp_path / "a.sqlite"
    closed_session(data)
    text = run("check", "--data", str(data)).stdout
    assert "3 read, 0 complaints" in text
    assert "whole" in text


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_not_ours_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    data = tmp_path / "x.sqlite"
    data.write_bytes(content)
    for command in (("check",), ("sessions",), ("host",)):
        done = run(*command, "--data", str(data), code=3)
        assert done.stderr.strip()
    assert data.read_bytes() == content


def test_someone_elses_database_is_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "x.sqlite"
    with sqlite3.connect(data) as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()
    before = data.read_bytes()
    run("host", "--data", str(data), code=3)
    assert data.read_bytes() == before


def test_the_desk_without_a_display_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux can be without a display")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    done = run("--data", str(tmp_path / "a.sqlite"), code=3)
    assert "display" in done.stderr or "apt-get install" in done.stderr
    assert PROGRAM
