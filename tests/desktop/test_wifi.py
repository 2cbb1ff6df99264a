"""The Wi-Fi of the room at the desk: typed once, kept, its code seen, and what is wrong is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.desktop.at_the_desk import Hand
from workshop_desk.base.trouble import Trouble, WorldError
from workshop_desk.desktop.desk.ticks import Tick
from workshop_desk.desktop.parts.qr import QrCode
from workshop_desk.domain.network import NetworkState
from workshop_desk.domain.wifi import Wifi


def code(hand: Hand) -> str:
    return hand.find("wifi_qr", QrCode).payload


def test_it_is_typed_in_the_settings_and_its_code_is_seen(hand: Hand) -> None:
    hand.click("nav_settings")
    assert hand.dialog("settings_dialog").height() <= 700, "a small window is 720 high"
    hand.click("set_wifi")
    hand.dialog("wifi_dialog")
    assert code(hand) == ""
    hand.type("wifi_name", " Atelier-Halliade ")
    assert code(hand) == "WIFI:T:nopass;S:Atelier-Halliade;;"
    hand.type("wifi_password", "cerisier-42")
    hand.find("wifi_hidden", Tick).click()
    assert code(hand) == "WIFI:T:WPA;S:Atelier-Halliade;P:cerisier-42;H:true;;"
    hand.click("dialog_do")
    wanted = Wifi("Atelier-Halliade", "cerisier-42", hidden=True)
    hand.dialog("settings_dialog")
    assert hand.desk.live.settings.wifi == wanted
    # What the settings keep of it is what the small dialog wrote.
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.desk.live.settings.wifi == wanted


@pytest.mark.parametrize(
    ("name", "password", "said", "where"),
    [
        ("Réseau de la salle du Cerisier été", "", "This one has 37", "wifi_name"),
        ("Atelier", "court", "8 to 63 characters", "wifi_password"),
        ("", "cerisier-42", "Type the name", "wifi_name"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(
    hand: Hand, name: str, password: str, said: str, where: str
) -> None:
    hand.click("nav_settings")
    hand.click("set_wifi")
    hand.type("wifi_name", name)
    hand.type("wifi_password", password)
    assert code(hand) == ""
    hand.click("dialog_do")
    assert said in hand.find("problem", QLabel).text()
    assert hand.find(where, QLineEdit).property("state") == "wrong"
    assert not hand.desk.live.settings.wifi.known
    hand.type("wifi_name", "Atelier")
    hand.type("wifi_password", "cerisier-42")
    hand.click("dialog_do")
    hand.dialog("settings_dialog")
    assert hand.desk.live.settings.wifi == Wifi("Atelier", "cerisier-42")
    hand.click("dialog_safe")
    hand.no_dialog()


def test_it_is_reached_from_the_code_of_an_open_session(hand: Hand) -> None:
    hand.desk.play("lobby")
    hand.window.resume()
    url = "HTTP://192.168.8.10:8080/J/K7QM"
    hand.outside.now_is(NetworkState(True, "192.168.8.10", 8080, "K7QM", url))
    hand.click("show_qr")
    hand.dialog("qr_dialog")
    hand.click("qr_wifi")
    hand.dialog("wifi_dialog")
    hand.type("wifi_name", "Hotspot")
    hand.click("dialog_do")
    hand.no_dialog()
    assert hand.desk.live.settings.wifi == Wifi("Hotspot")


def test_a_poster_is_made_from_there_and_opens_by_itself(hand: Hand, tmp_path: Path) -> None:
    hand.desk.play("lobby")
    hand.window.resume()
    hand.outside.now_is(
        NetworkState(True, "192.168.8.10", 8080, "K7QM", "HTTP://192.168.8.10:8080/J/K7QM")
    )
    for _ in range(2):
        hand.click("show_qr")
        hand.dialog("qr_dialog")
        hand.click("qr_poster")
        hand.no_dialog()
        assert hand.words("toast_text").startswith("The poster is being made")
        assert hand.outside.asked[-1] == f"poster {hand.desk.room.session.id}"
        if "poster.pdf" not in str(hand.outside.asked):
            hand.outside.poster_done(tmp_path / "poster.pdf")
            assert hand.outside.asked[-1] == "folder poster.pdf"
    hand.outside.failed(WorldError(Trouble.FOLDER_UNWRITABLE, "x"))
    assert "folder" in hand.words("toast_text")
