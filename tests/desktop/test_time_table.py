"""The papers page tells where the time went, with the numbers of summary and record."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import samples
from tests.desktop.at_the_desk import Hand
from tests.desktop.test_usual_lengths import picture
from tests.live.conftest import Desk
from workshop_desk.base.ids import new_id
from workshop_desk.domain import commands as ask
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.units import CertificateId, Language, Seconds
from workshop_desk.exports.timing import lines


def held_session(desk: Desk) -> None:
    """Hold a session with pauses and added time; one step is left out."""
    desk.open(samples.method_plan("codev", "standard", title="Codév des managers"))
    story = samples.story_until("lobby")
    for one in story.asked:
        desk.do(one.command, one.by)
    for place, step in enumerate(desk.room.steps):
        if place == 4:
            continue
        desk.do(ask.GoTo(step.id))
        desk.do(ask.StartTimer())
        desk.moments.wait(60 * (step.timer.planned / 60 - 2 + place))
        if place in (2, 5):
            desk.do(ask.AddTime(Seconds(120.0)))
            desk.do(ask.PauseTimer())
            desk.moments.wait(200)
    desk.do(ask.CloseSession(tuple(CertificateId(new_id()) for _ in range(20))))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_times_stand_on_the_papers_page(
    qtbot: QtBot, live_desk: Desk, tmp_path: Path, language: str
) -> None:
    settings = Settings("Claire Aubry", language=Language(language), room_language=Language(language))
    live_desk.do(ask.ChangeSettings(settings))
    held_session(live_desk)
    hand = Hand(qtbot, live_desk, tmp_path, language)
    try:
        hand.click("card_main")
        hand.until(lambda: hand.seen("papers"))
        picture(hand.window, f"papers-{language}")
        hand.click("choice_times")
        hand.until(lambda: hand.seen("time_table"))
        told = lines(hand.window.face.t, live_desk.room)
        for name, wanted in (
            ("time_step", [line.name for line in told]),
            ("time_real", [line.taken for line in told]),
            ("time_plan", [line.planned for line in told]),
            ("time_notes", [" · ".join(line.notes) for line in told if line.notes]),
        ):
            assert [one.text() for one in hand.window.findChildren(QLabel, name)] == wanted
        picture(hand.window, f"times-{language}")
        hand.window.resize(1180, 720)
        picture(hand.window, f"times-small-{language}")
        hand.click("choice_people")
        hand.until(lambda: not hand.seen("time_table"))
    finally:
        hand.put_down()
