"""The keys of the run view: one map, no bounce, never while typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.live.conftest import FakeMoments
from workshop_desk.desktop.desk.keys import Deed, Keys, key_lines
from workshop_desk.i18n.words import Words


class Board:
    """A window with the keys, and what they did."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.moments = FakeMoments()
        self.done: list[Deed] = []
        self.running = True
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.keys = Keys(self.moments, lambda: self.running, self.done.append, self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        self.qtbot.keyClick(on or self.window, key)

    def focused(self, widget: QWidget) -> QWidget:
        widget.setParent(self.window)
        widget.show()
        self.window.activateWindow()
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)
        return widget


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Board]:
    one = Board(qtbot)
    yield one
    one.keys.stop()


@pytest.mark.parametrize(
    ("key", "deed"),
    [
        (Qt.Key.Key_Space, Deed.PAUSE),
        (Qt.Key.Key_Right, Deed.FORWARD),
        (Qt.Key.Key_PageDown, Deed.FORWARD),
        (Qt.Key.Key_Left, Deed.BACK),
        (Qt.Key.Key_PageUp, Deed.BACK),
        (Qt.Key.Key_Up, Deed.LONGER),
        (Qt.Key.Key_Down, Deed.SHORTER),
        (Qt.Key.Key_T, Deed.STARTED_EARLIER),
        (Qt.Key.Key_B, Deed.BLACK),
        (Qt.Key.Key_C, Deed.PARK),
        (Qt.Key.Key_N, Deed.WRITE),
        (Qt.Key.Key_K, Deed.CLOCKS),
        (Qt.Key.Key_G, Deed.DIGITS),
        (Qt.Key.Key_S, Deed.SPEAKER),
        (Qt.Key.Key_F1, Deed.MAP),
    ],
)
def test_each_key_does_its_deed_once(board: Board, key: Qt.Key, deed: Deed) -> None:
    board.press(key)
    assert board.done == [deed]


def test_keys_sleep_while_nothing_runs(board: Board) -> None:
    board.running = False
    board.press(Qt.Key.Key_B)
    assert board.done == []


def test_a_press_that_bounces_counts_once(board: Board) -> None:
    board.press(Qt.Key.Key_PageDown)
    board.moments.wait(0.2)
    board.press(Qt.Key.Key_PageDown)
    assert board.done == [Deed.FORWARD]
    board.moments.wait(0.4)
    board.press(Qt.Key.Key_PageDown)
    assert board.done == [Deed.FORWARD, Deed.FORWARD]


def test_minutes_may_be_added_as_fast_as_one_can(board: Board) -> None:
    board.press(Qt.Key.Key_Up)
    board.press(Qt.Key.Key_Up)
    assert board.done == [Deed.LONGER, Deed.LONGER]


def test_letters_belong_to_who_types(board: Board) -> None:
    line = board.focused(QLineEdit())
    assert isinstance(line, QLineEdit)
    board.press(Qt.Key.Key_B, line)
    board.press(Qt.Key.Key_Space, line)
    assert board.done == []
    assert line.text() == "b "
    board.press(Qt.Key.Key_F1, line)
    assert board.done == [Deed.MAP]


def test_space_presses_the_button_that_the_keyboard_reached(board: Board) -> None:
    button = board.focused(QPushButton("Close"))
    assert isinstance(button, QPushButton)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    board.press(Qt.Key.Key_Space, button)
    assert pressed == [True]
    assert board.done == []


def test_a_list_keeps_its_arrows(board: Board) -> None:
    view = QListView()
    view.setModel(QStringListModel(["one", "two"], view))
    board.focused(view)
    board.press(Qt.Key.Key_Down, view)
    board.press(Qt.Key.Key_Right, view)
    assert board.done == [Deed.FORWARD]


def test_another_window_of_ours_has_the_keys_too(board: Board, qtbot: QtBot) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.show()
    board.press(Qt.Key.Key_B, stage)
    assert board.done == [Deed.BLACK]


def test_a_dialog_has_its_keys_for_itself(board: Board, qtbot: QtBot) -> None:
    dialog = QDialog(board.window)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    board.press(Qt.Key.Key_B, dialog)
    assert board.done == []
    dialog.reject()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_map_says_every_deed(language: str) -> None:
    lines = key_lines(Words(language))
    assert len(lines) >= len(Deed) - 2
    assert all(line.keys and line.meaning for line in lines)
