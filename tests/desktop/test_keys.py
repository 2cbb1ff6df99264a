"""The keys of the run view: one map, no bounce, never while typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.live.conftest import FakeMoments
from workshop_desk.desktop.desk.face import Face
from workshop_desk.desktop.desk.keys import Deed, Keys, key_lines
from workshop_desk.desktop.desk.minutes import TypedMinutes
from workshop_desk.desktop.theme import desk_palette
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
        self.step: str | None = "first"
        self.given: list[int] = []
        face = Face(Words("en"), desk_palette(dark=False), self.moments, None)
        self.minutes = TypedMinutes(face, self.window, lambda: self.step)
        self.minutes.given.connect(self.given.append)
        self.keys = Keys(self.moments, lambda: self.running, self.done.append, self.minutes, self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def press(self, key: Qt.Key, on: QWidget | None = None) -> None:
        self.qtbot.keyClick(on or self.window, key)

    def words(self) -> str:
        found = self.window.findChild(QLabel, "typed_minutes_text")
        assert isinstance(found, QLabel)
        return found.text().replace("\u00a0", " ") if found.isVisible() else ""

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
        (Qt.Key.Key_Plus, Deed.LONGER),
        (Qt.Key.Key_Minus, Deed.SHORTER),
        (Qt.Key.Key_B, Deed.BLACK),
        (Qt.Key.Key_Period, Deed.BLACK),
        (Qt.Key.Key_F, Deed.FREEZE),
        (Qt.Key.Key_F5, Deed.STAGE),
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
    # Forward and back, longer and shorter: what is pressed in pairs; the digits have no deed.
    assert len(lines) >= len(Deed) - 1
    assert all(line.keys and line.meaning for line in lines)


def test_two_keys_for_one_deed_bounce_together(board: Board) -> None:
    board.press(Qt.Key.Key_B)
    board.press(Qt.Key.Key_Period)
    assert board.done == [Deed.BLACK]


@pytest.mark.parametrize(
    ("key", "deeds"), [(Qt.Key.Key_PageDown, []), (Qt.Key.Key_Plus, [Deed.LONGER, Deed.LONGER])]
)
def test_a_key_that_is_held_counts_for_minutes_alone(
    board: Board, key: Qt.Key, deeds: list[Deed]
) -> None:
    for _ in range(2):
        event = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True, count=1
        )
        QApplication.sendEvent(board.window, event)
    assert board.done == deeds


def test_digits_are_said_and_wait_for_enter(board: Board) -> None:
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_2)
    assert board.words() == "This step: 12 min in all"
    assert board.given == []
    board.press(Qt.Key.Key_Return)
    assert board.given == [12]
    assert board.words() == ""
    board.press(Qt.Key.Key_Return)
    assert board.given == [12]


def test_digits_are_meant_after_a_pause(board: Board) -> None:
    board.press(Qt.Key.Key_8)
    board.qtbot.waitUntil(lambda: board.given == [8], timeout=3000)
    assert not board.minutes.pending


def test_the_same_digit_twice_is_no_bounce(board: Board) -> None:
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_Enter)
    assert board.given == [11]


def test_digits_are_called_off_and_corrected(board: Board) -> None:
    board.press(Qt.Key.Key_9)
    board.press(Qt.Key.Key_Escape)
    assert not board.minutes.pending
    board.press(Qt.Key.Key_0)
    assert not board.minutes.pending, "no length begins with 0"
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_Backspace, Qt.Key.Key_0):
        board.press(key)
    assert board.words() == "This step: 10 min in all"
    board.press(Qt.Key.Key_0)
    board.press(Qt.Key.Key_7)
    assert board.words() == "This step: 1 h 40 min in all", "three digits at most"
    for _ in range(3):
        board.press(Qt.Key.Key_Backspace)
    assert (board.minutes.pending, board.given) == (False, [])


def test_another_key_calls_digits_off(board: Board) -> None:
    board.press(Qt.Key.Key_2)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Return)
    assert (board.given, board.done) == ([], [Deed.PAUSE])


def test_digits_are_for_the_step_that_they_were_typed_in(board: Board) -> None:
    board.press(Qt.Key.Key_2)
    board.step = "second"
    board.press(Qt.Key.Key_Return)
    assert board.given == []
    board.press(Qt.Key.Key_2)
    board.step = "third"
    board.press(Qt.Key.Key_4)
    board.press(Qt.Key.Key_Return)
    assert board.given == [4]
    board.step = None
    board.press(Qt.Key.Key_4)
    assert not board.minutes.pending


def test_digits_belong_to_who_types(board: Board) -> None:
    line = board.focused(QLineEdit())
    assert isinstance(line, QLineEdit)
    board.press(Qt.Key.Key_4, line)
    assert (line.text(), board.minutes.pending) == ("4", False)


class Stage(QWidget):
    """A window of the room's, that remembers the keys it got."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.keys.append(event.key())


def test_on_the_stage_f5_fills_the_screen_again_and_esc_leaves_it_there(
    board: Board, qtbot: QtBot
) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.show()
    board.press(Qt.Key.Key_F5, stage)
    assert (stage.keys, board.done) == ([Qt.Key.Key_F11], [])
    stage.showFullScreen()
    board.moments.wait(1)
    board.press(Qt.Key.Key_F5, stage)
    assert stage.keys == [Qt.Key.Key_F11]
    # One screen: the stage itself knows how to leave it.
    board.press(Qt.Key.Key_Escape, stage)
    assert stage.keys == [Qt.Key.Key_F11, Qt.Key.Key_Escape]


def test_esc_leaves_no_projector(board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.show()
    screens = QGuiApplication.screens()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens * 2)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Escape):
        board.press(key, stage)
    assert (stage.keys, board.done) == ([], [])
