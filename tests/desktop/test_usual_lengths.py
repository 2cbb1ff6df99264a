"""Planning with the time that the steps of a method really took here."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.at_the_desk import Hand
from tests.live.conftest import Desk
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import Language

LONG = {"1": 11, "4": 31}


def run_once(desk: Desk, code: str, more: float) -> None:
    """Hold a session whose steps 1 and 4 take so many minutes, and some more."""
    planned = samples.method_plan("codev", "standard", new_id=new_id)
    planned = ask.PlanSession(replace(planned.session, code=code), planned.steps)
    desk.open(planned)
    for step in planned.steps:
        desk.do(ask.GoTo(step.id))
        desk.do(ask.StartTimer())
        minutes = LONG.get(step.key, step.timer.planned / 60 - more)
        desk.moments.wait(60 * (minutes + more))
    desk.do(ask.CloseSession(()))


def picture(widget: QWidget, name: str) -> None:
    """Keep a picture where WORKSHOP_DESK_PICTURES says, for eyes."""
    folder = os.environ.get("WORKSHOP_DESK_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        widget.grab().save(str(Path(folder, f"{name}.png")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_steps_really_took_is_offered(
    qtbot: QtBot, live_desk: Desk, tmp_path: Path, language: str
) -> None:
    settings = Settings("Claire Aubry", language=Language(language), room_language=Language(language))
    live_desk.do(ask.ChangeSettings(settings))
    run_once(live_desk, "K7QA", 0)
    run_once(live_desk, "K7QB", 2)
    hand = Hand(qtbot, live_desk, tmp_path, language)
    try:
        hand.click("method_codev")
        dialog = hand.dialog("new_session_dialog")
        hand.until(lambda: hand.find("new_usual", QAbstractButton).isVisible())
        said = hand.find("new_learned", QLabel).text()
        assert "1\u00a0h 30" in said or "1\u00a0h\u00a030" in said
        assert said.startswith(
            {"en": "Taken from 2 earlier sessions", "fr": "D’après 2 séances"}[language]
        )
        picture(dialog, f"usual-{language}")
        hand.find("new_usual", QAbstractButton).setChecked(True)
        hand.click("dialog_do")
        hand.no_dialog()
        hand.until(lambda: len(live_desk.live.sessions) == 3)
        new = live_desk.live.read(live_desk.live.sessions[0].id).result(10)
        taken = {step.key: round(step.timer.planned / 60) for step in new.steps}
        assert (taken["1"], taken["4"]) == (12, 32)
    finally:
        hand.put_down()


def test_one_session_is_nothing_to_learn_from(hand: Hand) -> None:
    run_once(hand.desk, "K7QA", 0)
    hand.until(lambda: len(hand.rows("sessions")) == 1)
    hand.window.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.click("method_codev")
    hand.dialog("new_session_dialog")
    answered: list[object] = []
    hand.bridge.past_times("codev", answered.append)
    hand.until(lambda: bool(answered))
    assert not hand.find("new_usual", QAbstractButton).isVisible()
    hand.click("dialog_safe")
    hand.no_dialog()
