"""The log takes what happens and never makes it worse."""

import asyncio
import logging
import sys
import threading
from pathlib import Path

import pytest

from workshop_desk.base import log
from workshop_desk.base.log import BugCatcher, log_file, note_versions, open_log, versions


def _fail(*_: object) -> None:
    raise ZeroDivisionError


def test_the_log_notes_versions(tmp_path: Path) -> None:
    close = open_log(tmp_path)
    note_versions()
    logging.getLogger("somewhere").info("hello")
    close()
    text = log_file(tmp_path).read_text(encoding="utf-8")
    assert "workshop-desk" in text.splitlines()[0]
    assert "Python 3." in text.splitlines()[0]
    assert text.splitlines()[-1].endswith("somewhere: hello")
    assert "PySide6-Essentials" in versions()


def test_a_folder_that_cannot_be_made_is_no_trouble(
    tmp_path: Path, expected_log: list[logging.LogRecord]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    close = open_log(blocked / "log")
    close()
    assert "no log file" in expected_log[0].getMessage()


def test_a_bug_in_a_thread_is_logged_and_told(expected_log: list[logging.LogRecord]) -> None:
    told: list[str] = []
    catcher = BugCatcher(told.append)
    hooks = (sys.excepthook, threading.excepthook)
    catcher.install()
    try:
        for _ in range(5):
            thread = threading.Thread(target=_fail, name="worker")
            thread.start()
            thread.join()
    finally:
        catcher.remove()
    assert told == ["ZeroDivisionError"] * 5
    assert len([one for one in expected_log if one.exc_info]) == 3
    assert "bug in worker at test_log.py:" in expected_log[0].getMessage()
    assert hooks == (sys.excepthook, threading.excepthook)


def test_a_bug_in_the_main_thread(expected_log: list[logging.LogRecord]) -> None:
    told: list[str] = []
    catcher = BugCatcher(told.append)
    catcher.install()
    sys.excepthook(ValueError, ValueError("x"), None)
    catcher.remove()
    assert told == ["ValueError"]
    assert len(expected_log) == 1


def test_a_bug_that_was_logged_where_it_happened_is_told_too(
    expected_log: list[logging.LogRecord],
) -> None:
    told: list[str] = []
    catcher = BugCatcher(told.append)
    catcher.install()
    loop = asyncio.new_event_loop()
    loop.call_soon(_fail)
    loop.call_soon(loop.call_exception_handler, {"message": "a word"})
    loop.call_later(0, loop.stop)
    loop.run_forever()
    loop.close()
    for error in (KeyError("x"), ConnectionResetError()):
        try:
            raise error
        except (KeyError, OSError):
            logging.getLogger("somewhere").exception("a bug in something")
    catcher.remove()
    logging.getLogger("somewhere").error("later", exc_info=ValueError())
    assert told == ["ZeroDivisionError", "KeyError"]
    assert len(expected_log) == 5


def test_telling_of_a_logged_bug_may_fail(expected_log: list[logging.LogRecord]) -> None:
    catcher = BugCatcher(_fail)
    catcher.install()
    logging.getLogger("somewhere").error("a bug", exc_info=ValueError())
    catcher.remove()
    assert len(expected_log) == 2


def test_telling_may_fail(expected_log: list[logging.LogRecord]) -> None:
    def tell(kind: str) -> None:
        raise RuntimeError(kind)

    BugCatcher(tell).report(ValueError("x"), "here")
    assert len(expected_log) == 2


@pytest.mark.usefixtures("expected_log")
def test_ctrl_c_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    catcher = BugCatcher(told.append)
    catcher.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    catcher.remove()
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_what_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_PACKAGES", ("no-such-package",))
    assert versions().startswith("no-such-package ?, Python 3.")


def test_a_full_disk_loses_the_line_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = open_log(tmp_path)
    (handler,) = (one for one in logging.getLogger().handlers if isinstance(one, log._LogFile))
    with monkeypatch.context() as patch:
        patch.setattr(handler, "format", _fail)
        logging.getLogger("somewhere").info("hello")
    monkeypatch.setattr(log, "LARGEST", 0)
    monkeypatch.setattr(Path, "replace", _no_room)
    logging.getLogger("somewhere").info("hello")
    monkeypatch.undo()
    logging.getLogger("somewhere").info("there is room again")
    close()
    text = log_file(tmp_path).read_text(encoding="utf-8")
    assert "hello" not in text
    assert "there is room again" in text


def _no_room(*_: object) -> None:
    raise OSError("no room")


def test_a_large_log_is_put_aside_and_three_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 50)
    log_file(tmp_path).write_text("x" * 60, encoding="utf-8")
    close = open_log(tmp_path)
    for number in range(6):
        logging.getLogger("somewhere").info("line %d", number)
    close()
    kept = sorted(tmp_path.iterdir())
    assert [one.name for one in kept] == [
        "workshop-desk.log", "workshop-desk.log.1", "workshop-desk.log.2", "workshop-desk.log.3"
    ]  # fmt: skip
    assert [one.read_text(encoding="utf-8")[-2:] for one in kept] == ["5\n", "4\n", "3\n", "2\n"]


def test_installing_twice_is_installing_once() -> None:
    before = sys.excepthook
    catcher = BugCatcher([].append)
    catcher.install()
    catcher.install()
    catcher.remove()
    catcher.remove()
    assert sys.excepthook is before
