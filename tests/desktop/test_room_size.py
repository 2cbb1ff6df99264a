"""The room measured in the settings: typed with comma or point, said back, refused kindly."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.desktop.at_the_desk import Hand
from workshop_desk.desktop.desk.room_size import read_metres


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("", 0.0),
        ("  ", 0.0),
        ("9", 9.0),
        ("10,8", 10.8),
        ("2.4 m", 2.4),
        ("9m", 9.0),
        ("nine", None),
        ("-3", None),
        ("1e3", None),
        ("9,123", None),
    ],
)
def test_metres_are_read_as_people_type_them(text: str, metres: float | None) -> None:
    assert read_metres(text) == metres


def note(hand: Hand) -> str:
    return hand.find("room_size_note", QLabel).text()


def test_the_room_is_measured_and_said_back(hand: Hand) -> None:
    hand.click("nav_settings")
    assert hand.dialog("settings_dialog").height() <= 700, "a small window is 720 high"
    assert note(hand).startswith("Without both")
    hand.type("set_room_depth", "10,8")
    hand.type("set_picture_width", "2.4")
    assert note(hand).startswith("Smallest letters on the screen: 44 → 59. Phones scan")
    assert "up to 10 m; further back, zoom in" in note(hand)
    hand.click("dialog_do")
    hand.no_dialog()
    settings = hand.desk.live.settings
    assert (settings.room_depth, settings.picture_width) == (10.8, 2.4)
    hand.click("nav_settings")
    hand.dialog("settings_dialog")
    assert note(hand).startswith("Smallest letters on the screen: 44 → 59. Phones scan")
    assert "up to 10 m; further back, zoom in" in note(hand)
    hand.type("set_picture_width", "0.6")
    assert note(hand).endswith("The last row is too far for this picture: a wider one would help.")
    hand.type("set_picture_width", "5")
    assert note(hand) == "Smallest letters on the screen: 44, enough for this room."
    hand.click("dialog_safe")
    hand.no_dialog()


@pytest.mark.parametrize("nonsense", ["far", "0,5", "600"])
def test_nonsense_is_said_and_nothing_is_lost(hand: Hand, nonsense: str) -> None:
    hand.click("nav_settings")
    hand.dialog("settings_dialog")
    hand.type("set_room_depth", nonsense)
    hand.click("dialog_do")
    hand.until(lambda: hand.find("problem", QLabel).isVisible())
    assert hand.words("problem") == "A measure in metres, from 2 to 60: 9 or 2.4."
    assert hand.on_top() == "settings_dialog"
    hand.type("set_room_depth", "")
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.desk.live.settings.room_depth == 0
