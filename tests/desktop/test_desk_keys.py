"""Keys at the real windows: the digits change the step, and the map is shown over either window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.desk.keys import key_lines
from workshop_desk.desktop.stage.stage_window import StageWindow
from workshop_desk.domain.commands import ChangeSettings
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.settings import Settings
from workshop_desk.domain.timer import minutes
from workshop_desk.domain.units import Language
from workshop_desk.i18n.words import Words


@pytest.fixture
def stage(hand: Hand) -> Iterator[StageWindow]:
    """The stage of a running session, beside the desk."""
    hand.desk.play("2")
    hand.window.resume()
    hand.until(lambda: hand.seen("run"))
    window = StageWindow(hand.desk.moments)
    hand.qtbot.addWidget(window)
    window.show_state(hand.desk.room, NetworkState(), hand.settings)
    window.resize(1180, 720)
    window.show()
    hand.qtbot.waitExposed(window)
    yield window
    window.close()


def length(hand: Hand) -> float:
    step = hand.desk.room.step
    assert step is not None
    return step.timer.length


@pytest.mark.parametrize("over_stage", [False, True])
def test_digits_set_the_step_from_either_window(
    hand: Hand, stage: StageWindow, *, over_stage: bool
) -> None:
    on = stage if over_stage else hand.window
    before = length(hand)
    for key in (Qt.Key.Key_3, Qt.Key.Key_3):
        hand.press(key, on)
    hand.until(lambda: hand.seen("typed_minutes"))
    assert hand.words("typed_minutes_text").replace("\u00a0", " ") == "This step: 33 min in all"
    hand.press(Qt.Key.Key_Return, on)
    hand.until(lambda: length(hand) == minutes(33))
    hand.until(lambda: "33 min in all" in hand.words("toast_text").replace("\u00a0", " "))
    hand.press(Qt.Key.Key_Z, on, Qt.KeyboardModifier.ControlModifier)
    hand.until(lambda: length(hand) == before)


def test_freeze_and_black_from_the_stage(hand: Hand, stage: StageWindow) -> None:
    hand.press(Qt.Key.Key_F, stage)
    hand.until(lambda: hand.desk.room.session.curtain.frozen)
    hand.press(Qt.Key.Key_Period, stage)
    hand.until(lambda: hand.desk.room.session.blackout)


def test_f5_at_the_desk_shows_the_stage(hand: Hand, stage: StageWindow) -> None:
    del stage
    hand.outside.shown = False
    hand.press(Qt.Key.Key_F5)
    hand.until(lambda: hand.outside.shown)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("over_stage", [False, True])
def test_the_map_lists_all_and_fits(
    hand: Hand, stage: StageWindow, language: str, *, over_stage: bool
) -> None:
    on: QWidget = stage if over_stage else hand.window
    hand.desk.do(ChangeSettings(Settings(language=Language(language))))
    hand.until(lambda: hand.window.face.t.language == language and hand.seen("run"))
    hand.window.resize(1180, 720)
    on.activateWindow()
    hand.until(lambda: QApplication.activeWindow() is on)
    hand.press(Qt.Key.Key_Question, on)
    dialog = hand.dialog("key_map")
    assert dialog.parentWidget() is on
    words = [one.text() for one in dialog.findChildren(QLabel)]
    for line in key_lines(Words(language)):
        assert line.keys in words
        assert line.meaning in words
    assert dialog.height() <= 660
    assert dialog.width() <= 1180
    for one in dialog.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
    hand.press(Qt.Key.Key_F1, dialog)
    hand.no_dialog()
