"""Work in child processes: results and failures on the GUI thread, no process left behind."""

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from workshop_desk.desktop.work import Work


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    del qtbot
    one = Work()
    yield one
    one.close()
    assert multiprocessing.active_children() == []


def never(_outcome: object) -> None:
    raise AssertionError("must not be called")


def test_a_result_comes_back_from_another_process(qtbot: QtBot, work: Work) -> None:
    results: list[tuple[int, threading.Thread]] = []
    work.run(os.getpid, (), lambda pid: results.append((pid, threading.current_thread())), never)
    qtbot.waitUntil(lambda: len(results) == 1, timeout=20_000)
    assert results[0][0] != os.getpid()
    assert results[0][1] is threading.main_thread()
    assert not work.busy


def test_a_failure_comes_back_as_it_was_raised(qtbot: QtBot, work: Work) -> None:
    failures: list[BaseException] = []
    work.run(int, ("not a number",), never, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1, timeout=20_000)
    assert isinstance(failures[0], ValueError)


def test_cancelled_work_is_killed_and_the_next_is_done(qtbot: QtBot, work: Work) -> None:
    results: list[int] = []
    job = work.run(time.sleep, (3600,), never, never)
    work.run(pow, (3, 3), results.append, never)
    job.cancel()
    qtbot.waitUntil(lambda: results == [27], timeout=20_000)


def test_a_crashed_child_fails_its_job_alone(qtbot: QtBot, work: Work) -> None:
    failures: list[BaseException] = []
    work.run(os._exit, (3,), never, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1, timeout=20_000)
    results: list[int] = []
    work.run(pow, (2, 5), results.append, never)
    qtbot.waitUntil(lambda: results == [32], timeout=20_000)


def test_closing_ends_what_runs(work: Work) -> None:
    work.run(time.sleep, (3600,), never, never)
    work.close()
    assert multiprocessing.active_children() == []
