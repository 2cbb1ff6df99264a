"""A session without windows: its lines, its refusals, and going on after a crash."""

import json
import re
import signal
import socket
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.app.screen_saver import BUS, screen_saver
from tests.cli.hosted import PROGRAM, hosted, run

BAD_LINES = (
    *("dance", "add", "add much", "add nan", "add 1e99", "next \x07", "go nowhere", "time never"),
    *("time -", "time 25h", "time 24:30", "started inf", "zero explode", "clocks 8", "clocks x 5"),
    *("clocks 61 5", "clock start", "clock explode", "undo 3 times"),
)


def test_first_line_says_where_and_what(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite", "--title", "Codev 4") as desk:
        first = desk.first
        assert set(first) == {"url", "code", "address", "port", "session"}
        assert first["url"] == f"HTTP://127.0.0.1:{first['port']}/J/{first['code']}"
        assert re.fullmatch("[ABCDEFGHJKMNPQRTUVWXY346789]{4}", first["code"])


def test_commands_are_answered_by_a_line_each(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite", "--preset", "standard") as desk:
        assert desk.say("state")["place"] == "lobby"
        assert desk.say("start") == {
            "ok": False,
            "code": "no_step",
            "message": desk.say("start")["message"],
        }
        before = desk.say("state")["revision"]
        assert desk.say("next") == {"ok": True, "revision": before + 1}
        assert desk.say("start")["ok"]
        assert desk.say("add 60")["ok"]
        state = desk.say("state")
        assert state["timer"]["state"] == "running"
        assert state["timer"]["length"] == 6 * 60
        assert 0 <= state["timer"]["elapsed"] < 60
        assert state["timer"]["remaining"] == pytest.approx(360 - state["timer"]["elapsed"], abs=0.01)
        assert state["step"]["activities"][0]["kind"] == "scale"
        assert desk.say("reveal")["ok"]
        assert desk.say("state")["step"]["activities"][0]["revealed"]
        assert desk.say("pause")["ok"]
        assert desk.say("state")["timer"]["state"] == "paused"
        assert desk.say("back")["ok"]
        assert desk.say("state")["place"] == "lobby"
        assert desk.say("close")["ok"]
        assert desk.process.wait(30) == 0


def test_a_plan_learns_from_what_was(tmp_path: Path) -> None:
    for _ in range(2):
        with hosted(tmp_path / "a.sqlite", "--preset", "standard") as desk:
            for line in ("next", "start", "started 540", "close"):
                assert desk.say(line)["ok"], line
            assert desk.process.wait(30) == 0
    with hosted(tmp_path / "a.sqlite", "--preset", "standard", "--usual") as desk:
        assert desk.say("next")["ok"]
        assert desk.say("state")["timer"]["length"] == 9 * 60
        assert desk.say("close")["ok"]


def test_the_clock_is_steered_by_words(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite", "--preset", "standard") as desk:
        assert desk.say("go 3")["ok"]
        assert desk.say("time 1h30")["ok"]
        assert desk.say("state")["timer"]["length"] == 5400
        assert desk.say("time +5")["ok"]
        assert desk.say("started 90")["ok"]
        state = desk.say("state")
        assert state["timer"]["length"] == 5700
        assert state["timer"]["elapsed"] >= 90
        assert desk.say("undo")["ok"]
        assert desk.say("state")["timer"]["state"] == "waiting"
        assert desk.say("zero go_on")["ok"]
        assert desk.say("clocks 8 10")["ok"]
        assert desk.say("clock start")["ok"]
        clocks = desk.say("state")["clocks"]
        assert [one["name"] for one in clocks] == [str(number) for number in range(1, 9)]
        assert {one["state"] for one in clocks} == {"running"}
        assert desk.say("clock drop")["ok"]
        state = desk.say("state")
        assert state["clocks"] == []
        assert state["times"]["expected_end"] > state["times"]["planned_end"]


def test_a_step_counts_to_a_typed_hour(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite", "--preset", "standard") as desk:
        assert desk.say("go 3")["ok"]
        ends = datetime.now(UTC).astimezone() + timedelta(minutes=30)
        assert desk.say(f"time {ends:%H:%M}")["ok"]
        assert desk.say("start")["ok"]
        left = desk.say("state")["timer"]["remaining"]
        assert 28 * 60 < left <= 30 * 60


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_bad_line_is_refused_with_a_sentence(tmp_path: Path, line: str) -> None:
    with hosted(tmp_path / "a.sqlite") as desk:
        desk.say("next")
        if line.startswith("undo"):
            desk.say("undo")
        answer = desk.say(line)
        if line.startswith("next"):
            assert answer["ok"]
        else:
            assert answer["ok"] is False
            assert answer["code"]
            assert answer["message"][-1] in ".?!" or answer["code"] == "unknown_command"
        assert desk.say("state")["ok"]


def test_after_a_kill_it_goes_on_at_the_same_step_with_the_timer_counting(tmp_path: Path) -> None:
    data = tmp_path / "a.sqlite"
    with hosted(data, "--preset", "standard") as desk:
        session = desk.first["session"]
        for word in ("next", "next", "next", "start"):
            assert desk.say(word)["ok"]
        before = desk.say("state")
        desk.process.send_signal(signal.SIGKILL)
        desk.process.wait(10)
    with hosted(data, "--resume", session) as again:
        after = again.say("state")
        assert again.first["session"] == session
        assert after["step"]["id"] == before["step"]["id"]
        assert after["timer"]["state"] == "running"
        assert after["timer"]["elapsed"] > before["timer"]["elapsed"]


def test_the_session_stays_open_when_the_input_ends(tmp_path: Path) -> None:
    data = tmp_path / "a.sqlite"
    command = (*PROGRAM, "host", "--data", str(data), "--address", "127.0.0.1", "--port", "0")
    done = subprocess.run(
        command, check=False, input="next\n", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    (line,) = json.loads(run("sessions", "--json", "--data", str(data)).stdout)
    assert line["state"] == "open"


def test_without_input_it_goes_on_until_it_is_told_to_stop(tmp_path: Path) -> None:
    command = (*PROGRAM, "host", "--data", str(tmp_path / "a.sqlite"), "--address", "127.0.0.1")
    with subprocess.Popen(
        (*command, "--port", "0"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["code"]
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_an_unknown_session_is_a_sentence(tmp_path: Path) -> None:
    done = run("host", "--data", str(tmp_path / "a.sqlite"), "--resume", "NOPE", code=4)
    assert done.stderr.strip().count("\n") == 0


def test_a_second_session_is_refused_and_leaves_no_trace(tmp_path: Path) -> None:
    data = tmp_path / "a.sqlite"
    with hosted(data):
        pass
    done = run("host", "--data", str(data), "--address", "127.0.0.1", "--port", "0", code=4)
    assert "Close it first" in done.stderr
    assert len(json.loads(run("sessions", "--json", "--data", str(data)).stdout)) == 1


def test_what_strangers_do_is_not_said_on_standard_error(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite", stderr=subprocess.PIPE) as desk:
        with socket.create_connection(("127.0.0.1", desk.first["port"]), timeout=10) as line:
            line.sendall(b"\x16\x03\x01 no http at all\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 400")
        (tmp_path / "a.sqlite").rename(tmp_path / "away.sqlite")
        assert desk.say("next")["code"] == "file_gone"
        (tmp_path / "away.sqlite").rename(tmp_path / "a.sqlite")
        assert desk.say("close")["ok"]
        _, said = desk.process.communicate(timeout=30)
    assert said == ""


def test_an_unknown_method_names_those_there_are(tmp_path: Path) -> None:
    done = run("host", "--data", str(tmp_path / "a.sqlite"), "--method", "nope", code=2)
    assert "codev" in done.stderr


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with hosted(tmp_path / "a.sqlite") as desk:
        port = str(desk.first["port"])
        done = run(
            *("host", "--data", str(tmp_path / "b.sqlite"), "--address", "127.0.0.1"),
            *("--port", port),
            code=3,
        )
        assert port in done.stderr


@pytest.mark.skipif(BUS is None, reason="no D-Bus here")
def test_the_laptop_stays_awake_for_as_long_as_it_lasts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with screen_saver() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        with hosted(tmp_path / "a.sqlite") as desk:
            assert service.next() == "Inhibit"
            assert desk.say("close")["ok"]
            assert service.next() == "UnInhibit"
            assert desk.process.wait(30) == 0


def test_a_training_action_is_planned_and_its_blank_sheet_printed(tmp_path: Path) -> None:
    data = tmp_path / "a.sqlite"
    with hosted(data, "--training", "--reference", "2026-7", "--title", "Oser dire non") as desk:
        code = desk.first["code"]
        papers = ("--data", str(data), "--out", str(tmp_path / "papers"))
        told = run("export", "blank-sheet", code, *papers, "--lang", "fr").stdout
        assert told.strip().endswith("oser-dire-non-feuille-d-emargement-vierge.pdf")
        run("export", "json", code, *papers)
    (record,) = (tmp_path / "papers").glob("*.json")
    told = json.loads(record.read_text(encoding="utf-8"))
    assert told["session"]["training"]["reference"] == "2026-7"
    assert told["signatures"] == []
    assert run("check", "--data", str(data)).stdout.strip().endswith("whole.")
