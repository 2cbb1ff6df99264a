"""The desk says when another program has the keyboard, and stops as soon as it is back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.desk import keyboard
from workshop_desk.desktop.desk.keyboard import Keyboard, ours


class Focus:
    """Who has the keyboard, as the system would say."""

    def __init__(self, qtbot: QtBot) -> None:
        self.here = True
        self.told = 0
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.keyboard = Keyboard(self.window, lambda: self.here)
        self.keyboard.changed.connect(self._tell)

    def _tell(self) -> None:
        self.told += 1


def test_it_says_so_once_and_takes_it_back_at_once(qtbot: QtBot) -> None:
    focus = Focus(qtbot)
    focus.here = False
    focus.keyboard.stirred()
    focus.keyboard.stirred()
    assert focus.told == 0, "it may only be on its way"
    qtbot.waitUntil(lambda: focus.told == 1, timeout=3000)
    focus.here = True
    focus.keyboard.stirred()
    assert focus.told == 2
    focus.keyboard.stop()


def test_going_from_one_of_our_windows_to_another_says_nothing(qtbot: QtBot) -> None:
    focus = Focus(qtbot)
    focus.here = False
    focus.keyboard.stirred()
    focus.here = True
    focus.keyboard.stirred()
    with qtbot.assertNotEmitted(focus.keyboard.changed, wait=keyboard.PATIENCE_MS + 200):
        focus.keyboard.stirred()
    focus.keyboard.stop()


def test_the_desk_says_it_and_comes_to_the_front(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.desk.play("2")
    hand.window.resume()
    hand.until(lambda: hand.seen("run") and ours())
    assert not hand.seen("keyboard_note")
    other = QWidget()
    hand.qtbot.addWidget(other)
    monkeypatch.setattr(keyboard.QGuiApplication, "focusWindow", lambda: None)
    other.show()
    other.activateWindow()
    hand.until(lambda: hand.seen("keyboard_note"))
    button = hand.find("keyboard_front", QPushButton)
    assert button.text() == "Bring the desk to the front"
    monkeypatch.undo()
    place = button.parentWidget().geometry()
    assert hand.window.centralWidget().rect().contains(place)
    hand.qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    hand.until(lambda: QApplication.activeWindow() is hand.window)
    hand.until(lambda: not hand.seen("keyboard_note"))
    # Nobody holds the button down in the tests that follow.
    hand.qtbot.mouseRelease(hand.window, Qt.MouseButton.LeftButton)


def test_it_says_nothing_while_no_session_runs(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    hand.until(ours)
    monkeypatch.setattr(keyboard.QGuiApplication, "focusWindow", lambda: None)
    other = QWidget()
    hand.qtbot.addWidget(other)
    heard = hand.window.findChild(Keyboard)
    assert heard is not None
    with hand.qtbot.waitSignal(heard.changed, timeout=3000):
        other.show()
        other.activateWindow()
    assert not hand.seen("keyboard_note")
