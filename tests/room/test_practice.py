"""A rehearsal by hand: real windows, a real crowd over real HTTP, a real file that stays as it is."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop_desk.app.crowd import Crowd
from workshop_desk.app.practice import Practice
from workshop_desk.app.windows import Windows, application
from workshop_desk.app.workshop import Workshop
from workshop_desk.base import clock
from workshop_desk.desktop.desk.rehearsals import RehearsalState
from workshop_desk.desktop.desk.subject import Subject
from workshop_desk.domain import commands as ask
from workshop_desk.domain.sessions import Place
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Instant, Language
from workshop_desk.live.fast_moments import FastMoments
from workshop_desk.live.moments import MachineMoments
from workshop_desk.methods.catalogue import all_methods

PEOPLE = 4


@pytest.fixture
def moments() -> FastMoments:
    return FastMoments(5, Instant(clock.now_utc()))


@pytest.fixture
def practice(tmp_path: Path, moments: FastMoments, qtbot: QtBot) -> Iterator[Practice]:
    application("en")
    english = Language("en")
    with Workshop(tmp_path / "r.sqlite", moments, address="127.0.0.1", ports=(0,)) as workshop:
        workshop.ask(ask.ChangeSettings(Settings("Claire", language=english, room_language=english)))
        method = all_methods().get("codev")
        assert method is not None
        plan = workshop.new_plan(method, "", "Rehearsal: codev", english, expected=PEOPLE)
        workshop.ask(plan)
        workshop.open_session(plan.session.id)
        with Crowd(workshop, PEOPLE, english, 5) as crowd:
            practice = Practice(workshop, moments, crowd, tmp_path / "papers")
            practice.begin()
            yield practice
            top = QApplication.activeModalWidget()
            if top is not None:
                top.close()
            practice.leave()


def contents(file: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as conn:
        return list(conn.iterdump())


def find(parent: QWidget, kind: type[QWidget], name: str) -> QWidget:
    (found,) = parent.findChildren(kind, name)
    return found


def said(dialog: QWidget, place: int) -> str:
    label = find(dialog, QLabel, f"rehearsed_{place}")
    assert isinstance(label, QLabel)
    return label.text()


def test_it_goes_on_by_itself_and_tells_what_became_of_every_answer(
    practice: Practice, moments: FastMoments, qtbot: QtBot
) -> None:
    desk = practice.windows.desk
    room = practice.windows.workshop.live
    qtbot.waitUntil(lambda: len(room.room.present) == PEOPLE, timeout=30_000)
    alone = find(desk, QCheckBox, "rehearsal_alone")
    speed = find(desk, QPushButton, "choice_60")
    assert isinstance(alone, QCheckBox)
    assert isinstance(speed, QPushButton)
    speed.click()
    assert moments.speed == 60
    alone.click()
    qtbot.waitUntil(lambda: room.room.session.place is Place.STEPS, timeout=30_000)
    qtbot.waitUntil(lambda: len(room.room.ratings) == PEOPLE, timeout=30_000)
    end = find(desk, QPushButton, "rehearsal_end")
    assert isinstance(end, QPushButton)
    end.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=30_000)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.objectName() == "rehearsed_dialog"
    assert said(dialog, 0) == "Every answer that arrived is in the file, once."
    assert said(dialog, 1).startswith(f"{PEOPLE} people took part · ")
    assert " · 0 lost · 0 counted twice" in said(dialog, 1)
    steps = dialog.findChildren(QLabel, "time_step")
    assert len(steps) == len(room.room.steps)


def test_a_crowd_that_dies_is_said_and_the_way_back_leads_out(practice: Practice, qtbot: QtBot) -> None:
    desk = practice.windows.desk
    live = practice.windows.workshop.live
    qtbot.waitUntil(lambda: len(live.room.present) == PEOPLE, timeout=30_000)
    (crowd,) = (one for one in active_children() if one.name == "crowd")
    crowd.kill()
    told = find(desk, QLabel, "rehearsal_told")
    assert isinstance(told, QLabel)
    qtbot.waitUntil(lambda: told.text().startswith("The simulated people have gone"), timeout=30_000)
    back = find(desk, QPushButton, "back")
    assert isinstance(back, QPushButton)
    back.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=30_000)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert said(dialog, 0) == "The simulated people left before they could tell what they had sent."
    assert said(dialog, 1) == "Your sessions and figures are as they were."


def test_the_real_file_is_read_and_stays_as_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    application("en")
    file = tmp_path / "desk.sqlite"
    with Workshop(file, MachineMoments(), address="127.0.0.1", ports=(0,)) as workshop:
        method = all_methods().get("aar")
        assert method is not None
        plan = workshop.new_plan(method, "", "Sprint 14", Language("en"), expected=3)
        workshop.ask(plan)
        before = contents(file)
        windows = Windows(workshop)
        windows.show()
        rehearsals = windows.outside.rehearsals()
        rehearsals.begin(Subject("Sprint 14", 3, plan.session.id), 3, 60)
        assert rehearsals.state is RehearsalState.PREPARING
        qtbot.waitUntil(lambda: rehearsals.state is RehearsalState.RUNNING, timeout=60_000)
        assert windows.desk.isMinimized()
        rehearsals.end()
        qtbot.waitUntil(lambda: rehearsals.state is RehearsalState.NONE, timeout=60_000)
        assert not windows.desk.isMinimized()
        assert contents(file) == before
        windows.close()


def test_one_that_cannot_start_is_said(
    tmp_path: Path, qtbot: QtBot, expected_log: list[logging.LogRecord]
) -> None:
    application("en")
    with Workshop(tmp_path / "desk.sqlite", MachineMoments()) as workshop:
        windows = Windows(workshop)
        windows.show()
        rehearsals = windows.outside.rehearsals()
        unknown = workshop.new_plan(all_methods().known[0], "", "x", Language("en"))
        rehearsals.begin(Subject("x", 3, unknown.session.id), 3, 1)
        qtbot.waitUntil(lambda: rehearsals.state is RehearsalState.FAILED, timeout=60_000)
        windows.close()
    assert [one.name for one in expected_log] == ["workshop_desk.app.rehearser"]
